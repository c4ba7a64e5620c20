import type { Block } from '../base/block.ts';
import type { PageSource, Source } from '../base/source.ts';
import { cleanText, squeeze } from '../base/text.ts';
import { type FoundDesignation, findDesignations } from './designation.ts';

/** A standard named in a text. */
export interface Citation {
  /** Normal form: `GB/T 1.1—2020`, undated `GB/T 24421`. */
  designation: string;
  /** As written. */
  raw: string;
  /** Title written with it, without 《》; '' when none. */
  title: string;
  /** Year, when the reference is dated. */
  year?: number;
  /** `（所有部分）` stands behind it. */
  allParts?: boolean;
  /** A chapter, clause, table, figure or annex of it is named: what is cited may stand elsewhere in another edition. */
  clause?: true;
  /** Index of the block it stands in. */
  block: number;
  source: Source;
}

/** So far before and behind is looked for a line's ends. */
const NEAR = 400;
/** So far below the next line is looked for. */
const BELOW = 300;
/** Longer than any title of a standard. */
const TITLE_LIMIT = 120;
/** What may stand before a designation that begins a line of a list: dashes, bullets, a number. */
const LINE_START =
  /^[\s\-—–―·•●○■◆*]*(?:[（(]?\d{1,3}(?:\.\d{1,3})*[.、)）]?|[a-z][)）.]|[一二三四五六七八九十]{1,3}、)?\s*$/u;
/** Words with which a sentence goes on and no title begins. */
const SENTENCE =
  /^(?:的|中[的第规所]|等|和|与|及|或|以及|之|是|为(?:依据|准)|于|应(?:当|符合|作为|按|为)|已|规定|给出|界定|确立|描述|提供|适用|要求|所|代替|发布|实施|现行|执行|第\s*\d+\s*[章条款])/u;
const PART_LINE = /^第\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*部分/u;

function titleOfLine(before: string, after: string, next: string): string {
  if (!LINE_START.test(before)) return '';
  const rest = cleanText(after).replace(/^[:：]\s*/, '');
  const title = cleanText(/^[^，。；;,]*/u.exec(rest)?.[0] ?? '');
  const sentence = SENTENCE.test(title) || /[。…]$/u.test(rest);
  if (!/^[\p{Script=Han}“A-Z]/u.test(title) || !/\p{Script=Han}{2}/u.test(title) || sentence) return '';
  if (title.length > TITLE_LIMIT) return '';
  // The part's name went to a line of its own.
  return title === rest && !PART_LINE.test(title) && PART_LINE.test(next) ? `${title} ${cleanText(next)}` : title;
}

function titleOf(before: string, after: string, next: string): string {
  const behind = /^\s{0,3}《([^《》]{2,120})》/u.exec(after);
  if (behind) return cleanText(behind[1] ?? '');
  const front = /《([^《》]{2,120})》\s{0,2}[（([]\s{0,2}$/u.exec(before);
  if (front && /^\s{0,2}[)）\]]/u.test(after)) return cleanText(front[1] ?? '');
  return titleOfLine(before, after, next);
}

/** GB/T 1.1—2020中5.2, GB/T 1.1—2020《…》第6章, GB/T 1.1—2020，附录A. */
const CLAUSE_BEHIND =
  /^(?:《[^《》]{2,120}》)?[\s，,]{0,2}(?:(?:中|的|之|里)\s?)?(?:第\s?\d+(?:\.\d+)*\s?[章条款]|附录\s?[A-Z]|[表图]\s?[A-Z]?\.?\d|\d+(?:\.\d+)+(?:[的、和及给规中]|$)|\d+\s?[章条款])/u;

type Place = Pick<Citation, 'block' | 'source'>;

function cite(found: FoundDesignation, { title, after }: { title: string; after: string }, place: Place): Citation {
  return {
    designation: found.text,
    raw: found.raw,
    title,
    ...(found.year === undefined ? {} : { year: found.year }),
    ...(found.allParts ? { allParts: true } : {}),
    ...(CLAUSE_BEHIND.test(after) ? { clause: true as const } : {}),
    ...place,
  };
}

