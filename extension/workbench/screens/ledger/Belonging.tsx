import { fillSlots, shorten } from '../../../../core/base/text.ts';
import type { LedgerEntry } from '../../../../core/ledger/entry.ts';
import { recordTypeOfId } from '../../../../core/records/index.ts';
import { LINK_WAYS } from '../../../../core/records/kept-record.ts';
import { type JSX, useEffect, useState } from '../../../ui/preact.ts';
import { recordWork } from '../../../worker/client.ts';
import type { Belonging } from '../../../worker/records.ts';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import css from './entry.module.css';
import { hashOfPlace } from './place.ts';
import { ENTRY } from './words.ts';

const words = ENTRY.belonging;
const WAYS = ['renews', ...LINK_WAYS] as const;

/** The evidence that belongs to an entry, said by it or by the others. */
export function BelongingTo({ state, hash }: { state: WorkbenchState; hash: LedgerEntry['hash'] }): JSX.Element | null {
  const [others, setOthers] = useState<Belonging[]>([]);
  const head = state.head.value?.sequence;
  useEffect(() => {
    let left = false;
    void state.attempt(async () => {
      const found = await recordWork.belonging(hash);
      if (!left) setOthers(found);
    });
    return () => {
      left = true;
    };
  }, [state, hash, head]);
  if (others.length === 0) return null;
  return (
    <section class={shared.section}>
      <h2>{words.title}</h2>
      <ul class={css.lines}>
        {others.map(({ place, type, about, how, earlier }) => {
          const way = words.ways[WAYS.find((one) => one === how) ?? 'follows'];
          const name = recordTypeOfId(type)?.name;
          return (
            <li key={`${place.sequence} ${place.chain} ${how}`}>
              {earlier ? way.earlier : way.later}{' '}
              <a href={hashOfPlace(state, place)}>{fillSlots(ENTRY.number, { sequence: place.sequence })}</a>{' '}
              {fillSlots(words.line, { type: name ?? '', about: shorten(about, 40) })}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
