import { fillSlots, squeeze } from '../../../../core/base/text.ts';
import { rowsIn } from '../../../../core/unit/edit.ts';
import type { UnitProfile } from '../../../../core/unit/profile.ts';
import { titleOf } from '../../../../core/unit/read-row.ts';
import { isSampleUnit } from '../../../../core/unit/sample.ts';
import { UNIT_TABLES } from '../../../../core/unit/tables/index.ts';
import type { RowTexts, UnitTable } from '../../../../core/unit/tables/unit-table.ts';
import { Button, Calm } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useMemo, useRef, useState } from '../../../ui/preact.ts';
import { hashOf } from '../../route.ts';
import { SearchBox } from '../../search-parts.tsx';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import { createDrafts, type Draft, draftKey, whereIs } from './drafts.ts';
import { IN_POST } from './InPost.tsx';
import { PartRow } from './PartRow.tsx';
import { EndRow, RemoveRow } from './Questions.tsx';
import { RowForm } from './RowForm.tsx';
import css from './unit.module.css';
import { UNIT } from './words.ts';

const words = UNIT.part;

/** Rows on one page. */
const PAGE = 50;

interface PartProps {
  state: WorkbenchState;
  unit: UnitProfile;
  table: UnitTable;
}

/** One part of the profile: its rows, found by words, and changed, added or taken away in a form. */
export function PartScreen({ state, unit, table }: PartProps): JSX.Element {
  const part = table.type.id;
  const drafts = state.own(createDrafts);
  const [find, setFind] = useState('');
  const [page, setPage] = useState(0);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState<{ about: 'remove' | 'end'; at: number } | undefined>(undefined);
  const focus = useRef<number | 'add' | undefined>(undefined);
  const add = useRef<HTMLParagraphElement>(null);
  const rows = useMemo(() => rowsIn(table, unit), [table, unit]);
  const found = useMemo(() => placesOf(rows, find), [rows, find]);
  const last = Math.max(0, Math.ceil(found.length / PAGE) - 1);
  const at = Math.min(page, last);
  const shown = found.slice(at * PAGE, (at + 1) * PAGE);
  const single = table.form !== undefined;
  const fixed = whyFixed(state, unit);

  const own = [...drafts.value].filter(([, draft]) => draft.part === part);
  const places = new Map(own.map(([key, draft]) => [key, whereIs(unit, table, draft).at]));
  const formAt = new Map(own.flatMap(([key]) => (places.get(key) === undefined ? [] : [[places.get(key), key]])));
  const apart = own.filter(([key]) => !shown.includes(places.get(key) ?? -1));
  useEffect(() => {
    if (focus.current !== 'add') return;
    focus.current = undefined;
    add.current?.querySelector('button')?.focus();
  });

  const put = (key: string, draft: Draft): void => {
    const now = [draftKey(draft), draft] as const;
    const others = [...drafts.value].map((one) => (one[0] === key ? now : one));
    drafts.value = new Map(drafts.value.has(key) ? others : [...others, now]);
  };
  const tell = (said: string): void => {
    setNote(said);
    state.say(said);
  };
  const end = (key: string, place: number | undefined, said: string | undefined): void => {
    const next = new Map(drafts.value);
    next.delete(key);
    focus.current = place ?? 'add';
    drafts.value = next;
    tell(said ?? '');
  };
  const open = (place: number): void => {
    const row = rows[place] ?? {};
    setNote('');
    put('', { part, was: { at: place, row }, texts: row });
  };
  const formOf = (key: string, draft: Draft): JSX.Element => (
    <RowForm
      key={key}
      {...{ unit, table, draft }}
      change={(next) => put(key, next)}
      done={(said) => end(key, places.get(key), said)}
    />
  );
  const answered = (said?: string): void => {
    setAsked(undefined);
    // Where nothing was done, the focus goes back by itself.
    if (said === undefined) return;
    focus.current = asked?.about === 'end' ? asked.at : 'add';
    tell(said);
  };
  return (
    <>
      <header class={shared.head}>
        <h1>{table.type.name}</h1>
        {single ? null : <span>{fillSlots(words.count, { count: rows.length })}</span>}
        <p class={shared.actions}>
          {part === 'people' ? <a href={hashOf('unit', IN_POST)}>{UNIT.inPost.link}</a> : null}
          <a href={hashOf('unit')}>{words.back}</a>
        </p>
      </header>
      <p class={shared.quiet}>{fixed ?? UNIT.leads[part] ?? ''}</p>
      {single ? null : (
        <search class={shared.controls}>
          <SearchBox
            label={words.find}
            words={find}
            change={(text) => {
              setFind(text);
              setPage(0);
            }}
          />
          {find === '' ? null : <span class={shared.quiet}>{fillSlots(words.found, { count: found.length })}</span>}
        </search>
      )}
      {single || fixed !== undefined ? null : (
        <p ref={add}>
          <Button primary={rows.length === 0} onClick={() => put('', { part, texts: {} })}>
            {words.add}
          </Button>
        </p>
      )}
      {note === '' ? null : <p class={css.note}>{note}</p>}
      {apart.map(([key, draft]) => (
        <section key={key} class={css.apart}>
          <h2>{draft.was === undefined ? words.isNew : titleOf(table, draft.was.row)}</h2>
          {formOf(key, draft)}
        </section>
      ))}
      {found.length === 0 && apart.length === 0 ? (
        <Calm title={rows.length === 0 ? words.none : words.notFound} />
      ) : (
        <ol class={css.rows}>
          {shown.map((place) => {
            const key = formAt.get(place);
            const draft = key === undefined ? undefined : drafts.value.get(key);
            return (
              <li key={place}>
                {key !== undefined && draft !== undefined ? (
                  formOf(key, draft)
                ) : (
                  <PartRow
                    table={table}
                    row={rows[place] ?? {}}
                    fixed={fixed !== undefined}
                    focused={focus.current === place}
                    settled={() => {
                      focus.current = undefined;
                    }}
                    change={() => open(place)}
                    ask={(about) => setAsked({ about, at: place })}
                  />
                )}
              </li>
            );
          })}
        </ol>
      )}
      {last === 0 ? null : (
        <p class={css.sample}>
          <Button disabled={at === 0} onClick={() => setPage(at - 1)}>
            {words.before}
          </Button>
          <span>
            {fillSlots(words.page, { from: at * PAGE + 1, to: at * PAGE + shown.length, count: found.length })}
          </span>
          <Button disabled={at === last} onClick={() => setPage(at + 1)}>
            {words.after}
          </Button>
        </p>
      )}
      <NextPart table={table} />
      {asked?.about === 'remove' ? <RemoveRow {...{ unit, table }} at={asked.at} done={answered} /> : null}
      {asked?.about === 'end' && table.ends ? (
        <EndRow {...{ unit, table }} at={asked.at} ends={table.ends} done={answered} />
      ) : null}
    </>
  );
}

/** Why a profile cannot be changed here; undefined where it can. */
const whyFixed = ({ settings }: WorkbenchState, unit: UnitProfile): string | undefined =>
  settings.value?.unitFrom === 'policy' ? words.byPolicy : isSampleUnit(unit) ? words.sample : undefined;

/** The rows in which words stand, by their places. */
function placesOf(rows: readonly RowTexts[], words: string): number[] {
  const key = squeeze(words).toLowerCase();
  return rows.flatMap((row, place) =>
    key === '' || squeeze(Object.values(row).join('\n')).toLowerCase().includes(key) ? [place] : [],
  );
}

/** The way to the part behind this one. */
function NextPart({ table }: { table: UnitTable }): JSX.Element | null {
  const next = UNIT_TABLES[UNIT_TABLES.indexOf(table) + 1]?.type;
  return next === undefined ? null : (
    <p class={shared.section}>
      <a href={hashOf('unit', next.id)}>{fillSlots(words.next, { name: next.name })}</a>
    </p>
  );
}
