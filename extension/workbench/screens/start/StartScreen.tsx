import { chinaDay } from '../../../../core/base/dates.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import type { LedgerEntry } from '../../../../core/ledger/entry.ts';
import { isSampleUnit, SAMPLE_UNIT } from '../../../../core/unit/sample.ts';
import { handOut } from '../../../exports/hand-out.ts';
import { ask } from '../../../messages/ask.ts';
import { demoPage } from '../../../messages/demo.ts';
import { SeatForm } from '../../../options/SeatForm.tsx';
import { Badge, Button, ButtonLink } from '../../../ui/parts.tsx';
import { type ComponentChildren, type JSX, useEffect, useState } from '../../../ui/preact.ts';
import { hashOf } from '../../route.ts';
import type { ScreenProps } from '../../screen.ts';
import type { WorkbenchState } from '../../state.ts';
import { unitName } from '../../unit-name.ts';
import { WORKBENCH } from '../../words.ts';
import shared from '../../workbench.module.css';
import css from './start.module.css';
import { START } from './words.ts';

/** What to do the first time, each with its state; and a document to try everything on. */
export function StartScreen({ state, title }: ScreenProps): JSX.Element {
  return (
    <article class={css.start}>
      <header class={shared.head}>
        <h1>{title}</h1>
      </header>
      <p class={shared.quiet}>{START.lead}</p>
      <ol class={css.steps}>
        <Seat state={state} />
        <Unit state={state} />
        <Kept state={state} />
      </ol>
      <section class={css.demo}>
        <h2>{START.demo.title}</h2>
        <p>{START.demo.why}</p>
        <ol class={css.lines}>
          {START.demo.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>
          <ButtonLink href={demoPage()} apart>
            {START.demo.openIt}
          </ButtonLink>
        </p>
      </section>
    </article>
  );
}

/** One thing to do. `done`: undefined where it cannot be done yet. */
function Step(props: {
  id: string;
  title: string;
  done: boolean | undefined;
  children: ComponentChildren;
}): JSX.Element {
  const { done } = props;
  return (
    <li aria-labelledby={props.id}>
      <h2>
        <span id={props.id}>{props.title}</span>{' '}
        <Badge tone={done === false ? 'later' : 'fine'}>
          {done === undefined ? START.later : done ? START.done : START.open}
        </Badge>
      </h2>
      {props.children}
    </li>
  );
}

function Seat({ state }: { state: WorkbenchState }): JSX.Element {
  const settings = state.settings.value;
  return (
    <Step id="start-seat" title={START.seat.title} done={settings?.seatNamed === true}>
      <SeatForm labelledBy="start-seat" />
    </Step>
  );
}

function Unit({ state }: { state: WorkbenchState }): JSX.Element {
  const unit = state.settings.value?.unit;
  const sample = isSampleUnit(unit);
  const { unit: words } = START;
  const trySample = async (): Promise<void> => {
    const text = JSON.stringify(SAMPLE_UNIT);
    if (await state.attempt(async () => void (await ask('importUnit', { name: SAMPLE_UNIT.name, text }))))
      state.say(words.tried);
  };
  const remove = async (): Promise<void> => {
    if (await state.attempt(async () => void (await ask('removeUnit', {})))) state.say(words.removed);
  };
  return (
    <Step id="start-unit" title={words.title} done={unit !== undefined && !sample}>
      <p class={shared.quiet}>{words.why}</p>
      {unit === undefined ? null : <p>{fillSlots(sample ? words.sampleAs : words.as, { name: unit.name })}</p>}
      <p class={css.row}>
        <ButtonLink href={hashOf('unit')}>{sample ? words.importOwn : words.importIt}</ButtonLink>
        {unit === undefined ? <Button onClick={() => void trySample()}>{words.trySample}</Button> : null}
        {sample ? <Button onClick={() => void remove()}>{words.removeSample}</Button> : null}
      </p>
    </Step>
  );
}

function Kept({ state }: { state: WorkbenchState }): JSX.Element {
  const { kept: words } = START;
  const head = state.head.value?.sequence;
  const [last, setLast] = useState<LedgerEntry | undefined>(undefined);
  const [exporting, setExporting] = useState(false);
  useEffect(() => void state.attempt(async () => setLast(await state.reader.lastExport())), [state, head]);
  const exportIt = async (): Promise<void> => {
    setExporting(true);
    await state.attempt(async () => {
      const name = await handOut('bundle', unitName(state.settings.value?.unit));
      state.say(fillSlots(WORKBENCH.exported, { name }));
    });
    setExporting(false);
  };
  const empty = head === undefined || head === 0;
  return (
    <Step id="start-kept" title={words.title} done={empty ? undefined : last !== undefined}>
      <ul class={css.lines}>
        {words.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        {empty
          ? words.none
          : last === undefined
            ? fillSlots(words.never, { count: head })
            : fillSlots(words.last, { date: chinaDay(last.registeredAt) })}
      </p>
      <p class={css.row}>
        {empty ? null : (
          <Button disabled={exporting} onClick={() => void exportIt()}>
            {words.exportIt}
          </Button>
        )}
        <a href={hashOf('backup')}>{words.findAgain}</a>
      </p>
    </Step>
  );
}
