import { chinaDay } from '../../../../core/base/dates.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import { readSubject, stateWords } from '../../../../core/evidence/kept-state.ts';
import type { LedgerEntry } from '../../../../core/ledger/entry.ts';
import { KINDS } from '../../../../core/ledger/kinds/index.ts';
import type { EntryFilter } from '../../../../core/ledger/search.ts';
import { LATER } from '../../../ui/later.ts';
import type { JSX } from '../../../ui/preact.ts';
import css from '../../print/print.module.css';
import { SignLines } from '../../print/SignLines.tsx';
import type { WorkbenchState } from '../../state.ts';
import { TableHead } from '../../TableHead.tsx';
import { COLUMNS, WITH_SEAT } from './columns.ts';
import { MORE } from './filtered.ts';
import { indicatorNames } from './indicator-names.ts';
import type { LaterWords } from './later.ts';
import type { LedgerState } from './state.ts';
import { LEDGER } from './words.ts';

/** Rows that are printed at the most; more are for the exported index. */
export const PRINTED = 2_000;

/** The list as it is printed: every row of the filter, and where to sign. */
export function PrintedList({ state, own }: { state: WorkbenchState; own: LedgerState }): JSX.Element {
  const { list, later } = own;
  const { count } = list.rows.value;
  const wanted = Math.min(count, PRINTED);
  const withSeats = (state.chains.value?.others.length ?? 0) > 0;
  const entries = Array.from({ length: wanted }, (_, index) => index).flatMap((index) => {
    const entry = list.entryAt(index);
    return entry === undefined ? [] : [{ entry, chain: list.chainAt(index) }];
  });
  const missing = wanted - entries.length;
  const { printed, columns } = LEDGER;
  const filter = filterParts(list.filter.value);
  return (
    <>
      <h1>{printed.title}</h1>
      {filter.length === 0 ? null : <p>{fillSlots(printed.filtered, { parts: filter.join('，') })}</p>}
      <p>{fillSlots(count > PRINTED ? printed.cut : printed.count, { count, printed: PRINTED })}</p>
      {missing > 0 ? <p>{fillSlots(printed.notRead, { count: missing })}</p> : null}
      <table class={css.table}>
        <TableHead of={withSeats ? WITH_SEAT : COLUMNS} words={columns} />
        <tbody>
          {entries.map(({ entry, chain }) => (
            <Row key={entry.hash} entry={entry} chain={chain} later={later} withSeats={withSeats} />
          ))}
        </tbody>
      </table>
      <SignLines state={state} />
    </>
  );
}

function Row(props: {
  entry: LedgerEntry;
  chain: string | undefined;
  later: LaterWords;
  withSeats: boolean;
}): JSX.Element {
  const { entry, chain, later, withSeats } = props;
  const withdrawn = later.of(entry, chain).withdrawnBy !== undefined;
  const { about, state } = readSubject(entry.subject);
  const words = [withdrawn ? LATER.withdrawn : '', stateWords(state)].filter(Boolean).join('，');
  return (
    <tr>
      <td>{entry.sequence}</td>
      {withSeats ? <td>{entry.actor}</td> : null}
      <td>{entry.factOn}</td>
      <td>{chinaDay(entry.registeredAt)}</td>
      <td>{KINDS[entry.kind].title}</td>
      <td>
        {withdrawn ? <del>{about}</del> : about}
        {words === '' ? '' : `（${words}）`}
      </td>
      <td>{later.indicatorsOf(entry, chain).join('、')}</td>
    </tr>
  );
}

/** What a filter asks for, in words. */
function filterParts({ kinds = [], indicator, from, to, ...typed }: EntryFilter): string[] {
  const { printed } = LEDGER;
  return [
    ...kinds.map((kind) => KINDS[kind].title),
    indicator === undefined ? '' : indicatorNames([indicator]),
    from === undefined ? '' : fillSlots(printed.from, { day: from }),
    to === undefined ? '' : fillSlots(printed.to, { day: to }),
    ...(['words', ...MORE] as const).map((part) => {
      const words = typed[part];
      return words === undefined ? '' : fillSlots(printed[part], { words: words.trim() });
    }),
  ].filter(Boolean);
}
