import { displayWidth, fillSlots } from '../../base/text.ts';
import { typesBehind } from '../../records/index.ts';
import { LONGEST_BOX } from '../../records/kept-record.ts';
import type { RecordType } from '../../records/record-type.ts';
import { type CellHelp, type TableRow, writeWorkbook } from '../xlsx.ts';
import { columnsOf, hintOf, MOST_ROWS, type RecordColumn, TABLE_WORDS } from './columns.ts';

/** What a row of the table says, by the names of its columns. */
export type RowTexts = Readonly<Record<string, string>>;

/** Empty rows that are drawn for who fills them in. */
const EMPTY_ROWS = 30;

const hintIn = (column: RecordColumn): string => {
  if (column.kind === 'box') return hintOf(column.box);
  return column.kind === 'factOn' ? TABLE_WORDS.factOnHint : column.kind === 'follows' ? TABLE_WORDS.followsHint : '';
};

const headOf = (column: RecordColumn): string =>
  column.kind === 'box' && column.box.optional !== true ? column.name + TABLE_WORDS.required : column.name;

/**
 * The table in which records of a type are filled in: heads, how each column is filled in, an example that is none, and rows.
 * @param rows what stands in it already; `createdAt` ISO date-time
 */
export function recordWorkbook(
  type: RecordType,
  createdAt: string,
  rows: readonly RowTexts[] = [],
): Promise<Uint8Array> {
  const columns = columnsOf(type, typesBehind(type).length > 0);
  const line = (mark: string, texts: RowTexts): TableRow => ({
    tone: 'plain',
    cells: [mark, ...columns.map(({ name }) => texts[name] ?? '')],
  });
  const title = fillSlots(TABLE_WORDS.title, { type: type.name });
  const head: TableRow[] = [
    { tone: 'title', cells: [title] },
    { tone: 'remark', cells: [fillSlots(TABLE_WORDS.how, { most: MOST_ROWS })] },
    { tone: 'head', cells: [TABLE_WORDS.mark, ...columns.map(headOf)] },
    line(TABLE_WORDS.hints, Object.fromEntries(columns.map((column) => [column.name, hintIn(column)]))),
    line(TABLE_WORDS.example, type.sample),
  ];
  const empty = rows.length === 0 ? Array.from({ length: EMPTY_ROWS }, () => line('', {})) : [];
  const help = columns.map(
    (column, at): CellHelp => ({
      column: at + 1,
      rows: [head.length, head.length + MOST_ROWS - 1],
      hint: hintIn(column),
      longest: LONGEST_BOX,
      ...(column.kind === 'box' && column.box.choices !== undefined ? { words: column.box.choices.split(' ') } : {}),
    }),
  );
  const widths = columns.map((column) => {
    const isLong = column.kind === 'box' && column.box.type === 'long';
    return isLong ? 30 : Math.max(12, Math.min(24, displayWidth(headOf(column)) + 4));
  });
  const table = {
    name: type.name,
    widths: [8, ...widths],
    rows: [...head, ...rows.map((one) => line('', one)), ...empty],
    help,
  };
  return writeWorkbook([table], { title, createdAt });
}
