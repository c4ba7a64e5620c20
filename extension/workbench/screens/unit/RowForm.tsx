import { problemOf } from '../../../../core/base/problems.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import { editRow, type Met, type RowsOfPart, rowsIn } from '../../../../core/unit/edit.ts';
import type { UnitProfile } from '../../../../core/unit/profile.ts';
import { boxesOf, namesFor, readTyped, titleOf } from '../../../../core/unit/read-row.ts';
import type { UnitTable } from '../../../../core/unit/tables/unit-table.ts';
import { Button, LinkButton, SubmitButton, ToneWord } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useMemo, useRef, useState } from '../../../ui/preact.ts';
import { type Draft, touchedIn, upon, whereIs } from './drafts.ts';
import { changeUnit } from './keep.ts';
import { RowBox } from './RowBox.tsx';
import css from './unit.module.css';
import { UNIT } from './words.ts';

const words = UNIT.form;

/** 窗口 2 行、岗位要做的 3 行. */
export const partsText = (parts: readonly RowsOfPart[]): string =>
  parts.map((one) => fillSlots(words.part, { ...one })).join('、');

interface FormProps {
  unit: UnitProfile;
  table: UnitTable;
  draft: Draft;
  change(draft: Draft): void;
  /** The form ends; `said` tells what was kept. */
  done(said?: string): void;
}

/** A row of a part, to be written anew or changed; what is wrong with a box stands beside it. */
export function RowForm({ unit, table, draft, change, done }: FormProps): JSX.Element {
  const form = useRef<HTMLFormElement>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState('');
  const met = whereIs(unit, table, draft);
  const isLost = draft.was !== undefined && met.at === undefined;
  const texts = useMemo(() => textsOn(unit, table, met, draft), [unit, table, met.at, draft]);
  const read = useMemo(() => readTyped(unit, table, met.at, texts), [unit, table, met.at, texts]);
  const isFaulty = Object.keys(read.faults).length > 0 || read.fault !== undefined;
  const boxes = boxesOf(table);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), []);
  useEffect(() => {
    if (tried) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tried]);

  const keep = async (): Promise<void> => {
    const kept = { title: '', along: '' };
    try {
      const whole = await changeUnit((now) => {
        if (now === undefined) return undefined;
        const found = whereIs(now, table, draft);
        if (found.now !== undefined || (draft.was !== undefined && found.at === undefined)) return undefined;
        const typed = readTyped(now, table, found.at, textsOn(now, table, found, draft));
        if (Object.keys(typed.faults).length > 0 || typed.fault !== undefined) return undefined;
        const edited = editRow(now, table, found.at, typed.change);
        const rows = rowsIn(table, edited.profile);
        kept.title = titleOf(table, rows[found.at ?? rows.length - 1] ?? {}) || table.type.name;
        kept.along = partsText(edited.along);
        return edited.profile;
      });
      if (whole) done(fillSlots(kept.along === '' ? words.kept : words.keptAlong, kept));
      else setTrouble(words.notKept);
    } catch (error) {
      setTrouble(problemOf(error).message);
    }
  };
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    setTried(isFaulty);
    setTrouble('');
    if (busy || isFaulty || met.now !== undefined || isLost) return;
    if (draft.was !== undefined && touchedIn(table, draft).length === 0) return done();
    setBusy(true);
    await keep();
    setBusy(false);
  };
  return (
    <form ref={form} class={css.form} aria-label={words.label} onSubmit={(event) => void send(event)}>
      {boxes.map((column) => {
        const { key, head } = column;
        const isSaid = tried || left.has(key);
        return (
          <RowBox
            key={key}
            column={column}
            value={texts[head] ?? ''}
            offered={namesFor(table, key, unit)}
            fault={isSaid ? read.faults[key] : undefined}
            doubt={isSaid ? read.doubts[key] : undefined}
            change={(value) => {
              setTried(false);
              change({ ...draft, texts: { ...draft.texts, [head]: value } });
            }}
            left={() => setLeft((before) => new Set([...before, key]))}
          />
        );
      })}
      {/* While it is kept, what differs is what was written here. */}
      {busy ? null : <Meanwhile {...{ table, met, isLost, draft, change }} drop={() => done()} />}
      {tried && read.fault !== undefined ? <Said>{read.fault}</Said> : null}
      {trouble === '' ? null : <Said>{trouble}</Said>}
      <p class={css.sample}>
        <SubmitButton busy={busy}>{words.keep}</SubmitButton>
        <Button onClick={() => done()}>{draft.was === undefined ? words.dropNew : words.drop}</Button>
      </p>
    </form>
  );
}

/** What the boxes say: those that the person touched what was written, the others what stands there now. */
const textsOn = (now: UnitProfile, table: UnitTable, { at }: Met, draft: Draft): Draft['texts'] =>
  at === undefined ? draft.texts : upon(table, draft, at, rowsIn(table, now)[at] ?? {}).texts;

const Said = ({ children }: { children: string }): JSX.Element => (
  <p role="alert">
    <ToneWord tone="must">
      <span class={css.said}>{children}</span>
    </ToneWord>
  </p>
);

/** What another tab made of this row in the meantime, and what is to hold. */
function Meanwhile(props: {
  table: UnitTable;
  met: Met;
  isLost: boolean;
  draft: Draft;
  change(draft: Draft): void;
  drop(): void;
}): JSX.Element | null {
  const { table, met, isLost, draft, change, drop } = props;
  if (isLost)
    return (
      <div class={css.meanwhile} role="alert">
        <p>{words.gone}</p>
        <LinkButton onClick={() => change({ part: draft.part, texts: draft.texts })}>{words.asNew}</LinkButton>
        <LinkButton onClick={drop}>{words.drop}</LinkButton>
      </div>
    );
  if (met.now === undefined) return null;
  const { at, now, heads } = met;
  const theirs = Object.fromEntries(heads.map((head) => [head, now[head] ?? '']));
  const mine = upon(table, draft, at, now);
  return (
    <div class={css.meanwhile} role="alert">
      {heads.map((head) => (
        <p key={head}>{fillSlots(words.otherwise, { head, text: theirs[head] || words.empty })}</p>
      ))}
      <LinkButton onClick={() => change(mine)}>{words.mine}</LinkButton>
      <LinkButton onClick={() => change({ ...mine, texts: { ...mine.texts, ...theirs } })}>{words.theirs}</LinkButton>
    </div>
  );
}
