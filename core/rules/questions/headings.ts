import { readHanNumber, writeHanNumber } from '../../base/numerals.ts';
import type { DocumentModel } from '../../document/model.ts';
import { type Line, linesOf, officialTextOf } from './official-text.ts';

/** The marks by which a 公文 counts its parts: 一、 then （一） then 1. then （1）. */

export interface Mark {
  /** 1 … 4, the outermost first. */
  level: number;
  number: number;
  /** As written: 一、 */
  raw: string;
  /** How it would be written by the rule; the same as `raw` where it is right. */
  right: string;
  line: Line;
  /** Surely a heading or an item, and no line that a sentence happens to begin anew on. */
  isSure: boolean;
}

const HAN = '[一二三四五六七八九十]{1,3}';
const OPEN = '[（(]';
const CLOSE = '[）)]';
const MARKS: readonly (readonly [level: number, pattern: RegExp])[] = [
  [2, new RegExp(`^${OPEN}\\s?(?<number>${HAN})\\s?${CLOSE}[、.．，,]?`, 'u')],
  [4, new RegExp(`^${OPEN}\\s?(?<number>\\d{1,2})\\s?${CLOSE}[、.．，,]?`, 'u')],
  // 一.二 and 1.5 are numbers, 一、二等奖 a list of them.
  [
    1,
    new RegExp(`^(?<number>${HAN})\\s?[、.．，,]\\s?(?![一二三四五六七八九十\\d、]+(?:[级等次类号组届季]|是|$))`, 'u'),
  ],
  [3, /^(?<number>\d{1,2})\s?(?:[.．](?!\s?\d)|、(?!\d{1,2}[、号]))/u],
];
const RIGHT: readonly ((number: string) => string)[] = [
  (number) => number,
  (number) => `${number}、`,
  (number) => `（${number}）`,
  (number) => `${number}.`,
  (number) => `（${number}）`,
];

/** How a number of this level may be written. */
export function markSigns(level: number, number: number): string[] {
  const word = level <= 2 ? writeHanNumber(number) : String(number);
  return level % 2 === 0 ? [`（${word}）`, `(${word})`] : [`${word}、`, `${word}.`, `${word}．`];
}

/** A line so long that does not end a sentence goes on in the next one: text that was read line by line. */
const FULL_LINE = 20;
const ENDS = /[。；：！？…;:!?”」）)》]$/u;

/** The marks of the text proper, in their order, up to the day under it. */
export function marksOf(document: DocumentModel): Mark[] {
  const text = officialTextOf(document);
  const lines = text?.body ?? linesOf(document);
  return lines.flatMap((line, index) => {
    const before = lines[index - 1];
    const goesOn =
      before !== undefined &&
      before.block.kind !== 'heading' &&
      before.text.length >= FULL_LINE &&
      !ENDS.test(before.text);
    return markAt(line, !goesOn) ?? [];
  });
}

/** Most lines begin with none of these. */
const MAY_BE_MARK = /^[（(一二三四五六七八九十\d]/;

function markAt(line: Line, isSure: boolean): Mark | undefined {
  if (!MAY_BE_MARK.test(line.text)) return undefined;
  for (const [level, pattern] of MARKS) {
    const match = pattern.exec(line.text);
    const written = match?.groups?.number;
    if (!match || written === undefined) continue;
    const number = /\d/u.test(written) ? Number(written) : readHanNumber(written);
    if (number === undefined || number === 0) return undefined;
    return { level, number, raw: match[0].trim(), right: RIGHT[level]?.(written) ?? '', line, isSure };
  }
  return undefined;
}
