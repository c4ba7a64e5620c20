import type { Box, Drawing, Ruling } from './drawing.ts';

/** A cell as its rulings bound it. */
export interface GridBox extends Box {
  /** From 0, in the grid. */
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** A table by its rulings: cells row by row, those of merged places once. */
export interface Grid extends Box {
  /** Where columns begin and end, from left to right. */
  edges: number[];
  rows: number;
  cells: GridBox[];
}

/** How far apart in points two drawings of one line may stand, and how big a gap in a dotted one may be. */
const NEAR = 3;
const GAP = 4;
/** A ruling belongs to another that ends this far from it. */
const REACH = 4;
/** Rulings that go on so far beyond the outermost that crosses them bound a column of their own. */
const OPEN = 12;
const MOST_COLUMNS = 64;
const MOST_SLOTS = 40_000;
/** Rulings in all that are held against one another. */
const MOST_RULINGS = 4_000;

/** The tables that the rulings of a page make, from top to bottom. A frame around one cell is none. */
export function gridsOf({ across, down }: Drawing): Grid[] {
  const [rows, columns] = [joined(across), joined(down)];
  if (rows.length + columns.length > MOST_RULINGS) return [];
  return groupsOf(rows, columns)
    .flatMap((group) => gridOf(group) ?? [])
    .sort((left, right) => left.y - right.y || left.x - right.x);
}

/** Pieces of one line, drawn cell by cell or twice, as one. */
function joined(rulings: readonly Ruling[]): Ruling[] {
  const sorted = [...rulings].sort((left, right) => left.at - right.at);
  const lines: Ruling[] = [];
  for (let start = 0; start < sorted.length; ) {
    const first = sorted[start] as Ruling;
    let end = start + 1;
    while (end < sorted.length && (sorted[end] as Ruling).at - first.at <= NEAR / 2) end += 1;
    const same = sorted.slice(start, end).sort((left, right) => left.from - right.from);
    let current: Ruling | undefined;
    for (const { at, from, to } of same) {
      if (current && from <= current.to + GAP) current.to = Math.max(current.to, to);
      else {
        current = { at, from, to };
        lines.push(current);
      }
    }
    start = end;
  }
  return lines;
}

interface Group {
  across: Ruling[];
  down: Ruling[];
}

const meet = (across: Ruling, down: Ruling): boolean =>
  down.at >= across.from - REACH &&
  down.at <= across.to + REACH &&
  across.at >= down.from - REACH &&
  across.at <= down.to + REACH;

/** Rulings that touch one another, directly or through others. */
function groupsOf(across: readonly Ruling[], down: readonly Ruling[]): Group[] {
  const all = [...across, ...down];
  const parent = all.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] as number;
    parent[index] = root;
    return root;
  };
  for (const [row, line] of across.entries())
    for (const [column, other] of down.entries())
      if (meet(line, other)) parent[rootOf(across.length + column)] = rootOf(row);
  const groups = new Map<number, Group>();
  for (const [index, ruling] of all.entries()) {
    const root = rootOf(index);
    const group = groups.get(root) ?? { across: [], down: [] };
    group[index < across.length ? 'across' : 'down'].push(ruling);
    groups.set(root, group);
  }
  return [...groups.values()];
}

/** Values that stand together count once. */
function distinct(values: readonly number[]): number[] {
  const kept: number[] = [];
  for (const value of [...values].sort((left, right) => left - right))
    if (kept.length === 0 || value - (kept.at(-1) as number) > NEAR) kept.push(value);
  return kept;
}

function gridOf({ across, down }: Group): Grid | undefined {
  if (across.length < 2 || down.length === 0) return undefined;
  const inner = distinct(down.map(({ at }) => at));
  // A table may be open at its sides: then its rows end where their rulings do.
  const [left, right] = [Math.min(...across.map(({ from }) => from)), Math.max(...across.map(({ to }) => to))];
  const isOpenLeft = left < (inner[0] ?? left) - OPEN;
  const isOpenRight = right > (inner.at(-1) ?? right) + OPEN;
  const xs = [...(isOpenLeft ? [left] : []), ...inner, ...(isOpenRight ? [right] : [])];
  const ys = distinct(across.map(({ at }) => at));
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns > MOST_COLUMNS || columns * rows > MOST_SLOTS)
    return undefined;
  const covers = (lines: readonly Ruling[], at: number, from: number, to: number): boolean =>
    lines.some((line) => Math.abs(line.at - at) <= NEAR && line.from <= from + REACH && line.to >= to - REACH);
  const edge = (list: readonly number[], index: number): number => list[index] as number;
  const taken = new Set<number>();
  const cells: GridBox[] = [];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      if (taken.has(row * columns + column)) continue;
      const [top, left] = [edge(ys, row), edge(xs, column)];
      let right = column + 1;
      while (
        right < columns &&
        !taken.has(row * columns + right) &&
        !covers(down, edge(xs, right), top, edge(ys, row + 1))
      )
        right += 1;
      let bottom = row + 1;
      while (bottom < rows && !covers(across, edge(ys, bottom), left, edge(xs, right))) {
        // A ruling that crosses only a part of the width parts this cell from what is below it.
        const isPartly = Array.from({ length: right - column }, (_, step) => column + step).some((at) =>
          covers(across, edge(ys, bottom), edge(xs, at), edge(xs, at + 1)),
        );
        const isParted = Array.from({ length: right - column - 1 }, (_, step) => column + 1 + step).some((at) =>
          covers(down, edge(xs, at), edge(ys, bottom), edge(ys, bottom + 1)),
        );
        if (isPartly || isParted) break;
        bottom += 1;
      }
      for (let y = row; y < bottom; y += 1) for (let x = column; x < right; x += 1) taken.add(y * columns + x);
      cells.push({
        row,
        column,
        rows: bottom - row,
        columns: right - column,
        x: left,
        y: top,
        width: edge(xs, right) - left,
        height: edge(ys, bottom) - top,
      });
    }
  if (cells.length < 2) return undefined;
  const [x, y] = [edge(xs, 0), edge(ys, 0)];
  return { x, y, width: edge(xs, columns) - x, height: edge(ys, rows) - y, edges: xs, rows, cells };
}
