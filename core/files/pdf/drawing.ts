/** A matrix as PDF writes it: a b c d e f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** A straight line from left to right or from top to bottom, in points from the top left of the page. */
export interface Ruling {
  /** Where it stands on the other axis. */
  at: number;
  from: number;
  to: number;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlacedPicture extends Box {
  /** It was painted over text that stood there before. */
  over: boolean;
}

/** What is drawn on a page beside its text. */
export interface Drawing {
  across: Ruling[];
  down: Ruling[];
  pictures: PlacedPicture[];
  /** Text is there that is not painted, as it lies under a scanned page. */
  unpainted: boolean;
  /** Bent lines: letters that were turned into drawings have many. */
  curves: number;
}

interface OperatorList {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

type Operators = Readonly<Record<string, number>>;

/** Thinner than this a filled rectangle is a line; a line that leans by less is straight. */
const THIN = 2.5;
const SLANT = 0.8;
/** Shorter lines are parts of letters and marks. */
const SHORTEST = 4;
/** Rulings of one direction that are looked at: a map or a plan has more, and no table. */
const MOST_RULINGS = 6_000;
const MOST_DEPTH = 200;
/** The way of showing text in which nothing is painted. */
const UNPAINTED = 3;

/** First `inner`, then `outer`. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

const isMatrix = (value: unknown): value is Matrix =>
  typeof value === 'object' && value !== null && (value as ArrayLike<number>).length === 6;

/** The box of the unit square, into which a picture is painted. */
function unitBox(matrix: Matrix): Box {
  const [a, b, c, d, e, f] = matrix;
  const [xs, ys] = [
    [e, e + a, e + c, e + a + c],
    [f, f + b, f + d, f + b + d],
  ];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/**
 * The rulings and pictures of a page. Pictures are left out of the list of operators; a square that is set up for one and in
 * which nothing is painted is where it stands.
 */
export function traceDrawing({ fnArray, argsArray }: OperatorList, ops: Operators, toPage: Matrix): Drawing {
  const drawing: Drawing = { across: [], down: [], pictures: [], unpainted: false, curves: 0 };
  const painted = new Set([ops.fill, ops.eoFill, ops.fillStroke, ops.eoFillStroke, ops.stroke, ops.closeStroke]);
  painted.add(ops.closeFillStroke).add(ops.closeEOFillStroke);
  const filledOnly = new Set([ops.fill, ops.eoFill]);
  const neutral = new Set([ops.setGState, ops.dependency, ops.beginMarkedContent, ops.beginMarkedContentProps]);
  neutral.add(ops.endMarkedContent).add(ops.setRenderingIntent);
  let matrix = toPage;
  let mode = 0;
  let over = false;
  const stack: [Matrix, number][] = [];
  /** A matrix was set and nothing done with it yet. */
  let isOpen = false;
  const close = (): void => {
    const box = unitBox(matrix);
    if (isOpen && box.width > 1 && box.height > 1 && drawing.pictures.length < MOST_RULINGS)
      drawing.pictures.push({ ...box, over });
    isOpen = false;
  };
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index] as readonly unknown[] | null;
    if (operator === ops.save) {
      if (stack.length < MOST_DEPTH) stack.push([matrix, mode]);
    } else if (operator === ops.restore) {
      close();
      [matrix, mode] = stack.pop() ?? [toPage, 0];
    } else if (operator === ops.transform && isMatrix(args)) {
      matrix = times(matrix, args);
      isOpen = true;
    } else if (operator === ops.paintFormXObjectBegin) {
      isOpen = false;
      if (stack.length < MOST_DEPTH) stack.push([matrix, mode]);
      if (isMatrix(args?.[0])) matrix = times(matrix, args[0]);
    } else if (operator === ops.paintFormXObjectEnd) {
      [matrix, mode] = stack.pop() ?? [toPage, 0];
    } else if (operator === ops.setTextRenderingMode) {
      mode = Number(args?.[0]);
    } else if (operator === ops.showText) {
      over = true;
      drawing.unpainted ||= mode === UNPAINTED;
      isOpen = false;
    } else if (operator === ops.constructPath) {
      const [kind, data] = (args ?? []) as [number, [ArrayLike<number> | null]];
      // A path that only bounds what follows (a clip) paints nothing.
      if (!painted.has(kind)) continue;
      isOpen = false;
      if (data?.[0]) tracePath(data[0], matrix, filledOnly.has(kind), drawing);
    } else if (!neutral.has(operator)) {
      isOpen = false;
    }
  }
  close();
  return drawing;
}

/** Marks of the library in a path: move, line, curve, quadratic curve, close; and how many numbers follow each. */
const FOLLOW = [2, 2, 6, 4, 0] as const;
const [MOVE, LINE, , , CLOSE] = [0, 1, 2, 3, 4];

function tracePath(data: ArrayLike<number>, matrix: Matrix, filledOnly: boolean, drawing: Drawing): void {
  const [a, b, c, d, e, f] = matrix;
  let points: [number, number][] = [];
  const end = (): void => {
    takeShape(points, filledOnly, drawing);
    points = [];
  };
  for (let at = 0; at < data.length; ) {
    const mark = data[at] ?? CLOSE;
    const follow = FOLLOW[mark as 0] ?? 0;
    const [x = 0, y = 0] = [data[at + follow - 1], data[at + follow]];
    at += 1 + follow;
    if (mark === CLOSE) {
      const [first] = points;
      if (first) points.push(first);
      continue;
    }
    const point: [number, number] = [a * x + c * y + e, b * x + d * y + f];
    if (mark === MOVE) {
      end();
      points = [point];
    } else if (mark === LINE) points.push(point);
    else {
      drawing.curves += 1;
      end();
      points = [point];
    }
  }
  end();
}

/** A shape of straight lines: a thin rectangle is one line, any other gives its edges, unless it is only a coloured ground. */
function takeShape(points: readonly [number, number][], filledOnly: boolean, drawing: Drawing): void {
  if (points.length < 2) return;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [least(xs), most(xs), least(ys), most(ys)];
  if (points.length >= 4 && (right - left < THIN || bottom - top < THIN)) {
    if (right - left >= bottom - top) push(drawing.across, (top + bottom) / 2, left, right);
    else push(drawing.down, (left + right) / 2, top, bottom);
    return;
  }
  if (filledOnly) return;
  for (const [index, [x, y]] of points.entries()) {
    const [nextX, nextY] = points[index + 1] ?? [x, y];
    if (Math.abs(nextY - y) <= SLANT) push(drawing.across, (y + nextY) / 2, Math.min(x, nextX), Math.max(x, nextX));
    else if (Math.abs(nextX - x) <= SLANT) push(drawing.down, (x + nextX) / 2, Math.min(y, nextY), Math.max(y, nextY));
  }
}

const least = (values: readonly number[]): number => values.reduce((low, value) => Math.min(low, value), Infinity);
const most = (values: readonly number[]): number => values.reduce((high, value) => Math.max(high, value), -Infinity);

function push(list: Ruling[], at: number, from: number, to: number): void {
  if (to - from >= SHORTEST && list.length < MOST_RULINGS && Number.isFinite(at + from + to))
    list.push({ at, from, to });
}
