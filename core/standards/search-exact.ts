import { letterMasks } from '../base/initials.ts';
import { countRows, keepCommon, keepRows, noRows, otherRows, type RowBits } from './row-bits.ts';
import { ALONE, gramOf, initialsGram, isLetter, type SearchIndex } from './search-index.ts';
import { addListTo, listOf, NOT_KNOWN, NOWHERE } from './search-postings.ts';

/** A text that has to stand somewhere in a row. */
interface Pattern {
  codes: Uint16Array;
  /** What may stand in the place of each code besides itself, as a mask of letters; 0 where nothing may. */
  letters: Uint32Array;
}

/** Lists that together name every row which has a character of a pattern, or a pair of them. */
interface RowSet {
  lists: number[];
  /** How many rows they name, at most. */
  size: number;
}

/** What the lists tell of a pattern: a row that holds it is in each of the sets. */
interface Hint {
  pattern: Pattern;
  sets: RowSet[];
  /** A row that is in each of them holds it. */
  sure: boolean;
}

/** A list is gone through while it is at most so many times longer than the rows that it can still rule out. */
const WORTH = 8;

/** A text as it is written; with `initials` each letter may also stand for a character whose reading begins with it. */
function patternOf(text: string, initials: boolean): Pattern {
  const codes = Uint16Array.from(text.split(''), (unit) => unit.charCodeAt(0));
  const masks = letterMasks();
  return { codes, letters: Uint32Array.from(codes, (code) => (initials && isLetter(code) ? (masks[code] ?? 0) : 0)) };
}

/** The rows that have the character at a place of the pattern, with `pair` the next one behind it; undefined where no list tells. */
function setAt({ postings }: SearchIndex, { codes, letters }: Pattern, at: number, pair: boolean): RowSet | undefined {
  const code = codes[at] ?? 0;
  const next = pair ? (codes[at + 1] ?? 0) : ALONE;
  const initial = letters[at] !== 0;
  // What may be an initial beside what may not: such pairs have no list.
  if (pair && initial !== (letters[at + 1] !== 0)) return undefined;
  const grams = initial ? [gramOf(code, next), initialsGram(code, next)] : [gramOf(code, next)];
  const lists = grams.map((gram) => listOf(postings, gram)).filter((list) => list !== NOWHERE);
  if (lists.includes(NOT_KNOWN)) return undefined;
  return { lists, size: lists.reduce((sum, list) => sum + (postings.counts[list] ?? 0), 0) };
}

/** The sets of all pairs of the pattern, and of the characters that stand in none of these. */
function hintOf(index: SearchIndex, pattern: Pattern): Hint {
  const { length } = pattern.codes;
  const pairs = Array.from({ length: length - 1 }, (_, at) => setAt(index, pattern, at, true));
  const singles = Array.from({ length }, (_, at) =>
    pairs[at - 1] === undefined && pairs[at] === undefined ? setAt(index, pattern, at, false) : undefined,
  );
  const sets = [...pairs, ...singles].filter((set) => set !== undefined);
  const sure = length === 1 ? sets.length === 1 : length === 2 && pairs[0] !== undefined;
  return { pattern, sets, sure };
}

/** Whether a row's text has the pattern somewhere. */
function holds({ codes, starts }: SearchIndex, row: number, pattern: Pattern, masks: Uint32Array): boolean {
  const { length } = pattern.codes;
  const last = (starts[row + 1] ?? 0) - length;
  /** Where the pattern would begin, and how much of it stands there. */
  let at = starts[row] ?? 0;
  let same = 0;
  while (same < length && at <= last) {
    const code = codes[at + same] ?? 0;
    if (code === pattern.codes[same] || ((masks[code] ?? 0) & (pattern.letters[same] ?? 0)) !== 0) {
      same += 1;
    } else {
      same = 0;
      at += 1;
    }
  }
  return same === length;
}

/**
 * The rows besides the taken ones that hold every text; with `initials` a letter of the texts may also stand for a
 * character whose reading begins with it. Lists say which rows come into question, shortest first, as long as that is
 * quicker than looking at these.
 */
export function rowsHolding(
  index: SearchIndex,
  texts: readonly string[],
  { initials, taken }: { initials: boolean; taken: RowBits },
): RowBits {
  const hints = texts.map((text) => hintOf(index, patternOf(text, initials)));
  const sets = hints.flatMap((hint) => hint.sets).sort((left, right) => left.size - right.size);
  const rows = otherRows(taken, index.rows);
  let left = countRows(rows);
  let through = 0;
  for (const { lists, size } of sets) {
    if (size > left * WORTH) break;
    const named = noRows(index.rows);
    for (const list of lists) addListTo(named, index.postings, list);
    keepCommon(rows, named);
    left = countRows(rows);
    through += 1;
  }
  const unsure = hints.filter(({ sure }) => !sure || through < sets.length).map(({ pattern }) => pattern);
  const masks = letterMasks();
  for (const pattern of unsure) keepRows(rows, (row) => holds(index, row, pattern, masks));
  return rows;
}
