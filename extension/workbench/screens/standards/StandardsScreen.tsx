import { chinaDay } from '../../../../core/base/dates.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import { hasEnded } from '../../../../core/standards/status.ts';
import type { Scope, StandardRow } from '../../../../core/unit/standards-list.ts';
import { Badge, Button, ButtonLink, Calm, LinkButton, StatusBadges } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useMemo, useState } from '../../../ui/preact.ts';
import { searchWork } from '../../../worker/client.ts';
import type { CatalogueInUse } from '../../../worker/search.ts';
import { hashOf } from '../../route.ts';
import type { ScreenProps } from '../../screen.ts';
import { DayBox, SearchBox } from '../../search-parts.tsx';
import { useSearch } from '../../use-search.ts';
import { WORKBENCH } from '../../words.ts';
import shared from '../../workbench.module.css';
import { hashOfStandard } from '../coverage/place.ts';
import css from './standards.module.css';
import { STANDARDS } from './words.ts';

/** Rows that are drawn at first, and with each press of 再列: drawing them is what a keystroke takes its time for. */
const STEP = 100;
const SCOPES: readonly Scope[] = ['all', 'unit', 'catalogue'];

/** Search in the catalogue that is in use and in the unit's own register, with the status on any day. */
export function StandardsScreen({ state, title, parameter = '' }: ScreenProps): JSX.Element {
  const today = chinaDay(new Date().toISOString());
  const [words, setWords] = useState(parameter);
  const [scope, setScope] = useState<Scope>('all');
  const [on, setOn] = useState(today);
  const [most, setMost] = useState(STEP);
  const change = (typed: string): void => {
    setWords(typed);
    setMost(STEP);
  };
  useEffect(() => setWords(parameter), [parameter]);
  const ask = useMemo(
    () => async () => {
      const found = await searchWork.standards({ words, scope, on }, most);
      return found && { ...found, words, scope, on };
    },
    [words, scope, on, most],
  );
  const { answer: list, slow } = useSearch(state, ask);
  const count = list === undefined ? '' : fillSlots(STANDARDS.count, { count: list.count });
  useEffect(() => {
    if (list !== undefined && list.words !== '') state.say(fillSlots(STANDARDS.count, { count: list.count }));
  }, [state, list]);
  return (
    <>
      <header class={shared.head}>
        <h1>{title}</h1>
        {list !== undefined && list.count > 0 ? <span>{count}</span> : null}
      </header>
      <p class={shared.quiet}>{slow ? STANDARDS.preparing : list === undefined ? '\u00a0' : <InUse list={list} />}</p>
      <search class={shared.controls}>
        <SearchBox label={STANDARDS.searchLabel} placeholder={STANDARDS.search} words={words} change={change} />
        <select
          class={shared.input}
          aria-label={STANDARDS.scopeLabel}
          value={scope}
          onChange={(event) => setScope(event.currentTarget.value as Scope)}
        >
          {SCOPES.map((one) => (
            <option key={one} value={one}>
              {STANDARDS.scopes[one]}
            </option>
          ))}
        </select>
        <DayBox label={STANDARDS.on} day={on} today={today} change={setOn} />
        {on === today ? null : <LinkButton onClick={() => setOn(today)}>{STANDARDS.today}</LinkButton>}
      </search>
      {list === undefined ? null : list.count > 0 ? (
        <Table rows={list.rows} on={list.on} withPages={state.settings.value?.unit !== undefined} />
      ) : list.scope === 'unit' && state.settings.value?.unit === undefined ? (
        <Calm title={WORKBENCH.noUnitName}>
          <p>{STANDARDS.noUnit.text}</p>
          <ButtonLink href={hashOf('unit')}>{STANDARDS.noUnit.link}</ButtonLink>
        </Calm>
      ) : (
        <Calm title={STANDARDS.none.title}>
          <p>{STANDARDS.none.text}</p>
          <Button
            onClick={() => {
              change('');
              setScope('all');
            }}
          >
            {STANDARDS.none.all}
          </Button>
        </Calm>
      )}
      {list !== undefined && list.count > list.rows.length ? (
        <p class={`${shared.quiet} ${css.more}`}>
          {fillSlots(STANDARDS.first, { count: list.rows.length })}{' '}
          <LinkButton onClick={() => setMost(list.rows.length + STEP)}>
            {fillSlots(STANDARDS.more, { count: STEP })}
          </LinkButton>
        </p>
      ) : null}
    </>
  );
}

/** What the catalogue in use holds, and how long it is good for on the day that is asked for. */
function InUse({ list: { catalogue, on } }: { list: { catalogue: CatalogueInUse; on: string } }): JSX.Element {
  const { count, imported, issuedOn: issued, lapsesOn: lapses } = catalogue;
  return (
    <>
      {fillSlots(imported === 0 ? STANDARDS.catalogue : STANDARDS.joined, { count, imported, issued, lapses })}{' '}
      {on >= lapses ? <Badge tone="unread">{STANDARDS.lapsed}</Badge> : null}{' '}
      <a href={hashOf('catalogues')}>{STANDARDS.catalogues}</a>
    </>
  );
}

/** With pages each number leads to what of the unit hangs on it. */
function Table({ rows, on, withPages }: { rows: readonly StandardRow[]; on: string; withPages: boolean }): JSX.Element {
  const { columns } = STANDARDS;
  return (
    <table class={`${shared.table} ${css.standards}`}>
      <thead>
        <tr>
          <th scope="col">{columns.designation}</th>
          <th scope="col">{columns.title}</th>
          <th scope="col">{columns.published}</th>
          <th scope="col">{columns.effective}</th>
          <th scope="col">{fillSlots(columns.status, { date: on })}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.designation}>
            <th scope="row">
              {withPages ? <a href={hashOfStandard(row.designation)}>{row.designation}</a> : row.designation}
            </th>
            <td>
              {row.title}
              {row.ours ? (
                <small>
                  {row.place === undefined ? STANDARDS.ours : fillSlots(STANDARDS.oursAt, { place: row.place })}
                </small>
              ) : null}
            </td>
            <td data-name={columns.published}>{row.publishedOn ?? STANDARDS.noDate}</td>
            <td data-name={columns.effective}>{row.effectiveOn ?? STANDARDS.noDate}</td>
            <td>
              <StatusBadges answer={row.answer} />
              <Replacement row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What took a standard's place, and from when. */
function Replacement({ row: { answer } }: { row: StandardRow }): JSX.Element | null {
  const end = answer.row?.withdrawnOn;
  if (!hasEnded(answer)) return null;
  const list = answer.replacedBy.map((one) => one.designation).join('、');
  const since = end === undefined ? '' : fillSlots(STANDARDS.since, { date: end });
  const by = list === '' ? '' : fillSlots(STANDARDS.replacedBy, { list });
  return since === '' && by === '' ? null : <small>{since + by}</small>;
}
