import { type CellStyle, readXlsx, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { displayWidth } from '../base/text.ts';
import { withoutUnwritable } from './markup.ts';

/** What a workbook is called as a type of file. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How a row looks: title of the sheet, head of the table, a line that sums up, a remark, or plain. */
export type Tone = 'title' | 'head' | 'sum' | 'remark' | 'plain';

export interface TableRow {
  tone: Tone;
  /** Text, a number, or null for an empty cell. */
  cells: (string | number | null)[];
  /** Cells that are one: first and last column. Titles and remarks always take the whole width. */
  spans?: readonly Span[];
}

type Span = readonly [first: number, last: number];

/** Help for who fills in the cells of a column; the program that opens the file shows it there. */
export interface CellHelp {
  column: number;
  /** First and last row, counted from 0. */
  rows: Span;
  /** Words to choose from; others may be written too. */
  words?: readonly string[];
  /** A sentence beside the cell. */
  hint: string;
  /** Longest text, in characters. */
  longest: number;
}

export interface Table {
  /** Name of the sheet; characters that Excel refuses are replaced. */
  name: string;
  /** Column widths in characters. */
  widths: number[];
  rows: TableRow[];
  help?: readonly CellHelp[];
}

/** Longest text that a cell of the format may hold. */
const LONGEST = 32_767;
const LINE = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const BOX = { top: LINE, right: LINE, bottom: LINE, left: LINE };
const TOP = { vertical: 'top', wrapText: true } as const;
/** Every style says "text" (@), so that a cell that is edited later does not turn into a formula. */
const STYLES: Readonly<Record<Tone, CellStyle>> = {
  title: { font: { name: '黑体', size: 16, bold: true }, alignment: { vertical: 'center' }, numFmt: '@' },
  head: {
    font: { name: '宋体', size: 11, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF5' } },
    border: BOX,
    alignment: { vertical: 'center', wrapText: true },
    numFmt: '@',
  },
  sum: { font: { name: '宋体', size: 11, bold: true }, border: BOX, alignment: TOP, numFmt: '@' },
  remark: { font: { name: '宋体', size: 10, color: { rgb: '595959' } }, alignment: TOP, numFmt: '@' },
  plain: { font: { name: '宋体', size: 11 }, border: BOX, alignment: TOP, numFmt: '@' },
};

const writable = (cell: string | number | null): string | number | null =>
  typeof cell === 'string' ? withoutUnwritable(cell.slice(0, LONGEST)) : cell;

/** Points that a line takes. */
const LINE_HEIGHT: Readonly<Record<Tone, number>> = { title: 24, head: 16, sum: 16, remark: 15, plain: 16 };
const PADDING = 4;
/** Highest row of the format, in points. */
const HIGHEST = 409;
/** Letters are no narrower than this against the width that is written for a column: a line holds a little less. */
const SLACK = 1.08;

const spansOf = ({ tone, spans = [] }: TableRow, columns: number): readonly Span[] =>
  (tone === 'title' || tone === 'remark' ? [[0, columns - 1] as const] : spans).filter(([first, last]) => last > first);

/**
 * Points of a row that cuts no text. It is written out: programs that open the file work it out themselves only
 * sometimes, and never over cells that are joined.
 */
function heightOf(row: TableRow, widths: readonly number[]): number {
  const spans = spansOf(row, widths.length);
  const lines = row.cells.map((cell, column) => {
    const [, last] = spans.find(([first]) => first === column) ?? [column, column];
    const room = widths.slice(column, last + 1).reduce((sum, width) => sum + width, 0);
    const texts = String(cell ?? '').split('\n');
    return texts.reduce((sum, text) => sum + Math.max(1, Math.ceil((displayWidth(text) * SLACK) / (room || 1))), 0);
  });
  return Math.min(HIGHEST, Math.max(1, ...lines) * LINE_HEIGHT[row.tone] + PADDING);
}

/** A, B, …, Z, AA, …: the name of a column, counted from 0. */
const columnName = (column: number): string =>
  (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** Characters of a sentence beside a cell, and of a list of words, that the format allows. */
const LONGEST_HINT = 255;

const helpOf = ({ column, rows: [first, last], words = [], hint, longest }: CellHelp) => {
  const letter = columnName(column);
  const shown = { range: `${letter}${first + 1}:${letter}${last + 1}`, allowBlank: true };
  const beside = hint === '' ? {} : { showInputMessage: true, inputMessage: hint.slice(0, LONGEST_HINT) };
  return words.length > 0
    ? { ...shown, ...beside, type: 'list' as const, values: [...words], showErrorMessage: false }
    : {
        ...shown,
        ...beside,
        type: 'textLength' as const,
        operator: 'lessThanOrEqual' as const,
        formula1: String(longest),
        showErrorMessage: false,
      };
};

function sheetOf(table: Table): WriteSheet {
  const { widths, rows } = table;
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  for (const [line, row] of rows.entries()) {
    const { tone } = row;
    const isText = tone === 'title' || tone === 'remark';
    // A row of a table has its border over the whole width, whatever of it is filled.
    for (
      let column = 0;
      column < (isText ? row.cells.length : Math.max(widths.length, row.cells.length));
      column += 1
    ) {
      const value = row.cells[column] ?? null;
      const style = typeof value === 'number' ? { ...STYLES[tone], numFmt: 'General' } : STYLES[tone];
      // A string is written as a string, whatever it begins with: = + - @ never make a formula.
      cells.set(`${line},${column}`, { value: writable(value), style });
    }
  }
  const head = rows.findIndex(({ tone }) => tone === 'head') + 1;
  return {
    name: table.name.replace(/[\\/?*[\]:]/g, '·').slice(0, 31),
    columns: widths.map((width) => ({ width })),
    cells,
    rowDefs: new Map(rows.map((row, line) => [line, { height: heightOf(row, widths) }])),
    merges: rows.flatMap((row, line) =>
      spansOf(row, widths.length).map(([startCol, endCol]) => ({ startRow: line, endRow: line, startCol, endCol })),
    ),
    ...(head > 0 ? { freezePane: { rows: head } } : {}),
    ...(table.help === undefined ? {} : { dataValidations: table.help.map(helpOf) }),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(head > 0 ? { printTitlesRow: `$${head}:$${head}` } : {}),
    },
  };
}

/** An .xlsx file. Same tables, title and time: same bytes. `createdAt` is an ISO date-time. */
export function writeWorkbook(
  tables: readonly Table[],
  about: { title: string; createdAt: string },
): Promise<Uint8Array> {
  const time = new Date(about.createdAt);
  return writeXlsx({
    sheets: tables.map(sheetOf),
    defaultFont: { name: '宋体', size: 11 },
    properties: { title: about.title, creator: '对标', created: time, modified: time },
  });
}

/** The cells of an .xlsx file, sheet by sheet. */
export async function readWorkbook(bytes: Uint8Array): Promise<{ name: string; rows: unknown[][] }[]> {
  return (await readXlsx(bytes)).sheets.map(({ name, rows }) => ({ name, rows }));
}
