import { chinaDay } from '../../../../core/base/dates.ts';
import type { LedgerRecord } from '../../../../core/ledger/entry.ts';
import { readPayload } from '../../../../core/ledger/kinds/index.ts';
import { Badge } from '../../../ui/parts.tsx';
import type { JSX } from '../../../ui/preact.ts';
import { Fact, Facts } from '../../facts.tsx';
import print from '../../print/print.module.css';
import type { WorkbenchState } from '../../state.ts';
import { hashOfRenewal } from '../add/place.ts';
import css from './entry.module.css';
import { ENTRY } from './words.ts';

const words = ENTRY.validity;

/** Until when evidence holds, and the way to what renews it; nothing where no day stands on it. */
export function Validity({ state, record }: { state: WorkbenchState; record: LedgerRecord }): JSX.Element | null {
  const { entry } = record;
  const read = readPayload(entry, record.payload);
  const validTo = read?.kind === 'evidence' ? read.payload.validTo : undefined;
  if (validTo === undefined) return null;
  const isOver = validTo < chinaDay(new Date().toISOString());
  return (
    <>
      <Facts title={words.title}>
        <Fact name={words.until}>
          {validTo} {isOver ? <Badge tone="look">{words.over}</Badge> : null}
        </Fact>
      </Facts>
      {entry.chain !== state.chains.value?.own ? null : (
        <p class={`${css.further} ${print.unprinted}`}>
          <a href={hashOfRenewal(entry.sequence)}>{words.renew}</a>
        </p>
      )}
    </>
  );
}
