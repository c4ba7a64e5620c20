import { viewOf } from './bytes.ts';
import type { WordStreams } from './fib.ts';
import { longOf, SPRM, shortOf } from './sprms.ts';

/** Properties that hold from a place in the main stream up to `end`. */
export interface Stretch {
  end: number;
  properties: Uint8Array;
  /** Style of a paragraph; 0 (the standard one) for runs. */
  style: number;
}

export type Looks = (place: number) => Stretch;

const PAGE = 512;
const NONE = new Uint8Array();

/** What a page of the stream that lists properties says of its n-th stretch. */
type Read = (page: Uint8Array, count: number, index: number) => Omit<Stretch, 'end'>;

/** Properties of runs. */
export const runLooks = (streams: WordStreams): Looks =>
  looksOf(streams.main, streams.table('runs'), (page, count, index) => {
    const at = 2 * (page[4 * (count + 1) + index] ?? 0);
    return { style: 0, properties: at === 0 ? NONE : page.subarray(at + 1, at + 1 + (page[at] ?? 0)) };
  });

/** Properties of paragraphs, with those that were too long for their place. */
export const paragraphLooks = (streams: WordStreams): Looks =>
  looksOf(streams.main, streams.table('paragraphs'), (page, count, index) => {
    const at = 2 * (page[4 * (count + 1) + 13 * index] ?? 0);
    if (at === 0) return { style: 0, properties: NONE };
    const short = page[at] ?? 0;
    const from = short === 0 ? at + 2 : at + 1;
    const length = short === 0 ? 2 * (page[at + 1] ?? 0) : 2 * short - 1;
    return {
      style: shortOf(page.subarray(from)),
      properties: withLong(page.subarray(from + 2, from + length), streams),
    };
  });

/** A list of properties that only says where in the data stream it stands. */
function withLong(properties: Uint8Array, { data }: WordStreams): Uint8Array {
  const code = shortOf(properties);
  if ((code !== SPRM.elsewhere && code !== SPRM.elsewhereOld) || properties.length < 6) return properties;
  const at = longOf(properties.subarray(2));
  return data.subarray(at + 2, at + 2 + shortOf(data.subarray(at, at + 2)));
}

function looksOf(main: Uint8Array, table: Uint8Array, read: Read): Looks {
  const pages = Math.max(0, Math.floor((table.length - 4) / 8));
  const view = viewOf(table);
  const pageAt = (index: number): Uint8Array => {
    const start = PAGE * (view.getUint32(4 * (pages + 1) + 4 * index, true) & 0x3fffff);
    return main.subarray(start, start + PAGE);
  };
  return (place) => {
    const index = lastUpTo(pages, (at) => view.getUint32(4 * at, true), place);
    const nothing = { style: 0, properties: NONE };
    if (index < 0) return { end: Number.POSITIVE_INFINITY, ...nothing };
    const end = view.getUint32(4 * (index + 1), true);
    const page = pageAt(index);
    const count = page[PAGE - 1] ?? 0;
    if (page.length < PAGE || 4 * (count + 1) > PAGE) return { end: beyond(end, place), ...nothing };
    const facts = viewOf(page);
    const run = lastUpTo(count, (at) => facts.getUint32(4 * at, true), place);
    const to = run < 0 ? 0 : facts.getUint32(4 * (run + 1), true);
    if (to <= place) return { end: beyond(end, place), ...nothing };
    return { end: to, ...read(page, count, run) };
  };
}

const beyond = (end: number, place: number): number => (end > place ? end : Number.POSITIVE_INFINITY);

/** Index of the last of rising numbers that is not above a value; -1 when all are. */
export function lastUpTo(count: number, at: (index: number) => number, value: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(middle) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
