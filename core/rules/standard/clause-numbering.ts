import type { Block } from '../../base/block.ts';
import { cleanText, halfWidth } from '../../base/text.ts';
import type { DocumentModel } from '../../document/model.ts';
import { type Chapter, type Clause, chaptersOf, clausesByChapter } from '../questions/clauses.ts';
import { chapterName } from '../questions/places.ts';
import { TEXT_REASONS, whyNoText } from '../questions/standard-text.ts';
import { bodyOf } from '../questions/text.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  'chapter-gap': { outcome: 'failed', message: '第{earlier}章后面是第{later}章，中间缺号。' },
  'chapter-twice': { outcome: 'failed', message: '有两个第{number}章，编号重复。' },
  'clause-gap': { outcome: 'failed', severity: 'warning', message: '{earlier}后面是{later}，中间缺号。' },
  'clause-first': {
    outcome: 'failed',
    severity: 'warning',
    message: '{parent}下面的第一条编为{later}，应当从{wanted}编起。',
  },
  'clause-twice': { outcome: 'failed', severity: 'warning', message: '有两条编为{number}，编号重复。' },
  'clause-back': { outcome: 'failed', severity: 'warning', message: '{later}排在了{earlier}后面，编号倒了。' },
  prefix: { outcome: 'failed', severity: 'warning', message: '{chapter}里的条编为{found}，应当以“{wanted}”开头。' },
  'too-deep': { outcome: 'failed', severity: 'warning', message: '{number}分得太细，章下面最多分五层。' },
  single: { outcome: 'failed', severity: 'info', message: '{parent}下面只有{number}一条，只有一条时不用再分。' },
  ...TEXT_REASONS,
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** The three obligatory chapters have a rule of their own. */
const OBLIGATORY = 3;
const FIXED = /范围$|^(?:规范性)?引用|^术语/u;
/** Numbers of a clause: the chapter's and at most five below it. */
const MOST_SEGMENTS = 6;

export const clauseNumbering = defineRule({
  id: 'clause-numbering',
  title: '章和条的编号连续、不重复',
  severity: 'error',
  actor: 'author',
  kinds: ['standard'],
  basis: ['drafting-7.2-7.3', 'handout-8-10'],
  earlier: ['drafting-2009-5.2.3-5.2.4', 'handout-8-10'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const why = whyNoText(context);
    if (why) return [{ reason: why }];
    const { document } = context;
    return [...ofChapters(document), ...chaptersOf(document).flatMap((chapter) => ofClauses(document, chapter))];
  },
});

/** The numbered chapters in front of the first annex. */
function numberedChapters(document: DocumentModel): readonly Chapter[] {
  const chapters = chaptersOf(document);
  const annex = chapters.findIndex(({ number }) => /^[A-Z]$/.test(number));
  return chapters.slice(0, annex < 0 ? chapters.length : annex).filter(({ number }) => /^\d+$/.test(number));
}

function ofChapters(document: DocumentModel): Verdict<ReasonId>[] {
  const chapters = numberedChapters(document);
  return chapters.flatMap((chapter, index): Verdict<ReasonId>[] => {
    const before = chapters[index - 1];
    if (!before || FIXED.test(chapter.title)) return [];
    const [earlier, later] = [Number(before.number), Number(chapter.number)];
    const said = { subject: chapter.number, sources: [chapter.heading.source] };
    if (chapters.slice(0, index).some(({ number }) => number === chapter.number))
      return [{ reason: 'chapter-twice', slots: { number: later }, ...said }];
    if (later <= Math.max(earlier, OBLIGATORY) + 1) return [];
    const missing = Array.from({ length: later - earlier - 1 }, (_, step) => String(earlier + 1 + step));
    // A heading that was not taken for one shows by its number, or by the clauses below it, in what stands in between.
    const isThere =
      missing.some((number) => standsAtStart(before.blocks, number)) || hasHeadingWithout(before, chapter);
    return isThere ? [] : [{ reason: 'chapter-gap', slots: { earlier, later }, ...said }];
  });
}

/** A heading of a chapter whose automatic number was not read. */
function hasHeadingWithout(before: Chapter, chapter: Chapter): boolean {
  const { level } = chapter.heading;
  return before.blocks.some((block) => block.kind === 'heading' && (block.level ?? 1) <= (level ?? 1));
}

