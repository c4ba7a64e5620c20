import type { Block } from '../../base/block.ts';
import { cleanText, squeeze } from '../../base/text.ts';
import { findDesignations, undated } from '../../standards/designation.ts';
import { type Chapter, chaptersOf } from './clauses.ts';
import { designationsOf } from './designations.ts';
import { oncePerDocument } from './once.ts';
import { placesOf } from './places.ts';

/** What a standard lists under 规范性引用文件, and what its text names. */

/** One line of the list. */
export interface Reference {
  /** Normal form; '' for a document that has no number of a standard. */
  designation: string;
  /** As written, '' without a number. */
  raw: string;
  title: string;
  /** What stands on the next line where that begins no other entry: a title may go on there. */
  more: string;
  allParts: boolean;
  block: Block;
}

export interface ReferenceList {
  chapter: Chapter;
  /** Sentences of the chapter: the lead-in, or that there are none. */
  lead: readonly Block[];
  entries: readonly Reference[];
}

const LIST_TITLE = /^(?:规范性)?(?:引用(?:文件|标准)|规范引用文件)/u;
/** A sentence, and no entry: it ends as one, or says that there is nothing. */
const SENTENCE = /[。：:]$|^(?:下列|本文件|本标准|凡是|其中|无|没有)/u;

/** The chapter of references; undefined when there is none. */
export const referenceListOf = oncePerDocument((document): ReferenceList | undefined => {
  const chapter = chaptersOf(document).find(({ title }) => LIST_TITLE.test(title));
  if (!chapter) return undefined;
  const lead: Block[] = [];
  const entries: Reference[] = [];
  for (const block of chapter.blocks) {
    for (const line of block.text.split('\n').map(cleanText).filter(Boolean)) {
      const found = entriesOf(line, block);
      const last = entries.at(-1);
      if (SENTENCE.test(line) && !/^《/u.test(line) && (found.length === 0 || found[0]?.start !== 0)) lead.push(block);
      else if (found.length > 0) entries.push(...found.map(({ entry }) => entry));
      else if (last && last.more === '' && last.designation !== '' && !/[《〔]/u.test(line)) last.more = line;
      else entries.push({ designation: '', raw: '', title: line, more: '', allParts: false, block });
    }
  }
  return { chapter, lead, entries };
});

function entriesOf(line: string, block: Block): { start: number; entry: Reference }[] {
  const all = findDesignations(line);
  return all.map((found, index) => {
    const behind = line.slice(found.end, all[index + 1]?.start ?? line.length);
    const front = /《([^《》]{2,120})》\s?[（(]?$/u.exec(line.slice(0, found.start))?.[1];
    const { text: designation, raw, allParts } = found;
    // What stands behind several is not the title of one.
    const title = found.grouped ? '' : titleFrom(behind) || cleanText(front ?? '');
    return { start: found.start, entry: { designation, raw, title, more: '', allParts, block } };
  });
}

/** A title without its marks, and without the English one behind it. */
export function titleFrom(text: string): string {
  const plain = cleanText(text)
    .replace(/^[\s:：,，）)]+|[\s。；;，,]+$/gu, '')
    .replace(/^《([^《》]*)》.*$/u, '$1');
  return /\p{Script=Han}/u.test(plain)
    ? cleanText(plain.replace(/\s[A-Za-z][A-Za-z\s,.:;—–()/-]{7,}\d{0,3}$/u, ''))
    : plain;
}

/** A standard that the text names outside its list of references. */
export interface Mention {
  /** All that are written together: GB/T 13016～13017 are two. */
  designations: readonly string[];
  /** The year is given. */
  dated: boolean;
  allParts: boolean;
  /** Where it stands in the text of the block. */
  start: number;
  end: number;
  /** The clause it stands in. */
  place: string;
  block: Block;
}

/** Parts in which naming a standard asks for nothing. */
const ASIDE = /^(?:前言|引言|目次|目录|参考文献|索引)$/u;

/** The standards that the text names, from the scope to the annexes; the list of references and the preface are none of it. */
export const mentionsOf = oncePerDocument((document): readonly Mention[] =>
  chaptersOf(document)
    .filter(({ title }) => !ASIDE.test(title) && !LIST_TITLE.test(title))
    .flatMap((chapter) => placesOf(chapter))
    .flatMap(({ name, block }) =>
      [...Map.groupBy(designationsOf(document).get(block) ?? [], ({ start }) => start).values()].flatMap((together) => {
        const [found] = together;
        if (!found) return [];
        const { year, allParts, start, end } = found;
        const designations = together.map(({ text }) => text);
        return [{ designations, dated: year !== undefined, allParts, start, end, place: name, block }];
      }),
    ),
);

/** So many characters before and behind a number tell how it is meant. */
const NEAR = 60;
const DEMANDS = /(?:符合|按照?|执行|遵照|遵守|满足|采用)[^。；;（(“]{0,40}$/u;
const DEMANDED = /^(?:《[^《》]*》)?[^。；;，,]{0,16}(?:的(?:规定|要求)|界定的)/u;
const ASIDE_BEFORE = /(?:见|参见|参考|参照|来源|引自|源自|例如|改写|示例)[^。；;]{0,12}$/u;
const IS_NOTE = /^\s*(?:注|示例)\s*\d*\s*[:：]/u;

/** The text makes it binding: 应符合GB/T 1.1的规定. */
export function isNormative({ block, start, end }: Mention): boolean {
  if (block.rows || block.kind === 'note' || IS_NOTE.test(block.text)) return false;
  const before = squeeze(block.text.slice(Math.max(0, start - NEAR), start));
  const behind = squeeze(block.text.slice(end, end + NEAR));
  return !ASIDE_BEFORE.test(before) && (DEMANDS.test(before) || DEMANDED.test(behind));
}

/** True when the two name one standard, or one of them the series that the other belongs to. */
export function namesSame(left: string, right: string): boolean {
  const [one, other] = [undated(left), undated(right)];
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}
