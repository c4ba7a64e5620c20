import type { DocumentModel } from '../../document/model.ts';
import { type List, type ListItem, listsOf } from '../questions/lists.ts';
import { inBrief, type Place } from '../questions/places.ts';
import { TEXT_REASONS, whyNoText } from '../questions/standard-text.ts';
import { bodyOf } from '../questions/text.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  markers: { outcome: 'failed', message: '有{count}处列项的编号不连续：{places}。' },
  lead: { outcome: 'failed', message: '有{count}处列项前面没有以冒号结尾的引语：{places}。' },
  ends: {
    outcome: 'failed',
    message: '有{count}处列项的结尾标点不一致：{places}。各项以分号结尾，最后一项以句号结尾。',
  },
  ...TEXT_REASONS,
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** Parts whose lists have forms of their own. */
const OTHER_FORM = /^(?:前言|引言|参考文献|索引|目次|目录)$|引用文件|术语/u;

export const listForm = defineRule({
  id: 'list-form',
  title: '列项有引语、编号连续、标点一致',
  severity: 'info',
  actor: 'author',
  kinds: ['standard'],
  basis: ['drafting-7.5', 'handout-8-10'],
  earlier: ['drafting-2009-5.2.6', 'handout-8-10'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const why = whyNoText(context);
    if (why) return [{ reason: why }];
    const { document } = context;
    const lists = listsOf(document).filter(({ chapter }) => !OTHER_FORM.test(chapter.title));
    return [
      ...say(
        'markers',
        lists.flatMap((list) => gapsIn(document, list)),
      ),
      ...say('lead', lists.filter(hasNoLead).flatMap(firstOf)),
      ...say('ends', lists.filter(hasMixedEnds).flatMap(firstOf)),
    ];
  },
});

const firstOf = ({ place, items }: List): Place[] => items.slice(0, 1).map(({ block }) => ({ name: place, block }));

function gapsIn(document: DocumentModel, { place, items }: List): Place[] {
  return items.flatMap((item, index) => {
    const wanted = (items[index - 1]?.value ?? 0) + 1;
    if (item.kind === 'dash' || item.value === wanted) return [];
    // An item that stands on the line of another is there all the same.
    const mark = item.kind === 'letter' ? String.fromCharCode(96 + wanted) : String(wanted);
    const isThere = new RegExp(`(?<![A-Za-z\\d])${mark}\\s?[)）]`, 'u');
    return bodyOf(document).some(
      ({ text }) => isThere.test(text) && wanted < item.value && text !== item.block.text && isNear(items, text),
    )
      ? []
      : [{ name: place, block: item.block }];
  });
}

/** True for the text of one of the items. */
const isNear = (items: readonly ListItem[], text: string): boolean => items.some(({ block }) => block.text === text);

function hasNoLead({ lead }: List): boolean {
  return lead !== undefined && (lead.isTitle || /。$/u.test(lead.text));
}

/** Items that are sentences may end as such; short names may have no mark at all. */
function hasMixedEnds({ items, lead }: List): boolean {
  const whole = items.every(({ closed }) => closed);
  const ends = items.map(({ text }) => /[。；;，,：:]$/u.exec(text)?.[0] ?? '');
  if (!whole || ends.length < 2 || ends.some((end) => /[：:]/u.test(end))) return false;
  const [last = '', ...before] = ends.toReversed();
  const semicolons = before.filter((end) => /[；;]/u.test(end)).length;
  const bare = before.filter((end) => end === '').length;
  // A list below an item ends as the item does.
  return semicolons > 0 && (bare > 0 || (last !== '。' && lead !== undefined));
}

function say(reason: ReasonId, places: readonly Place[]): Verdict<ReasonId>[] {
  if (places.length === 0) return [];
  const { sources, ...slots } = inBrief(places);
  return [{ reason, slots, sources }];
}
