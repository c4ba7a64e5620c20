import type { GridCell } from './cells.ts';
import { isListColumn } from './columns.ts';
import type { Layout, Slot } from './layout.ts';

/**
 * The heading of a list of things or of a workflow record: it names columns that no form has, or its rows are numbered or can
 * be chosen.
 */
export function isListHead<Cell extends GridCell>(line: readonly Slot<Cell>[], below: readonly Slot<Cell>[]): boolean {
  const [first, ...rest] = line;
  if (!first || line.length < 3) return false;
  if (rest.some((slot) => slot.cell.hasBox || slot.cell.own || slot.text.length > 10)) return false;
  const under = below[0];
  if (first.cell.hasBox) return first.text === '' && under?.cell.hasBox === true;
  if (under && below.length === line.length && line.length >= 4 && /^\d{1,3}$/.test(under.text)) return true;
  const listed = line.map((slot) => isListColumn(slot.text));
  // 办理人 | 陈明 | 办结时间 | (empty): a form; a head of columns has a word in each.
  const full = line.every((slot) => slot.sort !== 'empty');
  return listed[0]
    ? listed.slice(1).includes(true) || (line.length >= 4 && full)
    : listed.some((yes, at) => yes && listed[at + 1] === true);
}

/**
 * The heading of a list in which nothing is written yet: 姓名 | 工作单位 | 电话 over rows of empty cells. A form has a place
 * for a value beside each of its labels.
 */
export function isHeadOfBlankList<Cell extends GridCell>({ slots }: Layout<Cell>, row: number): boolean {
  const line = slots[row] ?? [];
  const below = slots.slice(row + 1, row + 1 + BLANK_ROWS);
  if (line.length < 3 || below.length < BLANK_ROWS) return false;
  if (line.some(({ cell, text, own, sort }) => own || cell.hasBox || sort === 'empty' || text.length > 10))
    return false;
  // 拟稿人 | 王芳 | 核稿人 | 李明: each label has its value.
  if (line.every(({ sort }, at) => (sort === 'label') === (at % 2 === 0))) return false;
  return below.every((cells) => cells.length === line.length && cells.every(({ sort }) => sort === 'empty'));
}
const BLANK_ROWS = 2;

/** How many rows below have the same columns. */
export function rowsLike<Cell extends GridCell>({ slots, squares }: Layout<Cell>, row: number): number {
  const columns = squares[row]?.length;
  let count = 0;
  while (row + count + 1 < slots.length && squares[row + count + 1]?.length === columns) count += 1;
  return count;
}
