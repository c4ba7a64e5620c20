import { cleanText, hasHan, labelKey, squeeze } from '../base/text.ts';

/** One cell of a grid as far as pairing needs it: a page table and a Word table deliver the same. */
export interface GridCell {
  /** Text in the cell; what stands in a box of it is not text. */
  text: string;
  /** Marked as a heading: th, or a class that says so. */
  header?: boolean;
  columns?: number;
  rows?: number;
  hidden?: boolean;
  /** Holds a control, a picture or the like: it is a value even without text. */
  hasBox?: boolean;
  /** Its label stands in the cell itself: no value of a neighbour. */
  own?: boolean;
}

export interface GridPair<Cell extends GridCell> {
  label: string;
  /** Text of the value; '' when there is none or the value stands in a box. */
  value: string;
  labelCell: Cell;
  /** Where the value stands; missing when two labels meet and there is no place for one. */
  valueCell?: Cell;
  /** A second cell that belongs to the value: the date below or beside the name. */
  dateCell?: Cell;
  kind: 'cell-left' | 'cell-above' | 'same-cell';
}

export interface InlinePair {
  label: string;
  value: string;
  /** Range of label and value in the text given. */
  start: number;
  end: number;
}

export type IsLabel = (text: string) => boolean;

const LABEL_LIMIT = 30;
const COLUMN_LIMIT = 200;
/** A column that only a list or a workflow record has: such a table is no form. */
const LIST_COLUMN =
  /^(?:序号|编号|选择|操作|操作人|步骤|步骤名称?|环节|环节名称|节点|节点名称|办理环节|处理人|办理人|办件人|审批人|动作|说明|处理意见|意见|意见内容|审批意见|状态|处理结果|时间|处理时间|开始时间|结束时间|办理时间)$/;
const ARROW = /^[-—―]*[→⇒➔➜▶»>]+$/;
const DATE_COLUMN = /日期|时间/;
const DATE_TEXT = /^\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?(?:[ T]?\d{1,2}:\d{2}(?::\d{2})?)?$/;
const ENDS_WITH_COLON = /[:：]\s*$/;
const TRAILING_NOTE = /[（(][^（）()]{1,20}[）)](?=\s*[:：]?\s*$)/;

/** True when the text is a label as it stands, or without a note in brackets: 拟稿人（及联系电话）. */
export function isLabelText(text: string, isLabel: IsLabel): boolean {
  const plain = cleanText(text);
  if (plain === '' || plain.length > LABEL_LIMIT) return false;
  return isLabel(plain) || (TRAILING_NOTE.test(plain) && isLabel(plain.replace(TRAILING_NOTE, '')));
}

interface Slot<Cell> {
  cell: Cell;
  row: number;
  column: number;
  columns: number;
  rows: number;
  sort: 'empty' | 'label' | 'value';
}

/** Places cells with their spans; each row lists its own cells, `at` finds what covers a square. */
function layOut<Cell extends GridCell>(rows: readonly (readonly Cell[])[], isLabel: IsLabel) {
  const squares: (Slot<Cell> | undefined)[][] = rows.map(() => []);
  const slots: Slot<Cell>[][] = rows.map(() => []);
  rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      const line = squares[row] as (Slot<Cell> | undefined)[];
      while (line[column]) column += 1;
      if (column >= COLUMN_LIMIT) break;
      const columns = Math.min(cell.columns ?? 1, COLUMN_LIMIT - column);
      const height = Math.min(cell.rows ?? 1, rows.length - row);
      const slot: Slot<Cell> = { cell, row, column, columns, rows: height, sort: sortOf(cell, isLabel) };
      slots[row]?.push(slot);
      for (let down = 0; down < height; down += 1) {
        const covered = squares[row + down] as (Slot<Cell> | undefined)[];
        for (let across = 0; across < columns; across += 1) covered[column + across] ??= slot;
      }
      column += columns;
    }
  });
  settleByColumn(slots, squares);
  return { squares, slots };
}

/** Rows that show that a column holds values. */
const ROWS_OF_VALUES = 2;

