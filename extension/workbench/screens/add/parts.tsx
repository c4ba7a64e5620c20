import { chinaDay } from '../../../../core/base/dates.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import { registrationGap } from '../../../../core/evaluation/evaluate.ts';
import type { EntryRef } from '../../../../core/evaluation/loops/kept-records.ts';
import { itemsOf, PILOT_SCORECARD } from '../../../../core/evaluation/scorecard.ts';
import type { LedgerEntry } from '../../../../core/ledger/entry.ts';
import { LinkButton, SubmitButton } from '../../../ui/parts.tsx';
import { type ComponentChildren, type JSX, useId, useState } from '../../../ui/preact.ts';
import { hashOf } from '../../route.ts';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import css from './add.module.css';
import type { RecordPlace } from './place.ts';
import { ADD } from './words.ts';

/** Earlier evidence whose place a new one takes. */
export interface Renewed {
  at: EntryRef;
  title: string;
  indicators: string[];
}

/** What every form is given. */
export interface FormProps {
  state: WorkbenchState;
  /** The item from whose row it was opened. */
  indicator: string | undefined;
  /** The record that the address asks for. */
  record: RecordPlace | undefined;
  /** The evidence that the address asks to renew. */
  renewed: Renewed | undefined;
  /** Under what its draft is found again. */
  draft: string;
  /** Another entry is asked for: what was said of the one before would stand beside a refusal. */
  begun(): void;
  /** An entry was made: the form ends. */
  kept(entry: LedgerEntry): void;
}

/** What the forms have in common, and what a person has typed of it. */
export interface Common {
  title: string;
  factOn: string;
  indicators: string[];
}

/** The same of evidence: until when it holds too, and what it renews. */
export interface Lasting extends Common {
  validTo: string;
  renews?: EntryRef;
}

export const emptyCommon = (indicator: string | undefined): Common => ({
  title: '',
  factOn: '',
  indicators: indicator === undefined ? [] : [indicator],
});

/** A form of evidence at its beginning: what it renews is called the same and stands for the same. */
export const emptyLasting = ({ indicator, renewed }: FormProps): Lasting => ({
  ...emptyCommon(indicator),
  validTo: '',
  ...(renewed && { title: renewed.title, indicators: renewed.indicators, renews: renewed.at }),
});

/** A form that appends one entry by the button at its end; while it does, it cannot be sent twice. */
export function KeepForm(props: {
  form: FormProps;
  disabled?: boolean;
  keep(): Promise<LedgerEntry>;
  children: ComponentChildren;
}): JSX.Element {
  const { state, begun, kept } = props.form;
  const [keeping, setKeeping] = useState(false);
  const settings = state.settings.value;
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (keeping) return;
    setKeeping(true);
    begun();
    await state.attempt(async () => kept(await props.keep()));
    setKeeping(false);
  };
  return (
    <form class={css.form} onSubmit={(event) => void send(event)}>
      {props.children}
      <p class={css.end}>
        <SubmitButton disabled={props.disabled ?? false} busy={keeping}>
          {keeping ? ADD.keeping : ADD.keep}
        </SubmitButton>
        {settings === undefined ? null : (
          <span class={shared.quiet}>
            {fillSlots(ADD.seat, { seat: settings.seat })} <a href={hashOf('settings')}>{ADD.seatLink}</a>
          </span>
        )}
      </p>
    </form>
  );
}

/** A label with its box and a hint. */
export function Row(props: {
  label: ComponentChildren;
  hint?: string;
  for: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <div class={css.row}>
      <label for={props.for}>{props.label}</label>
      <div>
        {props.children}
        {props.hint ? <p id={`${props.for}-hint`}>{props.hint}</p> : null}
      </div>
    </div>
  );
}

