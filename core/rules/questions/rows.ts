import type { Block } from '../../base/block.ts';
import { findDates } from '../../base/dates.ts';
import { labelKey, squeeze } from '../../base/text.ts';
import { isKnownLabel } from '../../document/glossary.ts';
import type { DocumentModel } from '../../document/model.ts';
import { isEmptyText, plainLabel, type WantedBox, wordsOf } from './boxes.ts';
import { oncePerDocument } from './once.ts';

/** A table in sight: the titles of its columns, and the rows below them. */
export interface Table {
  header: readonly string[];
  rows: readonly (readonly string[])[];
  block: Block;
}

/** Rows above the titles of the columns: the title of the table, who made it and when. */
const MOST_CAPTIONS = 3;
/** Longest title of a column, with what stands in brackets. */
const LONGEST_TITLE = 16;

/** Every table in sight, those of a form too. The titles are found, not assumed to be the first row, and may take two rows. */
export const tablesOf = oncePerDocument(({ blocks }: DocumentModel): readonly Table[] =>
  blocks.flatMap((block) => {
    const all = block.hidden ? [] : (block.rows ?? []);
    const start = startOf(all);
    const [first, second] = [all[start], all[start + 1]];
    if (!first) return [];
    const double = second && doubleHeader(first, second);
    return [{ header: double ?? first, rows: all.slice(start + (double ? 2 : 1)), block }];
  }),
);

/** Where the titles of the columns stand: behind rows that fill one cell, or tell who and when by a colon. */
function startOf(rows: readonly (readonly string[])[]): number {
  for (let at = 0; at < Math.min(MOST_CAPTIONS + 1, rows.length - 1); at += 1) {
    const filled = (rows[at] ?? []).filter((cell) => squeeze(cell) !== '');
    const isCaption = new Set(filled).size <= 1 || filled.every((cell) => /[:：]./u.test(squeeze(cell)));
    if (!isCaption) return isTitles(filled) ? at : 0;
  }
  return 0;
}

const isTitles = (cells: readonly string[]): boolean =>
  cells.every((cell) => {
    const text = squeeze(cell);
    return text.length <= LONGEST_TITLE && !/^\d+$/.test(text) && !findDates(text).some(({ iso }) => iso);
  });

/** 发放 over 部门 and 日期: titles in two rows as one row; undefined where the second row is none of titles. */
function doubleHeader(first: readonly string[], second: readonly string[]): string[] | undefined {
  const below = second.filter((cell) => cell !== '');
  if (below.length < 2 || first.every((cell, column) => cell !== '' || column === 0)) return undefined;
  const fits = second.every((cell, column) => cell === '' || isKnownLabel(plainLabel(cell)) || first[column] === '');
  const alone = second.every((cell, column) => (first[column] ?? '') !== '' || cell !== '' || column === 0);
  const known = below.filter((cell) => isKnownLabel(plainLabel(cell))).length;
  if (!fits || !alone || known * 2 < below.length || !isTitles(below)) return undefined;
  let group = '';
  return second.map((cell, column) => {
    if ((first[column] ?? '') !== '') group = first[column] ?? '';
    if (cell === '') return group;
    const whole = `${labelKey(group)}${labelKey(cell)}`;
    return isKnownLabel(whole) ? whole : cell;
  });
}

/** The column that holds this box of each row; -1 where there is none. */
export function columnOf({ header }: Pick<Table, 'header'>, wanted: WantedBox): number {
  const words = wordsOf(wanted);
  const titles = header.map(plainLabel);
  // 发放日期 before 日期: the first word that names a column, not the first column that has any of them.
  for (const word of words) {
    const at = titles.indexOf(word);
    if (at >= 0) return at;
  }
  return -1;
}

/** One thing of a list. */
export interface ListRow {
  table: Table;
  cells: readonly string[];
  /** Index among the rows of its table. */
  at: number;
  /** What people call it: its serial number, else its place. */
  name: string;
}

const TOTAL = /^(?:合\s*计|总\s*计|小\s*计|共\s*计|合计人数|总数)/u;
const NOTE = /^(?:注|说明|备注|填表|制表|审核|批准|编制|填报|记录人)\s*[:：]/u;
/** 同上, or the sign for it. */
const DITTO = /^(?:同上|同前|[〃″"“”＂'']{1,2}|々+)$/u;

/** The rows of a table that tell of one thing each: no sums, no notes, no repeated titles, nothing empty. */
export const listRows = (table: Table): readonly ListRow[] => {
  const serial = columnOf(table, SERIAL);
  const titles = table.header.map(labelKey).join('|');
  return table.rows.flatMap((cells, at): ListRow[] => {
    const filled = cells.flatMap((cell, column) => (column !== serial && !isEmptyText(cell) ? [cell] : []));
    const first = squeeze(cells.find((cell) => squeeze(cell) !== '') ?? '');
    if (filled.length < 2 || TOTAL.test(first) || filled.some((cell) => TOTAL.test(squeeze(cell)))) return [];
    if (NOTE.test(first) || cells.map(labelKey).join('|') === titles) return [];
    const number = serial >= 0 ? squeeze(cells[serial] ?? '') : '';
    return [{ table, cells, at, name: /^\d{1,4}$/.test(number) ? `序号${number}` : `第${at + 1}行` }];
  });
};

const SERIAL: WantedBox = { name: '序号', words: '编次 次序' };

/** Rows above in which the meaning of 同上 is looked for. */
const MOST_DITTO = 200;

/** What a row says in a column; 同上 means what stands above. '' where it says nothing or there is no such column. */
export function cellOf(row: ListRow, column: number): string {
  for (let at = row.at; at >= Math.max(0, row.at - MOST_DITTO); at -= 1) {
    const text = row.table.rows[at]?.[column] ?? '';
    if (!DITTO.test(squeeze(text))) return isEmptyText(text) ? '' : text;
  }
  return '';
}

/**
 * Whether a cell is empty for sure: it may be covered by one above, which tables of some formats do not tell, unless the
 * table is known to have no such cells or nothing stands above it.
 */
export function isSurelyEmpty({ table, at, cells }: ListRow, column: number): boolean {
  if (column < 0 || cells.length !== table.header.length || !isEmptyText(cells[column] ?? '')) return false;
  return table.block.plain === true || at <= firstFilled(table, column);
}

const FILLED = new WeakMap<Table, Map<number, number>>();

/** The first row that has something in a column: found once, for a list may have thousands of rows. */
function firstFilled(table: Table, column: number): number {
  const known = FILLED.get(table) ?? new Map<number, number>();
  FILLED.set(table, known);
  const before = known.get(column);
  if (before !== undefined) return before;
  const found = table.rows.findIndex((row) => !isEmptyText(row[column] ?? ''));
  const first = found < 0 ? table.rows.length : found;
  known.set(column, first);
  return first;
}

/** True for a cell that is empty in sight, be it covered or not. */
export const isOpen = (row: ListRow, column: number): boolean => column >= 0 && cellOf(row, column) === '';
