import { createWordSearch } from './find-words.ts';
import type { Rect } from './place.ts';

/** Words that are marked in an element. */
export interface Words {
  text: string;
  /** Which of the places where they stand in the target. */
  index: number;
  /** The page may write them anew: they are looked for again then, so often. */
  range: Range;
  looks: number;
}

/** Looks in which words are looked for that the page has taken away. */
export const MOST_LOOKS = 3;

/** Lines of words that are marked: a number of a standard is broken once, or twice in a narrow cell. */
const MOST_LINES = 4;

/** Whether the page has taken the text away in which the words stood. */
const isLost = (words: Range): boolean => words.collapsed || !words.startContainer.isConnected;

/** Where words stand, line by line: pieces of one line are one. [] where they are not to be seen. */
export function linesOf(words: Range): Rect[] {
  const lines: Rect[] = [];
  for (const piece of isLost(words) ? [] : words.getClientRects()) {
    if (piece.width === 0) continue;
    const last = lines.at(-1);
    const middle = (piece.top + piece.bottom) / 2;
    if (last && last.top < middle && middle < last.bottom) lines[lines.length - 1] = joined(last, piece);
    else lines.push(piece);
  }
  return lines.slice(0, MOST_LINES);
}

const joined = (one: Rect, other: Rect): Rect => ({
  left: Math.min(one.left, other.left),
  top: Math.min(one.top, other.top),
  right: Math.max(one.right, other.right),
  bottom: Math.max(one.bottom, other.bottom),
});

/** Looks for words that the page has written anew; where they are not in a few looks, all of their place is marked. */
export function findAgain(items: readonly { target: Element; words: Words | undefined }[]): void {
  const search = createWordSearch();
  for (const { target, words } of items) {
    if (!words || words.looks === 0 || !isLost(words.range)) continue;
    const found = search(target, words.text)[words.index];
    words.looks = found ? MOST_LOOKS : words.looks - 1;
    words.range = found ?? words.range;
  }
}
