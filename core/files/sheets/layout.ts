import { ProblemError } from '../../base/problems.ts';
import { squeeze } from '../../base/text.ts';
import { isKnownLabel } from '../../document/glossary.ts';
import { columnOf, isThingColumn } from '../../pairing/columns.ts';
import { LIMITS } from '../limits.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/** A cell as it stands on a sheet in sight, with what it covers there. */
export interface ShownCell extends SheetCell {
  rows: number;
  columns: number;
}

/** A row in sight with what is written in it; empty between two parts of one table. */
export interface ShownRow {
  row: number;
  cells: readonly ShownCell[];
}

/** What stands on a sheet from top to bottom. */
export type Piece =
  /** Cells of one row that are lines of text: a title, a remark, 单位：… 日期：…. */
  | { kind: 'lines'; cells: readonly ShownCell[] }
  /** A table. `heads`: so many of its rows name the columns; 0 for a form. */
  | { kind: 'table'; rows: readonly ShownRow[]; heads: number };

/** Rows further apart than this are apart, whatever lies between. */
const FAR = 1000;

/** Takes a sheet apart: lines above, between and below tables; tables that empty rows or a new heading part. */
export function piecesOf(sheet: Sheet): Piece[] {
  const pieces: Piece[] = [];
  for (const part of partsOf(sheet)) {
    const { lines, body } = withoutLead(part);
    const last = pieces.at(-1);
    const [first] = body;
    // What begins with no line of its own and no heading goes on with the table above; so does the same heading on the next page.
    const goesOn = (above: ShownRow | undefined): boolean => !hasHeading(body) || wordsOf(first) === wordsOf(above);
    if (last?.kind === 'table' && lines.length === 0 && first && goesOn(last.rows[0])) {
      const foot = last.heads > 0 ? readRows(body, true) : undefined;
      if (foot?.every(({ kind }) => kind === 'lines')) pieces.push(...foot);
      else pieces[pieces.length - 1] = { ...last, rows: [...last.rows, { row: first.row - 1, cells: [] }, ...body] };
      continue;
    }
    pieces.push(...lines, ...readRows(body));
  }
  return pieces;
}

/** Rows in sight, in parts between which at least one row in sight is empty. */
function partsOf(sheet: Sheet): ShownRow[][] {
  const parts: ShownRow[][] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const line of shownRows(sheet)) {
    const part = parts.at(-1);
    if (part && !isGap(sheet, before, line.row)) part.push(line);
    else parts.push([line]);
    before = Math.max(before, line.row, ...line.cells.map(({ row, rows }) => row + rows - 1));
  }
  return parts;
}

function isGap({ isHiddenRow }: Sheet, before: number, row: number): boolean {
  if (row - before > FAR) return true;
  for (let at = before + 1; at < row; at += 1) if (!isHiddenRow(at)) return true;
  return false;
}

/** Each cell with where it stands in sight: a joined one where the first of it is seen; undefined for one that is not. */
function standing(sheet: Sheet): [cell: SheetCell, shown: ShownCell | undefined][] {
  const spans = new Map(sheet.spans?.map((span) => [`${span.row} ${span.column}`, span]));
  return sheet.cells.map((cell) => {
    const { rows = 1, columns = 1 } = spans.get(`${cell.row} ${cell.column}`) ?? {};
    const row = firstShown(cell.row, rows, sheet.isHiddenRow);
    const column = firstShown(cell.column, columns, sheet.isHiddenColumn);
    if (row === undefined || column === undefined) return [cell, undefined];
    const left = { rows: rows - (row - cell.row), columns: columns - (column - cell.column) };
    return [cell, { ...cell, row, column, ...left }];
  });
}

/** Rows in sight that hold something. */
function shownRows(sheet: Sheet): ShownRow[] {
  const shown = standing(sheet).flatMap(([, cell]) => cell ?? []);
  return [...Map.groupBy(shown, ({ row }) => row)]
    .sort(([left], [right]) => left - right)
    .map(([row, cells]) => ({ row, cells: cells.sort((left, right) => left.column - right.column) }));
}

function firstShown(from: number, count: number, isHidden: (at: number) => boolean): number | undefined {
  for (let at = from; at < from + Math.min(count, FAR); at += 1) if (!isHidden(at)) return at;
  return undefined;
}

