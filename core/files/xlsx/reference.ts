import type { Span } from '../sheets/sheet.ts';

/** Rows and columns of the format. */
const ROWS = 1_048_576;
const COLUMNS = 16_384;

/** B3 → row 2, column 1; undefined for what is no cell of the format. */
export function cellAt(reference: string): { row: number; column: number } | undefined {
  const [, letters = '', digits = ''] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return column >= 1 && column <= COLUMNS && row >= 1 && row <= ROWS ? { row: row - 1, column: column - 1 } : undefined;
}

/** A1:C2 → a span of cells; undefined for one cell alone and for what is no span. */
export function spanOf(reference: string): Span | undefined {
  const [from, to] = reference.split(':').map(cellAt);
  if (!from || !to || to.row < from.row || to.column < from.column) return undefined;
  const span = { ...from, rows: to.row - from.row + 1, columns: to.column - from.column + 1 };
  return span.rows * span.columns > 1 ? span : undefined;
}
