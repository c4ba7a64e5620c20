import type { Block } from '../../base/block.ts';
import type { Place } from '../../base/place.ts';
import type { FileSource } from '../../base/source.ts';
import type { Budget } from '../budget.ts';
import type { FileCell } from '../cells.ts';
import type { Grid, GridBox } from './grids.ts';
import { linesOf } from './lines.ts';
import type { TextPiece } from './page.ts';
import { cellText } from './paragraphs.ts';

/** A table as it is drawn on one page, and the text that stands in its cells. */
export interface DrawnTable {
  grid: Grid;
  /** Where it begins on the page. */
  top: number;
  texts: ReadonlyMap<GridBox, TextPiece[]>;
  /** Takes a piece of text that stands in the table; false of any other. */
  take(piece: TextPiece): boolean;
}

/** A table that was read. */
export interface LaidTable {
  /** Its block among those of the document. */
  block: Block & { rows: string[][] };
  /** Cells row by row, for `pairsOfCells`; those covered by a span are not listed. */
  rows: FileCell[][];
}

/** How far above the line on which it stands the middle of a letter is, in letters. */
const MIDDLE = 0.35;
/** Columns so near one another, in points, are the same on the next page. */
const NEAR = 3;

export function openTable(grid: Grid): DrawnTable {
  const { xs, ys, boxes } = grid;
  const texts = new Map<GridBox, TextPiece[]>();
  const columns = xs.length - 1;
  const byPlace = new Map<number, GridBox>();
  for (const box of boxes)
    for (let row = box.row; row < box.row + box.rows; row += 1)
      for (let column = box.column; column < box.column + box.columns; column += 1)
        byPlace.set(row * columns + column, box);
  return {
    grid,
    top: ys[0] ?? 0,
    texts,
    take(piece) {
      const column = gapOf(xs, piece.x + piece.width / 2);
      const row = gapOf(ys, piece.y - MIDDLE * piece.fontSize);
      const box = column < 0 || row < 0 ? undefined : byPlace.get(row * columns + column);
      if (!box) return false;
      const inside = texts.get(box);
      if (inside) inside.push(piece);
      else texts.set(box, [piece]);
      return true;
    },
  };
}

/** Index of the gap between two of the sorted places in which one lies; -1 for none. */
function gapOf(places: readonly number[], at: number): number {
  if (at < (places[0] ?? 0) || at > (places.at(-1) ?? 0)) return -1;
  let [low, high] = [0, places.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** The text of a table, cell by cell. `place` is where it stands. */
export function readTable(
  { grid: { xs, ys, boxes }, texts }: DrawnTable,
  place: Place,
  { source, budget }: { source: (place: Place) => FileSource; budget: Budget },
): LaidTable {
  const rows: FileCell[][] = Array.from({ length: ys.length - 1 }, () => []);
  const lines = rows.map(() => Array.from({ length: xs.length - 1 }, () => ''));
  for (const box of boxes) {
    budget.spend('cells');
    const row = rows[box.row];
    const line = lines[box.row];
    if (!row || !line) continue;
    const pieces = texts.get(box) ?? [];
    const text = cellText(linesOf(pieces), { left: xs[box.column] ?? 0, right: xs[box.column + box.columns] ?? 0 });
    line[box.column] = text;
    row.push({
      text,
      rows: box.rows,
      columns: box.columns,
      source: source({ ...place, row: box.row + 1, cell: row.length + 1 }),
    });
  }
  return { block: blockOf(lines, source(place)), rows };
}

const blockOf = (rows: string[][], source: FileSource): LaidTable['block'] => ({
  kind: 'table',
  text: textOfRows(rows),
  rows,
  region: 'body',
  source,
});

const textOfRows = (rows: readonly string[][]): string => rows.map((cells) => cells.join('\t')).join('\n');

/** Whether two tables have the same columns. */
export function isSameGrid(one: Grid, other: Grid): boolean {
  return one.xs.length === other.xs.length && one.xs.every((x, index) => Math.abs(x - (other.xs[index] ?? 0)) <= NEAR);
}

/** Puts the rows of a table to those of the page before; a first row that is there again is no row of its own. */
export function goOn({ block, rows }: LaidTable, more: LaidTable): void {
  const isRepeated = block.rows[0]?.join('\t') === more.block.rows[0]?.join('\t') && more.block.rows.length > 1;
  const skipped = isRepeated && (more.rows[0] ?? []).every((cell) => cell.rows === 1) ? 1 : 0;
  const further = more.block.rows.slice(skipped);
  rows.push(...more.rows.slice(skipped));
  block.rows.push(...further);
  block.text += `\n${textOfRows(further)}`;
}
