import type { Block } from '../../base/block.ts';
import { cleanText } from '../../base/text.ts';
import { type Chapter, chaptersOf, clausesByChapter } from './clauses.ts';
import { oncePerDocument } from './once.ts';
import { chapterName } from './places.ts';

/** The lists of a standard's text. */

export interface ListItem {
  /** dash: ——, letter: a), digit: 1). */
  kind: 'dash' | 'letter' | 'digit';
  /** 1 for a) and 1); 0 for a dash. */
  value: number;
  text: string;
  block: Block;
  /** The next item of the list stands directly below. */
  closed: boolean;
}

export interface List {
  chapter: Chapter;
  /** The clause it stands in. */
  place: string;
  /** What leads to it: the paragraph in front, else the clause's own line; undefined below an item, or a line that may be a title. */
  lead: { text: string; block: Block; isTitle: boolean } | undefined;
  items: ListItem[];
}

const ITEM = /^(?:(?<dash>[—–－-]{1,3}|[•·●◆▪])|(?<letter>[a-z])\s?[)）]|(?<digit>\d{1,2})\s?[)）])\s*(?<text>.*)$/su;

function itemAt(block: Block): ListItem | undefined {
  if (block.rows) return undefined;
  const { dash, letter, digit, text = '' } = ITEM.exec(cleanText(block.text))?.groups ?? {};
  if (text === '') return undefined;
  const rest = { text, block, closed: false };
  if (dash !== undefined) return { kind: 'dash', value: 0, ...rest };
  if (letter !== undefined) return { kind: 'letter', value: letter.charCodeAt(0) - 96, ...rest };
  return digit === undefined ? undefined : { kind: 'digit', value: Number(digit), ...rest };
}

/** Every list, in the order of the text: one below another, `1)` below `a)`, is a list of its own. */
export const listsOf = oncePerDocument((document): readonly List[] => {
  const clauses = clausesByChapter(document);
  return chaptersOf(document).flatMap((chapter) => {
    const own = clauses.get(chapter) ?? [];
    const end = own[0] ? chapter.blocks.indexOf(own[0].block) : chapter.blocks.length;
    const title = { text: chapter.title, block: chapter.heading, isTitle: true };
    const regions = own.map(({ number, text, block, titled, under }) => ({
      place: number,
      first: titled === undefined && !/[。：:；;]$/u.test(text) ? undefined : { text, block, isTitle: titled === true },
      blocks: under,
    }));
    return [{ place: chapterName(chapter), first: title, blocks: chapter.blocks.slice(0, end) }, ...regions].flatMap(
      ({ place, first, blocks }) => listsIn(blocks, { chapter, place, lead: first }),
    );
  });
});

function listsIn(blocks: readonly Block[], { lead: first, ...home }: Omit<List, 'items'>): List[] {
  const lists: List[] = [];
  let open = new Map<ListItem['kind'], List>();
  let before = first;
  let last: ListItem | undefined;
  for (const block of blocks) {
    const item = itemAt(block);
    if (item) {
      const known = open.get(item.kind);
      const isNext = known !== undefined && (item.kind === 'dash' || item.value !== 1);
      const list = isNext ? known : { ...home, lead: last ? undefined : before, items: [] };
      if (!isNext) lists.push(list);
      if (last) last.closed = true;
      list.items.push(item);
      open.set(item.kind, list);
      // 1) below the next a) begins anew.
      if (item.kind === 'letter') open.delete('digit');
    } else if (block.rows || block.kind === 'heading') open = new Map();
    last = item;
    before = { text: cleanText(block.text), block, isTitle: block.kind === 'heading' };
  }
  if (last) last.closed = true;
  return lists;
}
