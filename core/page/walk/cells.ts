/** Cells of a table, and how a cell or an item keeps what stood in it. */

import { MARK } from '../marks/index.ts';
import type { Content, PageNode, TableCell } from '../snapshot.ts';
import { HAS } from './attributes.ts';
import { pathInOrder } from './path.ts';
import { type Level, NOTHING_AROUND, open, type Walk } from './state.ts';
import { endLine, takeText, tidy } from './text.ts';

export function enterCell(walk: Walk, parent: Level): void {
  const { element, tag, has, marks, hidden } = walk.start;
  const { row } = parent.around;
  endLine(walk);
  if (!row) {
    open(walk, parent, 'block');
    return;
  }
  const cell: TableCell = {};
  const path = pathInOrder(walk, parent, 'row');
  if (path !== undefined) cell.path = path;
  if (hidden) cell.hidden = true;
  if (tag === 'th' || parent.head || marks & MARK.header) cell.header = true;
  if (has & HAS.span) {
    const { colSpan, rowSpan } = element as HTMLTableCellElement;
    if (colSpan > 1) cell.columns = colSpan;
    if (rowSpan > 1) cell.rows = rowSpan;
  }
  if (has & HAS.role) {
    const role = element.getAttribute('role');
    if (role === 'columnheader' || role === 'rowheader') cell.header = true;
  }
  row.cells[row.cells.length] = cell;
  // Most cells hold one text and nothing else.
  if (element.firstElementChild === null) {
    const text = tidy(takeText(walk, element.textContent ?? ''));
    if (text !== '') cell.text = text;
    return;
  }
  const level = open(walk, parent, 'cell');
  level.output = cell;
  level.around = NOTHING_AROUND;
  level.collect([]);
}

/** Gives a cell or an item what was collected in it. Wherever in it one text stands alone, it is the text of the whole. */
export function settleContent(holder: Content & { hidden?: true }, nodes: PageNode[]): void {
  const first = nodes[0];
  if (first === undefined) return;
  if (nodes.length === 1 && first.type === 'text' && first.hidden === holder.hidden) holder.text = first.text;
  else holder.nodes = nodes;
}
