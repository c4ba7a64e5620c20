import { chaptersOf } from '../questions/clauses.ts';
import { inBrief, type Place, placesOf } from '../questions/places.ts';
import { TEXT_REASONS, whyNoText } from '../questions/standard-text.ts';
import { wholeTextOf } from '../questions/text.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  vague: {
    outcome: 'failed',
    message: '有{count}处用了“{word}”：{places}。不好检查，最好写明做什么、多长时间、谁来做。',
  },
  ...TEXT_REASONS,
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** Words by which nobody can tell whether a clause was kept. */
const VAGUE: Readonly<Record<string, RegExp>> = {
  等等: /(?<![等])等等/gu,
  适当: /适当(?!性)/gu,
  尽量: /尽量/gu,
  基本上: /基本上/gu,
  及时: /(?<!不)及时(?!率|性|雨)/gu,
  尽快: /尽快/gu,
  必要时: /(?<!非)必要时/gu,
  有关规定: /有关规定/gu,
  相关部门: /相关部门/gu,
};
const QUOTED = /“[^“”]*”|《[^《》]*》|「[^「」]*」/gu;
/** Chapters that demand nothing. */
const DEMANDS_NOTHING = /范围$|^(?:规范性)?引用|^术语|^(?:前言|引言|参考文献|索引|目次|目录)$/u;
const NOTE = /^\s*(?:注|示例)\s*\d*\s*[:：]/u;

export const vagueWords = defineRule({
  id: 'vague-words',
  title: '要求写得明确、好检查',
  severity: 'info',
  actor: 'author',
  kinds: ['standard'],
  basis: ['handout-1-c11'],
  indicators: ['C11'],
  reasons: REASONS,
  check(context) {
    const why = whyNoText(context);
    if (why) return [{ reason: why }];
    const words = Object.entries(VAGUE).filter(([word]) => wholeTextOf(context.document).includes(word));
    if (words.length === 0) return [];
    const places = chaptersOf(context.document)
      .filter(({ title, number }) => number !== '' && !DEMANDS_NOTHING.test(title))
      .flatMap(placesOf);
    return words.flatMap(([word, pattern]) => verdictOn(word, hitsIn(places, word, pattern)));
  },
});

function hitsIn(places: readonly Place[], word: string, pattern: RegExp): Place[] {
  return places
    .filter(({ block: { kind, rows, text } }) => text.includes(word) && !rows && kind !== 'note' && !NOTE.test(text))
    .flatMap((place) => (place.block.text.replace(QUOTED, '□').match(pattern) ?? []).map(() => place));
}

function verdictOn(word: string, places: readonly Place[]): Verdict<ReasonId>[] {
  if (places.length === 0) return [];
  const { sources, ...brief } = inBrief(places);
  return [{ reason: 'vague', slots: { word, ...brief }, subject: word, sources }];
}
