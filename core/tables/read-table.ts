import { type Progress, tellStep } from '../base/progress.ts';
import { cleanText, fillSlots, shorten, squeeze } from '../base/text.ts';
import { readCell } from './cells.ts';
import { findHead, type Head, headKey, type Line, linesOf } from './heads.ts';
import type { RowValues, TableColumn, TableSheet, TableType } from './table-type.ts';
import { TABLE_WORDS as WORDS } from './words.ts';

/** A row that was read. */
export interface TableRow {
  sheet: string;
  /** As the table counts it, from 1. */
  row: number;
  values: RowValues;
  /** The sub-heading under which it stands; '' without one. */
  section: string;
}

/** What is said of a row, or of a sheet: nothing is left out without it. */
export interface TableRemark {
  sheet: string;
  /** From 1; 0 for the sheet. */
  row: number;
  /** lost: a row or a cell was not read; look: it was, and a person should look; skipped: it is no row. */
  what: 'lost' | 'look' | 'skipped';
  text: string;
}

export interface TableRead {
  rows: TableRow[];
  remarks: TableRemark[];
  /** Heads of columns that were not read, each once. */
  unknown: string[];
}

const NOTE =
  /^(?:注|备注|说明|填表说明|填报说明|填表人|填报人|制表|审核人?|联系人|附|[*※])[:：、\d]?|^(?:注|备注|说明)$/u;
const TOTAL = /^(?:合计|总计|小计|共计|共\d+)/u;
/** Texts of one cell that is a note, and no sub-heading. */
const LONG = 40;
/** Rows that are named before they are only counted. */
const NAMED = 20;

/** Some rows by their numbers; of many the first ones. */
export const nameRows = (rows: readonly number[]): string =>
  rows.slice(0, NAMED).join('、') + (rows.length > NAMED ? '…' : '');

/** The rows of a table of this type in some sheets: of all that have its head. @param told of the rows that were looked at */
export function readTable(sheets: readonly TableSheet[], type: TableType, told?: Progress): TableRead {
  const read: TableRead = { rows: [], remarks: [], unknown: [] };
  const of = told === undefined ? 0 : sheets.reduce((sum, sheet) => sum + linesOf(sheet).size, 0);
  let done = 0;
  const step = (): void => {
    done += 1;
    tellStep(told, done, of);
  };
  for (const sheet of sheets) readSheet(sheet, type, read, step);
  return read;
}

function readSheet(sheet: TableSheet, type: TableType, read: TableRead, step: () => void): void {
  const tell = (text: string, row = 0, what: TableRemark['what'] = 'skipped'): void =>
    void read.remarks.push({ sheet: sheet.name, row, what, text });
  const lines = linesOf(sheet);
  const head = findHead(type, lines, WORDS.mark);
  if (head === undefined) {
    tell(fillSlots(lines.size === 0 ? WORDS.empty : WORDS.noHead, { sheet: sheet.name }));
    return;
  }
  if (sheet.hidden) {
    tell(fillSlots(WORDS.hiddenSheet, { sheet: sheet.name }), 0, 'lost');
    return;
  }
  const asked = askedBy(head);
  const hidden: number[] = [];
  let section = '';
  let above: RowValues = {};
  for (const [at, line] of lines) {
    step();
    if (at <= head.row) continue;
    const row = at + 1;
    const skip = whySkipped(line, head, asked);
    if (skip !== undefined) {
      const text = shorten(cleanText([...line.values()][0]?.text ?? ''), 30);
      if (skip === 'section') section = cleanText([...line.values()][0]?.text ?? '');
      tell(fillSlots(WORDS.skipped[skip], { text }), row);
      continue;
    }
    if (sheet.isHiddenRow(at)) hidden.push(row);
    const values = valuesOf(line, head, above, (text, what) => tell(text, row, what), sheet.from1904);
    if (values === undefined) continue;
    above = values;
    read.rows.push({ sheet: sheet.name, row, values, section });
  }
  if (hidden.length > 0) {
    tell(fillSlots(WORDS.hiddenRows, { rows: nameRows(hidden) }), 0, 'look');
  }
  const away = [...head.columns].flatMap(([at, column]) => (sheet.isHiddenColumn?.(at) ? [column.head] : []));
  if (away.length > 0) tell(fillSlots(WORDS.hiddenColumns, { heads: away.join('、') }), 0, 'look');
  const unknown = head.unknown
    .map((text) => shorten(cleanText(text), 20))
    .filter((text) => !/^序号?$|^编?号$/u.test(text));
  for (const text of unknown) if (!read.unknown.includes(text)) read.unknown.push(text);
}

