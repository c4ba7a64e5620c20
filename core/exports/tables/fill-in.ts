import { displayWidth } from '../../base/text.ts';
import type { CellHelp, Table, TableRow } from '../xlsx.ts';

/** A column of a table that people fill in. */
export interface FillInColumn {
  /** By which the texts of a row are found. */
  name: string;
  /** As it stands above the column. */
  head: string;
  /** How it is filled in, in one sentence; '' where nothing needs saying. */
  hint: string;
  choices?: readonly string[];
  /** Its texts are long. */
  long?: boolean;
}

/** What a row says, by the names of the columns. */
export type RowTexts = Readonly<Record<string, string>>;

/** A table that people fill in, and that is read again by its heads. */
export interface FillIn {
  /** Name of the sheet. */
  name: string;
  title: string;
  how: string;
  /** The marks in the first column: its head, and the rows that are none. */
  marks: { head: string; hints: string; example: string };
  columns: readonly FillInColumn[];
  sample: RowTexts;
  rows: readonly RowTexts[];
  /** Rows below the head for which the program that opens it gives help. */
  most: number;
  /** Longest text of a cell, in characters. */
  longest: number;
}

/** Empty rows that are drawn for who fills them in. */
const EMPTY_ROWS = 30;

/** The sheet: heads, how each column is filled in, an example that is none, and rows. */
export function fillInSheet({ name, title, how, marks, columns, sample, rows, most, longest }: FillIn): Table {
  const line = (mark: string, texts: RowTexts): TableRow => ({
    tone: 'plain',
    cells: [mark, ...columns.map((column) => texts[column.name] ?? '')],
  });
  const head: TableRow[] = [
    { tone: 'title', cells: [title] },
    { tone: 'remark', cells: [how] },
    { tone: 'head', cells: [marks.head, ...columns.map((column) => column.head)] },
    line(marks.hints, Object.fromEntries(columns.map((column) => [column.name, column.hint]))),
    line(marks.example, sample),
  ];
  const empty = rows.length === 0 ? Array.from({ length: EMPTY_ROWS }, () => line('', {})) : [];
  const help = columns.map(
    ({ hint, choices }, at): CellHelp => ({
      column: at + 1,
      rows: [head.length, head.length + most - 1],
      ...{ hint, longest },
      ...(choices === undefined ? {} : { words: choices }),
    }),
  );
  const widths = columns.map((column) =>
    column.long ? 30 : Math.max(12, Math.min(24, displayWidth(column.head) + 4)),
  );
  return { name, widths: [8, ...widths], rows: [...head, ...rows.map((one) => line('', one)), ...empty], help };
}
