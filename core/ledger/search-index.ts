import type { LedgerRecord } from './entry.ts';
import { entryText, payloadText } from './search.ts';

/** Groups of records that one index tells apart: as many as a mask has bits. */
export const GROUPS = 16;

/**
 * Which characters and pairs of neighbouring characters stand in which groups of records: enough to leave out, for a word,
 * the groups that cannot have it. It is exact for pairs, so that for a word of one or two characters it leaves in no
 * group that has it not; a longer one has to be looked for there.
 */
export interface SearchIndex {
  /** Codes of pairs, ascending. */
  pairs: Uint32Array;
  /** Beside each pair: bit n says that group n has it. */
  groups: Uint16Array;
}

/** A pair of code units as one number; a single one stands as a pair with nothing before it. */
const codeOf = (first: number, second: number): number => first * 0x10000 + second;

/** Pairs and their groups while they are gathered: a hash table of numbers, far quicker here than a Map. */
function createTally() {
  let bits = 14;
  let pairs = new Uint32Array(1 << bits);
  /** 0 where the place is free. */
  let groups = new Uint16Array(1 << bits);
  let count = 0;

  const placeOf = (code: number): number => {
    let place = Math.imul(code, 0x9e3779b1) >>> (32 - bits);
    while (groups[place] !== 0 && pairs[place] !== code) place = (place + 1) & (pairs.length - 1);
    return place;
  };
  const add = (code: number, inGroups: number): void => {
    const place = placeOf(code);
    if (groups[place] === 0) {
      pairs[place] = code;
      count += 1;
    }
    groups[place] = (groups[place] ?? 0) | inGroups;
    if (count * 2 > pairs.length) grow();
  };
  const grow = (): void => {
    const [oldPairs, oldGroups] = [pairs, groups];
    bits += 1;
    [pairs, groups, count] = [new Uint32Array(1 << bits), new Uint16Array(1 << bits), 0];
    for (const [at, inGroups] of oldGroups.entries()) if (inGroups !== 0) add(oldPairs[at] ?? 0, inGroups);
  };

  return {
    add,
    sorted(): SearchIndex {
      const found = pairs.filter((_, place) => groups[place] !== 0).sort();
      return { pairs: found, groups: Uint16Array.from(found, (code) => groups[placeOf(code)] ?? 0) };
    },
  };
}

/** The index over at most `GROUPS` groups of records, in their order. Pure: same records, same bytes. */
export function indexRecords(groups: readonly (readonly LedgerRecord[])[]): SearchIndex {
  const tally = createTally();
  for (const [group, records] of groups.slice(0, GROUPS).entries()) {
    for (const { entry, payload } of records) {
      for (const text of [entryText(entry), payloadText(payload)]) {
        let before = 0;
        for (let at = 0; at < text.length; at += 1) {
          const unit = text.charCodeAt(at);
          tally.add(codeOf(0, unit), 1 << group);
          if (at > 0) tally.add(codeOf(before, unit), 1 << group);
          before = unit;
        }
      }
    }
  }
  return tally.sorted();
}

/** Groups in which a pair stands, as bits. */
function groupsOf({ pairs, groups }: SearchIndex, code: number): number {
  let [low, high] = [0, pairs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[middle] ?? 0) < code) low = middle + 1;
    else high = middle;
  }
  return pairs[low] === code ? (groups[low] ?? 0) : 0;
}

/** Groups that may have every one of these words (compared as `wordsOf` gives them), as bits. None is missing that has them. */
export function groupsWith(index: SearchIndex, words: readonly string[]): number {
  let left = (1 << GROUPS) - 1;
  for (const word of words) {
    // A longer word has its characters where it has its pairs.
    for (let at = word.length === 1 ? 0 : 1; at < word.length && left !== 0; at += 1) {
      left &= groupsOf(index, codeOf(at === 0 ? 0 : word.charCodeAt(at - 1), word.charCodeAt(at)));
    }
  }
  return left;
}
