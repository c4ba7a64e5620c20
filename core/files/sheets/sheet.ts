import type { Place } from '../../base/place.ts';
import { ProblemError } from '../../base/problems.ts';
import { cleanText } from '../../base/text.ts';
import type { Budget } from '../budget.ts';
import { LIMITS } from '../limits.ts';

/** A cell with something in it. Rows and columns are counted from 0. */
export interface SheetCell {
  row: number;
  column: number;
  /** Text as shown. */
  text: string;
  /** A picture stands in it: a signature. */
  picture?: boolean;
  /** A formula that nobody has worked out: what the cell shows is not in the file. */
  unread?: boolean;
}

/** Cells that are one: its first cell holds the text. */
export interface Span {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** One sheet as a file holds it; the same for every kind of workbook and for a table written as text. */
export interface Sheet {
  /** '' where a file has only one sheet without a name. */
  name: string;
  /** In front of the place of each cell. */
  place: Place;
  hidden: boolean;
  /** Row by row, from the left; each place once; none of them empty. */
  cells: readonly SheetCell[];
  /** Missing where a file cannot tell: what is empty in it may have been covered. */
  spans?: readonly Span[];
  isHiddenRow: (row: number) => boolean;
  isHiddenColumn: (column: number) => boolean;
  /** Days are counted from 1904 in it, where they are numbers without a format. */
  from1904?: boolean;
  /** What a person should know beside the cells. */
  comments: number;
  pictures: number;
  /** Text that floats over the cells. */
  boxes: readonly string[];
}

/** A sheet with nothing but cells. */
export function plainSheet(cells: readonly SheetCell[]): Sheet {
  const never = (): boolean => false;
  return {
    name: '',
    place: {},
    hidden: false,
    cells,
    isHiddenRow: never,
    isHiddenColumn: never,
    comments: 0,
    pictures: 0,
    boxes: [],
  };
}

/** Collects the cells of a sheet, in whatever order a file has them, and holds them to the limits. */
export interface CellCollector {
  /** The first of two cells of one place stays. A cell without text is only kept when a picture or a formula stands in it. */
  add(cell: SheetCell): void;
  /** A picture begins on this cell; beyond the columns that are read it belongs to none. */
  addPicture(place: Pick<SheetCell, 'row' | 'column'>): void;
  cells(): SheetCell[];
}

/**
 * Cells of one file; all its sheets share the budget.
 * @throws ProblemError (from `add`) `file-too-many-lines`, `file-too-many-columns`, `file-too-much`, `file-line-too-long`
 */
export function cellCollector(name: string, budget: Budget): CellCollector {
  /** Each row from the left. */
  const rows = new Map<number, SheetCell[]>();
  const { columns: mostColumns, cell: longest } = LIMITS.sheets;
  const mostRows = budget.purpose === 'table' ? LIMITS.table.rows : LIMITS.sheets.rows;
  const add = (cell: SheetCell): void => {
    const text = tidyCell(cell.text);
    if (text === '' && !cell.picture && !cell.unread) return;
    let row = rows.get(cell.row);
    const at = row === undefined ? 0 : placeIn(row, cell.column);
    if (row?.[at]?.column === cell.column) return;
    if (cell.column >= mostColumns)
      throw new ProblemError('file-too-many-columns', { name, row: cell.row + 1, limit: mostColumns });
    if (text.length > longest)
      throw new ProblemError('file-line-too-long', { name, row: cell.row + 1, limit: longest });
    if (!row) {
      if (rows.size >= mostRows) throw new ProblemError('file-too-many-lines', { name, limit: mostRows });
      row = [];
      rows.set(cell.row, row);
    }
    budget.spend('sheetCells');
    budget.spend('characters', text.length);
    if (at === row.length) row.push({ ...cell, text });
    else row.splice(at, 0, { ...cell, text });
  };
  return {
    add,
    addPicture(place) {
      const row = rows.get(place.row) ?? [];
      const there = row[placeIn(row, place.column)];
      if (there?.column === place.column) there.picture = true;
      else if (place.column < mostColumns) add({ ...place, text: '', picture: true });
    },
    cells: () => [...rows].sort(([left], [right]) => left - right).flatMap(([, row]) => row),
  };
}

/** Where a column stands in a row, or would: nearly always behind all that are there. */
function placeIn(row: readonly SheetCell[], column: number): number {
  let at = row.length;
  while (at > 0 && (row[at - 1]?.column ?? 0) >= column) at -= 1;
  return at;
}

/** Text of a cell line by line. */
function tidyCell(text: string): string {
  return text.includes('\n') || text.includes('\r')
    ? text
        .split(/\r\n|[\r\n]/)
        .map(cleanText)
        .filter((line) => line !== '')
        .join('\n')
    : cleanText(text);
}
