import type { Block } from '../base/block.ts';
import { findDates } from '../base/dates.ts';
import type { Source } from '../base/source.ts';
import { cleanText, halfWidth, squeeze } from '../base/text.ts';
import type { Attachment } from './model.ts';

/**
 * Where the annexes of a text begin: index of the block that says 附件, 附件1, 附录 A, 附录1 or 回执 and nothing else; the number of
 * blocks when there is none. An empty form behind it is no sign-off of the document. 附件： over a list of names, with the
 * signature below, is the note of the text itself.
 */
export function startOfAnnexes(blocks: readonly Block[]): number {
  const found = blocks.findIndex(
    (block, index) =>
      index > 0 &&
      block.region === 'body' &&
      block.kind !== 'header' &&
      block.kind !== 'footer' &&
      isAnnexLine(block.text) &&
      !isNote(blocks, index),
  );
  return found < 0 ? blocks.length : found;
}

/** The names under 附件： and the bodies that sign are so many lines, and the day ends them. */
const LONGEST_NOTE = 20;
const NOTE = /^附\s*件\s*[:：]$/u;

/** True for 附件： on a line of its own over names, where a day follows before any sentence. */
function isNote(blocks: readonly Block[], at: number): boolean {
  if (!NOTE.test(cleanText(blocks[at]?.text ?? ''))) return false;
  for (const { rows, text } of blocks.slice(at + 1, at + 1 + LONGEST_NOTE)) {
    if (rows || text.includes('。')) return false;
    if (endsWithDay(cleanText(text))) return true;
  }
  return false;
}

function endsWithDay(line: string): boolean {
  const [date, more] = line.length > 60 ? [] : findDates(line);
  return date !== undefined && more === undefined && date.raw.includes('年') && date.end === line.length;
}

function isAnnexLine(text: string): boolean {
  if (text.length > 40 || !/[附执]/u.test(text)) return false;
  const plain = halfWidth(squeeze(text));
  return /^(?:附件|附表)[\d一二三四五六七八九十]{0,2}[:：]?$|^附录[\d一二三四五六七八九十]{1,2}[:：]?$|^附录[A-Z](?:[(（](?:规范性|资料性)(?:附录)?[)）])?[^\d.…]*$|^\p{Script=Han}{0,12}回执(?:单|表)?$/u.test(
    plain,
  );
}

const FIRST = /^附\s*件\s*[:：]\s*(.*)$/su;
const NUMBERED = /^(\d{1,2})\s*[.．、]\s*(.+)$/su;

/** A line of what stands under 附件：. */
interface NoteLine {
  text: string;
  source: Source;
}

const isFirst = (text: string): boolean => text.includes('附') && FIRST.test(cleanText(text));

/** From the mark 附件： to the last line of its list. */
function noteLines(blocks: readonly Block[]): NoteLine[] {
  const end = startOfAnnexes(blocks);
  const start = blocks.findIndex(
    (block, index) => index < end && block.region === 'body' && !block.rows && isFirst(block.text),
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
  return lines;
}

/** What a text says under 附件：, all its lines; undefined where it says nothing. */
export function attachmentsNote(blocks: readonly Block[]): NoteLine | undefined {
  const lines = noteLines(blocks).filter(({ text }) => text !== '');
  const [first] = lines;
  return first && { text: lines.map(({ text }) => text).join(' '), source: first.source };
}

/**
 * The annexes that a text lists under 附件：, in order, numbers taken off. Marks behind a name (。；) stay part of it:
 * a rule of form looks at them.
 */
export function listedAttachments(blocks: readonly Block[]): Attachment[] {
  const lines = noteLines(blocks);
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
