import { type CellStyle, readXlsx, type WriteSheet, writeXlsx } from 'hucre/xlsx';

/** How a row looks: title of the sheet, head of the table, a line that sums up, a remark, or plain. */
export type Tone = 'title' | 'head' | 'sum' | 'remark' | 'plain';

export interface TableRow {
  tone: Tone;
  /** Text, a number, or null for an empty cell. */
  cells: (string | number | null)[];
}

export interface Table {
  /** Name of the sheet; characters that Excel refuses are replaced. */
  name: string;
  /** Column widths in characters. */
  widths: number[];
  rows: TableRow[];
}

/** Longest text that a cell of the format may hold. */
const LONGEST = 32_767;
/** What XML cannot hold: control characters but tab and line end, halves of surrogate pairs, two that are none. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

const LINE = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const BOX = { top: LINE, right: LINE, bottom: LINE, left: LINE };
const TOP = { vertical: 'top', wrapText: true } as const;
/** Every style says "text" (@), so that a cell that is edited later does not turn into a formula. */
const STYLES: Readonly<Record<Tone, CellStyle>> = {
  title: { font: { name: '黑体', size: 16, bold: true }, numFmt: '@' },
  head: {
    font: { name: '宋体', size: 11, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF5' } },
    border: BOX,
    alignment: { vertical: 'center', wrapText: true },
    numFmt: '@',
  },
  sum: { font: { name: '宋体', size: 11, bold: true }, border: BOX, alignment: TOP, numFmt: '@' },
  remark: { font: { name: '宋体', size: 10, color: { rgb: '595959' } }, numFmt: '@' },
  plain: { font: { name: '宋体', size: 11 }, border: BOX, alignment: TOP, numFmt: '@' },
};

const writable = (cell: string | number | null): string | number | null =>
  typeof cell === 'string' ? cell.slice(0, LONGEST).replace(UNWRITABLE, '') : cell;

function sheetOf(table: Table): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  for (const [line, { tone, cells: values }] of table.rows.entries()) {
    for (const [column, value] of values.entries()) {
      const style = typeof value === 'number' ? { ...STYLES[tone], numFmt: 'General' } : STYLES[tone];
      // A string is written as a string, whatever it begins with: = + - @ never make a formula.
      cells.set(`${line},${column}`, { value: writable(value), style });
    }
  }
  const head = table.rows.findIndex(({ tone }) => tone === 'head') + 1;
  return {
    name: table.name.replace(/[\\/?*[\]:]/g, '·').slice(0, 31),
    columns: table.widths.map((width) => ({ width })),
    cells,
    ...(head > 0 ? { freezePane: { rows: head } } : {}),
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
