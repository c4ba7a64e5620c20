import type { Block } from '../base/block.ts';
import { cleanText } from '../base/text.ts';
import type { Attachment } from './model.ts';
import { startOfAnnexes } from './signoff-text.ts';

const FIRST = /^附\s*件\s*[:：]\s*(.*)$/su;
const NUMBERED = /^(\d{1,2})\s*[.．、]\s*(.+)$/su;

/**
 * The annexes that a text lists under 附件：, in order, numbers taken off. Marks behind a name (。；) stay part of it:
 * a rule of form looks at them.
 */
export function listedAttachments(blocks: readonly Block[]): Attachment[] {
  const end = startOfAnnexes(blocks);
  const start = blocks.findIndex(
    (block, index) => index < end && block.region === 'body' && !block.rows && FIRST.test(cleanText(block.text)),
  );
  const first = blocks[start];
  if (!first) return [];
  const lines = (FIRST.exec(first.text.trim())?.[1] ?? '')
    .split('\n')
    .map((text) => ({ text: cleanText(text), source: first.source }));
  for (const block of blocks.slice(start + 1, end)) {
    if (block.rows || !NUMBERED.test(cleanText(block.text)) || block.text.length > 120) break;
    lines.push({ text: cleanText(block.text), source: block.source });
  }
  const numbered = lines.some(({ text }) => NUMBERED.test(text));
  return lines
    .flatMap((line) =>
      (numbered ? splitNumbers(line.text) : [line.text]).map((text) => ({ text, source: line.source })),
    )
    .map(({ text, source }) => ({ name: NUMBERED.exec(text)?.[2] ?? text, how: 'listed' as const, source }))
    .filter(({ name }) => name !== '');
}

/** `1.甲 2.乙` on one line → two. */
function splitNumbers(text: string): string[] {
  return text.split(/\s+(?=\d{1,2}\s*[.．、]\s*\D)/u);
}
