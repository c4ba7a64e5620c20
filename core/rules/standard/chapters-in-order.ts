import { type Chapter, chaptersOf } from '../questions/clauses.ts';
import { EDITION_REASONS, type Edition, underEdition } from '../questions/edition.ts';
import { TEXT_REASONS, whyNoText } from '../questions/standard-text.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  'no-preface': { outcome: 'failed', message: '没有“前言”。' },
  missing: { outcome: 'failed', message: '没有“{number} {title}”这一章；没有内容也要保留编号和标题。' },
  title: { outcome: 'failed', message: '第{number}章的标题写作“{found}”，应为“{title}”。' },
  number: { outcome: 'failed', message: '“{title}”编为第{found}章，应为第{number}章。' },
  order: { outcome: 'failed', message: '“{later}”排在了“{earlier}”前面。' },
  unread: { outcome: 'cannot-tell', message: '正文没有读全，章的顺序请目视核对。' },
  'no-text': { outcome: 'not-applicable', message: '这一页没有标准正文，不查章的顺序。' },
  'other-form': TEXT_REASONS['other-form'],
  several: TEXT_REASONS.several,
  'not-ours': TEXT_REASONS['not-ours'],
  ...EDITION_REASONS,
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

interface WantedChapter {
  number: string;
  title: string;
  near: RegExp;
}

/** The first three chapters: their numbers and titles are obligatory. `near` are titles that mean the same and are wrong. */
const FIRST_CHAPTERS = [
  { number: '1', title: '范围', near: /^(?:适用范围|目的和适用范围|适用)$/u },
  {
    number: '2',
    title: '规范性引用文件',
    near: /^(?:引用文件|引用标准|规范性引用标准|规范引用文件|规范性引用文件和标准|引用文件和标准)$/u,
  },
  { number: '3', title: '术语和定义', near: /^(?:术语|定义|术语、定义|术语与定义|术语及定义|术语定义|名词解释)$/u },
] as const satisfies readonly WantedChapter[];

export const chaptersInOrder = defineRule({
  id: 'chapters-in-order',
  title: '前言和前三章齐全、顺序对',
  severity: 'error',
  actor: 'author',
  kinds: ['standard'],
  basis: ['drafting-8.3-8.7', 'handout-8-10'],
  earlier: ['drafting-2009-6.1.3-6.3.2', 'handout-8-10'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    // A heading that was not read is missing, and lets others take its place. 第一章, 第一条 or 1 目的, 2 适用范围 are rules
    // of a house that were never meant to follow GB/T 1.1.
    const why = whyNoText(context);
    if (why) return [{ reason: why }];
    const chapters = chaptersOf(context.document);
    return underEdition<ReasonId>(context, (edition) => [
      ...prefaceOf(chapters),
      ...chaptersWanted(chapters, edition).flatMap((wanted) => judge(chapters, wanted)),
      ...orderOf(chapters),
    ]);
  },
});

/** The edition before demands 范围 alone; the other two follow it where they are. */
function chaptersWanted(chapters: readonly Chapter[], edition: Edition): readonly WantedChapter[] {
  if (edition === '2020') return FIRST_CHAPTERS;
  const there = FIRST_CHAPTERS.filter(
    ({ title, near }, index) => index === 0 || chapters.some((one) => one.title === title || near.test(one.title)),
  );
  return there.map((wanted, index) => ({ ...wanted, number: String(index + 1) }));
}

function prefaceOf(chapters: readonly Chapter[]): Verdict<ReasonId>[] {
  return chapters.some(({ title }) => title === '前言') ? [] : [{ reason: 'no-preface' }];
}

function judge(chapters: readonly Chapter[], wanted: WantedChapter): Verdict<ReasonId>[] {
  const { number, title, near } = wanted;
  const right = chapters.find((chapter) => chapter.title === title);
  // 术语、定义和缩略语 and the like: one chapter for two, which the older practice knows.
  const joined =
    right ??
    chapters.find(
      (chapter) =>
        chapter.title.startsWith('术语') &&
        chapter.title.includes('定义') &&
        title === '术语和定义' &&
        !near.test(chapter.title),
    );
  const chapter = joined ?? chapters.find((one) => near.test(one.title));
  if (!chapter) return [{ reason: 'missing', slots: { number, title }, subject: title }];
  const said = { subject: title, sources: [chapter.heading.source] };
  if (!joined) return [{ reason: 'title', slots: { number, title, found: chapter.title }, ...said }];
  // A heading whose automatic number was not read has none here.
  if (chapter.number === '' || chapter.number === number) return [];
  return [{ reason: 'number', slots: { number, title, found: chapter.number }, ...said }];
}

/** 前言 and the three chapters as they follow one another. */
function orderOf(chapters: readonly Chapter[]): Verdict<ReasonId>[] {
  const wanted = ['前言', ...FIRST_CHAPTERS.map(({ title }) => title)];
  const present = wanted
    .map((title) => ({ title, at: chapters.findIndex((chapter) => chapter.title === title) }))
    .filter(({ at }) => at >= 0);
  return present.flatMap(({ title, at }, index) => {
    const before = present[index - 1];
    const heading = chapters[at]?.heading;
    if (!before || !heading || at > before.at) return [];
    return [
      {
        reason: 'order' as const,
        slots: { later: title, earlier: before.title },
        subject: title,
        sources: [heading.source],
      },
    ];
  });
}
