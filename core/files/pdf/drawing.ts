import { applied, type Matrix, times } from '../layout/matrix.ts';
import type { PictureBox, RulingLine } from '../layout/page.ts';
import { type Painted, rulesOfShape } from '../layout/shapes.ts';
import { LIMITS } from '../limits.ts';

interface PlacedPicture extends PictureBox {
  /** It was painted over text that stood there before. */
  over: boolean;
}

/** What is drawn on a page beside its text. */
export interface Drawing {
  rules: RulingLine[];
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

const MOST_PICTURES = 6_000;
const MOST_DEPTH = 200;
/** The way of showing text in which nothing is painted. */
const UNPAINTED = 3;

const isMatrix = (value: unknown): value is Matrix =>
  typeof value === 'object' && value !== null && (value as ArrayLike<number>).length === 6;

/** The box of the unit square, into which a picture is painted. */
function unitBox(matrix: Matrix): PictureBox {
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
  const drawing: Drawing = { rules: [], pictures: [], unpainted: false, curves: 0 };
  const painted = new Set([ops.fill, ops.eoFill, ops.fillStroke, ops.eoFillStroke, ops.stroke, ops.closeStroke]);
  painted.add(ops.closeFillStroke).add(ops.closeEOFillStroke);
  const drawn = new Set([ops.stroke, ops.closeStroke]);
  const filled = new Set([ops.fill, ops.eoFill]);
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
    if (isOpen && box.width > 1 && box.height > 1 && drawing.pictures.length < MOST_PICTURES)
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
      if (data?.[0]) tracePath(data[0], matrix, { filled: !drawn.has(kind), drawn: !filled.has(kind) }, drawing);
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

function tracePath(data: ArrayLike<number>, matrix: Matrix, painted: Painted, drawing: Drawing): void {
  const { rules } = drawing;
  let lines: RulingLine[] = [];
  let [startX, startY, fromX, fromY] = [0, 0, 0, 0];
  const goTo = (x: number, y: number): void => {
    lines.push({ x1: fromX, y1: fromY, x2: x, y2: y });
  };
  const end = (): void => {
    if (lines.length > 0 && rules.length < LIMITS.layout.rules) rules.push(...rulesOfShape(lines, painted));
    lines = [];
  };
  for (let at = 0; at < data.length; ) {
    const mark = data[at] ?? CLOSE;
    const follow = FOLLOW[mark as 0] ?? 0;
    const [x, y] =
      mark === CLOSE ? [startX, startY] : applied(matrix, data[at + follow - 1] ?? 0, data[at + follow] ?? 0);
    at += 1 + follow;
    if (mark === MOVE) {
      end();
      [startX, startY] = [x, y];
    } else if (mark === LINE || mark === CLOSE) goTo(x, y);
    else {
      drawing.curves += 1;
      end();
    }
    [fromX, fromY] = [x, y];
  }
  end();
}
