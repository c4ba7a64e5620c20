/** Tables and their rows, also where other elements with the roles of a table draw them. */

import { MARK } from '../marks/index.ts';
import type { TableNode, TableRow } from '../snapshot.ts';
import { HAS } from './attributes.ts';
import { enterCell } from './cells.ts';
import { pathHere, pathInOrder } from './path.ts';
import { type Level, open, type Walk } from './state.ts';
import { endLine } from './text.ts';

export function enterTable(walk: Walk, parent: Level): void {
  endLine(walk);
  const table: TableNode = { type: 'table', path: pathHere(walk, parent), rows: [] };
  if (walk.start.hidden) table.hidden = true;
  const level = open(walk, parent, 'table');
  level.output = table;
  level.around = { table, row: null, list: null, item: null, field: null, split: parent.around.split };
}

export function enterRow(walk: Walk, parent: Level): void {
  const { start } = walk;
  endLine(walk);
  const { table, split } = parent.around;
  if (!table) {
    open(walk, parent, 'block');
    return;
  }
  const row: TableRow = { cells: [] };
  const path = pathInOrder(walk, parent, 'table');
  if (path !== undefined) row.path = path;
  // The row by which libraries measure columns is marked so and holds nothing.
  if (start.has & HAS.away && start.element.getAttribute('aria-hidden') === 'true') start.hidden = 2;
  if (start.hidden) row.hidden = true;
  const level = open(walk, parent, 'row');
  level.output = row;
  level.head ||= (start.marks & MARK.header) !== 0;
  level.around = { table, row, list: null, item: null, field: null, split };
}

/** Without a head of its own a grid is a calendar or a choice of pictures; with a table in it, a frame around that. */
const HEAD = '[role=columnheader]';

/** Reads a block by its role in a table that is drawn of such blocks; false when it has none there. */
export function enterByRole(walk: Walk, parent: Level, role: string): boolean {
  const { element } = walk.start;
  const { table, row } = parent.around;
  switch (role) {
    case 'table':
    case 'grid':
    case 'treegrid': {
      if (table || element.querySelector(HEAD) === null || element.querySelector('table') !== null) return false;
      enterTable(walk, parent);
      const told = Number(element.getAttribute('aria-rowcount'));
      if (Number.isSafeInteger(told) && told > 0) ((walk.level as Level).around.table as TableNode).told = told;
      return true;
    }
    case 'row':
      if (!table || row) return false;
      enterRow(walk, parent);
      return true;
    case 'cell':
    case 'gridcell':
    case 'columnheader':
    case 'rowheader':
      if (!row) return false;
      enterCell(walk, parent);
      return true;
    default:
      return false;
  }
}
