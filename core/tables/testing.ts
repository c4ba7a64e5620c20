import type { TableCell, TableSheet } from './table-type.ts';

/** Sheets out of lines of texts; '' is an empty cell. Imported by tests only. */
export function sheetOf(
  lines: readonly (readonly string[])[],
  more: { name?: string; hidden?: boolean; hiddenRows?: readonly number[]; spans?: TableSheet['spans'] } = {},
): TableSheet {
  const { name = '表', hidden = false, hiddenRows = [], spans = [] } = more;
  const cells = lines.flatMap((line, row) =>
    line.flatMap((text, column): TableCell[] => (text === '' ? [] : [{ row, column, text }])),
  );
  return { name, hidden, cells, spans, isHiddenRow: (row) => hiddenRows.includes(row) };
}
