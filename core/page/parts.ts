import type { PageSnapshot } from './snapshot.ts';

/** Characters of one part, more or less: some milliseconds of writing and sending. */
const PART = 200_000;
/** A piece with fewer objects than this is written at once. */
const FEW = 200;

/**
 * A snapshot as JSON text in parts, each written when it is asked for: the whole of a large page at once would hold up the
 * page. Put together, the parts are the plain JSON of the snapshot; the last one is
 * returned and not yielded.
 */
export function* partsOfSnapshot(snapshot: PageSnapshot, size: number = PART): Generator<string, string> {
  let part = '';
  for (const piece of piecesOf(snapshot)) {
    part += piece;
    if (part.length < size) continue;
    yield part;
    part = '';
  }
  return part;
}

function* piecesOf(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null || countObjects(value, FEW) < FEW) {
    yield JSON.stringify(value);
    return;
  }
  const list = Array.isArray(value);
  let before = list ? '[' : '{';
  // No list of the entries is made first: of the rows of a large table that alone would take milliseconds.
  for (const key in value) {
    yield list ? before : `${before}${JSON.stringify(key)}:`;
    yield* piecesOf((value as Record<string, unknown>)[key]);
    before = ',';
  }
  yield list ? ']' : '}';
}

/** Objects and lists in a value, itself among them; no more than `most` are counted. */
function countObjects(value: object, most: number): number {
  let count = 1;
  for (const key in value) {
    const inner: unknown = (value as Record<string, unknown>)[key];
    if (typeof inner === 'object' && inner !== null) count += countObjects(inner, most - count);
    if (count >= most) break;
  }
  return count;
}
