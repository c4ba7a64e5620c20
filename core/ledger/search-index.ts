import type { LedgerRecord } from './entry.ts';
import { entryText, payloadText } from './search.ts';

/** Records that one index tells apart: as many as a byte can number. */
export const INDEXED = 256;

/**
 * Which characters and which pairs of neighbouring characters stand in which records. For a word of one or two characters
 * that is the whole answer; the records that have all pairs of a longer one nearly always have it, and are looked into.
 */
export interface SearchIndex {
  /** Codes of characters and pairs, ascending. */
  codes: Uint32Array;
  /** Where the places of each code end in `places`. */
  ends: Uint32Array;
  /**
   * Of each code the numbers of its records, ascending; or, where that is shorter, one bit for each record. Nothing stands
   * for a code that all of them have.
   */
  places: Uint8Array;
  /** How many records there are. */
  count: number;
}

/** Bytes of a bit for each record. */
const BITMAP = INDEXED / 8;

/** A pair of code units as one number; a single one stands as a pair with nothing before it. */
const codeOf = (first: number, second: number): number => first * 0x10000 + second;

/** Codes in the order in which they came first, each with the records that have it: far quicker here than a Map. */
function createTally() {
  let bits = 13;
  /** Number of a code, counted from 1, by its hash; 0 where the place is free. */
  let numbers = new Uint32Array(1 << bits);
  const codes: number[] = [];
  const records: number[][] = [];
  /** The last record of each code: most codes come again in the record in which they just were. */
  const latest: number[] = [];

  const placeOf = (code: number): number => {
    let place = Math.imul(code, 0x9e3779b1) >>> (32 - bits);
    for (let number = numbers[place]; number; number = numbers[place]) {
      if (codes[number - 1] === code) break;
      place = (place + 1) & (numbers.length - 1);
    }
    return place;
  };
  const grow = (): void => {
    bits += 1;
    numbers = new Uint32Array(1 << bits);
    for (const [index, code] of codes.entries()) numbers[placeOf(code)] = index + 1;
  };
  return {
    codes,
    records,
    add(code: number, record: number): void {
      const place = placeOf(code);
      const index = (numbers[place] ?? 0) - 1;
      if (index < 0) {
        codes.push(code);
        records.push([record]);
        latest.push(record);
        numbers[place] = codes.length;
        if (codes.length * 2 > numbers.length) grow();
      } else if (latest[index] !== record) {
        latest[index] = record;
        records[index]?.push(record);
      }
    },
  };
}

function bitmapOf(records: readonly number[]): Uint8Array {
  const bitmap = new Uint8Array(BITMAP);
  for (const record of records) bitmap[record >> 3] = (bitmap[record >> 3] ?? 0) | (1 << (record & 7));
  return bitmap;
}

/** The index over at most `INDEXED` records, undefined for one that cannot be read. Pure: same records, same bytes. */
export function indexRecords(records: readonly (LedgerRecord | undefined)[]): SearchIndex {
  const tally = createTally();
  for (const [number, record] of records.entries()) {
    for (const text of record === undefined ? [] : [entryText(record.entry), payloadText(record.payload)]) {
      let before = 0;
      for (let at = 0; at < text.length; at += 1) {
        const unit = text.charCodeAt(at);
        tally.add(codeOf(0, unit), number);
        if (at > 0) tally.add(codeOf(before, unit), number);
        before = unit;
      }
    }
  }
  const order = tally.codes.map((code, index) => ({ code, having: tally.records[index] ?? [] }));
  order.sort((left, right) => left.code - right.code);
  const parts = order.map(({ having }) =>
    having.length === records.length ? [] : having.length < BITMAP ? having : bitmapOf(having),
  );
  let end = 0;
  const ends = Uint32Array.from(parts, ({ length }) => {
    end += length;
    return end;
  });
  const places = new Uint8Array(end);
  for (const [index, part] of parts.entries()) places.set(part, (ends[index] ?? 0) - part.length);
  return { codes: Uint32Array.from(order, ({ code }) => code), ends, places, count: records.length };
}

/** Where a code stands among the codes; -1 when no record has it. */
function indexOf(codes: Uint32Array, code: number): number {
  let [low, high] = [0, codes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((codes[middle] ?? 0) < code) low = middle + 1;
    else high = middle;
  }
  return codes[low] === code ? low : -1;
}

/** Takes out of a bitmap the records that have not this code; false when none is left. */
function keepThose(bitmap: Uint8Array, { codes, ends, places }: SearchIndex, code: number): boolean {
  const at = indexOf(codes, code);
  if (at < 0) return false;
  const having = places.subarray(at === 0 ? 0 : ends[at - 1], ends[at]);
  if (having.length === 0) return true;
  const theirs = having.length === BITMAP ? having : bitmapOf([...having]);
  let left = 0;
  for (let byte = 0; byte < BITMAP; byte += 1) {
    bitmap[byte] = (bitmap[byte] ?? 0) & (theirs[byte] ?? 0);
    left |= bitmap[byte] ?? 0;
  }
  return left !== 0;
}

/** Numbers of the records that may have every one of these words, ascending; none is missing that has them. */
export function recordsWith(index: SearchIndex, words: readonly string[]): number[] {
  const bitmap = new Uint8Array(BITMAP).fill(255);
  for (const word of words) {
    // A longer word has its characters where it has its pairs.
    for (let at = word.length === 1 ? 0 : 1; at < word.length; at += 1) {
      const code = codeOf(at === 0 ? 0 : word.charCodeAt(at - 1), word.charCodeAt(at));
      if (!keepThose(bitmap, index, code)) return [];
    }
  }
  return Array.from({ length: index.count }, (_, record) => record).filter(
    (record) => ((bitmap[record >> 3] ?? 0) & (1 << (record & 7))) !== 0,
  );
}

/** Whether the index answers for these words alone, so that the records need not be looked into. */
export const isAnswered = (words: readonly string[]): boolean =>
  words.every((word) => word.length <= 2 && !word.startsWith('\0'));
