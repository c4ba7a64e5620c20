import type { LedgerRecord } from './entry.ts';
import { BETWEEN, bitsOf, entryText, mayBeInitials, payloadText } from './search.ts';

/** Records that one index tells apart: as many as a byte can number. */
export const INDEXED = 256;
/** How indexes are made now; those of earlier versions are read for ever. */
export const INDEX_VERSION = 2;

/**
 * Which characters and which pairs of neighbouring characters stand in which records, and which threes of digits and Latin
 * letters and fours of digits: these characters are few, and nearly every record has nearly every pair of digits. For a word of one or two characters that
 * is the whole answer; the records that have all parts of a longer one nearly always have it, and are looked into.
 */
export interface SearchIndex {
  /** Left out in the first version: texts ran together there, and it has neither threes nor fours. */
  version?: typeof INDEX_VERSION;
  /** Codes of characters, pairs, threes and fours, ascending. */
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

/**
 * Where the codes of threes and of fours begin: a private character and another one would have the same, and are not answered by
 * the index.
 */
const [THREES, FOURS] = [0xe000, 0xe020];
const isPrivate = (unit: number): boolean => unit >= THREES && unit <= FOURS;
/** Three ASCII characters as one number; 0 where one of them is none. */
const threeOf = (first: number, second: number, third: number): number =>
  first > 0 && second > 0 && (first | second | third) < 0x80
    ? codeOf(THREES, 0) + ((first << 14) | (second << 7) | third)
    : 0;

/** The codes of all fours of digits in a text, as its characters come one by one; 0 where none ends. */
function createFours(): (unit: number) => number {
  let [length, number] = [0, 0];
  return (unit) => {
    const digit = unit - 0x30;
    if (digit < 0 || digit > 9) {
      length = 0;
      return 0;
    }
    length += 1;
    number = (number * 10 + digit) % 10_000;
    return length < 4 ? 0 : codeOf(FOURS, number);
  };
}

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

const BETWEEN_UNIT = BETWEEN.charCodeAt(0);

/** The index over at most `INDEXED` records, undefined for one that cannot be read. Pure: same records, same bytes. */
export function indexRecords(records: readonly (LedgerRecord | undefined)[]): SearchIndex {
  const tally = createTally();
  for (const [number, record] of records.entries()) {
    for (const text of record === undefined ? [] : [entryText(record.entry), payloadText(record.payload)]) {
      let [before, last] = [0, 0];
      const fourAt = createFours();
      for (let at = 0; at < text.length; at += 1) {
        const unit = text.charCodeAt(at);
        const four = fourAt(unit);
        if (four > 0) tally.add(four, number);
        if (unit === BETWEEN_UNIT) {
          [before, last] = [0, 0];
          continue;
        }
        tally.add(codeOf(0, unit), number);
        if (last > 0) tally.add(codeOf(last, unit), number);
        const three = threeOf(before, last, unit);
        if (three > 0) tally.add(three, number);
        [before, last] = [last, unit];
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
  const codes = Uint32Array.from(order, ({ code }) => code);
  return { version: INDEX_VERSION, codes, ends, places, count: records.length };
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

/** What a word is looked up by: a longer one has its characters where it has its pairs. Fours come first: fewest have them. */
function codesOf(word: string, { version }: SearchIndex): number[] {
  const units = Array.from({ length: word.length }, (_, at) => word.charCodeAt(at));
  const [only] = units;
  if (only === undefined || units.length === 1) return only === undefined ? [] : [codeOf(0, only)];
  const pairs = units.slice(1).map((unit, at) => codeOf(units[at] ?? 0, unit));
  if (version === undefined) return pairs;
  const fours = units.map(createFours());
  const threes = units.slice(2).map((unit, at) => threeOf(units[at] ?? 0, units[at + 1] ?? 0, unit));
  return [...fours, ...threes, ...pairs].filter((code) => code > 0);
}

/** Takes out of a bitmap the records that have not this word for certain; false when none is left. */
const keepWord = (bitmap: Uint8Array, index: SearchIndex, word: string): boolean =>
  codesOf(word, index).every((code) => keepThose(bitmap, index, code));

/**
 * The same for initials: the records stay that have, for each two letters in a row, some pair of characters that begin with
 * them. What has the letters themselves has that too.
 */
function keepInitials(
  bitmap: Uint8Array,
  { codes, ends, places }: SearchIndex,
  word: string,
  masks: Uint32Array,
): boolean {
  const bits = bitsOf(word);
  const having = bits.slice(1).map(() => new Uint8Array(BITMAP));
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0;
    const [first, second] = [masks[code >>> 16] ?? 0, masks[code & 0xffff] ?? 0];
    if (first === 0 || second === 0) continue;
    for (let pair = 0; pair < having.length; pair += 1) {
      if ((first & (bits[pair] ?? 0)) === 0 || (second & (bits[pair + 1] ?? 0)) === 0) continue;
      addThose(having[pair] as Uint8Array, places, at === 0 ? 0 : (ends[at - 1] ?? 0), ends[at] ?? 0);
    }
  }
  let left = 0;
  for (let byte = 0; byte < BITMAP; byte += 1) {
    for (const one of having) bitmap[byte] = (bitmap[byte] ?? 0) & (one[byte] ?? 0);
    left |= bitmap[byte] ?? 0;
  }
  return left !== 0;
}

/** Puts the records of a code into a bitmap. */
function addThose(bitmap: Uint8Array, places: Uint8Array, from: number, to: number): void {
  if (from === to) bitmap.fill(255);
  else if (to - from === BITMAP)
    for (let byte = 0; byte < BITMAP; byte += 1) bitmap[byte] = (bitmap[byte] ?? 0) | (places[from + byte] ?? 0);
  else
    for (let at = from; at < to; at += 1) {
      const record = places[at] ?? 0;
      bitmap[record >> 3] = (bitmap[record >> 3] ?? 0) | (1 << (record & 7));
    }
}

/** Whether one record has this code. */
function hasCode({ codes, ends, places }: SearchIndex, record: number, code: number): boolean {
  const at = indexOf(codes, code);
  if (at < 0) return false;
  const from = at === 0 ? 0 : (ends[at - 1] ?? 0);
  const size = (ends[at] ?? 0) - from;
  if (size === 0) return true;
  if (size === BITMAP) return ((places[from + (record >> 3)] ?? 0) & (1 << (record & 7))) !== 0;
  return places.subarray(from, from + size).includes(record);
}

/** Whether one record may have all of these words as they are written. */
export function mayHave(index: SearchIndex, record: number, words: readonly string[]): boolean {
  return words.every((word) => codesOf(word, index).every((code) => hasCode(index, record, code)));
}

/**
 * Numbers of the records that may have every one of these words, ascending; none is missing that has them. With `masks`
 * (core/base/initials) a word may be initials too.
 */
export function recordsWith(index: SearchIndex, words: readonly string[], masks?: Uint32Array): number[] {
  const bitmap = new Uint8Array(BITMAP).fill(255);
  for (const word of words) {
    const left =
      masks !== undefined && mayBeInitials(word)
        ? keepInitials(bitmap, index, word, masks)
        : keepWord(bitmap, index, word);
    if (!left) return [];
  }
  return Array.from({ length: index.count }, (_, record) => record).filter(
    (record) => ((bitmap[record >> 3] ?? 0) & (1 << (record & 7))) !== 0,
  );
}

/** Of each record how many pairs of characters it shares with a word. */
export function sharedPairs(index: SearchIndex, word: string): Uint8Array {
  const shared = new Uint8Array(index.count);
  const { codes, ends, places } = index;
  for (let pair = 0; pair + 1 < word.length; pair += 1) {
    const at = indexOf(codes, codeOf(word.charCodeAt(pair), word.charCodeAt(pair + 1)));
    if (at < 0) continue;
    const having = new Uint8Array(BITMAP);
    addThose(having, places, at === 0 ? 0 : (ends[at - 1] ?? 0), ends[at] ?? 0);
    for (let record = 0; record < shared.length; record += 1)
      if (((having[record >> 3] ?? 0) & (1 << (record & 7))) !== 0) shared[record] = (shared[record] ?? 0) + 1;
  }
  return shared;
}

/** Whether an index of the present version answers for these words alone, so that the records need not be looked into. */
export const isAnswered = (words: readonly string[]): boolean =>
  words.every(
    (word) => word.length <= 2 && !word.startsWith('\0') && !isPrivate(word.charCodeAt(0)) && !mayBeInitials(word),
  );
