import type { Block } from '../../base/block.ts';
import { cleanText } from '../../base/text.ts';
import { captionsOf } from '../questions/captions.ts';
import { chaptersOf, clausesByChapter } from '../questions/clauses.ts';
import { chapterName, inBrief, type Place } from '../questions/places.ts';
import { TEXT_REASONS, whyNoText } from '../questions/standard-text.ts';
import { defineRule, type Rule } from '../rule.ts';

const REASONS = {
  hanging: {
    outcome: 'failed',
    message: '有{count}处标题后面先写了一段再分条（悬置段）：{places}。最好把这一段也编成条。',
  },
  ...TEXT_REASONS,
} as const satisfies Rule['reasons'];

/** Chapters whose lead-in is laid down, and those that are not divided. */
const WITH_LEAD_IN = /范围$|^(?:规范性)?引用|^术语|^(?:前言|引言|参考文献|索引|目次|目录)$/u;
const NOTE = /^\s*(?:注|示例)\s*\d*\s*[:：]/u;

export const hangingParagraph = defineRule({
  id: 'hanging-paragraph',
  title: '没有悬置段',
  severity: 'info',
  actor: 'author',
  kinds: ['standard'],
  basis: ['drafting-7.4', 'handout-8-10'],
  earlier: ['drafting-2009-5.2.5', 'handout-8-10'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const why = whyNoText(context);
    if (why) return [{ reason: why }];
    const { document } = context;
    const captions = new Set(captionsOf(document).map(({ block }) => block));
    const isProse = (block: Block): boolean => isSentence(block) && !captions.has(block);
    const places: Place[] = chaptersOf(document).flatMap((chapter) => {
      const clauses = clausesByChapter(document).get(chapter) ?? [];
      const first = clauses[0];
      if (!first || WITH_LEAD_IN.test(chapter.title)) return [];
      const leads = [
        { name: chapterName(chapter), blocks: chapter.blocks.slice(0, chapter.blocks.indexOf(first.block)) },
        ...clauses
          .filter((clause, index) => clause.titled === true && clauses[index + 1]?.parent === clause.number)
          .map(({ number, under }) => ({ name: number, blocks: under })),
      ];
      return leads.flatMap(({ name, blocks }) => {
        const block = blocks.find(isProse);
        return block ? [{ name, block }] : [];
      });
    });
    if (places.length === 0) return [];
    const { sources, ...slots } = inBrief(places);
    return [{ reason: 'hanging', slots, sources }];
  },
});

/** A sentence that leads to nothing: what ends with a colon leads to a list, a table or the clauses below. */
function isSentence({ kind, rows, text }: Block): boolean {
  const plain = cleanText(text);
  return !rows && kind !== 'note' && kind !== 'heading' && /。$/u.test(plain) && !NOTE.test(plain);
}