/** Whether some line or cell of these begins with this number, or with one below it. */
function standsAtStart(blocks: readonly Block[], number: string): boolean {
  const pattern = new RegExp(
    `(?:^|[\\n\\t])\\s*${number.replaceAll('.', '[.．]')}(?:[.．]\\d|[.．、\\s]|(?=\\p{Script=Han}))`,
    'u',
  );
  return blocks.some(({ text }) => pattern.test(halfWidth(text)));
}

function ofClauses(document: DocumentModel, chapter: Chapter): Verdict<ReasonId>[] {
  const all = clausesByChapter(document).get(chapter) ?? [];
  if (chapter.number === '') return [];
  const head = `${chapter.number}.`;
  const own = all.filter(({ number }) => number.startsWith(head));
  const deep = own.filter(
    ({ number }) => number.length > MOST_SEGMENTS * 2 && number.split('.').length > MOST_SEGMENTS,
  );
  return [
    ...(own.length < all.length ? ofPrefix(document, chapter, all) : []),
    ...deep.map(({ number, block }) => ({ reason: 'too-deep' as const, slots: { number }, ...at(number, block) })),
    ...[...Map.groupBy(own, ({ parent }) => parent)].flatMap(([parent, siblings]) =>
      ofSiblings(document, parent, siblings),
    ),
  ];
}

const at = (subject: string, block: Block): Pick<Verdict, 'subject' | 'sources'> => ({
  subject,
  sources: [block.source],
});
const lastOf = (number: string): number => Number(number.slice(number.lastIndexOf('.') + 1));

/** A number that belongs to another chapter and yet goes on with this one's. */
function ofPrefix(document: DocumentModel, chapter: Chapter, all: readonly Clause[]): Verdict<ReasonId>[] {
  if (all.every(({ number }) => number.startsWith(`${chapter.number}.`))) return [];
  const others = new Set(numberedChapters(document).map(({ number }) => number));
  return all.flatMap((clause, index): Verdict<ReasonId>[] => {
    const [first = '', ...rest] = clause.number.split('.');
    if (first === chapter.number || !others.has(first) || rest.length !== 1) return [];
    const before = all.slice(0, index).findLast(({ parent }) => parent === chapter.number);
    const goesOn = lastOf(clause.number) === (before ? lastOf(before.number) + 1 : 1);
    if (!goesOn || !/^\p{Script=Han}/u.test(clause.text)) return [];
    const slots = { chapter: chapterName(chapter), found: clause.number, wanted: `${chapter.number}.` };
    return [{ reason: 'prefix', slots, ...at(`${chapter.number} ${clause.number}`, clause.block) }];
  });
}

function ofSiblings(document: DocumentModel, parent: string, siblings: readonly Clause[]): Verdict<ReasonId>[] {
  const verdicts = siblings.flatMap((clause, index): Verdict<ReasonId>[] => {
    const { number, block } = clause;
    const earlier = siblings[index - 1]?.number;
    const [before, now] = [earlier === undefined ? 0 : lastOf(earlier), lastOf(number)];
    if (now === before + 1) return [];
    if (siblings.slice(0, index).some((other) => other.number === number))
      return [{ reason: 'clause-twice', slots: { number }, ...at(number, block) }];
    if (now < before)
      return [{ reason: 'clause-back', slots: { later: number, earlier: earlier ?? '' }, ...at(number, block) }];
    const missing = Array.from({ length: now - before - 1 }, (_, step) => `${parent}.${before + 1 + step}`);
    if (missing.some((one) => standsAtStart(bodyOf(document), one) || isPrefixed(document, clause))) return [];
    if (earlier !== undefined)
      return [{ reason: 'clause-gap', slots: { earlier, later: number }, ...at(number, block) }];
    const slots = { parent: nameOf(parent), later: number, wanted: `${parent}.1` };
    return [{ reason: 'clause-first', slots, ...at(number, block) }];
  });
  const [only, second] = siblings;
  const isTerm = only?.chapter.title.startsWith('术语');
  if (only && !second && !isTerm && verdicts.length === 0)
    verdicts.push({
      reason: 'single',
      slots: { parent: nameOf(parent), number: only.number },
      ...at(only.number, only.block),
    });
  return verdicts;
}

/** The one that is missing has the number of another chapter: `prefix` says so. */
function isPrefixed(document: DocumentModel, { chapter }: Clause): boolean {
  const all = clausesByChapter(document).get(chapter) ?? [];
  return ofPrefix(document, chapter, all).length > 0;
}

const nameOf = (parent: string): string =>
  /^\d+$/.test(parent) ? `第${parent}章` : /^[A-Z]$/.test(parent) ? `附录${parent}` : cleanText(parent);
