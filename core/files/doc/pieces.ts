import { ProblemError } from '../../base/problems.ts';
import type { Budget } from '../budget.ts';
import { decodeWestern } from '../encoding.ts';
import { readPlc, viewOf } from './bytes.ts';
import type { WordStreams } from './fib.ts';

/** A stretch of text that stands together in the main stream. */
export interface Piece {
  /** Where it stands in the text, in characters. */
  from: number;
  to: number;
  /** Where it stands in the stream, in bytes. */
  start: number;
  /** Bytes of a character: 1 in the code page of Western Europe, 2 in UTF-16. */
  width: 1 | 2;
  /** Changes that were saved quickly, over what the stream says of its characters. */
  changes: Uint8Array;
}

const NARROW = 0x40000000;
const CHANGES = 1;
const PIECES = 2;
const NO_CHANGES = new Uint8Array();

/**
 * The table of pieces.
 * @throws ProblemError `file-not-office` when there is none or it names more text than the file holds; `file-too-much`
 */
export function readPieces({ table, main }: WordStreams, name: string, budget: Budget): Piece[] {
  const bytes = table('pieces');
  const view = viewOf(bytes);
  const changes: Uint8Array[] = [];
  let at = 0;
  while (bytes[at] === CHANGES) {
    const size = view.getUint16(at + 1, true);
    changes.push(bytes.subarray(at + 3, at + 3 + size));
    at += 3 + size;
  }
  if (bytes[at] !== PIECES) throw new ProblemError('file-not-office', { name });
  const plc = readPlc(bytes.subarray(at + 5, at + 5 + view.getUint32(at + 1, true)), 8);
  let held = 0;
  const pieces = plc.pieces.map((data, index): Piece => {
    const [from = 0, to = 0] = plc.places.slice(index, index + 2);
    const place = viewOf(data).getUint32(2, true);
    const change = viewOf(data).getUint16(6, true);
    const width = (place & NARROW) !== 0 ? 1 : 2;
    const start = width === 1 ? (place & ~NARROW) / 2 : place;
    held += (to - from) * width;
    if (to < from || start + (to - from) * width > main.length || held > main.length)
      throw new ProblemError('file-not-office', { name });
    return { from, to, start, width, changes: (change & 1) === 1 ? (changes[change >> 1] ?? NO_CHANGES) : NO_CHANGES };
  });
  const length = pieces.at(-1)?.to ?? 0;
  budget.spend('characters', length);
  budget.release('characters', length);
  return pieces;
}

const WIDE = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Text of a stretch of a piece. */
export function textOfPiece(main: Uint8Array, { from, start, width }: Piece, cpFrom: number, cpTo: number): string {
  const at = start + (cpFrom - from) * width;
  const bytes = main.subarray(at, at + (cpTo - cpFrom) * width);
  return width === 1 ? decodeWestern(bytes) : WIDE.decode(bytes);
}
