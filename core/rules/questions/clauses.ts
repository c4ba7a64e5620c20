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
const NUMBERED = /^(\d{1,2})(?:[.．、]|\s|\u3000)?\s*(?=[^\d.．])(.{1,30})$/u;
const UNNUMBERED = /^(?:目次|目录|前言|引言|参考文献|索引)$/u;
const ANNEX = /^附\s?录\s*([A-Z])(?![A-Za-z\d]|\s*(?:给出|规定|列出|提供|的|中|为|是|所|、|和|[～~—–-]))/u;
/** Longer blocks, their spaces counted, are prose. */
const LONGEST_HEADING = 50;
const SENTENCE = /[。；]/u;
/** Titles by which a chapter is told even where the heading is drawn as a plain paragraph. */
const FIXED_TITLE = /^(?:适用)?范围$|^(?:规范性)?引用(?:文件|标准)$|^术语(?:和|与|、)?定义/u;

function chapterOf(block: Block, top: number): Omit<Chapter, 'blocks'> | undefined {
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
  const isTop = block.kind === 'heading' && (block.level ?? 1) === top && !/^\d+\.\d/.test(text);
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

/** The level of the headings that open chapters: the title of the whole may be one above. */
function topLevel(body: readonly Block[]): number {
  const first = body.find(
    (block) => block.kind === 'heading' && FIXED_TITLE.test(squeeze(block.text).replace(/^\d{1,2}[.．、]?/u, '')),
  );
  return first?.level ?? 1;
}

/** Behind 目次 one space in front of the number of a page is enough. */
const PAGE = /[.…·．\s]+(?:\d{1,3}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩIVX]{1,5})\s*$/u;
const isContentsHeading = ({ text }: Block): boolean => text.includes('目') && /^目(?:次|录)$/u.test(squeeze(text));

/** The text without its table of contents: lines with the number of a page, and behind 目次 what is said again below. */
const withoutContents = oncePerDocument((document): readonly Block[] => {
  const body = bodyOf(document);
  if (!body.some(isContentsHeading)) return body;
  const lineOf = (block: Block): string => squeeze(block.text.replace(CONTENTS_LINE, ''));
  const last = new Map(body.map((block, index) => [lineOf(block), index]));
  let isContents = false;
  return body.filter((block, index) => {
    if (isContentsHeading(block)) isContents = true;
    else if (isContents) isContents = PAGE.test(block.text) || (last.get(lineOf(block)) ?? 0) > index;
    return !isContents;
  });
});

/** The chapters of a standard in the order of the text; a table of contents is no chapter. */
export const chaptersOf = oncePerDocument((document): readonly Chapter[] => {
  const chapters: Chapter[] = [];
  const body = withoutContents(document);
  const top = topLevel(body);
  const isPlain = !body.some((block) => block.kind === 'heading' && /^\d/.test(chapterOf(block, top)?.number ?? ''));
  for (const [index, block] of body.entries()) {
    const last = chapters.at(-1);
    const found =
      chapterOf(block, top) ?? (isPlain && last ? plainChapterOf(block, body[index + 1], last.number) : undefined);
    if (found) chapters.push({ ...found, blocks: [] });
    else last?.blocks.push(block);
  }
  // A table of contents without page numbers names each chapter a first time.
  return chapters.filter(
    (chapter, index) =>
      chapter.blocks.length > 0 || !chapters.some((other, at) => at > index && other.title === chapter.title),
  );
});

/** The text in front of the first chapter: what stands on the cover. */
export const coverOf = oncePerDocument((document): readonly Block[] => {
  const first = chaptersOf(document)[0]?.heading;
  const body = bodyOf(document);
  const end = body.findIndex((block) => block === first || isContentsHeading(block));
  return body.slice(0, Math.max(end, 0));
});

/** A numbered clause below a chapter: 5.2.1, A.1. */
export interface Clause {
  number: string;
  /** The number of the clause or chapter above: 5.2. */
  parent: string;
  /** Whether it has a title; undefined where a short line may be one or a sentence. */
  titled: boolean | undefined;
  /** What stands behind the number on its line. */
  text: string;
  chapter: Chapter;
  block: Block;
  /** What stands under it, up to the next clause. */
  under: Block[];
}

