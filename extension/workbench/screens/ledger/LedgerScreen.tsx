import { fillSlots } from '../../../../core/base/text.ts';
import { itemsOf, PILOT_SCORECARD } from '../../../../core/evaluation/scorecard.ts';
import type { EntryKind } from '../../../../core/ledger/entry.ts';
import { KINDS } from '../../../../core/ledger/kinds/index.ts';
import type { EntryFilter } from '../../../../core/ledger/search.ts';
import { demoPage } from '../../../messages/demo.ts';
import { Button, ButtonLink, Calm, LinkButton } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useRef, useState } from '../../../ui/preact.ts';
import { WhenPrinted } from '../../print/WhenPrinted.tsx';
import { hashOf } from '../../route.ts';
import { allEntries, type WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import { hashOfAdd } from '../add/place.ts';
import { Actions } from './Actions.tsx';
import { EntryGrid } from './EntryGrid.tsx';
import type { EntryList } from './entry-list.ts';
import css from './ledger.module.css';
import { PrintedList } from './PrintedList.tsx';
import { BY_DEFAULT, type LedgerState } from './state.ts';
import { KIND_ORDER, LEDGER } from './words.ts';

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
            <NoneFound list={list} />
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

/** Whether the person looks for something: evidence alone is what everybody sees first. */
const isFiltered = (filter: EntryFilter): boolean =>
  Object.entries(filter).some(([name, part]) => part !== undefined && name !== 'kinds') ||
  (filter.kinds !== undefined && !isEvidence(filter));
const isEvidence = ({ kinds }: EntryFilter): boolean => kinds?.length === 1 && kinds[0] === 'evidence';

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
function NoneFound({ list }: { list: EntryList }): JSX.Element {
  return isFiltered(list.filter.value) ? (
    <Calm title={LEDGER.noneFound.title}>
      <p>{LEDGER.noneFound.text}</p>
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

/** Milliseconds without a key before the search starts. */
const PAUSE = 150;

function Filter({ list }: { list: EntryList }): JSX.Element {
  const filter = list.filter.value;
  const [words, setWords] = useState(filter.words ?? '');
  const timer = useRef(0);
  // What was cleared elsewhere is gone from the box too.
  useEffect(() => {
    if (filter.words === undefined) setWords('');
  }, [filter.words]);
  const change = (part: { [Key in keyof EntryFilter]: EntryFilter[Key] | undefined }): void => {
    const given = Object.entries({ ...list.filter.value, ...part }).filter(([, value]) => value !== undefined);
    list.setFilter(Object.fromEntries(given));
  };
  const search = (text: string): void => {
    setWords(text);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => change({ words: text.trim() === '' ? undefined : text }), PAUSE);
  };
  return (
    <search class={shared.controls} aria-label={LEDGER.filter.label}>
      <input
        class={`${shared.input} ${shared.search}`}
        type="search"
        aria-label={LEDGER.filter.words}
        placeholder={LEDGER.filter.words}
        maxLength={100}
        value={words}
        onInput={(event) => {
          // Letters of a word that is still being composed are no search.
          if (event.isComposing) setWords(event.currentTarget.value);
          else search(event.currentTarget.value);
        }}
        onCompositionEnd={(event) => search(event.currentTarget.value)}
      />
      <select
        class={shared.input}
        aria-label={LEDGER.filter.indicator}
        value={filter.indicator ?? ''}
        onChange={(event) => change({ indicator: event.currentTarget.value || undefined })}
      >
        <option value="">{LEDGER.filter.anyIndicator}</option>
        {itemsOf(PILOT_SCORECARD).map((item) => (
          <option key={item.id} value={item.id}>
            {`${item.id} ${item.name}`}
          </option>
        ))}
      </select>
      <select
        class={shared.input}
        aria-label={LEDGER.filter.kind}
        value={filter.kinds?.[0] ?? ''}
        onChange={(event) => {
          const kind = event.currentTarget.value as EntryKind | '';
          change({ kinds: kind === '' ? undefined : [kind] });
        }}
      >
        <option value="">{LEDGER.filter.anyKind}</option>
        {KIND_ORDER.map((kind) => (
          <option key={kind} value={kind}>
            {KINDS[kind].title}
          </option>
        ))}
      </select>
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          {LEDGER.filter[end]}
          <input
            class={shared.input}
            type="date"
            value={filter[end] ?? ''}
            onChange={(event) => change({ [end]: event.currentTarget.value || undefined })}
          />
        </label>
      ))}
      {isFiltered(filter) ? (
        <LinkButton
          onClick={() => {
            setWords('');
            clearTimeout(timer.current);
            list.setFilter(BY_DEFAULT);
          }}
        >
          {LEDGER.filter.clear}
        </LinkButton>
      ) : null}
    </search>
  );
}
