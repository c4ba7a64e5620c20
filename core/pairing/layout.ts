import { cleanText } from '../base/text.ts';
import type { GridCell } from './cells.ts';
import { type IsLabel, isLabelText, LABEL_LIMIT, withoutMark } from './labels.ts';

const COLUMN_LIMIT = 200;
const ENDS_WITH_COLON = /[:：]\s*$/;

/** A cell in its place: the squares that it covers, and what it is taken for. */
export interface Slot<Cell> {
  cell: Cell;
  /** The cell's text, cleaned. */
  text: string;
  row: number;
  column: number;
  columns: number;
  rows: number;
  sort: 'empty' | 'label' | 'value';
  /** A label with its colon and its value stand in the cell: 核稿：已核。钱一. */
  own: boolean;
}

/** Cells with their spans. */
export interface Layout<Cell> {
  /** Each row with its own cells. */
  slots: readonly (readonly Slot<Cell>[])[];
  /** What covers a square, by row and column. */
  squares: readonly (readonly (Slot<Cell> | undefined)[])[];
  /** Columns in which no row has anything: they only hold the drawing together. */
  emptyColumns: ReadonlySet<number>;
}

/** Puts cells in their places. */
export function layOut<Cell extends GridCell>(rows: readonly (readonly Cell[])[], isLabel: IsLabel): Layout<Cell> {
  const squares: (Slot<Cell> | undefined)[][] = [];
  const slots = rows.map((cells, row) => {
    const covered = squares[row];
    if (covered === undefined && cells.length <= COLUMN_LIMIT && cells.every(isSingle)) {
      const line = cells.map((cell, column) => slotOf(cell, { row, column, columns: 1, rows: 1 }, isLabel));
      squares[row] = line;
      return line;
    }
    return placeSpans(cells, { row, rows: rows.length, squares }, isLabel);
  });
  settleByColumn(slots, squares);
  settleByRow(slots, isLabel);
  return { slots, squares, emptyColumns: columnsAlwaysEmpty(squares) };
}

const isSingle = ({ columns = 1, rows = 1 }: GridCell): boolean => columns === 1 && rows === 1;

type Square = Pick<Slot<GridCell>, 'row' | 'column' | 'columns' | 'rows'>;

function slotOf<Cell extends GridCell>(
  cell: Cell,
  { row, column, columns, rows }: Square,
  isLabel: IsLabel,
): Slot<Cell> {
  const text = cleanText(cell.text);
  const sort = sortOf(cell, text, isLabel);
  const own = cell.own === true || (sort === 'value' && beginsWithLabel(text, isLabel));
  return { cell, text, row, column, columns, rows, sort, own };
}

/** Puts the cells of a row into the squares that the rows above left, and over as many as they span. */
function placeSpans<Cell extends GridCell>(
  cells: readonly Cell[],
  { row, rows, squares }: { row: number; rows: number; squares: (Slot<Cell> | undefined)[][] },
  isLabel: IsLabel,
): Slot<Cell>[] {
  squares[row] ??= [];
  const line = squares[row];
  const own: Slot<Cell>[] = [];
  let column = 0;
  for (const cell of cells) {
    while (line[column]) column += 1;
    if (column >= COLUMN_LIMIT) break;
    const columns = Math.min(cell.columns ?? 1, COLUMN_LIMIT - column);
    const height = Math.min(cell.rows ?? 1, rows - row);
    const slot = slotOf(cell, { row, column, columns, rows: height }, isLabel);
    own.push(slot);
    for (let down = row; down < row + height; down += 1) {
      squares[down] ??= [];
      const covered = squares[down] as (Slot<Cell> | undefined)[];
      for (let across = column; across < column + columns; across += 1) covered[across] ??= slot;
    }
    column += columns;
  }
  return own;
}

