import type { Block } from '../../base/block.ts';
import type { Place } from '../../base/place.ts';
import type { FileSource } from '../../base/source.ts';
import type { FileCell } from '../cells.ts';
import type { Box, Drawing } from './drawing.ts';
import type { Grid, GridBox } from './grids.ts';
import { cutRun, linesOf, type Run } from './lines.ts';
import { paragraphsOf } from './paragraphs.ts';

/** A cell with what stands in it. */
interface CellText {
  box: GridBox;
  text: string;
  picture: boolean;
}

/** A table on one page. */
export interface PageTable {
  page: number;
  x: number;
  y: number;
  bottom: number;
  edges: number[];
  rows: number;
  cells: CellText[];
}

/** A table of the document: its block, and its cells row by row. */
export interface PdfTable {
  block: Block & { rows: string[][] };
  rows: FileCell[][];
}

/** How far rulings may stand apart on two pages and be those of one table. */
const SAME_EDGE = 3;
/** What stands closer to a ruling than this is no text of its own margin. */
const PADDING = 6;

/** Where the letters of a run stand, for the most part. */
const heart = (run: Run): number => run.y - 0.3 * run.size;

export const isInside = (run: Run, { x, y, width, height }: Box): boolean => {
  const middle = run.x + run.width / 2;
  return middle >= x && middle <= x + width && heart(run) >= y && heart(run) <= y + height;
};

/** A grid with the runs that stand in it. */
export function fillGrid(grid: Grid, runs: readonly Run[], drawing: Drawing, page: number): PageTable {
  const pieces = runs.flatMap((run) => {
    const crossed = grid.cells.filter(
      (cell) =>
        heart(run) >= cell.y && heart(run) <= cell.y + cell.height && cell.x > run.x && cell.x < run.x + run.width,
    );
    return crossed.length === 0
      ? [run]
      : cutRun(
          run,
          crossed.map(({ x }) => x),
        );
  });
  const byCell = new Map<GridBox, Run[]>();
  for (const piece of pieces) {
    const cell = grid.cells.find((box) => isInside(piece, box));
    if (cell) byCell.set(cell, [...(byCell.get(cell) ?? []), piece]);
  }
  const cells = grid.cells.map((box): CellText => {
    const picture = drawing.pictures.some(({ x, y, width, height }) => {
      const [middle, centre] = [x + width / 2, y + height / 2];
      return middle > box.x && middle < box.x + box.width && centre > box.y && centre < box.y + box.height;
    });
    return { box, text: textOf(byCell.get(box) ?? [], box), picture };
  });
  const { x, y, edges, rows } = grid;
  return { page, x, y, bottom: y + grid.height, edges, rows, cells };
}

/** The text of a cell: what only wraps at its edge is one line. */
function textOf(runs: readonly Run[], { x, width }: Box): string {
  const margins = { left: x, right: x + width - PADDING };
  const lines = linesOf(runs);
  const left = Math.min(...lines.map((line) => line.x));
  return paragraphsOf(lines.map((line, index) => ({ ...line, page: 1, line: index, margins: { ...margins, left } })))
    .map(({ text }) => text)
    .join('\n');
}

/** True when a table goes on at the top of the next page: the same columns. */
export function isContinued(above: PageTable, below: PageTable): boolean {
  return (
    below.page === above.page + 1 &&
    above.edges.length === below.edges.length &&
    above.edges.every((edge, index) => Math.abs(edge - above.x - ((below.edges[index] ?? 0) - below.x)) <= SAME_EDGE)
  );
}

const rowTexts = ({ cells }: PageTable, row: number): string =>
  cells
    .filter(({ box }) => box.row === row)
    .map(({ text }) => text)
    .join('\t');

/** Two parts of one table as one; a head that is repeated stands once. */
export function continued(above: PageTable, below: PageTable): PageTable {
  const head = rowTexts(below, 0);
  const isHead =
    head.trim() !== '' && head === rowTexts(above, 0) && below.cells.every(({ box }) => box.row > 0 || box.rows === 1);
  const skipped = isHead ? 1 : 0;
  const cells = below.cells
    .filter(({ box }) => box.row >= skipped)
    .map((cell) => ({ ...cell, box: { ...cell.box, row: cell.box.row - skipped + above.rows } }));
  return {
    ...above,
    page: below.page,
    bottom: below.bottom,
    rows: above.rows + below.rows - skipped,
    cells: [...above.cells, ...cells],
  };
}

/** A table as the other formats give it. `place` is where it begins. */
export function tableOf(table: PageTable, place: Place, source: (place: Place) => FileSource): PdfTable {
  const rows: FileCell[][] = [];
  const texts: string[][] = [];
  for (let row = 0; row < table.rows; row += 1) {
    rows.push([]);
    texts.push(Array.from({ length: table.edges.length - 1 }, () => ''));
  }
  for (const { box, text, picture } of table.cells) {
    const cells = rows[box.row];
    const line = texts[box.row];
    if (!cells || !line) continue;
    line[box.column] = text;
    cells.push({
      rows: box.rows,
      columns: box.columns,
      text,
      ...(picture && { picture }),
      source: source({ ...place, row: box.row + 1, cell: cells.length + 1 }),
    });
  }
  const text = texts.map((line) => line.join('\t')).join('\n');
  return { block: { kind: 'table', text, rows: texts, region: 'body', source: source(place) }, rows };
}
