import { tidy } from '../tidy.ts';
import type { TextPiece } from './page.ts';

/** A line of text as it stands on a page. */
export interface Line {
  text: string;
  /** Left and right end, and the line on which it stands. */
  x: number;
  right: number;
  y: number;
  /** Of most of its letters. */
  fontSize: number;
}

const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60\u2014\u2018\u2019\u201c\u201d\u2026]/u;
/** A letter of a word that is drawn apart (签 发 人), the last one with what follows its colon. */
const LETTER = /^\p{Script=Han}$/u;
const LAST_LETTER = /^\p{Script=Han}(?:[:：]|$)/u;
/** Letters of a heading that are spread within one piece: 通 知 单. */
const SPREAD = /(?<![^\s])(?!年 月 日)\p{Script=Han}(?: \p{Script=Han}){2,}(?![^\s:：])/gu;
/** What numbers an item, with room behind it: 1, 4.2, a), （一）. */
const ITEM =
  /^(?:\d{1,3}(?:\.\d{1,3}){0,5}[.．、)）]?|[a-z][)）]|[（(][\d一二三四五六七八九十a-z]{1,4}[）)]|[一二三四五六七八九十]{1,4}、|——)$/u;
/** The frame of a date to fill in is left as it is: 年 月 日. */
const DATE_LETTER = /^[年月日]$/u;

/** Widths of gaps, in letters. A space of a Western font is a quarter of one, a full-width space one. */
const GAP = {
  /** Between Western letters: a space. */
  western: 0.18,
  /** Where a Han character stands on either side: fonts and justified lines make smaller ones. */
  han: 0.6,
  /** What stands behind it is no more of the same: it is parted by a tab. */
  wide: 1.75,
  /** Letters of a word that is drawn apart stand no farther from one another. */
  spread: 5,
};
/** How far from one another two pieces of the same line may stand, up or down, in letters. */
const SAME_LINE = 0.35;
/** A letter drawn again so near, in letters, is made bold by that. */
const SAME_PLACE = 0.15;

/** Pieces of text as lines, from the top down, each from the left to the right. */
export function linesOf(pieces: readonly TextPiece[]): Line[] {
  const sorted = [...pieces].sort((a, b) => a.y - b.y || a.x - b.x);
  const lines: { y: number; size: number; pieces: TextPiece[] }[] = [];
  for (const piece of sorted) {
    const line = lines.at(-1);
    if (line && piece.y - line.y <= SAME_LINE * Math.max(line.size, piece.fontSize)) {
      line.pieces.push(piece);
      // The largest letters say where a line stands: a raised mark does not.
      if (piece.fontSize > line.size) [line.y, line.size] = [piece.y, piece.fontSize];
    } else lines.push({ y: piece.y, size: piece.fontSize, pieces: [piece] });
  }
  return lines.flatMap(({ y, pieces }) => lineOf(pieces, y) ?? []);
}

function lineOf(pieces: TextPiece[], y: number): Line | undefined {
  const words = pieces.length === 1 ? pieces : withoutTwins(pieces.sort((a, b) => a.x - b.x));
  const [first] = words;
  if (!first) return undefined;
  const parts = gathered(words);
  let text = '';
  for (const [index, { text: part, before }] of parts.entries())
    text += index === 0 ? part : `${spread(parts, index) ? '' : spaceOf(before, text, part)}${part}`;
  const right = words.reduce((most, word) => Math.max(most, word.x + word.width), Number.NEGATIVE_INFINITY);
  const shown = tidy(text).replace(SPREAD, (letters) => letters.replaceAll(' ', ''));
  if (shown === '') return undefined;
  return { text: shown, x: first.x, right, y, fontSize: sizeOf(words) };
}

/** A piece drawn twice at one place, so that it looks bold, counts once. */
function withoutTwins(pieces: readonly TextPiece[]): TextPiece[] {
  const kept: TextPiece[] = [];
  for (const piece of pieces) {
    const near = SAME_PLACE * piece.fontSize;
    let twin = false;
    for (let back = kept.length - 1; back >= 0 && !twin; back -= 1) {
      const other = kept[back];
      if (!other || piece.x - other.x > near) break;
      twin = other.text === piece.text && Math.abs(other.y - piece.y) <= near;
    }
    if (!twin) kept.push(piece);
  }
  return kept;
}

/** Text without a gap, and the gap in front of it in letters. */
interface Part {
  text: string;
  before: number;
}

/** Pieces that follow one another without a gap put together. */
function gathered(words: readonly TextPiece[]): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const word of words) {
    const last = parts.at(-1);
    const before = (word.x - end) / (word.fontSize || 1);
    end = Math.max(last ? end : word.x, word.x + word.width);
    if (last && spaceOf(before, last.text, word.text) === '') last.text += word.text;
    else parts.push({ text: word.text, before });
  }
  return parts;
}

function spaceOf(gap: number, left: string, right: string): string {
  if (gap >= GAP.wide) return ITEM.test(left) ? ' ' : '\t';
  const han = HAN.test(left.slice(-1)) || HAN.test(right.slice(0, 1));
  return gap >= (han ? GAP.han : GAP.western) ? ' ' : '';
}

/** Whether a part and the one before it are letters of one word that is drawn apart: 签 发 人：周志强. */
function spread(parts: readonly Part[], index: number): boolean {
  const [left, part, next] = [parts[index - 1], parts[index], parts[index + 1]];
  if (!left || !part || !LETTER.test(left.text) || !LAST_LETTER.test(part.text) || part.before > GAP.spread)
    return false;
  if (DATE_LETTER.test(left.text) && DATE_LETTER.test(part.text)) return false;
  // Two letters are a word by themselves (姓 名); of more, the gaps are alike.
  const gaps = [
    index > 1 && LETTER.test(parts[index - 2]?.text ?? '') ? left.before : undefined,
    LETTER.test(part.text) && next && LAST_LETTER.test(next.text) ? next.before : undefined,
  ].filter((gap) => gap !== undefined);
  return gaps.length === 0 || gaps.some((gap) => Math.abs(gap - part.before) < 0.3 * Math.max(gap, part.before));
}

/** The size of most of the letters. */
export function sizeOf(pieces: readonly { text: string; fontSize: number }[]): number {
  return mostCommon(pieces.map(({ text, fontSize }) => [Math.round(fontSize * 2) / 2, text.length]));
}

/** The value with the greatest weight in all; 0 of none. */
export function mostCommon(weighted: readonly (readonly [value: number, weight: number])[]): number {
  const sums = new Map<number, number>();
  for (const [value, weight] of weighted) sums.set(value, (sums.get(value) ?? 0) + weight);
  let [best, most] = [0, 0];
  for (const [value, sum] of sums) if (sum > most) [best, most] = [value, sum];
  return best;
}
