import type { FileSource } from '../base/source.ts';
import { isKnownLabel } from '../document/glossary.ts';
import type { GridCell } from '../pairing/cells.ts';
import { pairGrid } from '../pairing/grid.ts';
import type { LabelledValue } from '../pairing/pair.ts';

/** A cell of a table in a file. */
export interface FileCell extends GridCell {
  /** A picture stands in it: a signature. */
  picture?: boolean;
  /** A table stands in it, which is read as a table of its own. */
  nested?: boolean;
  /** What it shows is not in the file: a formula that nobody has worked out. */
  unread?: boolean;
  source: FileSource;
}

/** Labelled values of a table in a file: the same shape that a page's table gives. Spans as in `GridCell`. */
export function pairsOfCells(rows: readonly (readonly FileCell[])[]): LabelledValue[] {
  const grid = rows.map((row) =>
    row.map((cell): FileCell => (cell.picture || cell.nested || cell.unread ? { ...cell, hasBox: true } : cell)),
  );
  return pairGrid(grid, isKnownLabel).map(({ label, value, labelCell, valueCell, kind }) => {
    const onlyPicture = value === '' && valueCell?.picture === true;
    const isElsewhere = valueCell?.nested === true || valueCell?.unread === true;
    const notHere = value === '' && !onlyPicture && isElsewhere;
    return {
      label,
      value,
      state: onlyPicture || notHere ? 'unreadable' : value === '' ? 'empty' : 'filled',
      kind,
      box: onlyPicture ? 'picture' : 'cell',
      ...(valueCell?.picture && { picture: true }),
      source: (valueCell ?? labelCell).source,
    };
  });
}
