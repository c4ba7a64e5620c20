import type { Block } from '../../base/block.ts';
import type { Place } from '../../base/place.ts';
import type { FileSource } from '../../base/source.ts';
import type { Budget } from '../budget.ts';
import type { FileCell } from '../cells.ts';
import type { DrawnPage } from './page.ts';

export interface LaidTable {
  /** Its block among those of the document. */
  block: Block & { rows: string[][] };
  /** Cells row by row, for `pairsOfCells`; those covered by a span are not listed. */
  rows: FileCell[][];
}

/** What stands on drawn pages, in reading order. */
export interface Layout {
  /** The text, page after page; then headers and footers, each once. */
  blocks: Block[];
  tables: LaidTable[];
  /** Pieces of text that are not upright and were left out: watermarks, stamps. */
  turned: number;
}

export interface LayoutOptions {
  source: (place: Place) => FileSource;
  /** Asked for `paragraphs`, `cells` and `characters`. */
  budget: Budget;
}

/** Turns drawn pages into located blocks. A place is `{ page, paragraph }` or `{ page, table, row, cell }`, counted on each page. */
export function layOut(_pages: readonly DrawnPage[], _options: LayoutOptions): Layout {
  return { blocks: [], tables: [], turned: 0 };
}