/** 培训对象 | 窗口人员: a value may be a word that is a label elsewhere. It is one where its column holds only values in the other rows. */
function settleByColumn<Cell extends GridCell>(
  slots: readonly Slot<Cell>[][],
  squares: readonly (Slot<Cell> | undefined)[][],
): void {
  const columns = new Map<number, Record<Slot<Cell>['sort'], number>>();
  for (const { column, sort } of slots.flat()) {
    const counts = columns.get(column) ?? { empty: 0, label: 0, value: 0 };
    counts[sort] += 1;
    columns.set(column, counts);
  }
  for (const slot of slots.flat()) {
    const counts = columns.get(slot.column);
    if (slot.sort !== 'label' || counts?.label !== 1 || counts.value < ROWS_OF_VALUES) continue;
    if (slot.cell.header || ENDS_WITH_COLON.test(slot.cell.text)) continue;
    // In a row of headings the column before holds values below; in a form it holds the labels.
    const before = squares[slot.row]?.[slot.column - 1];
    const labels = before?.sort === 'label' ? (columns.get(before.column)?.label ?? 0) : 0;
    if (labels > ROWS_OF_VALUES) slot.sort = 'value';
  }
}

function sortOf(cell: GridCell, isLabel: IsLabel): Slot<GridCell>['sort'] {
  const text = cleanText(cell.text);
  if (cell.hasBox || cell.own) return 'value';
  if (text === '') return 'empty';
  if (text.length > LABEL_LIMIT) return 'value';
  if (isLabelText(text, isLabel)) return 'label';
  // A colon inside as well: pairs on one line, the last of them empty.
  return cell.header || (ENDS_WITH_COLON.test(text) && !/[:：](?!\s*$)/.test(text)) ? 'label' : 'value';
}

/**
 * Labels and their values in a grid: label left of the value, above it, or in the same cell. A table of many things of one
 * kind gives nothing. An empty value is a pair with value ''; a label without a place for a value has no `valueCell`.
 * Cells inside one cell (a label and a control) are not looked into: such a cell says `own`.
 */
export function pairGrid<Cell extends GridCell>(
  rows: readonly (readonly Cell[])[],
  isLabel: IsLabel,
): GridPair<Cell>[] {
  const { squares, slots } = layOut(rows, isLabel);
  const pairs: GridPair<Cell>[] = [];
  const taken = new Set<Slot<Cell>>();
  const emptyColumns = columnsAlwaysEmpty(squares);

  if (isStrip(slots)) return pairs;

  for (let row = 0; row < slots.length; row += 1) {
    const all = slots[row] ?? [];
    const line = all.filter((slot) => slot.sort !== 'empty');
    if (line.length === 0) continue;
    if (isListHead(all, slots[row + 1] ?? [])) {
      row += rowsLike(slots, row, squares);
      continue;
    }
    const labels = line.filter((slot) => slot.sort === 'label');
    const onlyLabels = labels.length === line.length;
    // A place for a value beside a label makes the row no heading; the corner of a matrix may be empty.
    const heads =
      onlyLabels &&
      all.every((slot, at) => slot.sort !== 'empty' || at === 0 || emptyColumns.has(slot.column)) &&
      !labels.some((slot) => taken.has(slot));
    if (heads) {
      const body = rowsUnder(slots, row, labels, squares);
      if (body.length > 0 && !isMatrix(body, isLabel) && !isSideBySide(labels, body)) {
        pairs.push(...pairsAbove(labels, body, squares, taken));
        if (labels.length >= 2) row += body.length;
        if (labels.length >= 2 || taken.has(labels[0] as Slot<Cell>)) continue;
      }
    }
    for (const slot of all) {
      if (taken.has(slot)) continue;
      if (slot.sort === 'label') pairs.push(...pairLeft(slot, row, onlyLabels, squares, emptyColumns, taken, isLabel));
      else if (slot.sort === 'value' && !slot.cell.hasBox && !slot.cell.own) pairs.push(...pairsInside(slot, isLabel));
    }
  }
  return pairs;
}

function isStrip<Cell extends GridCell>(slots: readonly Slot<Cell>[][]): boolean {
  if (slots.flat().some((slot) => slot.cell.hasBox || slot.cell.own)) return false;
  return stepsOfStrip(slots.map((line) => line.map((slot) => cleanText(slot.cell.text)))) !== undefined;
}

