/** Texts that come near to words. The only file that knows the search library. */
import Fuse from 'fuse.js';

/** Wrong characters, as a part of all; and the characters of words that the library compares at once. */
const [THRESHOLD, LENGTH] = [0.3, 32];

/**
 * How many pairs of characters a text has to share with words of some length, that it may come near: each wrong character
 * spoils two pairs at most. Long words are near where a stretch of LENGTH is.
 */
export function leastShared(length: number): number {
  const compared = Math.min(length, LENGTH);
  return compared - 1 - 2 * Math.floor(compared * THRESHOLD);
}

/** The numbers of the texts that come near to the words (a character wrong or left out), nearest first. */
export function nearest(texts: readonly string[], words: string): number[] {
  const fuse = new Fuse(texts, { ignoreLocation: true, threshold: THRESHOLD });
  return fuse.search(words).map(({ refIndex }) => refIndex);
}
