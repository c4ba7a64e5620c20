import { childrenOf, textOf, type XmlElement } from '../containers/xml.ts';
import type { TextPiece } from '../layout/page.ts';
import { applied, type Matrix, placed, times } from './geometry.ts';

/** A letter and where its left lower corner stands in the space of its object. */
interface Letter {
  text: string;
  x: number;
  y: number;
}

/** Letters so far apart from where the one before ends, in letters, are drawn apart; so far back, over one another. */
const APART = 0.5;
const BACK = -0.7;
/** Letters whose places differ by less, in letters, stand side by side; those so far below one another, one below the other. */
const LEVEL = 0.1;
const DOWN = 2.5;
/** A line that rises by more than this on its way is not upright. */
const SLOPE = 0.05;
/** Letters that mean nothing without their font. */
const NO_LETTER = /[\uE000-\uF8FF\uFFFD]/gu;
const NO_ASCII = /[^\s!-~]/gu;

/** A text object as pieces of text, in the space that `outer` leads to. */
export function piecesOf(object: XmlElement, outer: Matrix): TextPiece[] {
  const { attributes } = object;
  const size = Number(attributes.Size) || 0;
  const stretch = Number(attributes.HScale) || 1;
  const matrix = times(outer, placed(attributes));
  const [a, b, c, d] = matrix;
  const fontSize = size * Math.hypot(c, d);
  if (!(fontSize > 0) || !Number.isFinite(fontSize)) return [];
  const turned = Math.abs(b) > SLOPE * Math.abs(a) || a < 0 || d < 0;
  const downwards = attributes.ReadDirection === '90' || attributes.ReadDirection === '270';
  const scale = Math.hypot(a, b);
  const pieces: TextPiece[] = [];
  let start = { x: 0, y: 0 };
  for (const code of childrenOf(object, 'ofd:TextCode')) {
    start = { x: numberOf(code.attributes.X, start.x), y: numberOf(code.attributes.Y, start.y) };
    let last: TextPiece | undefined;
    let lowest = 0;
    for (const letter of lettersOf(code, start, { size: size * stretch, downwards })) {
      const [x, y] = applied(matrix, letter.x, letter.y);
      const width = widthOf(letter.text) * size * stretch * scale;
      const gap = last ? x - last.x - last.width : 0;
      const step = last ? (y - lowest) / fontSize : 0;
      if (last && Math.abs(x - last.x) < LEVEL * fontSize && step > LEVEL && step < DOWN) {
        last.text += letter.text;
        lowest = y;
      } else if (last && Math.abs(y - last.y) < LEVEL * fontSize && gap < APART * fontSize && gap > BACK * fontSize) {
        last.text += letter.text;
        last.width = Math.max(last.width, x + width - last.x);
      } else {
        last = { text: letter.text, x, y, width, fontSize, ...(turned && { turned }) };
        lowest = y;
        pieces.push(last);
      }
    }
  }
  return pieces;
}

/** Whether so large a part of a text says nothing without its font. */
export function isGarbled(text: string, part: number): boolean {
  const lost = text.match(NO_LETTER)?.length ?? 0;
  return lost > 0 && lost >= part * (text.match(NO_ASCII)?.length ?? 0);
}

function lettersOf(
  code: XmlElement,
  start: { x: number; y: number },
  { size, downwards }: { size: number; downwards: boolean },
): Letter[] {
  const letters = Array.from(textOf(code).replace(/[\r\n]/g, ''));
  const { DeltaX, DeltaY } = code.attributes;
  // Without any distances letters follow one another as the font has it.
  const across = deltasOf(DeltaX, letters.length - 1);
  const down = deltasOf(DeltaY, letters.length - 1);
  let { x, y } = start;
  return letters.map((text, index) => {
    const letter = { text, x, y };
    const usual = widthOf(text) * size;
    x += across ? (across[index] ?? 0) : down || downwards ? 0 : usual;
    y += down ? (down[index] ?? 0) : !across && downwards ? size : 0;
    return letter;
  });
}

/**
 * Distances from each letter to the next: numbers, and runs `g count value` of one number many times. Never more than the letters
 * need; undefined where none are written.
 */
export function deltasOf(written: string | undefined, most: number): number[] | undefined {
  const parts = written?.trim().split(/[\s,]+/) ?? [];
  if (written === undefined || written.trim() === '') return undefined;
  const deltas: number[] = [];
  for (let at = 0; at < parts.length && deltas.length < most; at += 1) {
    const part = parts[at] ?? '';
    if (part !== 'g' && part !== 'G') {
      deltas.push(Number(part) || 0);
      continue;
    }
    const count = Math.min(Number(parts[at + 1]) || 0, most - deltas.length);
    const value = Number(parts[at + 2]) || 0;
    for (let times = 0; times < count; times += 1) deltas.push(value);
    at += 2;
  }
  return deltas;
}

function numberOf(written: string | undefined, otherwise: number): number {
  const number = Number(written);
  return written === undefined || !Number.isFinite(number) ? otherwise : number;
}

/** How wide a letter is, in letters: whole for Chinese, about half for others, as fonts have it. */
function widthOf(letter: string): number {
  if (letter > '\u2e7f' || /[—…“”‘’]/.test(letter)) return 1;
  if (/[mwMW@%]/.test(letter)) return 0.9;
  return /[A-Z]/.test(letter) ? 0.7 : 0.5;
}