function sortOf(cell: GridCell, text: string, isLabel: IsLabel): Slot<GridCell>['sort'] {
  if (cell.hasBox || cell.own) return 'value';
  if (text === '') return 'empty';
  if (text.length > LABEL_LIMIT) return 'value';
  if (isLabelText(text, isLabel)) return 'label';
  // A colon inside as well: pairs on one line, the last of them empty.
  const plain = withoutMark(text);
  return cell.header || (ENDS_WITH_COLON.test(plain) && !/[:：](?!\s*$)/.test(plain)) ? 'label' : 'value';
}

function beginsWithLabel(text: string, isLabel: IsLabel): boolean {
  const colon = text.slice(0, LABEL_LIMIT).search(/[:：]/);
  return colon > 0 && isLabelText(text.slice(0, colon), isLabel);
}

/** True for a label with its colon. */
export function endsWithColon({ text }: Slot<GridCell>): boolean {
  return ENDS_WITH_COLON.test(withoutMark(text));
}

/** Rows that show that a column holds values. */
const ROWS_OF_VALUES = 2;

/** 培训对象 | 窗口人员: a value may be a word that is a label elsewhere. It is one where its column holds only values in the other rows. */
function settleByColumn<Cell extends GridCell>(
  slots: readonly (readonly Slot<Cell>[])[],
  squares: Layout<Cell>['squares'],
): void {
  const columns: Record<Slot<Cell>['sort'], number>[] = [];
  for (const line of slots)
    for (const { column, sort } of line) {
      columns[column] ??= { empty: 0, label: 0, value: 0 };
      (columns[column] as (typeof columns)[number])[sort] += 1;
    }
  for (const line of slots)
    for (const slot of line) {
      const counts = columns[slot.column];
      if (slot.sort !== 'label' || counts?.label !== 1 || counts.value < ROWS_OF_VALUES) continue;
      if (slot.cell.header || endsWithColon(slot)) continue;
      // In a row of headings the column before holds values below; in a form it holds the labels.
      const before = squares[slot.row]?.[slot.column - 1];
      const labels = before?.sort === 'label' ? (columns[before.column]?.label ?? 0) : 0;
      if (labels > ROWS_OF_VALUES) slot.sort = 'value';
    }
}

/**
 * 主送机关 | 各村（社区）、各窗口：, with nothing or a label behind it: where labels have no colon, an unknown word with one is
 * the value of the label before it; where they have one too, in a column of values.
 */
function settleByRow<Cell extends GridCell>(slots: readonly (readonly Slot<Cell>[])[], isLabel: IsLabel): void {
  for (const line of slots)
    for (let at = 1; at < line.length; at += 1) {
      const [before, slot, after] = [line[at - 1], line[at], line[at + 1]] as [Slot<Cell>, Slot<Cell>, Slot<Cell>?];
      if (slot.sort !== 'label' || before.sort !== 'label' || slot.cell.header || !endsWithColon(slot)) continue;
      if (isLabelText(slot.text, isLabel) || !isLabelText(before.text, isLabel)) continue;
      if (endsWithColon(before) && !holdsValues(slots, slot)) continue;
      if (after === undefined || (after.sort === 'label' && isLabelText(after.text, isLabel))) slot.sort = 'value';
    }
}

/** True where the column of a cell holds values in several rows and no label but this cell. */
function holdsValues<Cell extends GridCell>(slots: readonly (readonly Slot<Cell>[])[], slot: Slot<Cell>): boolean {
  const others = slots.flatMap((line) => line.filter((one) => one !== slot && one.column === slot.column));
  return (
    others.every(({ sort }) => sort !== 'label') &&
    others.filter(({ sort }) => sort === 'value').length >= ROWS_OF_VALUES
  );
}

function columnsAlwaysEmpty<Cell extends GridCell>(squares: Layout<Cell>['squares']): Set<number> {
  const filled: boolean[] = [];
  for (const line of squares)
    for (let column = 0; column < line.length; column += 1) {
      const slot = line[column];
      filled[column] ||= slot !== undefined && slot.sort !== 'empty' && slot.column === column;
    }
  const empty = new Set<number>();
  for (let column = 0; column < filled.length; column += 1) if (!filled[column]) empty.add(column);
  return empty;
}