/** Standards named in one text; `next` is the text that follows it, where a title may go on. */
function inText(text: string, place: Place, next = ''): Citation[] {
  const all = findDesignations(text);
  return all.map((found, index) => {
    // What stands behind several is not the title of one.
    if (found.grouped) return cite(found, { title: '', after: '' }, place);
    const { before, after, below } = around(text, found, all[index + 1]?.start ?? text.length);
    return cite(found, { title: titleOf(before, after, below ?? next), after }, place);
  });
}

/**
 * The line on which a designation begins up to it, what follows on the line on which it ends, and the line below. Of a line
 * that is longer than a title and a list's number the pieces near by, with … where it goes on.
 */
function around(text: string, { start, end }: FoundDesignation, until: number) {
  const front = text.slice(Math.max(0, start - NEAR), start);
  const lineStart = front.lastIndexOf('\n') + 1;
  const back = text.slice(end, end + NEAR);
  const lineEnd = back.indexOf('\n');
  const line = lineEnd >= 0 ? back.slice(0, lineEnd) : back.length < NEAR ? back : `${back}…`;
  return {
    before: lineStart > 0 || front.length < NEAR ? front.slice(lineStart) : `…${front}`,
    after: line.slice(0, Math.max(0, until - end)),
    // In pasted text there are empty lines between.
    below: lineEnd < 0 ? undefined : /\S.*/u.exec(text.slice(end + lineEnd + 1, end + lineEnd + BELOW))?.[0],
  };
}

const NAME_COLUMN = /^(?:标准|文件)?(?:名称|题名|标题)$/u;

function inTable(rows: readonly (readonly string[])[], place: Place): Citation[] {
  const [head = []] = rows;
  // A form has labels and values in one row: what stands below its label 标准名称 is no title.
  const isForm = head.some((cell) => findDesignations(cell).length > 0);
  const column = isForm ? -1 : head.findIndex((cell) => NAME_COLUMN.test(squeeze(cell)));
  return rows.flatMap((row) =>
    row.flatMap((cell) =>
      inText(cell, place).map((citation) =>
        citation.title === '' && squeeze(cell) === squeeze(citation.raw) && column >= 0
          ? { ...citation, title: cleanText(row[column] ?? '') }
          : citation,
      ),
    ),
  );
}

/** In every number of a standard; most blocks have no letter. */
const MAY_CITE = /[A-Za-z\uFF21-\uFF3A\uFF41-\uFF5A]/u;

/** Every standard named in a document's blocks, in reading order; the same one as often as it is named. */
export function findCitations(blocks: readonly Block[]): Citation[] {
  return blocks.flatMap((block, index) => {
    if (!MAY_CITE.test(block.text)) return [];
    const place = { block: index, source: block.source };
    return block.rows ? inTable(block.rows, place) : inText(block.text, place, blocks[index + 1]?.text);
  });
}

/**
 * Each standard that is named, once, in reading order: as it is named first with a title, else first; of a clause where one
 * is named anywhere.
 */
export function citedOnce(citations: readonly Citation[]): Citation[] {
  return [...Map.groupBy(citations, ({ designation }) => designation).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const cited = same.find(({ title }) => title !== '') ?? first;
    return [same.some(({ clause }) => clause) ? { ...cited, clause: true } : cited];
  });
}

/** Where on a page a standard is named. */
export interface CitedAt {
  source: PageSource;
  /** As written there. */
  words: string;
  /** How often. */
  times: number;
}

/** Places of one standard that are told: what is cited more often is seen without them. */
const MOST_PLACES = 50;

/** The places on a page at which a standard is named, each once, in reading order; [] for what stands in a file. */
export function placesOnPage(citations: readonly Citation[], designation: string): CitedAt[] {
  const places = new Map<string, CitedAt>();
  for (const { designation: named, source, raw } of citations) {
    if (named !== designation || source.from !== 'page') continue;
    const key = JSON.stringify([source.frame, source.path, raw]);
    const known = places.get(key);
    if (known) known.times += 1;
    else if (places.size < MOST_PLACES) places.set(key, { source, words: raw, times: 1 });
  }
  return [...places.values()];
}
