import { fillSlots } from '../base/text.ts';
import type { TableRemark } from './read-table.ts';
import { TABLE_WORDS } from './words.ts';

/** What is said of a row of a table, with where it stands. */
export function tellRemark({ sheet, row, text }: TableRemark): string {
  const line = row > 0 ? fillSlots(TABLE_WORDS.row, { row, text }) : text;
  return sheet === '' || row === 0 ? line : fillSlots(TABLE_WORDS.inSheet, { sheet }) + line;
}
