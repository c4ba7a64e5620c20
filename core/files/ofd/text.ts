import { childrenOf, textOf, type XmlElement } from '../containers/xml.ts';
import { type Matrix, times } from '../layout/matrix.ts';
import type { TextPiece } from '../layout/page.ts';
import { partsOf, placed } from './geometry.ts';

/** Letters so far apart from where the one before ends, in letters, are drawn apart; so far back, over one another. */
const APART = 0.5;
const BACK = -0.7;
/** Letters whose places differ by less, in letters, stand side by side; those so far below one another, one below the other. */
const LEVEL = 0.1;
const DOWN = 2.5;
/** A line that rises by more than this on its way is not upright. */
const SLOPE = 0.05;
/** A text object as pieces of text, in the space that `outer` leads to. */
export function piecesOf(object: XmlElement, outer: Matrix): TextPiece[] {
  const { attributes } = object;
  const em = (Number(attributes.Size) || 0) * (Number(attributes.HScale) || 1);
  const matrix = times(outer, placed(attributes));
  const [a, b, c, d, e, f] = matrix;
  const fontSize = (Number(attributes.Size) || 0) * Math.hypot(c, d);
  if (!(fontSize > 0) || !Number.isFinite(fontSize)) return [];
  const turned = Math.abs(b) > SLOPE * Math.abs(a) || a < 0 || d < 0;
  const downwards = attributes.ReadDirection === '90' || attributes.ReadDirection === '270';
  const across = em * Math.hypot(a, b);
  const [apart, back, near, down] = [APART * fontSize, BACK * fontSize, LEVEL * fontSize, DOWN * fontSize];
  const pieces: TextPiece[] = [];
  let [startX, startY] = [0, 0];
  for (const code of childrenOf(object, 'ofd:TextCode')) {
    startX = numberOf(code.attributes.X, startX);
    startY = numberOf(code.attributes.Y, startY);
    const written = textOf(code);
    const text = /[\r\n]/.test(written) ? written.replace(/[\r\n]/g, '') : written;
    // Letters outside of the first plane take two places of a text.
    const letters = /[\ud800-\udfff]/.test(text) ? Array.from(text) : text;
    const deltaX = deltasOf(code.attributes.DeltaX, letters.length - 1);
    const deltaY = deltasOf(code.attributes.DeltaY, letters.length - 1);
    // Where the piece at hand begins and ends, and its lowest letter; letters are many, so that no object is made of each.
    let [from, left, level, right, lowest] = [0, 0, 0, 0, 0];
    const end = (to: number): void => {
      const shown = typeof letters === 'string' ? letters.slice(from, to) : letters.slice(from, to).join('');
      if (to > from)
        pieces.push({ text: shown, x: left, y: level, width: right - left, fontSize, ...(turned && { turned }) });
    };
    let [x, y] = [startX, startY];
    for (let index = 0; index < letters.length; index += 1) {
      const width = widthOf(
        typeof letters === 'string' ? letters.charCodeAt(index) : (letters[index]?.codePointAt(0) ?? 0),
      );
      const atX = a * x + c * y + e;
      const atY = b * x + d * y + f;
      const gap = atX - right;
      const isBeside = Math.abs(atY - level) < near && gap < apart && gap > back;
      const isBelow = !isBeside && Math.abs(atX - left) < near && atY - lowest > near && atY - lowest < down;
      if (index > 0 && isBeside) right = Math.max(right, atX + width * across);
      else if (index > 0 && isBelow) lowest = atY;
      else {
        end(index);
        [from, left, level, right, lowest] = [index, atX, atY, atX + width * across, atY];
      }
      // Without any distances letters follow one another as the font has it.
      x += deltaX ? (deltaX[index] ?? 0) : deltaY || downwards ? 0 : width * em;
      y += deltaY ? (deltaY[index] ?? 0) : !deltaX && downwards ? em : 0;
    }
    end(letters.length);
  }
  return pieces;
}

/**
 * Distances from each letter to the next: numbers, and runs `g count value` of one number many times. Never more than the letters
 * need; undefined where none are written.
 */
export function deltasOf(written: string | undefined, most: number): number[] | undefined {
  const parts = partsOf(written);
  if (parts.length === 0) return undefined;
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
function widthOf(code: number): number {
  if (code > 0x2e7f) return 1;
  return code < 0x80 ? (ASCII_WIDTHS[code] ?? 0.5) : WIDE_MARKS.has(code) ? 1 : 0.5;
}

/** — … “ ” ‘ ’ */
const WIDE_MARKS: ReadonlySet<number> = new Set([0x2014, 0x2026, 0x201c, 0x201d, 0x2018, 0x2019]);
const ASCII_WIDTHS = Float64Array.from({ length: 0x80 }, (_, code) => {
  const letter = String.fromCharCode(code);
  return /[mwMW@%]/.test(letter) ? 0.9 : /[A-Z]/.test(letter) ? 0.7 : 0.5;
});
