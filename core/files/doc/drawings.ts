import { readPlc, viewOf } from './bytes.ts';
import type { WordStreams } from './fib.ts';

/** A drawn object that floats over the text: one shape, or a group of some. */
export interface Drawing {
  /** A picture is in it. */
  picture: boolean;
  /** Numbers of its shapes: text boxes are known by them. */
  shapes: number[];
}

/** Records of drawings (MS-ODRAW). */
const DRAWING = 0xf002;
const GROUP = 0xf003;
const SHAPE_PARTS = 0xf004;
const SHAPE = 0xf00a;
const OPTIONS = 0xf00b;
const PICTURE_FRAME = 75;
/** The property that names the picture of a shape. */
const PICTURE = 0x0104;
const HEAD = 8;
const DEEPEST = 30;

/** Drawings by the number of their first shape. */
export function readDrawings(bytes: Uint8Array): Map<number, Drawing> {
  const drawings = new Map<number, Drawing>();
  if (bytes.length < HEAD) return drawings;
  // Behind what all drawings share stand that of the body and that of the headers, each with a byte in front.
  let at = HEAD + viewOf(bytes).getUint32(4, true);
  while (at + 1 + HEAD <= bytes.length) {
    const { type, body, end } = recordAt(bytes, at + 1);
    if (type === DRAWING)
      eachRecord(body, (record) => {
        if (record.type === GROUP) eachRecord(record.body, (top) => takeShape(top, drawings));
      });
    at = end;
  }
  return drawings;
}

interface DrawnRecord {
  type: number;
  instance: number;
  body: Uint8Array;
  end: number;
}

function recordAt(bytes: Uint8Array, at: number): DrawnRecord {
  const view = viewOf(bytes);
  const length = view.getUint32(at + 4, true);
  return {
    type: view.getUint16(at + 2, true),
    instance: view.getUint16(at, true) >> 4,
    body: bytes.subarray(at + HEAD, at + HEAD + length),
    end: at + HEAD + length,
  };
}

function eachRecord(bytes: Uint8Array, take: (record: DrawnRecord) => void): void {
  for (let at = 0; at + HEAD <= bytes.length; ) {
    const record = recordAt(bytes, at);
    take(record);
    at = record.end;
  }
}

function takeShape(top: DrawnRecord, drawings: Map<number, Drawing>): void {
  const drawing: Drawing = { picture: false, shapes: [] };
  const visit = ({ type, instance, body }: DrawnRecord, depth: number): void => {
    if (type === SHAPE && body.length >= 4) {
      drawing.shapes.push(viewOf(body).getUint32(0, true));
      drawing.picture ||= instance === PICTURE_FRAME;
    } else if (type === OPTIONS) {
      for (let index = 0; index < instance && 6 * index + 6 <= body.length; index += 1) {
        const property = viewOf(body).getUint16(6 * index, true) & 0x3fff;
        if (property === PICTURE && viewOf(body).getUint32(6 * index + 2, true) !== 0) drawing.picture = true;
      }
    } else if ((type === SHAPE_PARTS || type === GROUP) && depth < DEEPEST)
      eachRecord(body, (record) => visit(record, depth + 1));
  };
  visit(top, 0);
  const [first] = drawing.shapes;
  if (first !== undefined) drawings.set(first, drawing);
}

/** Number of the first shape of the drawing that is anchored at each place of the text. */
export function readAnchors(plc: Uint8Array): Map<number, number> {
  const { places, pieces } = readPlc(plc, 26);
  return new Map(pieces.map((piece, index) => [places[index] ?? 0, viewOf(piece).getUint32(0, true)]));
}

/** Where the text of each box stands, by the number of its shape. */
export function readBoxes({ table }: WordStreams, which: 'boxTexts' | 'headerBoxTexts'): Map<number, [number, number]> {
  const { places, pieces } = readPlc(table(which), 22);
  return new Map(
    pieces.map((piece, index) => [viewOf(piece).getUint32(14, true), [places[index] ?? 0, places[index + 1] ?? 0]]),
  );
}
