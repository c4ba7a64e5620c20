import { problemOf } from '../../../../core/base/problems.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import { editRow, meetAgain, rowsIn } from '../../../../core/unit/edit.ts';
import type { UnitProfile } from '../../../../core/unit/profile.ts';
import { readTyped, titleOf } from '../../../../core/unit/read-row.ts';
import type { UnitTable } from '../../../../core/unit/tables/unit-table.ts';
import { Dialog, ToneWord } from '../../../ui/parts.tsx';
import { type JSX, useId, useState } from '../../../ui/preact.ts';
import shared from '../../workbench.module.css';
import { changeUnit } from './keep.ts';
import { partsText } from './RowForm.tsx';
import css from './unit.module.css';
import { UNIT } from './words.ts';

interface QuestionProps {
  unit: UnitProfile;
  table: UnitTable;
  at: number;
  /** The question is answered; `said` tells what was done. */
  done(said?: string): void;
}

/** Does something with a row as long as it still reads as it did; otherwise says so. */
async function withRow(
  { unit, table, at }: QuestionProps,
  work: (now: UnitProfile, at: number) => UnitProfile,
): Promise<string> {
  const was = rowsIn(table, unit)[at] ?? {};
  const heads = table.type.columns.map(({ head }) => head);
  try {
    const whole = await changeUnit((now) => {
      const met = now && meetAgain(now, table, { at, was, heads });
      return now === undefined || met?.at === undefined || met.now !== undefined ? undefined : work(now, met.at);
    });
    return whole ? '' : UNIT.form.notKept;
  } catch (error) {
    return problemOf(error).message;
  }
}

/** Asks once before a row is taken away, with what goes with it. */
export function RemoveRow(props: QuestionProps): JSX.Element {
  const { unit, table, at, done } = props;
  const words = UNIT.remove;
  const [trouble, setTrouble] = useState('');
  const title = titleOf(table, rowsIn(table, unit)[at] ?? {});
  const { along, stays } = editRow(unit, table, at, undefined);
  const remove = async (): Promise<void> => {
    const said = await withRow(props, (now, place) => editRow(now, table, place, undefined).profile);
    if (said === '') done(fillSlots(words.done, { title }));
    else setTrouble(said);
  };
  return (
    <Dialog
      title={fillSlots(words.title, { title })}
      action={words.action}
      onAction={() => void remove()}
      onClose={() => done()}
    >
      {table.ends === undefined ? null : <p>{fillSlots(words.ends, { action: table.ends.action })}</p>}
      {along.length === 0 ? null : <p>{fillSlots(words.along, { parts: partsText(along) })}</p>}
      {stays.length === 0 ? null : <p>{fillSlots(words.stays, { parts: partsText(stays) })}</p>}
      {along.length === 0 && stays.length === 0 ? <p>{words.alone}</p> : null}
      {trouble === '' ? null : <p role="alert">{trouble}</p>}
    </Dialog>
  );
}

/** Gives a row its last day: what is over stays, so that who was there then has an answer. */
export function EndRow(props: QuestionProps & { ends: NonNullable<UnitTable['ends']> }): JSX.Element {
  const { unit, table, at, ends, done } = props;
  const id = useId();
  const [day, setDay] = useState('');
  const [all, setAll] = useState(false);
  const [trouble, setTrouble] = useState('');
  const head = table.type.columns.find(({ key }) => key === ends.key)?.head ?? '';
  const rows = rowsIn(table, unit);
  const name = table.nameIn?.(rows[at] ?? {}) ?? '';
  const openRows = (now: UnitProfile, but: number): number[] =>
    rowsIn(table, now).flatMap((row, place) =>
      place !== but && table.nameIn?.(row) === name && (row[head] ?? '') === '' ? [place] : [],
    );
  const others = openRows(unit, at).length;
  const end = async (): Promise<void> => {
    if (day === '') return setTrouble(fillSlots(UNIT.end.noDay, { day: ends.day }));
    const { fault } = readTyped(unit, table, at, { ...rows[at], [head]: day });
    if (fault !== undefined) return setTrouble(fault);
    const said = await withRow(props, (now, place) =>
      [place, ...(all ? openRows(now, place) : [])].reduce(
        (result, one) => editRow(result, table, one, { [ends.key]: day }).profile,
        now,
      ),
    );
    if (said === '') done(fillSlots(UNIT.end.done, { name, day }));
    else setTrouble(said);
  };
  return (
    <Dialog
      title={fillSlots(UNIT.end.title, { name, action: ends.action })}
      action={ends.action}
      onAction={() => void end()}
      onClose={() => done()}
    >
      <p>{UNIT.end.why}</p>
      <p class={css.name}>
        <label for={id}>{ends.day}</label>
        <input
          id={id}
          class={shared.input}
          type="date"
          value={day}
          onInput={(event) => setDay(event.currentTarget.value)}
        />
      </p>
      {others === 0 ? null : (
        <p>
          <label class={css.all}>
            <input type="checkbox" checked={all} onChange={() => setAll(!all)} />
            {fillSlots(ends.others, { count: others })}
          </label>
        </p>
      )}
      {trouble === '' ? null : (
        <p role="alert">
          <ToneWord tone="must">
            <span class={css.said}>{trouble}</span>
          </ToneWord>
        </p>
      )}
    </Dialog>
  );
}
