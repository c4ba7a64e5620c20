import { fillSlots } from '../../../../core/base/text.ts';
import type { EntryFilter } from '../../../../core/ledger/search.ts';
import { demoPage } from '../../../messages/demo.ts';
import { Button, ButtonLink, Calm, LinkButton } from '../../../ui/parts.tsx';
import { type JSX, useEffect } from '../../../ui/preact.ts';
import { WhenPrinted } from '../../print/WhenPrinted.tsx';
import { hashOf } from '../../route.ts';
import { allEntries, type WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import { hashOfAdd } from '../add/place.ts';
import { Actions } from './Actions.tsx';
import { EntryGrid } from './EntryGrid.tsx';
import type { EntryList } from './entry-list.ts';
import { Filter } from './Filter.tsx';
import { isEvidence, isFiltered } from './filtered.ts';
import css from './ledger.module.css';
import { NearOnes } from './NearOnes.tsx';
import { PrintedList } from './PrintedList.tsx';
import { BY_DEFAULT, type LedgerState } from './state.ts';
import { LEDGER } from './words.ts';

/** The list of entries, with what is done to the ledger as a whole. */
export function LedgerScreen(props: { state: WorkbenchState; own: LedgerState; title: string }): JSX.Element {
  const { state, own, title } = props;
  const { list, later, lastExport } = own;
  const head = state.head.value;
  const { count, searching } = list.rows.value;
  const { filter } = list;
  const filtered = isFiltered(filter.value);
  const counted = countWords(filter.value, list.rows.value);
  useEffect(() => {
    if (filtered && !searching) state.say(counted);
  }, [state, filtered, searching, counted]);
  const drawn = list.entryAt(0) !== undefined;
  useEffect(() => {
    // The rows come first.
    if (head === undefined || !drawn) return;
    lastExport.headMoved();
    void later.headMoved(head);
  }, [lastExport, later, head, drawn]);
  if (head === undefined) return <h1 class={css.title}>{title}</h1>;
  return (
    <div class={css.screen}>
      <header class={shared.head}>
        <h1>{title}</h1>
        {head.sequence === 0 ? null : (
          <>
            <span>{counted}</span>
            <Kinds list={list} all={allEntries(state)} />
            <ButtonLink href={hashOfAdd()}>{LEDGER.add}</ButtonLink>
            <a href={hashOf('records')}>{LEDGER.records}</a>
            <Actions state={state} own={own} />
          </>
        )}
      </header>
      {head.sequence === 0 ? (
        <Calm title={LEDGER.none.title}>
          <ol class={css.how}>
            {LEDGER.none.how.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <Ways />
        </Calm>
      ) : (
        <>
          <Filter list={list} />
          {count === 0 && !searching ? (
            <NoneFound state={state} list={list} />
          ) : (
            <EntryGrid list={list} later={later} withSeats={(state.chains.value?.others.length ?? 0) > 0} />
          )}
          <WhenPrinted>{() => <PrintedList state={state} own={own} />}</WhenPrinted>
        </>
      )}
    </div>
  );
}

/** What can be done while nothing is kept. */
function Ways(): JSX.Element {
  return (
    <p class={css.ways}>
      <ButtonLink href={demoPage()} primary apart>
        {LEDGER.none.demo}
      </ButtonLink>
      <ButtonLink href={hashOfAdd()}>{LEDGER.none.add}</ButtonLink>
      <a href={hashOf('start')}>{LEDGER.none.start}</a>
    </p>
  );
}

function countWords(filter: EntryFilter, { count, searching }: EntryList['rows']['value']): string {
  const sentence = isFiltered(filter)
    ? searching
      ? LEDGER.finding
      : LEDGER.found
    : isEvidence(filter)
      ? searching
        ? LEDGER.counting
        : LEDGER.evidence
      : LEDGER.count;
  return fillSlots(sentence, { count });
}

/** One press from evidence alone to everything that the ledger notes, and back. */
function Kinds({ list, all }: { list: EntryList; all: number }): JSX.Element {
  const { kinds, ...rest } = list.filter.value;
  return kinds === undefined ? (
    <LinkButton onClick={() => list.setFilter({ ...rest, kinds: ['evidence'] })}>{LEDGER.onlyEvidence}</LinkButton>
  ) : (
    <LinkButton onClick={() => list.setFilter(rest)}>{fillSlots(LEDGER.allKinds, { count: all })}</LinkButton>
  );
}

/** Nothing fits: why, and the button that helps. */
function NoneFound({ state, list }: { state: WorkbenchState; list: EntryList }): JSX.Element {
  return isFiltered(list.filter.value) ? (
    <Calm title={LEDGER.noneFound.title}>
      <p>{LEDGER.noneFound.text}</p>
      <NearOnes state={state} filter={list.filter.value} />
      <Button primary onClick={() => list.setFilter(BY_DEFAULT)}>
        {LEDGER.filter.clear}
      </Button>
    </Calm>
  ) : (
    <Calm title={LEDGER.none.title}>
      <p>{LEDGER.onlyOthers}</p>
      <Button onClick={() => list.setFilter({})}>{LEDGER.filter.anyKind}</Button>
    </Calm>
  );
}
