import { chinaDay } from '../../../../core/base/dates.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import type { UnitProfile } from '../../../../core/unit/profile.ts';
import { misfitsOf, type SystemView } from '../../../../core/unit/system-view.ts';
import { download } from '../../../ui/download.ts';
import { Button, ButtonLink, Calm } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useState } from '../../../ui/preact.ts';
import { unitWork } from '../../../worker/client.ts';
import { Lines } from '../../Lines.tsx';
import printed from '../../print/print.module.css';
import { SignLines } from '../../print/SignLines.tsx';
import { WhenPrinted } from '../../print/WhenPrinted.tsx';
import { hashOf } from '../../route.ts';
import type { ScreenProps } from '../../screen.ts';
import { DayBox } from '../../search-parts.tsx';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import { SummaryTable } from './SummaryTable.tsx';
import css from './structure.module.css';
import { STRUCTURE } from './words.ts';

/** What an image is called as a type of file, and how a page holds one. */
const SVG_TYPE = 'image/svg+xml';
const addressOf = (svg: string): string => `data:${SVG_TYPE};charset=utf-8,${encodeURIComponent(svg)}`;

/** The system of standards: drawn, counted, and what in it does not fit. */
export function StructureScreen({ state, title }: ScreenProps): JSX.Element {
  const settings = state.settings.value;
  const unit = settings?.unit;
  const none = unit === undefined ? STRUCTURE.none : STRUCTURE.noStandards;
  if (unit !== undefined && unit.standards.length + (unit.structure ?? []).length > 0)
    return <OfUnit state={state} title={title} unit={unit} />;
  return (
    <>
      <header class={shared.head}>
        <h1>{title}</h1>
      </header>
      {settings === undefined ? null : (
        <Calm title={none.title}>
          <p>{none.text}</p>
          <ButtonLink href={hashOf('unit')}>{none.link}</ButtonLink>
        </Calm>
      )}
    </>
  );
}

interface Drawn {
  view: SystemView;
  drawing: string;
}

function OfUnit(props: { state: WorkbenchState; title: string; unit: UnitProfile }): JSX.Element {
  const { state, title, unit } = props;
  const today = chinaDay(new Date().toISOString());
  const [on, setOn] = useState(today);
  const [drawn, setDrawn] = useState<Drawn | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    unitWork.system(unit, on).then((next) => isWanted && setDrawn(next), state.failed);
    return () => {
      isWanted = false;
    };
  }, [state, unit, on]);
  const total = drawn?.view.summary.total.total ?? 0;
  const handOutTable = (): void =>
    void state.attempt(async () => {
      const { name, content } = await unitWork.systemTable(unit, on);
      download(name, content.type, content);
      state.say(fillSlots(STRUCTURE.exported, { name }));
    });
  const handOutDrawing = ({ drawing }: Drawn): void => {
    const name = fillSlots(STRUCTURE.drawingName, { day: on });
    download(name, SVG_TYPE, drawing);
    state.say(fillSlots(STRUCTURE.exported, { name }));
  };
  return (
    <>
      <header class={`${shared.head} ${printed.unprinted}`}>
        <h1>{title}</h1>
        {drawn === undefined ? null : (
          <>
            <span>{fillSlots(STRUCTURE.facts, { total })}</span>
            <p class={shared.actions}>
              <Button onClick={handOutTable}>{STRUCTURE.table}</Button>
              <Button onClick={() => handOutDrawing(drawn)}>{STRUCTURE.drawing}</Button>
              <Button onClick={() => window.print()}>{STRUCTURE.print}</Button>
            </p>
          </>
        )}
      </header>
      <div class={`${shared.controls} ${printed.unprinted}`}>
        <DayBox label={STRUCTURE.on} day={on} today={today} change={setOn} />
      </div>
      {drawn === undefined ? (
        <p class={shared.quiet}>{STRUCTURE.loading}</p>
      ) : (
        <Shown state={state} drawn={drawn} alt={fillSlots(STRUCTURE.alt, { unit: unit.name, total })} />
      )}
    </>
  );
}

function Shown(props: { state: WorkbenchState; drawn: Drawn; alt: string }): JSX.Element {
  const { state, drawn, alt } = props;
  const { view, drawing } = drawn;
  const misfits = misfitsOf(view);
  return (
    <div class={css.sheet}>
      {view.system.declared ? null : (
        <p class={`${shared.quiet} ${printed.unprinted}`}>
          {STRUCTURE.undeclared}
          <a href={hashOf('unit')}>{STRUCTURE.undeclaredLink}</a>
          {STRUCTURE.undeclaredEnd}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach it */}
      <section class={`${shared.scroll} ${css.drawing}`} aria-label={STRUCTURE.region} tabIndex={0}>
        <img src={addressOf(drawing)} alt={alt} />
      </section>
      <section class={shared.section}>
        <h2>{STRUCTURE.summary}</h2>
        <SummaryTable summary={view.summary} />
      </section>
      <section class={`${shared.section} ${printed.unprinted}`}>
        <h2>{STRUCTURE.misfits}</h2>
        {misfits.every(({ isFine }) => isFine) ? <p>{STRUCTURE.fits}</p> : null}
        <div class={css.misfits}>
          {misfits.map(({ title, lines, isFine }) => (
            <Lines key={title} title={title} lines={lines} {...(isFine ? {} : { tone: 'look' })} />
          ))}
        </div>
      </section>
      <WhenPrinted>{() => <SignLines state={state} />}</WhenPrinted>
    </div>
  );
}
