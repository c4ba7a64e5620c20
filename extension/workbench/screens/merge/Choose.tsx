import { fillSlots } from '../../../../core/base/text.ts';
import type { Witness } from '../../../../core/ledger/merge/questions.ts';
import { SEAT_LENGTH } from '../../../messages/settings.ts';
import { MOST_BUNDLES } from '../../../messages/to-background.ts';
import { FilePicker } from '../../../ui/FilePicker.tsx';
import { Button } from '../../../ui/parts.tsx';
import { type JSX, useState } from '../../../ui/preact.ts';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import css from './merge.module.css';
import { MERGE } from './words.ts';

/** One line of a signed sheet as it is typed. */
interface Typed {
  seat: string;
  sequence: string;
  hash: string;
}
const NOTHING: Typed = { seat: '', sequence: '', hash: '' };
const withoutSpaces = (text: string): string => text.replace(/\s/gu, '').toLowerCase();

/** What was typed; undefined for what is no fingerprint. Lines without one say nothing. */
function readTyped(typed: readonly Typed[]): (Witness | undefined)[] {
  return typed
    .map(({ seat, sequence, hash }) => ({
      ...{ seat: seat.trim(), number: Number(withoutSpaces(sequence)), hash: withoutSpaces(hash) },
    }))
    .filter(({ hash }) => hash !== '')
    .map(({ seat, number, hash }) => {
      if (!/^[0-9a-f]{64}$/.test(hash)) return undefined;
      const numbered = Number.isSafeInteger(number) && number > 0;
      return { hash, ...(numbered ? { sequence: number } : {}), ...(seat === '' ? {} : { seat }) };
    });
}

/** The files, and what a signed sheet says of them. */
export function Choose(props: {
  state: WorkbenchState;
  first: boolean;
  compare(files: File[], witnesses: Witness[]): void;
}): JSX.Element {
  const { state, first, compare } = props;
  const [typed, setTyped] = useState<readonly Typed[]>([NOTHING]);
  const witnesses = readTyped(typed);
  const known = witnesses.filter((one) => one !== undefined);
  const bad = known.length < witnesses.length;
  const change = (index: number, part: Partial<Typed>): void =>
    setTyped(typed.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const take = (files: File[]): void => {
    if (bad) state.say(MERGE.witness.bad);
    else if (files.length > MOST_BUNDLES) state.say(fillSlots(MERGE.too, { most: MOST_BUNDLES }));
    else compare(files, known);
  };
  const { witness } = MERGE;
  return (
    <>
      <details class={css.witness}>
        <summary>{witness.title}</summary>
        <p class={shared.quiet}>{witness.hint}</p>
        {typed.map((one, index) => (
          <p key={index} class={css.typed}>
            <label>
              {witness.seat}
              <input
                class={`${shared.input} ${css.seat}`}
                maxLength={SEAT_LENGTH}
                value={one.seat}
                onInput={(event) => change(index, { seat: event.currentTarget.value })}
              />
            </label>
            <label>
              {witness.sequence}
              <input
                class={shared.input}
                inputMode="numeric"
                maxLength={9}
                value={one.sequence}
                onInput={(event) => change(index, { sequence: event.currentTarget.value })}
              />
            </label>
            <label>
              {witness.label}
              <input
                class={`${shared.input} ${css.hash}`}
                maxLength={100}
                value={one.hash}
                onInput={(event) => change(index, { hash: event.currentTarget.value })}
              />
            </label>
          </p>
        ))}
        {bad ? <p role="alert">{witness.bad}</p> : null}
        <p>
          <Button onClick={() => setTyped([...typed, NOTHING])}>{witness.add}</Button>
        </p>
      </details>
      <FilePicker
        label={MERGE.label}
        drop={MERGE.drop}
        choose={first ? MERGE.choose : MERGE.another}
        second={!first}
        multiple
        accept=".zip,.jsonl,.json"
        take={(file) => take([file])}
        several={take}
      >
        <p class={shared.quiet}>{MERGE.how}</p>
        <p class={shared.quiet}>{MERGE.holds}</p>
      </FilePicker>
    </>
  );
}
