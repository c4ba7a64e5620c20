import { ProblemError } from '../../base/problems.ts';
import { fillSlots, shorten, squeeze } from '../../base/text.ts';
import type { Sheet, SheetCell } from '../../files/sheets/sheet.ts';
import { readWorkbook } from '../../files/xlsx/workbook.ts';
import { typesBehind } from '../../records/index.ts';
import { type BoxFault, type BoxValue, dayOfRecord, tidyBox } from '../../records/kept-record.ts';
import type { RecordType } from '../../records/record-type.ts';
import { columnsOf, MOST_ROWS, type RecordColumn, TABLE_WORDS } from './columns.ts';

const WORDS = {
  'not-a-day': '第{row}行“{box}”：“{text}”不是完整的日期，请写成 2026-03-12 这样。',
  'not-a-number': '第{row}行“{box}”：“{text}”不是数字。',
  'too-long': '第{row}行“{box}”太长，请写得短一些。',
  future: '第{row}行“{box}”：“{text}”还没有到，还没有发生的事不能登记。',
  formula: '第{row}行“{box}”是公式，读不到它的值，请改成文字。',
  follows: '第{row}行“{box}”：“{text}”不是台账里的序号。',
  empty: '第{row}行没有填“{box}”。',
} as const satisfies Record<BoxFault | 'future' | 'formula' | 'follows' | 'empty', string>;

/** A row of the table as a record. */
export interface RecordRow {
  /** As the table counts it, from 1. */
  row: number;
  values: BoxValue[];
  /** Where no box tells it; '' where it is not said. */
  factOn: string;
  /** Sequence of the entry on which it follows. */
  follows?: number;
  remark: string;
  /** Why it cannot be kept, each a sentence. */
  faults: string[];
  /** What is missing in it, each a sentence: it can be kept all the same. */
  gaps: string[];
}

export interface RecordRows {
  rows: RecordRow[];
  /** Rows that are marked as an example or a hint: nothing of them is taken. */
  marked: number[];
  /** Heads of columns that are none of this type: nothing of them is taken. */
  unknown: string[];
}

const headKey = (text: string): string => squeeze(text).replace(/[*＊]|[（(][^（()）]*[)）]/gu, '');

/**
 * The records in a table that was filled in. @param today ISO day
 * @throws ProblemError those of reading an .xlsx; `record-heads` where no row of it has the heads of this type, `record-rows`
 *   for too many rows
 */
export function readRecordRows(file: { name: string; bytes: Uint8Array }, type: RecordType, today: string): RecordRows {
  const columns = columnsOf(type, typesBehind(type).length > 0);
  for (const sheet of readWorkbook(file.bytes, file.name)) {
    const lines = linesOf(sheet);
    for (const [at, line] of lines.entries()) {
      const found = headsOf(line, columns);
      const boxes = found.filter((column) => column?.kind === 'box').length;
      // A title or a remark above the heads names no column.
      if (boxes >= 2 && boxes * 2 >= type.boxes.filter(({ optional }) => !optional).length)
        return rowsBelow(lines.slice(at + 1), line, found, type, today);
    }
  }
  throw new ProblemError('record-heads', { name: file.name, type: type.name });
}

/** A row of the sheet: its cells by their columns. */
type Line = ReadonlyMap<number, SheetCell>;

function linesOf({ cells }: Sheet): Line[] {
  const rows = new Map<number, Map<number, SheetCell>>();
  for (const cell of cells) rows.set(cell.row, (rows.get(cell.row) ?? new Map()).set(cell.column, cell));
  return [...rows.values()];
}

/** The column of the type for each column of the sheet, by its head. Each is meant once: by the first head that names it. */
function headsOf(line: Line, columns: readonly RecordColumn[]): (RecordColumn | undefined)[] {
  const taken = new Set<RecordColumn>();
  const width = Math.max(...line.keys()) + 1;
  return Array.from({ length: width }, (_, at) => {
    const key = headKey(line.get(at)?.text ?? '');
    const named = columns.find(({ name }) => name === key) ?? columns.find((column) => wordsOf(column).includes(key));
    if (key === '' || named === undefined || taken.has(named)) return undefined;
    taken.add(named);
    return named;
  });
}

const wordsOf = (column: RecordColumn): string[] => (column.kind === 'box' ? (column.box.words ?? '').split(' ') : []);

function rowsBelow(
  lines: readonly Line[],
  head: Line,
  heads: readonly (RecordColumn | undefined)[],
  type: RecordType,
  today: string,
): RecordRows {
  const isMark = (text: string): boolean => text === TABLE_WORDS.example || text === TABLE_WORDS.hints;
  const markColumn = [...head].find(([, { text }]) => headKey(text) === TABLE_WORDS.mark)?.[0];
  const result: RecordRows = {
    rows: [],
    marked: [],
    unknown: [...head].flatMap(([at, { text }]) =>
      heads[at] === undefined && at !== markColumn ? [shorten(text, 20)] : [],
    ),
  };
  for (const line of lines) {
    const row = ([...line.values()][0]?.row ?? 0) + 1;
    if (markColumn !== undefined && isMark(squeeze(line.get(markColumn)?.text ?? ''))) {
      result.marked.push(row);
      continue;
    }
    if (!heads.some((column, at) => column !== undefined && line.has(at))) continue;
    if (result.rows.length >= MOST_ROWS) throw new ProblemError('record-rows', { most: MOST_ROWS });
    result.rows.push(rowOf(line, row, heads, type, today));
  }
  return result;
}

function rowOf(
  line: Line,
  row: number,
  heads: readonly (RecordColumn | undefined)[],
  type: RecordType,
  today: string,
): RecordRow {
  const read: RecordRow = { row, values: [], factOn: '', remark: '', faults: [], gaps: [] };
  const wrong = new Set<string>();
  const fault = (reason: keyof typeof WORDS, box: string, text = ''): void => {
    wrong.add(box);
    read.faults.push(fillSlots(WORDS[reason], { row, box, text: shorten(text, 20) }));
  };
  for (const [at, column] of heads.entries()) {
    const cell = line.get(at);
    if (column === undefined || cell === undefined) continue;
    if (cell.unread === true) {
      fault('formula', column.name);
      continue;
    }
    const box = column.kind === 'box' ? column.box : ({ type: column.kind === 'factOn' ? 'date' : 'text' } as const);
    const { text, fault: found } = tidyBox(box, cell.text);
    if (found !== undefined) fault(found, column.name, text);
    else if (text !== '') take(read, column, text, () => fault('follows', column.name, text));
  }
  // What is wrong is told as that, and not as missing too.
  const filled = new Set([...wrong, ...read.values.map(({ box }) => box)]);
  for (const { name, optional, waits } of type.boxes)
    if (!optional && waits === undefined && !filled.has(name))
      read.gaps.push(fillSlots(WORDS.empty, { row, box: name }));
  const day = dayOfRecord(type, read) || read.factOn.slice(0, 10);
  if (day > today) fault('future', type.day ?? TABLE_WORDS.factOn, day);
  return { ...read, factOn: read.factOn.slice(0, 10) };
}

function take(read: RecordRow, column: RecordColumn, text: string, wrong: () => void): void {
  if (column.kind === 'box') read.values.push({ box: column.name, text });
  else if (column.kind === 'follows') {
    const sequence = /^(?:第)?(\d{1,9})(?:号)?$/.exec(text)?.[1];
    if (sequence === undefined) wrong();
    else read.follows = Number(sequence);
  } else read[column.kind] = text;
}