/** Cells that are out of sight, row by row. */
export function hiddenCells(sheet: Sheet): SheetCell[][] {
  const away = standing(sheet).flatMap(([cell, shown]) => (shown ? [] : cell));
  return [...Map.groupBy(away, ({ row }) => row).values()];
}

const textOf = (cell: ShownCell | undefined): string => squeeze(cell?.text ?? '');

const wordsOf = (row: ShownRow | undefined): string => (row?.cells ?? []).map(textOf).join('|');

/** A row whose only text is no label: a label alone has its empty box beside it. */
function isLine({ cells }: ShownRow): boolean {
  const [only, ...more] = cells.filter(({ text }) => text !== '');
  return more.length === 0 && only !== undefined && !/[:：]$/.test(only.text) && !isKnownLabel(only.text);
}

/** 单位：源潭镇 | 日期：2026-03-01: every cell says its own label, or stands behind one. */
function isLabelled({ cells }: ShownRow): boolean {
  return cells.every(({ text }, at) => LABELLED.test(text) || /[:：]$/.test(textOf(cells[at - 1])));
}
/** A label with its colon; a time of the day has one too. */
const LABELLED = /^[^\d:：][^:：]{0,15}[:：]/u;

function withoutLead(rows: readonly ShownRow[]): { lines: Piece[]; body: readonly ShownRow[] } {
  const found = rows.findIndex((row) => !isLine(row));
  const start = found < 0 ? rows.length : found;
  return { lines: rows.slice(0, start).map(lineOf), body: rows.slice(start) };
}

const lineOf = ({ cells }: ShownRow): Piece => ({ kind: 'lines', cells });

/** How far down a heading is looked for: what stands above is a form. */
const HEADING_WITHIN = 15;

const hasHeading = (rows: readonly ShownRow[]): boolean =>
  rows.slice(0, HEADING_WITHIN).some((_, at) => isHeading(rows, at));

/** The rows of one part: a form, a list under its heading, one above the other. */
function readRows(rows: readonly ShownRow[], besideList = false): Piece[] {
  if (rows.length === 0) return [];
  const at = rows.slice(0, HEADING_WITHIN).findIndex((_, index) => isHeading(rows, index));
  if (at < 0) return formOf(rows, besideList);
  const heads = headRows(rows, at);
  const list = rows.slice(at);
  const end = endOfList(list, heads);
  const table = list.slice(0, end);
  let last = table.length;
  while (last > heads && isRemark(table[last - 1])) last -= 1;
  return [
    ...formOf(rows.slice(0, at), true),
    { kind: 'table', rows: table.slice(0, last), heads },
    ...table.slice(last).map(lineOf),
    ...readRows(list.slice(end), true),
  ];
}

/** Rows without a heading are a form; a few above or below a list, of which each cell is labelled, are lines. */
function formOf(rows: readonly ShownRow[], besideList: boolean): Piece[] {
  if (rows.length === 0) return [];
  if (besideList && rows.length <= MOST_LABELLED && rows.every((row) => isLine(row) || isLabelled(row)))
    return rows.map(lineOf);
  const last = rows.findLastIndex((row) => !isLine(row) || !NOTE.test(textOf(row.cells[0]))) + 1;
  return [{ kind: 'table', rows: rows.slice(0, last), heads: 0 }, ...rows.slice(last).map(lineOf)];
}
const MOST_LABELLED = 3;
/** How a remark below a table begins. */
const NOTE = /^(?:注|说明|附注|填表|[★※*])./u;

/** A line below a list: a remark, or who made it; 合计 and the name of a group are rows. */
function isRemark(row: ShownRow | undefined): boolean {
  if (!row) return false;
  const [only, ...more] = row.cells;
  if (more.length > 0) return isLabelled(row);
  return NOTE.test(textOf(only)) || /[。；;:：]/.test(textOf(only));
}

/** Where a list ends: at the first row that begins with a label, as a form does. */
function endOfList(rows: readonly ShownRow[], heads: number): number {
  const numbered = NUMBERED.test(textOf(rows[0]?.cells[0]));
  const found = rows.findIndex((row, at) => {
    if (at <= heads) return false;
    const [first, second] = row.cells;
    const text = textOf(first);
    if (second === undefined) return false;
    if (!numbered) return LABELLED.test(text) && isLabelled(row);
    return first?.column === rows[0]?.cells[0]?.column && isKnownLabel(text) && !isThingColumn(text);
  });
  return found < 0 ? rows.length : found;
}

