import { fillSlots, halfWidth, squeeze } from '../base/text.ts';

/** One stretch in which a title as written differs: '' where one side has nothing there. */
export interface TitleDifference {
  found: string;
  right: string;
}

/** How a difference is told. */
const WORDS = {
  missing: '少了“{right}”',
  extra: '多了“{found}”',
  changed: '“{found}”应当是“{right}”',
} as const;

/** Parts are numbered in figures and in words. */
const IN_FIGURES = '零一二三四五六七八九';

/** What counts of a title when two are compared: its characters, whatever stands between them. */
export function titleKey(title: string): string {
  return halfWidth(squeeze(title))
    .replace(/[《》〈〉“”"'（）()：:—–―\-·、，,.]/gu, '')
    .replace(/第([一二三四五六七八九])(?=部分)/gu, (_, digit: string) => `第${IN_FIGURES.indexOf(digit)}`);
}

/** Longer than any title; what stands behind is not compared. */
const LIMIT = 500;

/**
 * Where a title as written differs from the right one, in order; [] when only marks and spaces do. Of several ways to
 * make one out of the other, one with the fewest characters.
 */
export function titleDifferences(found: string, right: string): TitleDifference[] {
  const keys = [found, right].map(titleKey);
  if (keys[0] === keys[1]) return [];
  const [left = [], other = []] = keys.map((key) => Array.from(key).slice(0, LIMIT));
  const common = longestCommon(left, other);
  const differences: TitleDifference[] = [];
  let [row, column] = [0, 0];
  for (const [nextRow, nextColumn] of [...common, [left.length, other.length] as const]) {
    const one = { found: left.slice(row, nextRow).join(''), right: other.slice(column, nextColumn).join('') };
    if (one.found !== '' || one.right !== '') differences.push(one);
    [row, column] = [nextRow + 1, nextColumn + 1];
  }
  return differences;
}

/** The places of the characters that both have in the same order, as many as can be. */
function longestCommon(left: readonly string[], right: readonly string[]): (readonly [number, number])[] {
  const width = right.length + 1;
  /** How many are common from a place on. */
  const lengths = new Uint16Array((left.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const same = left[row] === right[column];
      lengths[row * width + column] = same
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const common: (readonly [number, number])[] = [];
  let [row, column] = [0, 0];
  while (row < left.length && column < right.length) {
    if (left[row] === right[column]) {
      common.push([row, column]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return common;
}

/** More of them say no more than the two titles do. */
const MOST_TOLD = 3;

/** The differences in words, '' when there are none or the two have too little in common. */
export function tellDifferences(differences: readonly TitleDifference[]): string {
  if (differences.length > MOST_TOLD) return '';
  return differences
    .map((one) =>
      fillSlots(one.found === '' ? WORDS.missing : one.right === '' ? WORDS.extra : WORDS.changed, { ...one }),
    )
    .join('、');
}
