import { isDateText } from '../base/dates.ts';
import { squeeze } from '../base/text.ts';
import { type GridCell, type GridPair, pairOf } from './cells.ts';
import { type IsLabel, isLabelText } from './labels.ts';
import type { Layout, Slot } from './layout.ts';

/** Labels in a row with their values in the rows below. */
export interface Columns<Cell extends GridCell> {
  pairs: GridPair<Cell>[];
  /** Rows below that belong to the labels. */
  rows: number;
}

/**
 * Reads a row of labels as headings of columns; undefined when the rows below say otherwise.
 * @param taken cells that belong to a pair; those used here are added
 */
export function pairsBelow<Cell extends GridCell>(
  layout: Layout<Cell>,
  labels: readonly Slot<Cell>[],
  taken: Set<Slot<Cell>>,
  isLabel: IsLabel,
): Columns<Cell> | undefined {
  const body = rowsUnder(layout, labels);
  if (body.length === 0 || isMatrix(body, isLabel) || isSideBySide(layout, labels, body)) return undefined;
  return { pairs: pairsAbove(layout, labels, body, taken), rows: body.length };
}

/** The rows below a row of labels that have a value or nothing under each label, and no label of their own. */
function rowsUnder<Cell extends GridCell>(
  { slots, squares }: Layout<Cell>,
  labels: readonly Slot<Cell>[],
): (readonly Slot<Cell>[])[] {
  const found: (readonly Slot<Cell>[])[] = [];
  const row = labels[0]?.row ?? 0;
  const head = slots[row] ?? [];
  for (let below = row + 1; below < slots.length; below += 1) {
    const line = slots[below] ?? [];
    if (line.length === 0) break;
    // 审批意见 over a part with labels of its own is its heading.
    if (labels.length === 1 && line.some(({ cell }) => cell.own)) break;
    const fits = labels.every((label) => {
      const under = squares[below]?.[label.column];
      return under === undefined || (under.column === label.column && under.columns === label.columns);
    });
    const anything = line.some((slot) => slot.sort === 'value');
    if (!fits || line.length !== head.length || (!anything && found.length === 0 && labels.length < 2)) break;
    if (line.filter((slot) => slot.sort === 'label').length > (line.length >= 3 ? 1 : 0)) break;
    found.push(line);
  }
  return found;
}

/** Rows named by a label in front (编制 | 张三 | 日期) are read from the left. */
function isMatrix<Cell extends GridCell>(body: readonly (readonly Slot<Cell>[])[], isLabel: IsLabel): boolean {
  return body.every((line) => line[0]?.sort === 'label' && isLabelText(line[0].text, isLabel));
}

/** Two columns are as a rule a label and its value: only marked headings, or names, dates and boxes below, say otherwise. */
function isSideBySide<Cell extends GridCell>(
  { slots }: Layout<Cell>,
  labels: readonly Slot<Cell>[],
  body: readonly (readonly Slot<Cell>[])[],
): boolean {
  if (labels.length !== 2 || labels.every((slot) => slot.cell.header)) return false;
  const columns = slots[labels[0]?.row ?? 0]?.filter(({ sort }) => sort !== 'empty').length;
  if (columns !== 2) return false;
  return (body[0] ?? []).some((slot) => {
    const text = squeeze(slot.text);
    return text !== '' && !/^\p{Script=Han}{2,3}$/u.test(text) && !isDateText(text);
  });
}

function pairsAbove<Cell extends GridCell>(
  { squares }: Layout<Cell>,
  labels: readonly Slot<Cell>[],
  body: readonly (readonly Slot<Cell>[])[],
  taken: Set<Slot<Cell>>,
): GridPair<Cell>[] {
  const last = body.findLastIndex((line) => line.some((slot) => slot.sort !== 'empty'));
  // Empty rows below the only thing of a list are room for more.
  const filled = last === 0 && body.length > 2 ? body.slice(0, 1) : body;
  const [first, second] = filled;
  // Names and below them their dates; two rows of anything else are two things of a list.
  const dates =
    filled.length === 2 &&
    (second ?? []).every((slot) => slot.sort === 'empty' || isDateText(slot.text)) &&
    !(first ?? []).some((slot) => isDateText(slot.text));
  const room = filled.length === 2 && (second ?? []).every((slot) => slot.sort === 'empty');
  if (filled.length > 1 && !dates && !room) return [];
  const pairs: GridPair<Cell>[] = [];
  for (const label of labels) {
    const under = squares[label.row + 1]?.[label.column];
    if (!under || taken.has(under)) continue;
    const below = dates ? squares[label.row + 2]?.[label.column] : undefined;
    taken.add(label).add(under);
    if (below) taken.add(below);
    pairs.push(pairOf('cell-above', label.cell, under.cell, below?.cell));
  }
  return pairs;
}
