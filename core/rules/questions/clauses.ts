import type { Block } from '../../base/block.ts';
import { cleanText, halfWidth, squeeze } from '../../base/text.ts';
import type { DocumentModel } from '../../document/model.ts';
import { oncePerDocument } from './once.ts';
import { bodyOf } from './text.ts';

/** A chapter of a standard's own text, with what stands in it. */
export interface Chapter {
  /** `1`, `2`, …, `A` for an annex; '' for the parts without a number (前言, 引言, 参考文献). */
  number: string;
  /** Title without its number. */
  title: string;
  heading: Block;
  blocks: Block[];
}

/** A line of a table of contents ends with the page. */
const CONTENTS_LINE = /(?:[.…·．\s]{2,}|\t)\s*(?:\d{1,3}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩIVX]{1,5})\s*$/u;
const NUMBERED = /^(\d{1,2})(?:[.．、]|\s|\u3000)?\s*(?=\D)(.{1,30})$/u;
const UNNUMBERED = /^(?:目次|目录|前言|引言|参考文献|索引)$/u;
const ANNEX = /^附录\s*([A-Z])/u;
/** Longer blocks, their spaces counted, are prose. */
const LONGEST_HEADING = 50;
const SENTENCE = /[。；]/u;
/** Titles by which a chapter is told even where the heading is drawn as a plain paragraph. */
const FIXED_TITLE = /^(?:适用)?范围$|^(?:规范性)?引用(?:文件|标准)$|^术语(?:和|与|、)?定义/u;

function chapterOf(block: Block): Omit<Chapter, 'blocks'> | undefined {
  if (
    block.rows ||
    block.text.length > LONGEST_HEADING ||
    SENTENCE.test(block.text) ||
    !['heading', 'paragraph', 'list-item'].includes(block.kind)
  )
    return undefined;
  const text = halfWidth(cleanText(block.text));
  if (text.length > 40 || CONTENTS_LINE.test(block.text)) return undefined;
  const plain = squeeze(text);
  if (UNNUMBERED.test(plain)) return { number: '', title: plain, heading: block };
  const annex = ANNEX.exec(text)?.[1];
  if (annex && !/[。，；]/u.test(text)) return { number: annex, title: plain, heading: block };
  const [, number = '', rest = text] = NUMBERED.exec(text) ?? [];
  const title = squeeze(rest);
  const isTop = block.kind === 'heading' && (block.level ?? 1) === 1 && !/^\d+\.\d/.test(text);
  if (FIXED_TITLE.test(title) || (isTop && number !== '')) return { number, title, heading: block };
  return undefined;
}

/** Chapters that may be missing between two that follow one another. */
const MOST_MISSING = 2;

/**
 * A chapter where no heading is marked as one: a short line with the number that comes after the last chapter's and a
 * paragraph behind it that is none. Items of a list stand one under the other.
 */
function plainChapterOf(block: Block, next: Block | undefined, last: string): Omit<Chapter, 'blocks'> | undefined {
  if (block.rows || block.kind !== 'paragraph' || block.text.length > LONGEST_HEADING || !/^\d+$/.test(last))
    return undefined;
  const text = halfWidth(cleanText(block.text));
  const [, number = '', title = ''] = NUMBERED.exec(text) ?? [];
  const ahead = Number(number) - Number(last);
  const isNext = number !== '' && ahead >= 1 && ahead <= MOST_MISSING;
  const isTitle = /^\p{Script=Han}[\p{Script=Han}、（）()A-Za-z]{1,19}$/u.test(squeeze(title));
  const isList = next === undefined || NUMBERED.test(halfWidth(cleanText(next.text)));
  return isNext && isTitle && !isList ? { number, title: squeeze(title), heading: block } : undefined;
}

/** The chapters of a standard in the order of the text; a table of contents is no chapter. */
export const chaptersOf = oncePerDocument((document): readonly Chapter[] => {
  const chapters: Chapter[] = [];
  const body = bodyOf(document);
  const isPlain = !body.some(({ kind }) => kind === 'heading');
  for (const [index, block] of body.entries()) {
    const last = chapters.at(-1);
    const found =
      chapterOf(block) ?? (isPlain && last ? plainChapterOf(block, body[index + 1], last.number) : undefined);
    if (found) chapters.push({ ...found, blocks: [] });
    else last?.blocks.push(block);
  }
  // A table of contents without page numbers names each chapter a first time.
  return chapters.filter(
    (chapter, index) =>
      chapter.blocks.length > 0 || !chapters.some((other, at) => at > index && other.title === chapter.title),
  );
});

/** A standard's own text, not a form about it: it has headings, or chapters with text that are drawn as plain lines. */
export function hasOwnText(document: DocumentModel): boolean {
  if (bodyOf(document).some(({ kind }) => kind === 'heading')) return true;
  const written = chaptersOf(document).filter(({ number, blocks }) => /^\d+$/.test(number) && blocks.length > 0);
  return written.length >= FEWEST_CHAPTERS;
}

/** One line that begins with a number may stand anywhere. */
const FEWEST_CHAPTERS = 2;

/** The number of the clause that a paragraph begins with: 5.2.1; '' when none. */
export function clauseNumber(text: string): string {
  return halfWidth(/^\s*([\d０-９]{1,2}(?:[.．][\d０-９]{1,2}){1,5})(?![\d０-９.．])/u.exec(text)?.[1] ?? '');
}
