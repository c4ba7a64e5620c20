import { fillSlots, shorten } from '../../../../core/base/text.ts';
import type { LedgerRecord } from '../../../../core/ledger/entry.ts';
import { readPayload } from '../../../../core/ledger/kinds/index.ts';
import { recordTypeOfId } from '../../../../core/records/index.ts';
import { LINK_WAYS } from '../../../../core/records/kept-record.ts';
import type { RecordType } from '../../../../core/records/record-type.ts';
import { type JSX, useEffect, useState } from '../../../ui/preact.ts';
import { recordWork } from '../../../worker/client.ts';
import type { Belonging } from '../../../worker/records.ts';
import { Fact, Facts } from '../../facts.tsx';
import print from '../../print/print.module.css';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import { hashOfRecord } from '../add/place.ts';
import css from './entry.module.css';
import { hashOfPlace } from './place.ts';
import { ENTRY } from './words.ts';

const words = ENTRY.record;

/** What stands in the boxes of a record, and what belongs with it in both directions; nothing for what is no record. */
export function RecordParts(props: { state: WorkbenchState; record: LedgerRecord }): JSX.Element | null {
  const { state, record } = props;
  const { entry } = record;
  const read = readPayload(entry, record.payload);
  const filled = read?.kind === 'evidence' ? read.payload.record : undefined;
  if (filled === undefined) return null;
  const type = recordTypeOfId(filled.type);
  const [heads = [], ...lines] = filled.table ?? [];
  return (
    <>
      <Facts title={type === undefined ? words.unknown : fillSlots(words.title, { type: type.name })}>
        {filled.values.map(({ box, text }) => (
          <Fact key={box} name={box}>
            {text}
          </Fact>
        ))}
      </Facts>
      {lines.length === 0 ? null : (
        <section class={shared.section}>
          <h2>{words.lines}</h2>
          <div class={shared.scroll}>
            <table class={shared.table}>
              <thead>
                <tr>
                  {heads.map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map((line, at) => (
                  // Lines have no identity but their place.
                  <tr key={at}>
                    {line.map((text, column) => (
                      <td key={heads[column] ?? column}>{text}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      <BelongingTo state={state} hash={entry.hash} />
      {/* What stands in another chain is put right there. */}
      {type === undefined || entry.chain !== state.chains.value?.own ? null : (
        <Further type={type} sequence={entry.sequence} />
      )}
    </>
  );
}

/** The records that belong to this one, said by it or by them. */
function BelongingTo({ state, hash }: { state: WorkbenchState; hash: string }): JSX.Element | null {
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
      <h2>{words.belonging}</h2>
      <ul class={css.lines}>
        {others.map(({ place, type, about, how, earlier }) => {
          const way = words.ways[LINK_WAYS.find((one) => one === how) ?? 'follows'];
          return (
            <li key={`${place.sequence} ${place.chain} ${how}`}>
              {earlier ? way.earlier : way.later}{' '}
              <a href={hashOfPlace(state, place)}>{fillSlots(ENTRY.number, { sequence: place.sequence })}</a>{' '}
              {fillSlots(words.line, { type: recordTypeOfId(type)?.name ?? '', about: shorten(about, 40) })}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What can be entered behind a record. */
function Further({ type, sequence }: { type: RecordType; sequence: number }): JSX.Element {
  const next = type.links.flatMap(({ to, how }) => (how === 'any' ? [] : (recordTypeOfId(to) ?? [])));
  return (
    <p class={`${css.further} ${print.unprinted}`}>
      {next.map(({ id, name }) => (
        <a key={id} href={hashOfRecord({ type: id, behind: { sequence, how: 'follows' } })}>
          {fillSlots(words.next, { type: name })}
        </a>
      ))}
      <a href={hashOfRecord({ type: type.id, behind: { sequence, how: 'replaces' } })}>{words.version}</a>
    </p>
  );
}
