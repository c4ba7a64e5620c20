import { fillSlots, shorten } from '../../../../core/base/text.ts';
import { factsOf, titleOf } from '../../../../core/unit/read-row.ts';
import type { RowTexts, UnitTable } from '../../../../core/unit/tables/unit-table.ts';
import { LinkButton } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useRef } from '../../../ui/preact.ts';
import css from './unit.module.css';
import { UNIT } from './words.ts';

const words = UNIT.part;

/** Characters of a box that are shown. */
const LONG = 60;

/** A row of a part as it is kept, and what can be done with it. */
export function PartRow(props: {
  table: UnitTable;
  row: RowTexts;
  /** It cannot be changed. */
  fixed: boolean;
  /** The form that stood here has just ended. */
  focused: boolean;
  settled(): void;
  change(): void;
  ask(about: 'remove' | 'end'): void;
}): JSX.Element {
  const { table, row, fixed, focused, settled, change, ask } = props;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!focused) return;
    element.current?.querySelector('button')?.focus();
    settled();
  }, [focused]);
  const title = titleOf(table, row);
  const { ends } = table;
  const isOpen = ends !== undefined && row[table.type.columns.find(({ key }) => key === ends.key)?.head ?? ''] === '';
  return (
    <div ref={element} class={css.row}>
      <div>
        {table.form === undefined ? <strong>{title}</strong> : null}
        <p class={css.facts}>
          {factsOf(table, row).map(({ head, text }) => (
            <span key={head}>{fillSlots(words.fact, { head, text: shorten(text, LONG) })}</span>
          ))}
        </p>
      </div>
      {fixed ? null : (
        <p class={css.acts}>
          <LinkButton label={fillSlots(words.changeOf, { title })} onClick={change}>
            {words.change}
          </LinkButton>
          {isOpen && ends ? (
            <LinkButton label={fillSlots(words.actOf, { title, action: ends.action })} onClick={() => ask('end')}>
              {ends.action}
            </LinkButton>
          ) : null}
          {table.form === undefined ? (
            <LinkButton label={fillSlots(words.actOf, { title, action: words.remove })} onClick={() => ask('remove')}>
              {words.remove}
            </LinkButton>
          ) : null}
        </p>
      )}
    </div>
  );
}
