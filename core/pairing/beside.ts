import { isDateText } from '../base/dates.ts';
import { type GridCell, type GridPair, pairOf } from './cells.ts';
import { type IsLabel, isLabelText, plainLabel } from './labels.ts';
import { endsWithColon, type Layout, type Slot } from './layout.ts';

const DATE_COLUMN = /日期|时间/;

/** The pair of a label with the cell to its right; undefined when the label says nothing. `taken` as in `pairsBelow`. */
export function pairBeside<Cell extends GridCell>(
  layout: Layout<Cell>,
  label: Slot<Cell>,
  taken: Set<Slot<Cell>>,
  isLabel: IsLabel,
): GridPair<Cell> | undefined {
  const { squares, emptyColumns } = layout;
  let nothing: Slot<Cell> | undefined;
  for (let down = label.row; down < label.row + label.rows; down += 1) {
    const line = squares[down] ?? [];
    for (let column = label.column + label.columns; column < line.length; column += 1) {
      const next = line[column];
      if (!next || next === label) continue;
      if (next.sort === 'empty') {
        nothing ??= next;
        if (emptyColumns.has(next.column)) continue;
        break;
      }
      if (next.sort === 'label' || taken.has(next) || next.cell.own) break;
      const date = dateOf(layout, label, next, line);
      taken.add(label).add(next);
      if (date) taken.add(date);
      return pairOf('cell-left', label.cell, next.cell, date?.cell);
    }
  }
  if (nothing) {
    taken.add(label);
    return pairOf('cell-left', label.cell, nothing.cell);
  }
  const next = squares[label.row]?.[label.column + label.columns];
  const alone = (layout.slots[label.row] ?? []).every((slot) => slot.sort !== 'value');
  if (endsWithColon(label) && (!next || alone)) return pairOf('same-cell', label.cell, label.cell);
  // Two labels that meet: the first one's value is missing. A row of labels alone says nothing.
  return next?.sort === 'label' && !alone && isLabelText(label.text, isLabel)
    ? { label: plainLabel(label.text), value: '', labelCell: label.cell, kind: 'cell-left' }
    : undefined;
}

/** The date that belongs to a value: beside it in a column of dates, or below it beside a label over two rows. */
function dateOf<Cell extends GridCell>(
  { squares }: Layout<Cell>,
  label: Slot<Cell>,
  value: Slot<Cell>,
  line: readonly (Slot<Cell> | undefined)[],
): Slot<Cell> | undefined {
  const after = line[value.column + value.columns];
  if (
    after?.sort === 'value' &&
    after.row > 0 &&
    isDateText(after.text) &&
    DATE_COLUMN.test(squares[0]?.[after.column]?.text ?? '')
  )
    return after;
  const under = label.rows > 1 ? squares[value.row + value.rows]?.[value.column] : undefined;
  return under &&
    under.row < label.row + label.rows &&
    under.column === value.column &&
    under.sort === 'value' &&
    isDateText(under.text)
    ? under
    : undefined;
}