const CLAUSE = /^\s*([A-ZＡ-Ｚ]|[\d０-９]{1,2})((?:[.．][\d０-９]{1,2}){1,7})(?![\d０-９.．])\s*/;

/** The clauses of all chapters, in the order of the text. A number is read as one wherever a line begins with it. */
export const clausesOf = oncePerDocument((document): readonly Clause[] =>
  chaptersOf(document).flatMap((chapter) => {
    const clauses: Clause[] = [];
    for (const block of chapter.blocks) {
      const isText = !block.rows && block.kind !== 'header' && block.kind !== 'footer';
      const found = isText ? clauseAt(block, chapter) : undefined;
      if (found) clauses.push(found);
      else clauses.at(-1)?.under.push(block);
    }
    for (const [index, clause] of clauses.entries()) clause.titled = isTitled(clause, clauses[index + 1]);
    return clauses;
  }),
);

function clauseAt(block: Block, chapter: Chapter): Clause | undefined {
  const match = CLAUSE.exec(block.text);
  if (!match) return undefined;
  const head = match[0];
  const first = halfWidth(match[1] ?? '');
  if (/^[A-Z]$/.test(first) && first !== chapter.number) return undefined;
  const text = block.text.slice(head.length).trim();
  // 3.5万元 and 4.2的记录 begin sentences.
  if (/^(?:[%％℃万亿元米倍°的中所和或与及至、，～]|规定|给出)/.test(text)) return undefined;
  const number = first + halfWidth(match[2] ?? '');
  return {
    number,
    parent: number.slice(0, number.lastIndexOf('.')),
    titled: undefined,
    text,
    chapter,
    block,
    under: [],
  };
}

/** Longer texts are no titles. */
const LONGEST_TITLE = 25;
/** Marks of a sentence, and verbs that a title has not. */
const SENTENCE_MARK = /[。；;：:，,！？]/u;
const VERB = /应|不宜|可以|不得|必须|见附录|按照|符合|负责/u;

function isTitled({ block, text, under, number }: Clause, next: Clause | undefined): boolean | undefined {
  if (text === '') return undefined;
  if (text.length > LONGEST_TITLE * 2 || text.endsWith('。') || /[。；;]/.test(text)) return false;
  // 4.1 着装　应统一着装 and 4.1 着装：应统一着装。 have a title that runs into the text.
  if (SENTENCE_MARK.test(text) || text.length > LONGEST_TITLE || VERB.test(text)) return undefined;
  const leads = under.length > 0 || next?.parent === number;
  return leads || block.kind === 'heading' ? true : undefined;
}

/** The clauses of each chapter that has any. */
export const clausesByChapter = oncePerDocument(
  (document): ReadonlyMap<Chapter, readonly Clause[]> => Map.groupBy(clausesOf(document), ({ chapter }) => chapter),
);

/** How a standard's text is built: `drafted` as GB/T 1.1 has it, `several` of them in one file, or in another way. */
export const formOf = oncePerDocument((document): 'drafted' | 'several' | 'other' => {
  const chapters = chaptersOf(document);
  const fixed = chapters.filter(({ title, blocks }) => FIXED_TITLE.test(title) && blocks.length > 0);
  const scopes = fixed.filter(({ title }) => /范围$/u.test(title));
  if (scopes.length > 1) return 'several';
  const says = bodyOf(document).some(
    ({ text }) => text.includes('1.1') && /(?:按照?|依据|根据)\s*GB\s*[/∕]?\s*T\s*1\.1(?![\d.])/u.test(text),
  );
  // 1 目的, 2 适用范围, 3 职责 is the form of procedures.
  const isFixed = fixed.some(({ number, title }) => number === '1' || (number !== '' && !title.endsWith('范围')));
  return says || isFixed || fixed.length > 1 ? 'drafted' : 'other';
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