export function TextRow(props: {
  words: { label: string; hint: string };
  value: string;
  change(value: string): void;
  most: number;
  required?: boolean;
  lines?: number;
}): JSX.Element {
  const id = useId();
  const { words, lines } = props;
  const box = {
    id,
    class: shared.input,
    value: props.value,
    maxLength: props.most,
    required: props.required ?? false,
    autocomplete: 'off',
    ...(words.hint === '' ? {} : { 'aria-describedby': `${id}-hint` }),
    onInput: (event: { currentTarget: { value: string } }) => props.change(event.currentTarget.value),
  } as const;
  return (
    <Row label={words.label} hint={words.hint} for={id}>
      {lines === undefined ? <input type="text" {...box} /> : <textarea rows={lines} {...box} />}
      <FullNote value={props.value} most={props.most} />
    </Row>
  );
}

/** A box that is full: the browser leaves out what is pasted beyond it without a word. */
export function FullNote({ value, most }: { value: string; most: number }): JSX.Element | null {
  return value.length < most ? null : <p role="status">{fillSlots(ADD.full, { most })}</p>;
}

/** The day of the fact. Nothing stands there before somebody writes it; what the thing itself tells is only shown. */
export function DayRow(props: { value: string; change(value: string): void; read?: string }): JSX.Element {
  const id = useId();
  const today = chinaDay(new Date().toISOString());
  const day = props.read || props.value;
  return (
    <Row label={ADD.factOn.label} hint={props.read ? '' : ADD.factOn.hint} for={id}>
      {props.read ? (
        <output id={id}>{fillSlots(ADD.factOn.read, { day: props.read })}</output>
      ) : (
        <input
          id={id}
          class={shared.input}
          type="date"
          max={today}
          aria-describedby={`${id}-hint`}
          value={props.value}
          onInput={(event) => props.change(event.currentTarget.value)}
        />
      )}
      <GapNote day={day} />
    </Row>
  );
}

/** Until when it holds: only what stands on the thing. */
export function ValidToRow({ value, change }: { value: string; change(value: string): void }): JSX.Element {
  const id = useId();
  return (
    <Row label={ADD.validTo.label} hint={ADD.validTo.hint} for={id}>
      <input
        id={id}
        class={shared.input}
        type="date"
        aria-describedby={`${id}-hint`}
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </Row>
  );
}

/** A day that lies far before today, said calmly. */
export function GapNote({ day }: { day: string }): JSX.Element | null {
  const { gapDays = 0, wideGap } = registrationGap({ factOn: day, registeredAt: new Date().toISOString() });
  return wideGap ? <p>{fillSlots(ADD.gap, { days: gapDays })}</p> : null;
}

/** The items for which it stands: chosen one by one, taken away one by one. */
export function Indicators(props: { chosen: readonly string[]; change(chosen: string[]): void }): JSX.Element {
  const id = useId();
  const { chosen } = props;
  const items = itemsOf(PILOT_SCORECARD);
  const nameOf = (one: string): string => `${one} ${items.find((item) => item.id === one)?.name ?? ''}`.trim();
  return (
    <Row label={ADD.indicators.label} hint={ADD.indicators.hint} for={id}>
      <select
        id={id}
        class={shared.input}
        aria-describedby={`${id}-hint`}
        value=""
        onChange={(event) => {
          const { value } = event.currentTarget;
          event.currentTarget.value = '';
          if (value !== '') props.change([...chosen, value]);
        }}
      >
        <option value="">{ADD.indicators.choose}</option>
        {items
          .filter((item) => !chosen.includes(item.id))
          .map((item) => (
            <option key={item.id} value={item.id}>
              {nameOf(item.id)}
            </option>
          ))}
      </select>
      {chosen.length === 0 ? null : (
        <ul class={css.chosen}>
          {chosen.map((one) => (
            <li key={one}>
              <span>{nameOf(one)}</span>
              <LinkButton
                label={fillSlots(ADD.indicators.remove, { name: nameOf(one) })}
                onClick={() => props.change(chosen.filter((other) => other !== one))}
              >
                ×
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </Row>
  );
}
