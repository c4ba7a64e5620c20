import type { Block } from '../../base/block.ts';
import type { Place } from '../../base/place.ts';
import type { FileSource } from '../../base/source.ts';
import { displayWidth } from '../../base/text.ts';
import type { Budget } from '../budget.ts';
import type { FileCell } from '../cells.ts';
import type { Grid, GridBox } from './grids.ts';
import { linesOf } from './lines.ts';
import type { PictureBox, TextPiece } from './page.ts';
import { cellText } from './paragraphs.ts';

/** A table as it is drawn on one page, and the text that stands in its cells. */
export interface DrawnTable {
  grid: Grid;
  /** Where it begins on the page. */
  top: number;
  texts: ReadonlyMap<GridBox, TextPiece[]>;
  /** Cells in which a picture stands. */
  pictures: ReadonlySet<GridBox>;
  /** Takes a piece of text that stands in the table; false of any other. */
  take(piece: TextPiece): boolean;
  takePicture(picture: PictureBox): void;
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

const heightOf = ({ y, fontSize }: TextPiece): number => y - MIDDLE * fontSize;

export function openTable(grid: Grid): DrawnTable {
  const { xs, ys, boxes } = grid;
  const texts = new Map<GridBox, TextPiece[]>();
  const columns = xs.length - 1;
  const byPlace = new Map<number, GridBox>();
  for (const box of boxes)
    for (let row = box.row; row < box.row + box.rows; row += 1)
      for (let column = box.column; column < box.column + box.columns; column += 1)
        byPlace.set(row * columns + column, box);
  const pictures = new Set<GridBox>();
  const boxAt = (x: number, y: number): GridBox | undefined => {
    const [column, row] = [gapOf(xs, x), gapOf(ys, y)];
    return column < 0 || row < 0 ? undefined : byPlace.get(row * columns + column);
  };
  return {
    grid,
    top: ys[0] ?? 0,
    texts,
    pictures,
    take(piece) {
      const y = heightOf(piece);
      if (!boxAt(piece.x + piece.width / 2, y)) return false;
      for (const part of partsOf(piece, (x) => boxAt(x, y))) {
        const box = boxAt(part.x + part.width / 2, y);
        if (!box) continue;
        const inside = texts.get(box);
        if (inside) inside.push(part);
        else texts.set(box, [part]);
      }
      return true;
    },
    takePicture({ x, y, width, height }) {
      const box = boxAt(x + width / 2, y + height / 2);
      if (box) pictures.add(box);
    },
  };
}

/** A piece of text that goes on from one cell into the next, cut where the line between them is. */
function partsOf(piece: TextPiece, boxAt: (x: number) => GridBox | undefined): TextPiece[] {
  const [first, last] = [piece.x + piece.fontSize / 2, piece.x + piece.width - piece.fontSize / 2];
  if (last <= first || boxAt(first) === boxAt(last)) return [piece];
  const unit = piece.width / (displayWidth(piece.text) || 1);
  const parts: TextPiece[] = [];
  let [x, box] = [piece.x, boxAt(first)];
  let text = '';
  let from = x;
  const write = (): void => {
    if (text.trim() !== '') parts.push({ ...piece, text, x: from, width: x - from });
    text = '';
    from = x;
  };
  for (const letter of piece.text) {
    const width = displayWidth(letter) * unit;
    const here = boxAt(x + width / 2);
    if (here !== undefined && here !== box) {
      write();
      box = here;
    }
    text += letter;
    x += width;
  }
  write();
  return parts;
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
  { grid: { xs, ys, boxes }, texts, pictures }: DrawnTable,
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
    const text = cellText(linesOf(pieces), xs[box.column] ?? 0, xs[box.column + box.columns] ?? 0);
    line[box.column] = text;
    row.push({
      text,
      rows: box.rows,
      columns: box.columns,
      ...(pictures.has(box) && { picture: true }),
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

/** Whether two tables have the same columns, wherever they begin: facing pages may have other margins. */
export function isSameGrid({ xs: [from = 0, ...xs] }: Grid, { xs: [otherFrom = 0, ...others] }: Grid): boolean {
  const isNear = (x: number, index: number): boolean => Math.abs(x - from - ((others[index] ?? 0) - otherFrom)) <= NEAR;
  return xs.length === others.length && xs.every(isNear);
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
