import { cleanText, hasHan, squeeze } from '../base/text.ts';
import { type IsLabel, isLabelText, LABEL_LIMIT, plainLabel } from './labels.ts';

export interface InlinePair {
  label: string;
  value: string;
  /** Range of label and value in the text given. */
  start: number;
  end: number;
}

/**
 * The pairs `label：value` in a text, line by line: 编制：甲　审核：乙　批准：丙. Only labels that `isLabel` knows are
 * given; other short words before a colon only end the value in front of them. Lines drawn for a value (____) are empty.
 */
export function splitInline(text: string, isLabel: IsLabel): InlinePair[] {
  const pairs: InlinePair[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    for (const pair of splitLine(line, isLabel))
      pairs.push({ ...pair, start: pair.start + start, end: pair.end + start });
    start += line.length + 1;
  }
  return pairs;
}

function splitLine(line: string, isLabel: IsLabel): InlinePair[] {
  const marks: { start: number; colon: number; known: boolean }[] = [];
  let from = 0;
  for (const match of line.matchAll(/[:：]/g)) {
    const colon = match.index;
    const found = labelBefore(line, from, colon, isLabel, marks.length > 0);
    if (!found) continue;
    marks.push({ start: found.start, colon, known: found.known });
    from = colon + 1;
  }
  return marks.flatMap((mark, at) => {
    if (!mark.known) return [];
    const end = marks[at + 1]?.start ?? line.length;
    const value = cleanText(line.slice(mark.colon + 1, end))
      .replace(/[_＿]{2,}/g, ' ')
      .replace(/(?<![\s；;，,、])[\s；;，,、]+$/u, '')
      .trim();
    return [{ label: plainLabel(line.slice(mark.start, mark.colon)), value, start: mark.start, end }];
  });
}

/** The label that ends at a colon; words drawn apart (拟 稿 人) count as one. */
function labelBefore(
  line: string,
  from: number,
  colon: number,
  isLabel: IsLabel,
  follows: boolean,
): { start: number; known: boolean } | undefined {
  // No further back than a label can reach, and one character more, which tells whether a word begins there.
  const reach = Math.max(from, colon - LABEL_LIMIT * 2 - 1);
  const near: number[] = [];
  for (const match of line
    .slice(reach, colon)
    .matchAll(/(?:^|[\s\u3000\u00a0；;，,。、|_＿]+)(?=[^\s\u3000\u00a0；;，,。、|_＿])/g)) {
    const start = reach + match.index + match[0].length;
    if (colon - start <= LABEL_LIMIT * 2) near.push(start);
  }
  // The longest run of words that is a known label; a run over a separator other than a space is none.
  for (const start of near) {
    const words = line.slice(start, colon);
    if (/[；;，,。、|]/.test(words)) continue;
    if (isLabelText(words, isLabel)) return { start, known: true };
  }
  const last = near.at(-1);
  if (last === undefined) return undefined;
  const word = squeeze(line.slice(last, colon));
  if (follows) {
    // 编制：甲审核：乙 — a name of up to four characters, then a known label.
    for (let cut = 2; cut <= 4 && cut < word.length - 1; cut += 1) {
      const tail = line.slice(colon - (word.length - cut), colon);
      if (squeeze(tail) === tail && isLabel(tail)) return { start: colon - tail.length, known: true };
    }
  }
  if (!hasHan(word) || word.length > 10 || /\d$/.test(word)) return undefined;
  return { start: last, known: false };
}
