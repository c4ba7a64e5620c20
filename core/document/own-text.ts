import type { Block } from '../base/block.ts';
import { cleanText } from '../base/text.ts';
import { isDateLine } from './signoff-text.ts';
import { officialTitleAt } from './title.ts';

/** Fewer lines are a title or a signature drawn over several lines. */
const FEWEST_LINES = 3;
/** A text in a page around it ends within so many pieces. */
const LONGEST_TEXT = 300;

/** What stands over a title: the letterhead, the number, the signer of a letter that goes up. */
const OVER_TITLE = /文件$|^[^。]{1,20}[〔[［（(【﹝].{2,6}[〕\]］）)】﹞].{0,8}号|^签发人[:：]/u;
/** What stands below the day: who signed it off, who gets a copy, what is enclosed. */
const BELOW_DAY =
  /^(?:[（(].+[）)]$|(?:拟稿|起草|核稿|审核|签发|校对|联系)人?[:：]|(?:附件|抄送|主题词)[:：]|.*印发$)/u;

/** The blocks of a document, each paragraph that holds a whole text taken apart into its lines. */
export function withLinesApart(blocks: readonly Block[]): readonly Block[] {
  return blocks.some(isTextOfLines) ? blocks.flatMap(linesOf) : blocks;
}

/** Sentences or a line that addresses somebody: a title over several lines has neither. */
function isTextOfLines({ region, kind, rows, text }: Block): boolean {
  return region === 'body' && !rows && (kind === 'paragraph' || kind === 'list-item') && holdsLines(text);
}

function holdsLines(text: string): boolean {
  if (!text.includes('\n')) return false;
  const lines = shownLines(text);
  return lines.length >= FEWEST_LINES && lines.some((line) => /[。：:]$/u.test(line.trimEnd()));
}

const shownLines = (text: string): string[] => text.split('\n').filter((line) => cleanText(line) !== '');

const linesOf = (block: Block): Block[] => (isTextOfLines(block) ? partedOf(block) : [block]);

function partedOf(block: Block): Block[] {
  return shownLines(block.text).map((text, index) => {
    const { marker: _marker, ...line } = block;
    return index === 0 ? { ...block, text } : { ...line, kind: 'paragraph', text };
  });
}

/** The number of a document stands so few lines above its title. */
const NUMBER_ABOVE = 3;
const NUMBER = /^[\p{Script=Han}A-Za-z]{2,15}\s?[〔[［（(【]\s?(?:19|20)\d{2}\s?[〕\]］）)】]\s?\d{1,5}\s?号$/u;

/** What a saved page shows: its blocks, and whether a document's own text was found among them. */
interface PageText {
  blocks: Block[];
  /** What stands behind the text: forms to fill in, and the foot of the page. */
  after: readonly Block[];
  found: boolean;
}

/**
 * The blocks of a saved page that marks nothing as the text of a document: what stands between an official title and the
 * day under the signature is it, with what stands right over the one and below the other. A title in a list or in a box has no prose and no day behind it.
 */
export function withTextOfPage(blocks: Block[]): PageText {
  const none = { blocks, after: [], found: false };
  if (blocks.some(({ region }) => region === 'body')) return none;
  const lines = blocks.flatMap((block) => (block.kind === 'heading' || block.hidden ? [block] : linesOnPage(block)));
  const titleAt = lines.findIndex((_, index) => officialTitleAt(lines, index) !== undefined);
  if (titleAt < 0) return none;
  const above = lines.slice(Math.max(0, titleAt - NUMBER_ABOVE), titleAt);
  const numberAt = above.findIndex(({ text, rows }) => !rows && NUMBER.test(cleanText(text)));
  const start = numberAt < 0 ? titleAt : titleAt - above.length + numberAt;
  const after = lines.slice(start, start + LONGEST_TEXT);
  const prose = after.findIndex(({ rows, text }) => !rows && text.includes('。'));
  const signed = after.findIndex(({ text }, index) => index > prose && isDateLine(text));
  if (prose < 0 || signed < 0) return none;
  const isPart = (index: number, of: RegExp): boolean =>
    of.test(cleanText(lines[index]?.rows ? '' : (lines[index]?.text ?? '')));
  let [from, to] = [start, start + signed];
  while (isPart(from - 1, OVER_TITLE)) from -= 1;
  while (isPart(to + 1, BELOW_DAY)) to += 1;
  return {
    blocks: lines.map((block, index) =>
      index >= from && index <= to && !block.hidden ? { ...block, region: 'body' } : block,
    ),
    after: lines.slice(to + 1),
    found: true,
  };
}

/** The lines of a piece of a page; a table that only lays out the page may hold the whole text in one cell, and stays beside it. */
function linesOnPage(block: Block): Block[] {
  if (!block.rows) return holdsLines(block.text) ? partedOf(block) : [block];
  const { rows, ...rest } = block;
  const cells = rows.flat().filter(holdsLines);
  return [block, ...cells.flatMap((text) => partedOf({ ...rest, kind: 'paragraph', text }))];
}