/**
 * The steps of a strip drawn as a table of one row: 提交 → 复稿 → 签发 → 结束, with cells for the arrows. Undefined when the rows
 * draw none.
 */
export function stepsOfStrip(rows: readonly (readonly string[])[]): string[] | undefined {
  const [line = [], ...others] = rows.filter((row) => row.some((text) => text !== ''));
  const isGap = (text: string | undefined): boolean => text === '' || (text !== undefined && ARROW.test(text));
  const steps = line.filter((text) => !isGap(text));
  if (others.length > 0 || steps.length < 3 || isGap(line.at(-1))) return undefined;
  return line.every((text, at) => isGap(text) || at === 0 || isGap(line[at - 1])) ? steps : undefined;
}

/** The heading of a list of things or of a workflow record: it names columns that no form has, or its rows are
 * numbered or can be chosen. */
function isListHead<Cell extends GridCell>(line: readonly Slot<Cell>[], below: readonly Slot<Cell>[]): boolean {
  const [first, ...rest] = line;
  if (!first || line.length < 3) return false;
  if (rest.some((slot) => slot.cell.hasBox || slot.cell.own || cleanText(slot.cell.text).length > 10)) return false;
  const under = below[0];
  if (first.cell.hasBox) return cleanText(first.cell.text) === '' && under?.cell.hasBox === true;
  if (under && below.length === line.length && line.length >= 4 && /^\d{1,3}$/.test(cleanText(under.cell.text)))
    return true;
  const listed = line.map((slot) => LIST_COLUMN.test(labelKey(slot.cell.text)));
  // 办理人 | 陈明 | 办结时间 | (empty): a form; a head of columns has a word in each.
  const full = line.every((slot) => slot.sort !== 'empty');
  return listed[0]
    ? listed.slice(1).includes(true) || (line.length >= 4 && full)
    : listed.some((yes, at) => yes && listed[at + 1] === true);
}

/** How many rows below have the same columns. */
function rowsLike<Cell extends GridCell>(
  slots: readonly Slot<Cell>[][],
  row: number,
  squares: readonly (Slot<Cell> | undefined)[][],
): number {
  const columns = squares[row]?.length;
  let count = 0;
  while (row + count + 1 < slots.length && squares[row + count + 1]?.length === columns) count += 1;
  return count;
}

/** Columns in which no row has anything: they only hold the drawing together. */
function columnsAlwaysEmpty<Cell extends GridCell>(squares: readonly (Slot<Cell> | undefined)[][]): Set<number> {
  const filled = new Set<number>();
  const all = new Set<number>();
  for (const line of squares)
    line.forEach((slot, column) => {
      all.add(column);
      if (slot && slot.sort !== 'empty' && slot.column === column) filled.add(column);
    });
  return new Set([...all].filter((column) => !filled.has(column)));
}

/** The rows below a row of labels that have a value or nothing under each label, and no label of their own. */
function rowsUnder<Cell extends GridCell>(
  slots: readonly Slot<Cell>[][],
  row: number,
  labels: readonly Slot<Cell>[],
  squares: readonly (Slot<Cell> | undefined)[][],
): Slot<Cell>[][] {
  const found: Slot<Cell>[][] = [];
  const head = slots[row] ?? [];
  for (let below = row + 1; below < slots.length; below += 1) {
    const line = slots[below] ?? [];
    if (line.length === 0) break;
    const fits = labels.every((label) => {
      const under = squares[below]?.[label.column];
      return under === undefined || (under.column === label.column && under.columns === label.columns);
    });
    const anything = line.some((slot) => slot.sort === 'value');
    if (!fits || line.length !== head.length || (!anything && found.length === 0 && labels.length < 2)) break;
    if (line.filter((slot) => slot.sort === 'label').length > (line.length >= 3 ? 1 : 0)) break;
    found.push([...line]);
  }
  return found;
}

/** Rows named by a label in front (编制 | 张三 | 日期) are read from the left. */
function isMatrix<Cell extends GridCell>(body: readonly Slot<Cell>[][], isLabel: IsLabel): boolean {
  return body.every((line) => line[0]?.sort === 'label' && isLabelText(line[0].cell.text, isLabel));
}

