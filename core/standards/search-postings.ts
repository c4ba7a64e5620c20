import { addRows, type RowBits } from './row-bits.ts';

/**
 * Which rows hold a gram, a list for each gram, all lists in one array. A short list has each row as the distance to the
 * one before, in as few bytes as it takes; one that names more than a row in eight is a set of bits. A gram is any whole
 * number of 32 bits.
 */
export interface Postings {
  rows: number;
  /** A table with open addressing: the gram of each slot. Free where `counts` is 0. */
  grams: Int32Array;
  /** How many rows the list of a slot names. */
  counts: Int32Array;
  /** Where the list of a slot begins in `bytes`. */
  starts: Int32Array;
  bytes: Uint8Array<ArrayBuffer>;
}

type Table = Pick<Postings, 'grams' | 'counts'>;

/** No row holds the gram. */
export const NOWHERE = -1;
/** The table was too full for a list of this gram: any row may hold it. */
export const NOT_KNOWN = -2;

/** Slots that are tried for a gram, so that no choice of grams makes the table slow. */
const TRIES = 16;
/** Bits of a distance in one byte; the highest bit says that more follow. */
const BITS = 7;
const MORE = 1 << BITS;
/** In bytes: a set of bits is kept and read as words. */
const WORD = 4;

/** The slot of a gram; where it has none, the free one in which it has its place, or NOT_KNOWN. */
function slotOf({ grams, counts }: Table, gram: number): number {
  const last = grams.length - 1;
  const hash = Math.imul(gram ^ (gram >>> 16), 0x9e3779b1);
  let slot = (hash ^ (hash >>> 15)) & last;
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (counts[slot] === 0 || grams[slot] === gram) return slot;
    slot = (slot + 1) & last;
  }
  return NOT_KNOWN;
}

const bytesFor = (distance: number): number =>
  distance < 1 << 7 ? 1 : distance < 1 << 14 ? 2 : distance < 1 << 21 ? 3 : 4;
const isLong = (count: number, rows: number): boolean => count * 8 > rows;

/**
 * Lists of the rows 0 to `rows` − 1 (fewer than 2²⁸). `eachGram` calls `add` with every gram of a row, as often as it
 * likes. `slots` is a power of two: a gram that finds no free slot near its own has no list. Walks over all grams twice.
 */
export function buildPostings(
  rows: number,
  slots: number,
  eachGram: (row: number, add: (gram: number) => void) => void,
): Postings {
  const table: Table = { grams: new Int32Array(slots), counts: new Int32Array(slots) };
  const { grams, counts } = table;
  const sizes = new Int32Array(slots);
  /** The last row in each list so far. */
  const before = new Int32Array(slots).fill(-1);
  for (let row = 0; row < rows; row += 1) {
    eachGram(row, (gram) => {
      const slot = slotOf(table, gram);
      if (slot === NOT_KNOWN || before[slot] === row) return;
      grams[slot] = gram;
      counts[slot] = (counts[slot] ?? 0) + 1;
      sizes[slot] = (sizes[slot] ?? 0) + bytesFor(row - (before[slot] ?? 0));
      before[slot] = row;
    });
  }
  const starts = new Int32Array(slots);
  let total = 0;
  for (let slot = 0; slot < slots; slot += 1) {
    const long = isLong(counts[slot] ?? 0, rows);
    if (long) total = Math.ceil(total / WORD) * WORD;
    starts[slot] = total;
    total += long ? Math.ceil(rows / 32) * WORD : (sizes[slot] ?? 0);
  }
  const bytes = new Uint8Array(total);
  const ends = starts.slice();
  before.fill(-1);
  for (let row = 0; row < rows; row += 1) {
    eachGram(row, (gram) => {
      const slot = slotOf(table, gram);
      if (slot === NOT_KNOWN || before[slot] === row) return;
      if (isLong(counts[slot] ?? 0, rows)) {
        const at = (starts[slot] ?? 0) + (row >>> 3);
        bytes[at] = (bytes[at] ?? 0) | (1 << (row & 7));
      } else {
        let distance = row - (before[slot] ?? 0);
        let end = ends[slot] ?? 0;
        for (; distance >= MORE; distance >>>= BITS) {
          bytes[end] = distance | MORE;
          end += 1;
        }
        bytes[end] = distance;
        ends[slot] = end + 1;
      }
      before[slot] = row;
    });
  }
  return { rows, ...table, starts, bytes };
}

/** The list of a gram, or NOWHERE, or NOT_KNOWN. */
export function listOf(postings: Postings, gram: number): number {
  const slot = slotOf(postings, gram);
  return slot >= 0 && postings.counts[slot] === 0 ? NOWHERE : slot;
}

/** Puts the rows of a list into a set. */
export function addListTo(bits: RowBits, { rows, counts, starts, bytes }: Postings, list: number): void {
  const count = counts[list] ?? 0;
  let at = starts[list] ?? 0;
  if (isLong(count, rows)) {
    addRows(bits, new Uint32Array(bytes.buffer, at, bits.length));
    return;
  }
  let row = -1;
  for (let left = count; left > 0; left -= 1) {
    let byte = bytes[at] ?? 0;
    at += 1;
    let distance = byte & (MORE - 1);
    for (let shift = BITS; byte >= MORE; shift += BITS) {
      byte = bytes[at] ?? 0;
      at += 1;
      distance |= (byte & (MORE - 1)) << shift;
    }
    row += distance;
    bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31));
  }
}
