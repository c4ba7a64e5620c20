import { OTHER_INITIALS, USUAL_INITIALS } from './initials-table.ts';

/** The first character of the table. */
const FIRST_HAN = 0x4e00;
const SMALL_A = 0x61;

let known: Uint32Array | undefined;

/**
 * What a small letter may stand for: for every code unit the letters a–z as bits (bit 0 is a). A Han character has those
 * with which its readings begin, all of them where there are several (行: h and x); a small letter has itself; anything
 * else none. Made when it is first asked for, 256 kB.
 */
export function letterMasks(): Uint32Array {
  known ??= makeMasks();
  return known;
}

function makeMasks(): Uint32Array {
  const masks = new Uint32Array(0x10000);
  const add = (code: number, letter: string): void => {
    masks[code] = (masks[code] ?? 0) | (1 << (letter.charCodeAt(0) - SMALL_A));
  };
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') add(letter.charCodeAt(0), letter);
  for (let index = 0; index < USUAL_INITIALS.length; index += 1) {
    const letter = USUAL_INITIALS.charAt(index);
    if (letter !== '.') add(FIRST_HAN + index, letter);
  }
  for (const [letter, characters] of Object.entries(OTHER_INITIALS)) {
    for (const character of characters) add(character.charCodeAt(0), letter);
  }
  return masks;
}
