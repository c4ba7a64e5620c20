import type { RulingLine } from './page.ts';

/** A cell of a table that is drawn with rules: where it stands in the grid and on the page. */
export interface GridBox {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** A table as its rules draw it. */
export interface Grid {
  /** Columns and rows lie between these. */
  xs: number[];
  ys: number[];
  /** Row by row, each from the left. */
  boxes: GridBox[];
}

/** Lines so near are one, drawn double or by two neighbours; lines that end so near to one another meet. In points. */
const NEAR = 3;
/** Lines that go on so far beyond the outermost that crosses them bound a column or a row of their own. */
const OPEN = 12;
/** A line that is drawn less upright or less level than this, in points, is none of a table. */
const SLANT = 1.5;
/** A line shorter than this, in points, is part of a letter or a mark. */
const SHORTEST = 8;
/** How much of an edge between two cells is drawn where there is one. */
const DRAWN = 0.6;
/** What has more lines, multiplied, or more places between them is a drawing and no table. */
const MOST_CROSSINGS = 2_000_000;
const MOST_PLACES = 20_000;

/** A line on one axis: where it stands on the other, and from where to where it goes. */
interface Edge {
  at: number;
  from: number;
  to: number;
}

/** The tables that the rules of a page draw: at least two cells, closed at all sides or open at the left and right. */
export function gridsOf(rules: readonly RulingLine[]): Grid[] {
  const level = joined(
    rules.filter(({ y1, y2 }) => Math.abs(y1 - y2) <= SLANT).map(({ x1, x2, y1, y2 }) => edge((y1 + y2) / 2, x1, x2)),
  );
  const upright = joined(
    rules
      .filter(({ x1, x2, y1, y2 }) => Math.abs(x1 - x2) <= SLANT && Math.abs(y1 - y2) > SLANT)
      .map(({ x1, x2, y1, y2 }) => edge((x1 + x2) / 2, y1, y2)),
  );
  if (level.length < 2 || upright.length < 1 || level.length * upright.length > MOST_CROSSINGS) return [];
  return groupsOf(level, upright)
    .flatMap((group) => gridOf(group) ?? [])
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}

const edge = (at: number, one: number, other: number): Edge => ({
  at,
  from: Math.min(one, other),
  to: Math.max(one, other),
});

/** Pieces of one line put together. */
function joined(edges: Edge[]): Edge[] {
  const lines: Edge[][] = [];
  for (const edge of edges.filter(({ at, from, to }) => Number.isFinite(at + from + to)).sort((a, b) => a.at - b.at)) {
    const line = lines.at(-1);
    if (line && edge.at - (line[0]?.at ?? 0) <= NEAR) line.push(edge);
    else lines.push([edge]);
  }
  return lines.flatMap((line) => {
    const whole: Edge[] = [];
    for (const edge of line.sort((a, b) => a.from - b.from)) {
      const last = whole.at(-1);
      if (last && edge.from <= last.to + NEAR) last.to = Math.max(last.to, edge.to);
      else whole.push({ ...edge });
    }
    return whole.filter(({ from, to }) => to - from >= SHORTEST);
  });
}

interface Group {
  level: Edge[];
  upright: Edge[];
}

/** Lines that meet one another, directly or over others. */
function groupsOf(level: readonly Edge[], upright: readonly Edge[]): Group[] {
  const parents = Array.from({ length: level.length + upright.length }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[index] = root;
    return root;
  };
  for (const [index, line] of level.entries())
    for (const [other, post] of upright.entries())
      if (
        post.at >= line.from - NEAR &&
        post.at <= line.to + NEAR &&
        line.at >= post.from - NEAR &&
        line.at <= post.to + NEAR
      )
        parents[rootOf(index)] = rootOf(level.length + other);
  const groups = new Map<number, Group>();
  const groupOf = (index: number): Group => {
    const root = rootOf(index);
    const group = groups.get(root) ?? { level: [], upright: [] };
    groups.set(root, group);
    return group;
  };
  for (const [index, line] of level.entries()) groupOf(index).level.push(line);
  for (const [index, post] of upright.entries()) groupOf(level.length + index).upright.push(post);
  return [...groups.values()];
}

function gridOf({ level, upright }: Group): Grid | undefined {
  if (level.length < 2 || upright.length === 0) return undefined;
  const xs = places(upright, level);
  const ys = places(level, upright);
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  if (rows < 1 || columns < 1 || rows * columns < 2 || rows * columns > MOST_PLACES) return undefined;
  const posts = xs.map((x) => upright.filter(({ at }) => Math.abs(at - x) <= NEAR));
  const lines = ys.map((y) => level.filter(({ at }) => Math.abs(at - y) <= NEAR));
  const boxes = boxesOf(rows, columns, {
    besides: (row, column) => isDrawn(posts[column], ys[row], ys[row + 1]),
    above: (row, column) => isDrawn(lines[row], xs[column], xs[column + 1]),
  });
  return boxes.length < 2 ? undefined : { xs, ys, boxes };
}

/** Where lines stand, those that are near one another as one. The outermost may be left out where the lines across them end. */
function places(edges: readonly Edge[], across: readonly Edge[]): number[] {
  const kept: number[] = [];
  for (const at of edges.map((edge) => edge.at).sort((a, b) => a - b))
    if (kept.length === 0 || at - (kept.at(-1) ?? 0) > NEAR) kept.push(at);
  const least = across.reduce((low, { from }) => Math.min(low, from), Number.POSITIVE_INFINITY);
  const most = across.reduce((high, { to }) => Math.max(high, to), Number.NEGATIVE_INFINITY);
  if (least < (kept[0] ?? 0) - OPEN) kept.unshift(least);
  if (most > (kept.at(-1) ?? 0) + OPEN) kept.push(most);
  return kept;
}

function isDrawn(edges: readonly Edge[] = [], from = 0, to = 0): boolean {
  let drawn = 0;
  for (const edge of edges) drawn += Math.max(0, Math.min(edge.to, to) - Math.max(edge.from, from));
  return drawn >= DRAWN * (to - from);
}

interface Edges {
  /** Whether a line is drawn at the left of a place, or above it. */
  besides(row: number, column: number): boolean;
  above(row: number, column: number): boolean;
}

/** Places of the grid with no line between them put together; what is then no rectangle is taken by its first row and column. */
function boxesOf(rows: number, columns: number, edges: Edges): GridBox[] {
  const taken = new Uint8Array(rows * columns);
  const boxes: GridBox[] = [];
  const isFree = (row: number, column: number): boolean => taken[row * columns + column] === 0;
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      if (!isFree(row, column)) continue;
      let width = 1;
      while (column + width < columns && isFree(row, column + width) && !edges.besides(row, column + width)) width += 1;
      let height = 1;
      while (row + height < rows && isOpen(row + height, column, width)) height += 1;
      for (let down = 0; down < height; down += 1)
        taken.fill(1, (row + down) * columns + column, (row + down) * columns + column + width);
      boxes.push({ row, column, rows: height, columns: width });
    }
  return boxes;

  function isOpen(row: number, column: number, width: number): boolean {
    for (let across = 0; across < width; across += 1) {
      if (!isFree(row, column + across) || edges.above(row, column + across)) return false;
      // A line below that parts what is one above is the beginning of other cells.
      if (across > 0 && edges.besides(row, column + across)) return false;
    }
    return true;
  }
}
