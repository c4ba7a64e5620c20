import { chinaDay } from '../../../../core/base/dates.ts';
import { fillSlots, squeeze } from '../../../../core/base/text.ts';
import { BUILT_IN_CATALOGUE } from '../../../../core/standards/pack.ts';
import { type Coverage, coverageOf, isOver } from '../../../../core/unit/coverage.ts';
import { download } from '../../../ui/download.ts';
import { Button, ButtonLink, Calm } from '../../../ui/parts.tsx';
import { type JSX, useMemo, useState } from '../../../ui/preact.ts';
import { unitWork } from '../../../worker/client.ts';
import { hashOf } from '../../route.ts';
import type { ScreenProps } from '../../screen.ts';
import { DayBox, SearchBox } from '../../search-parts.tsx';
import shared from '../../workbench.module.css';
import { Matrix } from './Matrix.tsx';
import { StandardsTable } from './StandardsTable.tsx';
import { COVERAGE } from './words.ts';

const VIEWS = Object.keys(COVERAGE.views) as (keyof typeof COVERAGE.views)[];
type View = (typeof VIEWS)[number];

const isView = (text: string | undefined): text is View => VIEWS.some((view) => view === text);

/** Which services and which standards each view lists. */
function listsOf(coverage: Coverage) {
  const { services, standards } = coverage;
  return {
    all: services,
    without: services.filter((one) => one.standards.length === 0),
    over: services.filter((one) => one.standards.some(({ answer }) => isOver(answer))),
    standards,
    unused: standards.filter((one) => one.services.length === 0),
    ended: standards.filter(({ answer }) => isOver(answer)),
    unplaced: standards.filter(({ standard }) => (standard.place ?? '') === ''),
  };
}

/** What applies to what: the services with their standards, the standards with their services, and what is missing. */
export function CoverageScreen({ state, title, parameter }: ScreenProps): JSX.Element {
  const today = chinaDay(new Date().toISOString());
  const [on, setOn] = useState(today);
  const [words, setWords] = useState('');
  const unit = state.settings.value?.unit;
  const coverage = useMemo(() => unit && coverageOf(unit, BUILT_IN_CATALOGUE, on), [unit, on]);
  const view: View = isView(parameter) ? parameter : 'all';
  if (unit === undefined || coverage === undefined)
    return (
      <>
        <header class={shared.head}>
          <h1>{title}</h1>
        </header>
        {state.settings.value === undefined ? null : (
          <Calm title={COVERAGE.none.title}>
            <p>{COVERAGE.none.text}</p>
            <ButtonLink href={hashOf('unit')}>{COVERAGE.none.link}</ButtonLink>
          </Calm>
        )}
      </>
    );
  const lists = listsOf(coverage);
  const countOf = (one: View): number => (one === 'outside' ? coverage.outside.length : lists[one].length);
  const handOut = (): void =>
    void state.attempt(async () => {
      const { name, content } = await unitWork.coverageTable(unit, on);
      download(name, content.type, content);
      state.say(fillSlots(COVERAGE.exported, { name }));
    });
  const key = squeeze(words).toLowerCase();
  const has = (...texts: string[]): boolean => texts.some((text) => squeeze(text).toLowerCase().includes(key));
  return (
    <>
      <header class={shared.head}>
        <h1>{title}</h1>
        <span>{fillSlots(COVERAGE.facts, coverage.counts)}</span>
        <p class={shared.actions}>
          <Button onClick={handOut}>{COVERAGE.download}</Button>
        </p>
      </header>
      <search class={shared.controls}>
        <select
          class={shared.input}
          aria-label={COVERAGE.view}
          value={view}
          onChange={(event) => {
            window.location.hash = hashOf('coverage', event.currentTarget.value);
          }}
        >
          {VIEWS.map((one) => (
            <option key={one} value={one}>
              {fillSlots(COVERAGE.views[one], { count: countOf(one) })}
            </option>
          ))}
        </select>
        <SearchBox label={COVERAGE.search} words={words} change={setWords} />
        <DayBox label={COVERAGE.on} day={on} today={today} change={setOn} />
      </search>
      {countOf(view) === 0 ? (
        <Calm title={view === 'all' ? COVERAGE.noServices.title : COVERAGE.nothing.title}>
          <p>{view === 'all' ? COVERAGE.noServices.text : COVERAGE.nothing.text}</p>
        </Calm>
      ) : view === 'outside' ? (
        <ul>
          {coverage.outside
            .filter((one) => has(one))
            .map((one) => (
              <li key={one}>{one}</li>
            ))}
        </ul>
      ) : view === 'all' || view === 'without' || view === 'over' ? (
        <Matrix
          systems={coverage.systems}
          services={lists[view].filter(({ item, standards }) =>
            has(item.name, ...standards.flatMap((one) => [one.designation, one.title])),
          )}
        />
      ) : (
        <StandardsTable
          standards={lists[view].filter(({ standard, services }) =>
            has(standard.designation, standard.title, ...services.map(({ name }) => name)),
          )}
        />
      )}
    </>
  );
}
