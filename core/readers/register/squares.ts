import type { PageSource } from '../../base/source.ts';
import { pathsAlong } from '../../page/paths.ts';
import type { PageNode, TableCell, TableNode } from '../../page/snapshot.ts';
import { textOfHolder } from '../survey/lines.ts';

/** One square of a table; a cell that spans several stands in each of them. */
export interface Square {
  text: string;
  source: PageSource;
  cell: TableCell;
  /** It covers more than this square. */
  wide: boolean;
}

/** A row in sight. */
export interface SquareRow {
  squares: Square[];
  source: PageSource;
}

/** More columns than this has no register. */
const MOST_COLUMNS = 60;

/** The rows in sight of a table, its spans laid out. @param whole path of the table */
export function squaresOf(node: TableNode, frame: string, whole: string): SquareRow[] {
  const down = pathsAlong(whole);
  const rows: SquareRow[] = [];
  /** Cells that reach down from a row above, by column. */
  const reaching = new Map<number, { square: Square; left: number }>();
  for (const row of node.rows) {
    const path = down(row.path);
    const along = pathsAlong(path);
    const placed = row.cells.map((cell) => ({ cell, path: along(cell.path) }));
    if (row.hidden || row.cells.length === 0) continue;
    const squares: Square[] = [];
    const fill = (): void => {
      for (let above = reaching.get(squares.length); above; above = reaching.get(squares.length)) {
        above.left -= 1;
        if (above.left === 0) reaching.delete(squares.length);
        squares.push(above.square);
      }
    };
    for (const { cell, path: at } of placed) {
      fill();
      const source: PageSource = { from: 'page', frame, label: '', path: at };
      const square = { text: textOfHolder(cell, false), source, cell, wide: (cell.columns ?? 1) > 1 };
      for (let span = cell.columns ?? 1; span > 0 && squares.length < MOST_COLUMNS; span -= 1) {
        if ((cell.rows ?? 1) > 1) reaching.set(squares.length, { square, left: (cell.rows ?? 1) - 1 });
        squares.push(square);
      }
    }
    fill();
    rows.push({ squares, source: { from: 'page', frame, label: '', path } });
  }
  return rows;
}

/** Boxes that a person writes in; what picks a row or is out of sight is none. */
const isEditable = (node: PageNode): boolean =>
  node.type === 'control'
    ? !node.hidden &&
      !node.readOnly &&
      !node.disabled &&
      !['checkbox', 'radio', 'hidden', 'file'].includes(node.control)
    : 'nodes' in node && node.nodes?.some(isEditable) === true;

/** True for a cell in which a person can write. */
export const isBoxCell = ({ nodes }: TableCell): boolean => nodes?.some(isEditable) === true;

/** The first address that stands in a row. */
export function linkIn({ squares }: SquareRow): string | undefined {
  const find = (nodes: readonly PageNode[]): string | undefined => {
    for (const node of nodes) {
      const found = node.type === 'link' ? node.href : 'nodes' in node && node.nodes ? find(node.nodes) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (const { cell } of squares) {
    const found = find(cell.nodes ?? []);
    if (found !== undefined) return found;
  }
  return undefined;
}
