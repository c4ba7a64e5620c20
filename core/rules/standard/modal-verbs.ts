import { chaptersOf, clauseNumber, hasOwnText } from '../questions/clauses.ts';
import { EDITION_REASONS, underEdition } from '../questions/edition.ts';
import { inBrief, type Place, placesOf } from '../questions/places.ts';
import { orUnread, partUnread } from '../questions/sight.ts';
import { wholeTextOf } from '../questions/text.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  must: { outcome: 'failed', message: '有{count}处用了“必须”：{places}。表示要求应当用“应”。' },
  forbidden: {
    outcome: 'failed',
    severity: 'info',
    message: '有{count}处用了“{word}”：{places}。表示要求通常用“不应”。',
  },
  misplaced: {
    outcome: 'failed',
    message: '“{part}”里有{count}处写了要求（“应”）：{places}。要求应当写在正文的条款里。',
  },
  'no-text': { outcome: 'not-applicable', message: '这一页没有标准正文，不查能愿动词。' },
  unread: { outcome: 'cannot-tell', message: '正文没有读全，能愿动词请目视核对。' },
  ...EDITION_REASONS,
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** 必须 where it is no verb of its own: 必须的材料, 非必须. */
const MUST = /(?<![非不])必须(?!的|品)/gu;
const FORBIDDEN = {
  不得: /(?<!求之)不得(?!不|已|而知|力|体|当)/gu,
  禁止: /(?<!令行)禁止(?!标志|标识|性|令)/gu,
  严禁: /严禁(?!标志|标识)/gu,
} as const;
/** 应 as a verb of requirement and no part of a word, in a clause that says something and does not only name it (应遵守的要求). */
const SHOULD =
  /(?<![相适对供反响效回顺答感照呼策因])应(?![用急对答聘届邀收付缴有知会诉变激验试税景许力])(?=[^，。；：、]{2,})(?![^，。；、]*的)/gu;
/** A sentence that repeats the law: its words stay as they are. */
const LAW = /《[^《》]*(?:法|条例|办法|规定|意见|通知)》|依法|法律|法规/u;
/** Quoted words are not ours. */
const QUOTED = /“[^“”]*”|‘[^‘’]*’|《[^《》]*》|「[^「」]*」|"[^"]*"/gu;

export const modalVerbs = defineRule({
  id: 'modal-verbs',
  title: '能愿动词用得对',
  severity: 'warning',
  actor: 'author',
  kinds: ['standard'],
  basis: ['drafting-annex-c', 'handout-8-10'],
  earlier: ['drafting-2009-7.1.2', 'handout-8-10'],
  indicators: ['C10', 'C11'],
  reasons: REASONS,
  check(context) {
    const { document } = context;
    if (!hasOwnText(document)) return [{ reason: partUnread(document) ? 'unread' : 'no-text' }];
    const chapters = chaptersOf(document).filter(({ title }) => !/^(?:目次|目录|参考文献|索引)$/u.test(title));
    const clauses = chapters.filter(({ title, number }) => title !== '前言' && title !== '引言' && number !== '');
    const unread = partUnread(document);
    // Without the heading of a chapter its text counts to the one before: only numbered clauses are surely such.
    const text = clauses.flatMap(placesOf).filter(({ block }) => !unread || clauseNumber(block.text) !== '');
    const whole = wholeTextOf(document);
    const findIn = (word: string, pattern: RegExp): Place[] => (whole.includes(word) ? find(text, word, pattern) : []);
    // The edition before knows 不得 as another word for 不应.
    const words = underEdition<ReasonId>(context, (edition) =>
      edition === '2009'
        ? []
        : Object.entries(FORBIDDEN).flatMap(([word, pattern]) => say('forbidden', findIn(word, pattern), { word })),
    );
    const verdicts = [
      ...say('must', findIn('必须', MUST)),
      ...words,
      ...(unread ? [] : ['范围', '引言']).flatMap((part) => {
        const places = chapters.filter(({ title }) => title === part).flatMap(placesOf);
        return say('misplaced', find(places, '应', SHOULD), { part });
      }),
      ...say('misplaced', find(text.filter(isNote), '应', SHOULD), { part: '注' }),
    ];
    return orUnread(document, verdicts, { reason: 'unread' });
  },
});

const isNote = ({ block: { kind, text } }: Place): boolean =>
  kind === 'note' || (text.includes('注') && /^\s*注\s*\d*\s*[:：]/u.test(text));

/** A place for each hit. @param word what every hit holds: most blocks are done with when it is not there */
function find(places: readonly Place[], word: string, pattern: RegExp): Place[] {
  return places.flatMap((place) => {
    if (!place.block.text.includes(word)) return [];
    const sentences = place.block.text.split(/(?<=[。；;\n])/u).filter((sentence) => !LAW.test(sentence));
    const hits = sentences.flatMap((sentence) => sentence.replace(QUOTED, '□').match(pattern) ?? []);
    return hits.map(() => place);
  });
}

function say(reason: ReasonId, places: readonly Place[], slots: Record<string, string> = {}): Verdict<ReasonId>[] {
  if (places.length === 0) return [];
  const { sources, ...brief } = inBrief(places);
  return [{ reason, slots: { ...slots, ...brief }, subject: Object.values(slots).join(), sources }];
}
