import { fillSlots, squeeze } from '../../../../core/base/text.ts';
import { hasEnded, isOver } from '../../../../core/standards/status.ts';
import type { Coverage } from '../../../../core/unit/coverage.ts';
import type { UnitProfile } from '../../../../core/unit/profile.ts';
import { download } from '../../../ui/download.ts';
import { Button, Calm } from '../../../ui/parts.tsx';
import { type JSX, useState } from '../../../ui/preact.ts';
import { unitWork } from '../../../worker/client.ts';
import { SearchBox } from '../../search-parts.tsx';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import css from './coverage.module.css';
import { Matrix, type MatrixLine } from './Matrix.tsx';
import { hashOfService, hashOfStandard, hashOfView, VIEWS, type View } from './place.ts';
import { StandardsTable } from './StandardsTable.tsx';
import { COVERAGE } from './words.ts';

const ANSWERS = Object.keys(COVERAGE.answers) as (keyof typeof COVERAGE.answers)[];

/** Which services and which standards each view lists. */
function listsOf({ services, standards }: Coverage, hrefOf: (at: number) => string) {
  const lines = services.map((service, at): MatrixLine => ({ at, href: hrefOf(at), service }));
  return {
    all: lines,
    without: lines.filter(({ service }) => service.standards.length === 0),
    over: lines.filter(({ service }) => service.standards.some(({ answer }) => isOver(answer))),
    standards,
    unused: standards.filter((one) => one.services.length === 0),
    ended: standards.filter(({ answer }) => hasEnded(answer)),
    unplaced: standards.filter(({ standard }) => (standard.place ?? '') === ''),
  };
}

/** The services with their standards, the standards with their services, and on top what is asked first: what is missing or over. */
export function CoverageLists(props: {
  state: WorkbenchState;
  title: string;
  coverage: Coverage;
  unit: UnitProfile;
  view: View;
  on: string;
  day: JSX.Element;
}): JSX.Element {
  const { state, title, coverage, unit, view, on, day } = props;
  const [words, setWords] = useState('');
  const lists = listsOf(coverage, (at) => hashOfService(unit.services, at));
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
      <nav class={css.answers} aria-label={COVERAGE.asked}>
        {ANSWERS.map((one) => (
          <a key={one} href={hashOfView(one)} aria-current={one === view ? 'page' : undefined}>
            <strong>{countOf(one)}</strong> {COVERAGE.answers[one]}
          </a>
        ))}
      </nav>
      <search class={shared.controls}>
        <select
          class={shared.input}
          aria-label={COVERAGE.view}
          value={view}
          onChange={(event) => {
            window.location.hash = hashOfView(event.currentTarget.value as View);
          }}
        >
          {VIEWS.map((one) => (
            <option key={one} value={one}>
              {fillSlots(COVERAGE.views[one], { count: countOf(one) })}
            </option>
          ))}
        </select>
        <SearchBox label={COVERAGE.search} words={words} change={setWords} />
        {day}
      </search>
      {countOf(view) === 0 ? (
        <Calm title={view === 'all' ? COVERAGE.noServices.title : COVERAGE.nothing.title}>
          <p>{view === 'all' ? COVERAGE.noServices.text : COVERAGE.nothing.text}</p>
        </Calm>
      ) : view === 'outside' ? (
        <ul class={css.kept}>
          {coverage.outside
            .filter((one) => has(one))
            .map((one) => (
              <li key={one}>
                <a href={hashOfStandard(one)}>{one}</a>
              </li>
            ))}
        </ul>
      ) : view === 'all' || view === 'without' || view === 'over' ? (
        <Matrix
          systems={coverage.systems}
          lines={lists[view].filter(({ service: { item, standards } }) =>
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
