import type { Block } from '../../base/block.ts';
import { squeeze } from '../../base/text.ts';
import type { DocumentModel } from '../../document/model.ts';
import { chaptersOf, clausesByChapter } from '../questions/clauses.ts';
import { EDITION_REASONS, type Edition, underEdition } from '../questions/edition.ts';
import { referenceListOf } from '../questions/references.ts';
import { TEXT_REASONS, whyNoText } from '../questions/standard-text.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  'references-lead': { outcome: 'failed', message: '“规范性引用文件”列出了文件，前面没有引导语，应当写“{sentence}”。' },
  'references-old': { outcome: 'failed', message: '“规范性引用文件”的引导语是旧版的，应当写“{sentence}”。' },
  'references-changed': { outcome: 'failed', message: '“规范性引用文件”的引导语和规定的不一样，应当写“{sentence}”。' },
  'references-empty': { outcome: 'failed', message: '没有引用文件时，应当写“本文件没有规范性引用文件。”。' },
  'terms-lead': {
    outcome: 'failed',
    message: '“{title}”列出了术语，前面没有引导语，应当写“下列术语和定义适用于本文件。”。',
  },
  'terms-empty': { outcome: 'failed', message: '没有术语时，应当写“本文件没有需要界定的术语和定义。”。' },
  scope: { outcome: 'failed', severity: 'info', message: '“范围”没有写“本文件规定了……”“本文件适用于……”。' },
  ...TEXT_REASONS,
  ...EDITION_REASONS,
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** The lead-in of each edition, and the pieces that tell it however it is spaced. */
const LEAD_INS: Readonly<Record<Edition, { sentence: string; pieces: readonly string[] }>> = {
  '2020': {
    sentence:
      '下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。',
    pieces: ['规范性引用而构成', '必不可少的条款', '仅该日期对应的版本适用', '不注日期的引用文件', '最新版本'],
  },
  '2009': {
    sentence:
      '下列文件对于本文件的应用是必不可少的。凡是注日期的引用文件，仅注日期的版本适用于本文件。凡是不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。',
    pieces: ['应用是必不可少的', '仅注日期的版本适用', '不注日期的引用文件', '最新版本'],
  },
};
/** The editions of 2009 and before begin so. */
const OLD_LEAD = /应用是必不可少|通过本(?:标准|文件|规范|部分)的引用而(?:成为|构成)/u;
/** A whole lead-in of either kind of terms, own or of another standard; 术语、定义和缩略语 too. */
const TERMS_LEAD = /(?:术语|定义|缩略语)[^。]{0,12}适用(?:于|。|$)/u;
const NO_TERMS = /没有需要界定的|没有术语和定义|无需(?:要)?界定/u;
const SAYS_NOTHING = /^(?:无|没有|暂无|本(?:文件|标准|章)(?:没有|无|暂无))[^。]{0,16}。?$/u;
const SCOPE = /(?:规定|确立|描述|提供|给出|界定|规范|明确)了?|适用于|适用/u;

export const fixedSentences = defineRule({
  id: 'fixed-sentences',
  title: '引导语和固定语句写得对',
  severity: 'warning',
  actor: 'author',
  kinds: ['standard'],
  basis: ['drafting-8.5-8.7', 'handout-8-10'],
  earlier: ['drafting-2009-6.2.3-6.3.2', 'handout-8-10'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const why = whyNoText(context);
    if (why) return [{ reason: why }];
    const { document } = context;
    return underEdition<ReasonId>(context, (edition) => [
      ...ofReferences(document, edition),
      ...ofTerms(document, edition),
      ...ofScope(document),
    ]);
  },
});

/** 本标准 for 本文件 is the business of `self-reference`. */
const plain = (blocks: readonly Block[]): string =>
  squeeze(blocks.map(({ text }) => text).join('')).replace(/本(?:标准|规范|制度)/gu, '本文件');

function ofReferences(document: DocumentModel, edition: Edition): Verdict<ReasonId>[] {
  const list = referenceListOf(document);
  if (!list) return [];
  const text = plain(list.lead);
  const said = {
    sources: [(list.lead[0] ?? list.chapter.heading).source],
    slots: { sentence: LEAD_INS[edition].sentence },
  };
  const listed = list.entries.filter(({ designation, title }) => designation !== '' || title.startsWith('《'));
  const isLead = (of: Edition): boolean => LEAD_INS[of].pieces.every((piece) => text.includes(piece));
  if (listed.length > 0) {
    if (isLead(edition) || (edition === '2009' && isLead('2020'))) return [];
    if (edition === '2020' && (isLead('2009') || OLD_LEAD.test(text))) return [{ reason: 'references-old', ...said }];
    const isThere = /下列文件|引用文件/u.test(text);
    return [{ reason: isThere ? 'references-changed' : 'references-lead', ...said }];
  }
  // In the edition before a chapter without contents is left out.
  if (edition === '2009' || text.includes('没有规范性引用文件') || text.includes('下列')) return [];
  return text === '' || SAYS_NOTHING.test(text) ? [{ reason: 'references-empty', sources: said.sources }] : [];
}

function ofTerms(document: DocumentModel, edition: Edition): Verdict<ReasonId>[] {
  const chapter = chaptersOf(document).find(({ title, number }) => title.startsWith('术语') && number !== '');
  if (!chapter) return [];
  const terms = clausesByChapter(document).get(chapter) ?? [];
  // 3.1 术语和定义, 3.2 缩略语: the lead-in may stand below a clause.
  const whole = plain(chapter.blocks);
  const first = terms[0]?.block;
  const lead = plain(first ? chapter.blocks.slice(0, chapter.blocks.indexOf(first)) : chapter.blocks);
  const sources = [(chapter.blocks[0] ?? chapter.heading).source];
  if (TERMS_LEAD.test(whole) || NO_TERMS.test(whole)) return [];
  if (terms.length > 0) return lead === '' ? [{ reason: 'terms-lead', slots: { title: chapter.title }, sources }] : [];
  if (edition === '2009') return [];
  return lead === '' || SAYS_NOTHING.test(lead) ? [{ reason: 'terms-empty', sources }] : [];
}

function ofScope(document: DocumentModel): Verdict<ReasonId>[] {
  const chapter = chaptersOf(document).find(({ title }) => title === '范围');
  return chapter && chapter.blocks.length > 0 && !SCOPE.test(plain(chapter.blocks))
    ? [{ reason: 'scope', sources: [chapter.heading.source] }]
    : [];
}
