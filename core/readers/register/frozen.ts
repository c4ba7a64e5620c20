import type { SquareRow } from './squares.ts';

/** EasyUI draws frozen columns as a table of their own, and numbers the rows of both alike: datagrid-row-r1-1-0, datagrid-row-r1-2-0. */
const ROW = /^#datagrid-row-(.+)-([12])-(\d+)$/;

/** The rows of frozen columns with what stands beside them, as one reads them. Undefined where the two tables are not of one list. */
export function besideFrozen(frozen: readonly SquareRow[], rows: readonly SquareRow[]): SquareRow[] | undefined {
  let twins = 0;
  const whole: SquareRow[] = [];
  for (const [at, row] of rows.entries()) {
    const left = frozen[at];
    if (left === undefined) return undefined;
    const [, list, side, number] = ROW.exec(left.source.path) ?? [];
    const [, otherList, otherSide, otherNumber] = ROW.exec(row.source.path) ?? [];
    // Heads have no number.
    if (list !== otherList || number !== otherNumber || (list !== undefined && `${side}${otherSide}` !== '12'))
      return undefined;
    if (list !== undefined) twins += 1;
    whole.push({ ...row, squares: [...left.squares, ...row.squares] });
  }
  return twins > 0 && frozen.length === rows.length ? whole : undefined;
}
