// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out the rows that are not seen
import { chinaDay } from '../../../../core/base/dates.ts';
import { readSubject, stateWords } from '../../../../core/evidence/kept-state.ts';
import type { LedgerEntry } from '../../../../core/ledger/entry.ts';
import { KINDS } from '../../../../core/ledger/kinds/index.ts';
import type { Standing } from '../../../../core/ledger/standing.ts';
import { LATER } from '../../../ui/later.ts';
import { Badge } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useLayoutEffect, useRef, useState } from '../../../ui/preact.ts';
import { COLUMNS, type Column, WITH_SEAT } from './columns.ts';
import type { EntryList } from './entry-list.ts';
import type { LaterWords } from './later.ts';
import css from './ledger.module.css';
import { listWindow, scrollToRow } from './list-window.ts';
import { hashOfEntry } from './place.ts';
import { LEDGER } from './words.ts';

const WORDS = LEDGER.columns;

/** The height of a row in px, as the style sheet has it in rem. */
function rowHeight(element: HTMLElement): number {
  const rem = Number.parseFloat(getComputedStyle(element.ownerDocument.documentElement).fontSize);
  return Number.parseFloat(getComputedStyle(element).getPropertyValue('--row')) * rem;
}

/** The list of entries: only the rows that are seen are drawn, however many there are. */
export function EntryGrid(props: { list: EntryList; later: LaterWords; withSeats: boolean }): JSX.Element {
  const { list, later, withSeats } = props;
  const columns: readonly Column[] = withSeats ? WITH_SEAT : COLUMNS;
  const grid = useRef<HTMLDivElement>(null);
  const view = useRef<HTMLDivElement>(null);
  const space = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ top: 0, height: 0, row: 40 });
  const [active, setActive] = useState(list.place.row);
  const { count } = list.rows.value;
  // More may be known of the rows that are seen.
  void later.known.value;
  const filter = list.filter.value;
  const { first, end } = listWindow(place.top, place.height, place.row, count);

  useLayoutEffect(() => {
    const [element, inner] = [view.current, space.current];
    if (element === null || inner === null) return;
    const measure = (): void => {
      list.place.scrollTop = element.scrollTop;
      setPlace({ top: element.scrollTop, height: element.clientHeight, row: rowHeight(element) });
    };
    element.scrollTop = list.place.scrollTop;
    if (list.place.opened) grid.current?.focus();
    list.place.opened = false;
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    observer.observe(inner);
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [list]);
  // Another filter, another list: from its top.
  useLayoutEffect(() => {
    if (view.current !== null) view.current.scrollTop = list.place.scrollTop;
    setActive(list.place.row);
  }, [list, filter]);
  useEffect(() => list.want(first, end), [list, first, end, count]);

  const moveTo = (index: number): void => {
    const element = view.current;
    const next = Math.max(0, Math.min(index, count - 1));
    if (element === null) return;
    list.place.row = next;
    setActive(next);
    element.scrollTop = scrollToRow(next, element.scrollTop, element.clientHeight, place.row);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(place.height / place.row) - 1);
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: count - 1,
    };
    const next = steps[event.key];
    const entry = list.entryAt(active);
    if (next !== undefined) moveTo(next);
    else if (event.key === 'Enter' && entry !== undefined) {
      list.place.opened = true;
      window.location.hash = hashOfEntry(entry.sequence, list.chainAt(active));
    } else return;
    event.preventDefault();
  };

  return (
    <div
      ref={grid}
      class={`${css.grid} ${withSeats ? css.withSeats : ''}`}
      role="grid"
      aria-label={LEDGER.listLabel}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-activedescendant={active >= first && active < end ? `row-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div class={css.columns} role="row" aria-rowindex={1} tabIndex={-1}>
        {columns.map((column) => (
          <span key={column} role="columnheader" class={css[column]} tabIndex={-1}>
            {WORDS[column]}
          </span>
        ))}
      </div>
      <div class={css.view} ref={view} role="rowgroup">
        <div ref={space} role="presentation" style={{ height: `calc(${count} * var(--row))`, position: 'relative' }}>
          {Array.from({ length: end - first }, (_, step) => first + step).map((index) => (
            <Row
              key={index}
              index={index}
              entry={list.entryAt(index)}
              chain={list.chainAt(index)}
              columns={columns}
              later={later}
              active={index === active}
              open={() => {
                moveTo(index);
                list.place.opened = true;
              }}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function Row(props: {
  index: number;
  entry: LedgerEntry | undefined;
  chain: string | undefined;
  columns: readonly Column[];
  later: LaterWords;
  active: boolean;
  /** Notes that this row is being opened. */
  open: () => void;
}): JSX.Element {
  const { index, entry, chain, active } = props;
  const onClick = (event: MouseEvent): void => {
    // A text that was selected is to be copied; what a modifier asks for is the browser's own.
    if (entry === undefined || event.ctrlKey || event.metaKey || event.shiftKey || selectedText() !== '') return;
    props.open();
    window.location.hash = hashOfEntry(entry.sequence, chain);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys
    <div
      id={`row-${index}`}
      class={`${css.row} ${active ? css.active : ''}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={active}
      tabIndex={-1}
      style={{ top: `calc(${index} * var(--row))` }}
      onClick={onClick}
    >
      {entry === undefined
        ? null
        : props.columns.map((column) => (
            <span key={column} role="gridcell" class={css[column]} tabIndex={-1}>
              {column === 'subject' ? (
                <Subject
                  entry={entry}
                  address={hashOfEntry(entry.sequence, chain)}
                  standing={props.later.of(entry, chain)}
                />
              ) : (
                cellText(entry, column, props.later, chain)
              )}
            </span>
          ))}
    </div>
  );
}

const selectedText = (): string => window.getSelection()?.toString() ?? '';

/** What an entry is about, and its state beside it, which is never cut off. */
function Subject(props: { entry: LedgerEntry; address: string; standing: Standing }): JSX.Element {
  const { entry, address, standing } = props;
  const { about, state } = readSubject(entry.subject);
  const withdrawn = standing.withdrawnBy !== undefined;
  const words = stateWords(state);
  return (
    <>
      <a href={address} title={about} tabIndex={-1} class={withdrawn ? css.withdrawn : ''}>
        {about}
      </a>
      {withdrawn ? <Badge tone="fine">{LATER.withdrawn}</Badge> : null}
      {words === '' ? null : <Badge tone={state.must > 0 ? 'must' : 'unread'}>{words}</Badge>}
    </>
  );
}

function cellText(
  entry: LedgerEntry,
  column: Exclude<Column, 'subject'>,
  later: LaterWords,
  chain: string | undefined,
): string {
  switch (column) {
    case 'sequence':
      return String(entry.sequence);
    case 'actor':
      return entry.actor;
    case 'factOn':
      return entry.factOn || (entry.kind === 'evidence' ? LEDGER.noFactDate : '');
    case 'registeredOn':
      return chinaDay(entry.registeredAt);
    case 'kind':
      return KINDS[entry.kind].title;
    case 'indicators':
      return later.indicatorsOf(entry, chain).join('、');
  }
}