/** The column that only a list has. */
const NUMBERED = /^(?:序号|项次|行号|#|№|NO\.?)$/iu;
const LONGEST_HEAD = 20;
const VALUE = /^[\d.,%％+\-—–/／年月日时分:：()（）]+$/u;
/** How heads of columns end that no form of the trade has. */
const HEAD_END =
  /(?:名称|编号|代码|号|日期|时间|期限|单位|部门|窗口|科室|人|人员|数|量|数量|份数|次数|件数|备注|说明|电话|方式|地址|类别|类型|级别|版本|状态|内容|结果|情况|事项|姓名|职务|签名|签字|签收|得分|分值|评分|率|比例|占比|合计|小计|名次|性别|序号|页数|要求|措施|意见|原因|标准|文件|项目)$/u;

/** True for the row that names the columns of what stands below it. */
function isHeading(rows: readonly ShownRow[], at: number): boolean {
  const row = rows[at];
  if (!row || !looksLikeHeading(row, rows)) return false;
  const below = rows[at + 1];
  // Over the name of a group, or over nothing, its number alone tells.
  return below && !isLine(below) ? isEvident(row, below, rows[at + 2]) : NUMBERED.test(textOf(row.cells[0]));
}

function looksLikeHeading({ cells }: ShownRow, rows: readonly ShownRow[]): boolean {
  const texts = cells.map(textOf);
  if (cells.length < 2 || (cells.length === 2 && !NUMBERED.test(texts[0] ?? ''))) return false;
  if (texts.some((text) => text === '' || text.length > LONGEST_HEAD || VALUE.test(text) || /[:：。]$/.test(text)))
    return false;
  if (new Set(texts).size < texts.length) return false;
  const width = Math.max(...rows.slice(0, HEADING_WITHIN).map(({ cells }) => cells.length));
  const covered = cells.reduce((sum, { columns }) => sum + columns, 0);
  return covered >= width * 0.7;
}

function isEvident(row: ShownRow, below: ShownRow, next: ShownRow | undefined): boolean {
  const texts = row.cells.map(textOf);
  if (NUMBERED.test(texts[0] ?? '')) return true;
  // A value without a title above it stands in a form.
  if (!below.cells.every((cell) => row.cells.some((head) => isBelow(cell, head)))) return false;
  // 拟稿人 | 王芳 | 核稿人 | 李明: each label has its value.
  const hasTwoRows = isUnder(row, below);
  if (!hasTwoRows && texts.every((text, index) => isKnownLabel(text) === (index % 2 === 0))) return false;
  const isHead = (text: string): boolean => isKnownLabel(text) || columnOf(text) !== undefined || HEAD_END.test(text);
  const heads = texts.filter(isHead).length;
  const inside = below.cells.map(textOf);
  // A form goes on with labels; the second row of a heading has them too.
  const goesOn = !hasTwoRows && inside.filter((text) => isKnownLabel(text)).length * 3 > inside.length;
  if (goesOn) return false;
  if (heads * 3 >= texts.length * 2 && texts.some((text, index) => isHead(text) && isHead(texts[index + 1] ?? '')))
    return true;
  // Numbers and days below words, in more than one row.
  const valuesIn = (line: ShownRow | undefined): number =>
    line?.cells.filter((cell) => VALUE.test(textOf(cell)) && row.cells.some(({ column }) => column === cell.column))
      .length ?? 0;
  return texts.length >= 3 && valuesIn(below) > 0 && valuesIn(next) > 0;
}

/** Most rows of a heading: 办件情况 over 即办件 over 受理. */
const MOST_HEADS = 3;

/** How many rows the heading has: joined cells of a row have their own heads below. */
function headRows(rows: readonly ShownRow[], at: number): number {
  let heads = 1;
  while (heads < MOST_HEADS && isUnder(rows[at + heads - 1], rows[at + heads])) heads += 1;
  return heads;
}

const isBelow = (cell: ShownCell, head: ShownCell): boolean =>
  cell.column >= head.column && cell.column < head.column + head.columns;

function isUnder(top: ShownRow | undefined, under: ShownRow | undefined): boolean {
  if (!top || !under || under.row !== top.row + 1 || under.cells.length < 2) return false;
  const joined = top.cells.filter(({ columns }) => columns > 1);
  return under.cells.every(
    (cell) =>
      joined.some((head) => isBelow(cell, head)) && textOf(cell).length <= LONGEST_HEAD && !VALUE.test(textOf(cell)),
  );
}

/** A table as a grid: the rows and columns in sight, from the first filled column to the last. */
export interface Grid {
  /** Texts; a place that a joined cell covers is ''. The rows of the heading are one. */
  texts: string[][];
  /** The cells themselves; undefined where none is written. */
  cells: (ShownCell | undefined)[][];
  /** Which rows and columns of the sheet they are. */
  rows: number[];
  columns: number[];
  /** None of them covers another below the heading; the name of a group, alone in its row, is left out of account. */
  plain: boolean;
}

/** @throws ProblemError `file-too-many-cells` */
export function gridOf({ rows, heads }: Extract<Piece, { kind: 'table' }>, sheet: Sheet, name: string): Grid {
  const columns = shownColumns(rows, heads, sheet);
  if (columns.length * rows.length > LIMITS.sheets.cells)
    throw new ProblemError('file-too-many-cells', { name, limit: LIMITS.sheets.cells });
  const grid = rows.map(({ cells }): (ShownCell | undefined)[] => {
    const line: (ShownCell | undefined)[] = columns.map(() => undefined);
    for (const cell of cells) line[columns.indexOf(cell.column)] = cell;
    return line;
  });
  const head = heads > 1 ? [flattened(rows.slice(0, heads), columns)] : grid.slice(0, heads);
  const whole = [...head, ...grid.slice(heads)];
  return {
    texts: whole.map((line) => line.map((cell) => cell?.text ?? '')),
    cells: whole,
    rows: rows.slice(Math.max(0, heads - 1)).map(({ row }) => row),
    columns,
    plain:
      sheet.spans !== undefined && rows.slice(heads).every(({ cells }) => cells.length < 2 || cells.every(isPlain)),
  };
}

/** A picture is no text, and no empty cell either. */
const isPlain = ({ rows, columns, picture }: ShownCell): boolean => rows === 1 && columns === 1 && !picture;

/**
 * Columns in sight of a table, from the first to the last in which something is written. Behind labels that stand last in a form
 * are their boxes, all of them empty.
 */
function shownColumns(rows: readonly ShownRow[], heads: number, { isHiddenColumn }: Sheet): number[] {
  const cells = rows.flatMap((row) => row.cells);
  const numbers = cells.map(({ column }) => column);
  const first = numbers.reduce((least, column) => Math.min(least, column), Number.POSITIVE_INFINITY);
  const last = numbers.reduce((most, column) => Math.max(most, column), -1);
  const columns: number[] = [];
  for (let column = first; column <= last; column += 1) if (!isHiddenColumn(column)) columns.push(column);
  const ending = heads > 0 ? [] : cells.filter(({ column, columns: wide }) => column === last && wide === 1);
  const hasBoxes = ending.length > 0 && first < last && ending.every((cell) => isKnownLabel(textOf(cell)));
  return hasBoxes ? [...columns, last + 1] : columns;
}

/**
 * Titles of columns in several rows as one: 数量 over 现有 and 应有 is 数量/现有, 数量/应有. 标准 over 标准号 is 标准号, which says all
 * by itself; 发放 over 日期 is 发放日期, a word of the trade.
 */
function flattened(rows: readonly ShownRow[], columns: readonly number[]): (ShownCell | undefined)[] {
  const over = columns.map((column) =>
    rows.flatMap(({ cells }) => cells.filter((cell) => column >= cell.column && column < cell.column + cell.columns)),
  );
  const lowest = over.map((cells) => textOf(cells.at(-1)));
  return over.map((cells, index) => {
    const [cell] = cells;
    const column = columns[index];
    if (!cell || column === undefined) return undefined;
    const own = lowest[index] ?? '';
    const all = [...new Set(cells.map(textOf))];
    const whole = all.join('');
    const isAlone = isKnownLabel(own) && lowest.filter((text) => text === own).length === 1;
    const text = isAlone ? own : isKnownLabel(whole) ? whole : all.join('/');
    return { ...cell, column, rows: 1, columns: 1, text };
  });
}
