import { chinaDay } from '../../../../core/base/dates.ts';
import type { Coverage } from '../../../../core/unit/coverage.ts';
import type { UnitProfile } from '../../../../core/unit/profile.ts';
import { ButtonLink, Calm, StatusBadges } from '../../../ui/parts.tsx';
import { type ComponentChildren, type JSX, useEffect, useRef, useState } from '../../../ui/preact.ts';
import { unitWork } from '../../../worker/client.ts';
import { hashOf } from '../../route.ts';
import type { ScreenProps } from '../../screen.ts';
import { DayBox } from '../../search-parts.tsx';
import type { WorkbenchState } from '../../state.ts';
import { useAnswer } from '../../use-answer.ts';
import { WORKBENCH } from '../../words.ts';
import shared from '../../workbench.module.css';
import { CoverageLists } from './CoverageLists.tsx';
import css from './coverage.module.css';
import { hashOfView, readCoveragePlace, serviceAt } from './place.ts';
import { ServicePage } from './ServicePage.tsx';
import { StandardPage } from './StandardPage.tsx';
import { COVERAGE } from './words.ts';

/** What applies to what: the lists of services and of standards, and the page of one of them. */
export function CoverageScreen({ state, title, parameter }: ScreenProps): JSX.Element {
  const today = chinaDay(new Date().toISOString());
  const [on, setOn] = useState(today);
  const settings = state.settings.value;
  const unit = settings?.unit;
  const coverage = useAnswer(state, unit && (async () => ({ of: unit, ...(await unitWork.coverage(unit, on)) })), [
    unit,
    on,
  ]);
  const place = readCoveragePlace(parameter);
  if (unit === undefined || coverage === undefined)
    return (
      <>
        <header class={shared.head}>
          <h1>{title}</h1>
        </header>
        {settings === undefined ? null : unit === undefined ? (
          <Calm title={COVERAGE.none.title}>
            <p>{COVERAGE.none.text}</p>
            <ButtonLink href={hashOf('unit')}>{COVERAGE.none.link}</ButtonLink>
          </Calm>
        ) : (
          <p class={shared.quiet}>{WORKBENCH.loading}</p>
        )}
      </>
    );
  const day = <DayBox label={COVERAGE.on} day={on} today={today} change={setOn} />;
  if ('view' in place)
    return (
      <CoverageLists
        state={state}
        title={title}
        coverage={coverage}
        unit={coverage.of}
        view={place.view}
        on={on}
        day={day}
      />
    );
  return 'service' in place ? (
    <Service state={state} unit={coverage.of} coverage={coverage} name={place.service} on={on} day={day} />
  ) : (
    <Standard key={place.standard} state={state} unit={unit} designation={place.standard} on={on} day={day} />
  );
}

interface PageProps {
  state: WorkbenchState;
  unit: UnitProfile;
  on: string;
  day: JSX.Element;
}

function Service({
  state,
  unit,
  coverage,
  name,
  on,
  day,
}: PageProps & { coverage: Coverage; name: string }): JSX.Element {
  const covered = coverage.services[serviceAt(unit.services, name)];
  const back = { href: hashOfView('all'), words: COVERAGE.back };
  return covered === undefined ? (
    <Page back={back} title={name} day={null}>
      <Calm title={COVERAGE.missing.service.title}>{COVERAGE.missing.service.text}</Calm>
    </Page>
  ) : (
    <Page back={back} title={covered.item.name} day={day}>
      <ServicePage key={name} state={state} unit={unit} covered={covered} on={on} />
    </Page>
  );
}

function Standard({ state, unit, designation, on, day }: PageProps & { designation: string }): JSX.Element {
  const chain = useAnswer(state, () => unitWork.standard(unit, designation, on), [unit, designation, on]);
  return (
    <Page
      back={{ href: hashOfView('standards'), words: COVERAGE.backToStandards }}
      title={`${chain?.designation ?? designation} ${chain?.title ?? ''}`}
      badge={chain && <StatusBadges answer={chain.answer} />}
      day={day}
    >
      {chain === undefined ? (
        <p class={shared.quiet}>{WORKBENCH.loading}</p>
      ) : (
        <StandardPage state={state} unit={unit} chain={chain} />
      )}
    </Page>
  );
}

/** The page of one thing: the way back, what it is, and for which day it is told. */
function Page(props: {
  back: { href: string; words: string };
  title: string;
  badge?: JSX.Element | undefined;
  day: JSX.Element | null;
  children: ComponentChildren;
}): JSX.Element {
  const { back, title, badge, day, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  // A keyboard and a screen reader go on from here, and not from the page's beginning.
  useEffect(() => heading.current?.focus(), [back.href, title]);
  return (
    <article class={css.page}>
      <nav>
        <a href={back.href}>{back.words}</a>
      </nav>
      <header class={shared.head}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {badge}
        <div class={`${shared.actions} ${shared.controls}`}>{day}</div>
      </header>
      {children}
    </article>
  );
}