/** Two columns are as a rule a label and its value: only marked headings, or names, dates and boxes below, say otherwise. */
function isSideBySide<Cell extends GridCell>(labels: readonly Slot<Cell>[], body: readonly Slot<Cell>[][]): boolean {
  if (labels.length !== 2 || labels.every((slot) => slot.cell.header)) return false;
  return (body[0] ?? []).some((slot) => {
    const text = squeeze(slot.cell.text);
    return text !== '' && !/^\p{Script=Han}{2,3}$/u.test(text) && !DATE_TEXT.test(text);
  });
}

function pairsAbove<Cell extends GridCell>(
  labels: readonly Slot<Cell>[],
  body: readonly Slot<Cell>[][],
  squares: readonly (Slot<Cell> | undefined)[][],
  taken: Set<Slot<Cell>>,
): GridPair<Cell>[] {
  const [first, second] = body;
  // Names and below them their dates; two rows of anything else are two things of a list.
  const dates =
    body.length === 2 &&
    (second ?? []).every((slot) => slot.sort === 'empty' || DATE_TEXT.test(cleanText(slot.cell.text))) &&
    !(first ?? []).some((slot) => DATE_TEXT.test(cleanText(slot.cell.text)));
  if (body.length > 1 && !dates) return [];
  const pairs: GridPair<Cell>[] = [];
  for (const label of labels) {
    const under = squares[label.row + 1]?.[label.column];
    if (!under || taken.has(under)) continue;
    const below = dates ? squares[label.row + 2]?.[label.column] : undefined;
    taken.add(label).add(under);
    if (below) taken.add(below);
    pairs.push(pairOf(label.cell, under.cell, below?.cell, 'cell-above'));
  }
  return pairs;
}

function pairLeft<Cell extends GridCell>(
  label: Slot<Cell>,
  row: number,
  onlyLabels: boolean,
  squares: readonly (Slot<Cell> | undefined)[][],
  emptyColumns: ReadonlySet<number>,
  taken: Set<Slot<Cell>>,
  isLabel: IsLabel,
): GridPair<Cell>[] {
  let nothing: Slot<Cell> | undefined;
  for (let down = row; down < row + label.rows; down += 1) {
    const line = squares[down] ?? [];
    let column = label.column + label.columns;
    for (; column < line.length; column += 1) {
      const next = line[column];
      if (!next || next === label) continue;
      if (next.sort === 'empty') {
        nothing ??= next;
        if (emptyColumns.has(next.column)) continue;
        break;
      }
      if (next.sort === 'label' || taken.has(next) || next.cell.own) break;
      taken.add(label).add(next);
      const after = line[next.column + next.columns];
      const dated =
        after !== undefined &&
        after.sort === 'value' &&
        DATE_TEXT.test(cleanText(after.cell.text)) &&
        DATE_COLUMN.test(squares[0]?.[after.column]?.cell.text ?? '') &&
        after.row > 0;
      // A label over two rows holds the name and, below it, the date.
      const under = label.rows > 1 ? squares[next.row + next.rows]?.[next.column] : undefined;
      const dateBelow =
        under !== undefined &&
        under.row < label.row + label.rows &&
        under.column === next.column &&
        under.sort === 'value' &&
        DATE_TEXT.test(cleanText(under.cell.text));
      const date = dated ? after : dateBelow ? under : undefined;
      if (date) taken.add(date);
      return [pairOf(label.cell, next.cell, date?.cell, 'cell-left')];
    }
  }
  if (nothing) {
    taken.add(label);
    return [pairOf(label.cell, nothing.cell, undefined, 'cell-left')];
  }
  const text = cleanText(label.cell.text);
  const next = squares[row]?.[label.column + label.columns];
  if (ENDS_WITH_COLON.test(text) && (!next || onlyLabels))
    return [pairOf(label.cell, label.cell, undefined, 'same-cell')];
  // Two labels that meet: the first one's value is missing. A row of labels alone says nothing.
  if (next?.sort === 'label' && !onlyLabels && isLabelText(text, isLabel)) {
    return [{ label: plainLabel(text), value: '', labelCell: label.cell, kind: 'cell-left' }];
  }
  return [];
}

function pairsInside<Cell extends GridCell>(slot: Slot<Cell>, isLabel: IsLabel): GridPair<Cell>[] {
  return splitInline(slot.cell.text, isLabel).map(({ label, value }) => ({
    label,
    value,
    labelCell: slot.cell,
    valueCell: slot.cell,
    kind: 'same-cell' as const,
  }));
}

