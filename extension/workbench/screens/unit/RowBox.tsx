import type { TableColumn } from '../../../../core/tables/table-type.ts';
import { TABLE_WORDS } from '../../../../core/tables/words.ts';
import { ToneWord } from '../../../ui/parts.tsx';
import { type JSX, useId } from '../../../ui/preact.ts';
import shared from '../../workbench.module.css';
import { Row } from '../add/parts.tsx';
import css from './unit.module.css';
import { UNIT } from './words.ts';

const words = UNIT.form;

/** Characters of a box of one thing, and of one of several or of a long text: what a cell of a table may have. */
const [LONGEST_LINE, LONGEST] = [500, 5_000];
const SEVERAL = ['names', 'list', 'designations'];

/** A box of a row: what is typed into it, by the kind of its column, and what is said of it. */
export function RowBox(props: {
  column: TableColumn;
  value: string;
  /** Things of another part that may stand in it. */
  offered: { part: string; names: readonly string[] };
  fault: string | undefined;
  doubt: string | undefined;
  change(value: string): void;
  left(): void;
}): JSX.Element {
  const id = useId();
  const { column, value, offered, fault, doubt, change } = props;
  const { kind = 'text', head, required, hint, choices } = column;
  const isList = SEVERAL.includes(kind);
  const list = isList ? [] : [...(choices?.split(' ') ?? []), ...offered.names];
  const said = hint ?? (kind === 'day' ? '' : TABLE_WORDS.kinds[kind]);
  const box = {
    id,
    class: shared.input,
    value,
    autocomplete: 'off',
    maxLength: kind === 'long' || isList ? LONGEST : LONGEST_LINE,
    'aria-invalid': fault !== undefined,
    'aria-describedby': [said && `${id}-hint`, (fault ?? doubt) && `${id}-said`].filter(Boolean).join(' ') || undefined,
    onInput: (event: { currentTarget: { value: string } }) => change(event.currentTarget.value),
    onBlur: props.left,
  } as const;
  const label = (
    <>
      {head}
      {required ? (
        <abbr class={css.star} title={words.required}>
          {TABLE_WORDS.required}
        </abbr>
      ) : null}
    </>
  );
  return (
    <Row label={label} hint={said} for={id}>
      {kind === 'long' ? (
        <textarea rows={3} {...box} />
      ) : (
        <input type={kind === 'day' ? 'date' : 'text'} {...box} {...(list.length > 0 ? { list: `${id}-list` } : {})} />
      )}
      {list.length === 0 ? null : (
        <datalist id={`${id}-list`}>
          {list.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
      {isList && offered.names.length > 0 ? <AddOne {...{ head, value, offered, change }} /> : null}
      {fault === undefined && doubt === undefined ? null : (
        <p id={`${id}-said`}>
          <ToneWord tone={fault === undefined ? 'look' : 'must'}>
            <span class={css.said}>{fault ?? doubt}</span>
          </ToneWord>
        </p>
      )}
    </Row>
  );
}

/** Chooses one more for a box of several. */
function AddOne(props: {
  head: string;
  value: string;
  offered: { part: string; names: readonly string[] };
  change(value: string): void;
}): JSX.Element {
  const { head, value, offered, change } = props;
  const there = value.split('、');
  return (
    <select
      class={`${shared.input} ${css.more}`}
      aria-label={`${head} ${words.addOne.replace('{part}', offered.part)}`}
      value=""
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        event.currentTarget.value = '';
        if (chosen !== '') change(value.trim() === '' ? chosen : `${value}、${chosen}`);
      }}
    >
      <option value="">{words.addOne.replace('{part}', offered.part)}</option>
      {offered.names
        .filter((name) => !there.includes(name))
        .map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
    </select>
  );
}
