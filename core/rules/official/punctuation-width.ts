import { shorten } from '../../base/text.ts';
import { linesOf, officialTextOf } from '../questions/official-text.ts';
import { isOurs } from '../questions/people.ts';
import { partUnread } from '../questions/sight.ts';
import { defineRule, type Rule } from '../rule.ts';

const REASONS = {
  half: { outcome: 'failed', message: '正文里有半角标点，如“{found}”{more}，中文之间请改用全角标点。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '正文没有读全，标点没有查完。' },
  none: { outcome: 'not-applicable', message: '没有正文可查。' },
  incoming: { outcome: 'not-applicable', message: '这是收文，不查来文单位的标点。' },
} as const satisfies Rule['reasons'];

/**
 * A half-width mark between Chinese characters, or at the end of a line behind one. Beside digits and Latin letters it may be
 * right: 9:30, 1,000, GB/T 1.1, Q&A. A dot is none of these: it stands in many names.
 */
const HALF = /(?<=\p{Script=Han})[,;:?!](?=\p{Script=Han}|[“《（]|$)|\([\p{Script=Han}、，]{1,20}\)/gu;
/** Most lines have none of these. */
const MAY_BE_HALF = /[,;:?!(]/;
/** Chinese characters around a mark, by which a person finds it. */
const AROUND = 6;
const BEFORE = /\p{Script=Han}*$/u;
const BEHIND = /^\p{Script=Han}*/u;

export const punctuationWidth = defineRule({
  id: 'punctuation-width',
  title: '正文用全角标点',
  severity: 'info',
  actor: 'author',
  kinds: ['official'],
  basis: ['document-format-9', 'handout-8-10'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const { document } = context;
    if (!isOurs(context)) return [{ reason: 'incoming' }];
    if (partUnread(document)) return [{ reason: 'unread' }];
    if (!officialTextOf(document)) return [{ reason: 'none' }];
    // 主送 and 附件： have rules of their own, which speak of their colons.
    const addressed = new Set(officialTextOf(document)?.recipients);
    const found = linesOf(document)
      .filter((line) => !addressed.has(line) && !/^附\s*件\s*\d?:/u.test(line.text))
      .flatMap(({ text, block }) => marksIn(text).map((words) => ({ words, source: block.source })));
    const [first] = found;
    if (!first) return [];
    const more = found.length > 1 ? `（共${found.length}处）` : '';
    const slots = { found: shorten(first.words, 30), more };
    return [{ reason: 'half', slots, sources: found.map(({ source }) => source) }];
  },
});

/** The half-width marks of a line, each with the words around it. */
function marksIn(text: string): string[] {
  if (!MAY_BE_HALF.test(text)) return [];
  return Array.from(text.matchAll(HALF), ({ 0: mark, index }) => {
    const end = index + mark.length;
    const before = BEFORE.exec(text.slice(Math.max(0, index - AROUND), index))?.[0] ?? '';
    const behind = BEHIND.exec(text.slice(end, end + AROUND))?.[0] ?? '';
    return before + mark + behind;
  });
}