/** What the rows below a head are asked by, made once. */
interface Asked {
  /** Each column of the sheet with the form of its head. */
  heads: readonly (readonly [at: number, head: string])[];
  /** Columns of the sheet in which stands what a row is about. */
  about: ReadonlySet<number>;
}

function askedBy({ columns }: Head): Asked {
  // What a row is about stands in these: where they are joined with those above, it goes on with the same.
  const keys = new Set([...columns.values()].flatMap(({ key, required, above }) => [required ? key : '', above ?? '']));
  const about = new Set([...columns].flatMap(([at, { key }]) => (keys.has(key) ? [at] : [])));
  return { heads: [...columns].map(([at, { head }]) => [at, headKey(head)] as const), about };
}

/** Heads are short: a longer text is none. */
const LONGEST_HEAD = 60;

/** Why a line is no row of the table; undefined for one that is. */
function whySkipped(
  line: Line,
  { columns, markColumn }: Head,
  { heads, about: aboutColumns }: Asked,
): keyof typeof WORDS.skipped | undefined {
  const cells = [...line.values()].filter(({ text }) => squeeze(text) !== '');
  const mark = markColumn === undefined ? '' : squeeze(line.get(markColumn)?.text ?? '');
  if (mark === WORDS.example || mark === WORDS.hints) return 'example';
  const [first] = cells;
  if (first === undefined) return 'section';
  const isHead = heads.filter(([at, head]) => {
    const { text = '' } = line.get(at) ?? {};
    return (
      text.length >= head.length &&
      text.length <= LONGEST_HEAD &&
      text.includes(head[0] ?? '') &&
      headKey(text) === head
    );
  }).length;
  if (isHead >= 2 && isHead * 2 >= cells.length) return 'head';
  const text = squeeze(first.text);
  if (TOTAL.test(text)) return 'total';
  const known = cells.filter(({ column }) => columns.has(column));
  const about = known.filter(({ column }) => aboutColumns.has(column));
  if (about.length > 0 && about.every(({ joined }) => joined)) return 'joined';
  // A table of one column has rows of one cell.
  if (cells.length === 1 && columns.size > 1) {
    if (NOTE.test(text) || text.length > LONG) return 'note';
    return columns.get(first.column)?.required && !/^[（(]?[一二三四五六七八九十\d]+[)）、.．]/u.test(text)
      ? undefined
      : 'section';
  }
  if (NOTE.test(text) && known.length <= 1) return 'note';
  return undefined;
}

/** What a line says; undefined, with a sentence, where it lacks what a row needs. */
function valuesOf(
  line: Line,
  { columns }: Head,
  above: RowValues,
  tell: (text: string, what: TableRemark['what']) => void,
  from1904 = false,
): RowValues | undefined {
  const values: Record<string, string | readonly string[]> = {};
  const faults: string[] = [];
  const doubts: string[] = [];
  const wrong = new Set<TableColumn>();
  for (const [at, column] of columns) {
    const cell = line.get(at);
    if (cell === undefined) continue;
    if (cell.unread === true) {
      wrong.add(column);
      faults.push(fillSlots(WORDS.faults.formula, { head: column.head }));
      continue;
    }
    const { value, fault, text = '' } = readCell(column.kind ?? 'text', cell.text, from1904);
    if (value !== undefined) values[column.key] = value;
    if (fault === undefined) continue;
    const sentence = fillSlots(WORDS.faults[fault], {
      head: column.head,
      text: shorten(text, 30),
      count: text,
      day: text,
    });
    if (value === undefined) wrong.add(column);
    (value === undefined ? faults : doubts).push(sentence);
  }
  for (const { key, head, above: other } of columns.values()) {
    const before = above[key];
    if (values[key] !== undefined || other === undefined || values[other] === undefined || before === undefined)
      continue;
    values[key] = before;
    doubts.push(fillSlots(WORDS.faults.above, { head, text: shorten(String(before), 30) }));
  }
  const missing = [...columns.values()].filter(({ required, key }) => required && values[key] === undefined);
  for (const sentence of faults) tell(sentence, 'lost');
  for (const sentence of doubts) tell(sentence, 'look');
  for (const column of missing)
    if (!wrong.has(column)) tell(fillSlots(WORDS.faults.missing, { head: column.head }), 'lost');
  return missing.length > 0 ? undefined : values;
}
