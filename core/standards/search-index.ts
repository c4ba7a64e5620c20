import { letterMasks } from '../base/initials.ts';
import { lowestBit } from './row-bits.ts';
import { buildPostings, type Postings } from './search-postings.ts';

/**
 * Texts prepared for search, a row each: small letters, no spaces and no line breaks (as `searchKey` makes them). Typed
 * arrays only, so that a worker can build it and hand it over.
 */
export interface SearchIndex {
  rows: number;
  /** The texts one behind the other, as UTF-16. */
  codes: Uint16Array;
  /** Where the text of each row begins, and at last where all end. */
  starts: Int32Array;
  /** Grams of one character and of two, as written, and as initials. */
  postings: Postings;
}

/** In the place of the second character in a gram of one: no text has a line break. */
export const ALONE = 0x0a;
/** From a small letter to the capital that stands in grams for characters whose reading begins with it: texts have none. */
const TO_CAPITAL = 0x41 - 0x61;
const SMALL_A = 0x61;
const SMALL_Z = 0x7a;

const LEAST_SLOTS = 1 << 10;
/** More grams than the titles of all standards have; the table takes 3 MB. */
const MOST_SLOTS = 1 << 18;
const SLOTS_A_CODE = 4;

export const gramOf = (first: number, second: number): number => (first << 16) | second;
export const isLetter = (code: number): boolean => code >= SMALL_A && code <= SMALL_Z;

/** The gram of initials: of one small letter, or of two. */
export function initialsGram(letter: number, next: number): number {
  return gramOf(letter + TO_CAPITAL, next === ALONE ? ALONE : next + TO_CAPITAL);
}

/** The small letter of the lowest bit of a mask. */
const letterOf = (mask: number): number => SMALL_A + lowestBit(mask);

/** Calls back with every character and every pair from `start` to `end`: as written, and where Han is in it as initials. */
function eachGram(codes: Uint16Array, start: number, end: number, add: (gram: number) => void): void {
  const masks = letterMasks();
  for (let at = start; at < end; at += 1) {
    const code = codes[at] ?? 0;
    const next = at + 1 < end ? (codes[at + 1] ?? 0) : ALONE;
    add(gramOf(code, ALONE));
    if (next !== ALONE) add(gramOf(code, next));
    const mask = masks[code] ?? 0;
    if (mask === 0) continue;
    const nextMask = isLetter(code) && isLetter(next) ? 0 : (masks[next] ?? 0);
    for (let rest = mask; rest !== 0; rest &= rest - 1) {
      const letter = letterOf(rest);
      if (!isLetter(code)) add(initialsGram(letter, ALONE));
      for (let other = nextMask; other !== 0; other &= other - 1) add(initialsGram(letter, letterOf(other)));
    }
  }
}

/** Room for all grams of texts of that length, within bounds. */
function slotsFor(length: number): number {
  let slots = LEAST_SLOTS;
  while (slots < SLOTS_A_CODE * length && slots < MOST_SLOTS) slots *= 2;
  return slots;
}

/**
 * The index of texts. A hundred thousand numbers and titles take 15 MB and about a second. Texts in which every pair is
 * another take 4 bytes a character: grams that find no room in the table have no list, and rows are looked at instead.
 */
export function buildSearchIndex(texts: readonly string[], slots?: number): SearchIndex {
  const rows = texts.length;
  const starts = new Int32Array(rows + 1);
  for (const [row, text] of texts.entries()) starts[row + 1] = (starts[row] ?? 0) + text.length;
  const length = starts[rows] ?? 0;
  const codes = new Uint16Array(length);
  for (const [row, text] of texts.entries()) {
    const start = starts[row] ?? 0;
    for (let at = 0; at < text.length; at += 1) codes[start + at] = text.charCodeAt(at);
  }
  const postings = buildPostings(rows, slots ?? slotsFor(length), (row, add) =>
    eachGram(codes, starts[row] ?? 0, starts[row + 1] ?? 0, add),
  );
  return { rows, codes, starts, postings };
}

/** The text of a row, or the first `limit` codes of it. */
export function textOf({ codes, starts }: SearchIndex, row: number, limit: number): string {
  return String.fromCharCode(...codes.subarray(starts[row], starts[row + 1]).subarray(0, limit));
}
