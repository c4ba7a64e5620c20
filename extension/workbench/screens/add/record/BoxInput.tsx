import { chinaDay } from '../../../../../core/base/dates.ts';
import { hintOf } from '../../../../../core/exports/records/columns.ts';
import { LONGEST_BOX } from '../../../../../core/records/kept-record.ts';
import type { RecordBox } from '../../../../../core/records/record-type.ts';
import { type JSX, useId } from '../../../../ui/preact.ts';
import shared from '../../../workbench.module.css';
import { FullNote, GapNote, Row } from '../parts.tsx';
import css from './record.module.css';
import { RECORD } from './words.ts';

/** Characters of a box that is one line. */
const LONGEST_LINE = 200;

interface BoxProps {
  box: RecordBox;
  value: string;
  change(value: string): void;
  /** It tells the fact's own day: none that has not come. */
  isDay?: boolean;
}

/** What is typed into a box, by its type. Nothing stands there before somebody writes it. */
export function BoxInput(props: BoxProps & { id: string; label?: string }): JSX.Element {
  const { box, id, value, change } = props;
  const words = `${id}-words`;
  const common = {
    id,
    class: shared.input,
    value,
    autocomplete: 'off',
    ...(props.label === undefined ? {} : { 'aria-label': props.label }),
    onInput: (event: { currentTarget: { value: string } }) => change(event.currentTarget.value),
  } as const;
  if (box.type === 'long')
    return (
      <>
        <textarea rows={2} maxLength={LONGEST_BOX} {...common} />
        <FullNote value={value} most={LONGEST_BOX} />
      </>
    );
  if (box.type === 'date')
    return <input type="date" {...(props.isDay ? { max: chinaDay(new Date().toISOString()) } : {})} {...common} />;
  return (
    <>
      <input
        type="text"
        maxLength={LONGEST_LINE}
        {...common}
        {...(box.type === 'number' ? { inputMode: 'decimal' as const } : {})}
        {...(box.choices === undefined ? {} : { list: words })}
      />
      {box.choices === undefined ? null : (
        <datalist id={words}>
          {box.choices.split(' ').map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
      <FullNote value={value} most={LONGEST_LINE} />
    </>
  );
}

/** A box with its label, whether it should be filled in, and how. */
export function BoxRow(props: BoxProps): JSX.Element {
  const id = useId();
  const { box, isDay = false } = props;
  // The browser's own box for days shows how they are written.
  const hint = box.type === 'date' && box.hint === undefined ? '' : hintOf(box);
  return (
    <Row label={<BoxName box={box} />} hint={hint} for={id}>
      <BoxInput {...props} id={id} />
      {isDay ? <GapNote day={props.value} /> : null}
    </Row>
  );
}

/** The name of a box; a star where it should be filled in. */
export function BoxName({ box }: { box: RecordBox }): JSX.Element {
  return (
    <>
      {box.name}
      {box.optional ? null : (
        <abbr class={css.star} title={RECORD.required}>
          {RECORD.requiredMark}
        </abbr>
      )}
    </>
  );
}
