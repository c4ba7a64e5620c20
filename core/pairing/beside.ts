import { isDateText } from '../base/dates.ts';
import { squeeze } from '../base/text.ts';
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
  const captioned = valueOfCaptions(layout, label, taken);
  if (captioned) return captioned;
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
      // 签发： with nothing behind it, and beside it 核稿：已核。钱一.
      if (next.own && endsWithColon(label)) break;
      // 来文单位 | (empty) | 来文编号 | …: behind an empty box a cell that is not the last may be a label of an unknown word.
      if (nothing && !endsRow(line, next)) break;
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
  const alone = (layout.slots[label.row] ?? []).every((slot) => slot.sort !== 'value' || slot.own);
  if (endsWithColon(label) && (!next || alone)) return pairOf('same-cell', label.cell, label.cell);
  // Two labels that meet: the first one's value is missing. A row of labels alone says nothing.
  return next?.sort === 'label' && !alone && isLabelText(label.text, isLabel)
    ? { label: plainLabel(label.text), value: '', labelCell: label.cell, kind: 'cell-left' }
    : undefined;
}

/** Captions of the parts of a signature. */
const CAPTION = /^(?:意见|签署意见|签名|签字|签章|姓名|签名人|日期|时间|签名日期|签字日期)$/u;

/**
 * The value of a label over several rows, each of which begins with a caption: 签发 with 意见 | 同意 and below it 签名 | 钱立 |
 * 2024-03-05. The captions are left out, each row is a line.
 */
function valueOfCaptions<Cell extends GridCell>(
  { squares }: Layout<Cell>,
  label: Slot<Cell>,
  taken: Set<Slot<Cell>>,
): GridPair<Cell> | undefined {
  if (label.rows < 2) return undefined;
  const parts: { caption: string; text: string }[] = [];
  const used: Slot<Cell>[] = [];
  for (let down = label.row; down < label.row + label.rows; down += 1) {
    let caption = '';
    for (const slot of new Set((squares[down] ?? []).slice(label.column + label.columns))) {
      if (!slot || slot.cell.hasBox || slot.own || taken.has(slot)) return undefined;
      used.push(slot);
      const plain = squeeze(slot.text).replace(/[:：]$/, '');
      if (CAPTION.test(plain)) caption = plain;
      else if (caption === '') return undefined;
      else if (slot.text !== '') parts.push({ caption: down + caption, text: slot.text });
    }
    if (caption === '') return undefined;
  }
  for (const slot of [label, ...used]) taken.add(slot);
  const lines = Map.groupBy(parts, ({ caption }) => (/(?:日期|时间)$/u.test(caption) ? 'date' : caption));
  const value = [...lines.values()].map((line) => line.map(({ text }) => text).join(' ')).join('\n');
  return { label: plainLabel(label.text), value, labelCell: label.cell, valueCell: label.cell, kind: 'same-cell' };
}

/** True when nothing or a known label follows in the row. */
function endsRow<Cell extends GridCell>(line: readonly (Slot<Cell> | undefined)[], slot: Slot<Cell>): boolean {
  const after = line[slot.column + slot.columns];
  return after === undefined || after.sort === 'label';
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