function pairOf<Cell extends GridCell>(
  labelCell: Cell,
  valueCell: Cell,
  dateCell: Cell | undefined,
  kind: GridPair<Cell>['kind'],
): GridPair<Cell> {
  const own = labelCell === valueCell ? '' : cleanText(valueCell.text);
  const value = dateCell ? cleanText(`${own} ${cleanText(dateCell.text)}`) : own;
  const pair: GridPair<Cell> = { label: plainLabel(labelCell.text), value, labelCell, valueCell, kind };
  if (dateCell) pair.dateCell = dateCell;
  return pair;
}

/** A label as shown, without its stars and its colon. */
export function plainLabel(text: string): string {
  return cleanText(text)
    .replace(/^[*＊\s]+|(?<![*＊\s])[*＊\s]+$/g, '')
    .replace(/\s*[:：]$/, '')
    .replace(/(?<![*＊\s])[*＊\s]+$/g, '');
}

/**
 * The pairs `label：value` in a text, line by line: 编制：甲　审核：乙　批准：丙. Only labels that `isLabel` knows are
 * given; other short words before a colon only end the value in front of them. Lines drawn for a value (____) are empty.
 */
export function splitInline(text: string, isLabel: IsLabel): InlinePair[] {
  const pairs: InlinePair[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    for (const pair of splitLine(line, isLabel))
      pairs.push({ ...pair, start: pair.start + start, end: pair.end + start });
    start += line.length + 1;
  }
  return pairs;
}

function splitLine(line: string, isLabel: IsLabel): InlinePair[] {
  const marks: { start: number; colon: number; known: boolean }[] = [];
  let from = 0;
  for (const match of line.matchAll(/[:：]/g)) {
    const colon = match.index;
    const found = labelBefore(line, from, colon, isLabel, marks.length > 0);
    if (!found) continue;
    marks.push({ start: found.start, colon, known: found.known });
    from = colon + 1;
  }
  return marks.flatMap((mark, at) => {
    if (!mark.known) return [];
    const end = marks[at + 1]?.start ?? line.length;
    const value = cleanText(line.slice(mark.colon + 1, end))
      .replace(/[_＿]{2,}/g, ' ')
      .replace(/(?<![\s；;，,、])[\s；;，,、]+$/u, '')
      .trim();
    return [{ label: plainLabel(line.slice(mark.start, mark.colon)), value, start: mark.start, end }];
  });
}

/** The label that ends at a colon; words drawn apart (拟 稿 人) count as one. */
function labelBefore(
  line: string,
  from: number,
  colon: number,
  isLabel: IsLabel,
  follows: boolean,
): { start: number; known: boolean } | undefined {
  // No further back than a label can reach, and one character more, which tells whether a word begins there.
  const reach = Math.max(from, colon - LABEL_LIMIT * 2 - 1);
  const near: number[] = [];
  for (const match of line
    .slice(reach, colon)
    .matchAll(/(?:^|[\s\u3000\u00a0；;，,。、|_＿]+)(?=[^\s\u3000\u00a0；;，,。、|_＿])/g)) {
    const start = reach + match.index + match[0].length;
    if (colon - start <= LABEL_LIMIT * 2) near.push(start);
  }
  // The longest run of words that is a known label; a run over a separator other than a space is none.
  for (const start of near) {
    const words = line.slice(start, colon);
    if (/[；;，,。、|]/.test(words)) continue;
    if (isLabelText(words, isLabel)) return { start, known: true };
  }
  const last = near.at(-1);
  if (last === undefined) return undefined;
  const word = squeeze(line.slice(last, colon));
  if (follows) {
    // 编制：甲审核：乙 — a name of up to four characters, then a known label.
    for (let cut = 2; cut <= 4 && cut < word.length - 1; cut += 1) {
      const tail = line.slice(colon - (word.length - cut), colon);
      if (squeeze(tail) === tail && isLabel(tail)) return { start: colon - tail.length, known: true };
    }
  }
  if (!hasHan(word) || word.length > 10 || /\d$/.test(word)) return undefined;
  return { start: last, known: false };
}
