import type { Source } from '../../base/source.ts';
import { cleanText } from '../../base/text.ts';
import type { CatalogueRow } from '../../standards/catalogue.ts';
import { undated } from '../../standards/designation.ts';
import { tellDifferences, titleDifferences } from '../../standards/title.ts';
import { referenceListOf } from '../questions/references.ts';
import { isForeign, TEXT_REASONS, whyNotWhole } from '../questions/standard-text.ts';
import { bodyOf } from '../questions/text.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  differs: { outcome: 'failed', message: '{designation}的名称写作“{found}”，应当是“{title}”{difference}。' },
  unconfirmed: {
    outcome: 'failed',
    severity: 'info',
    message: '{designation}的名称写作“{found}”，目录里是“{title}”{difference}（这一条未经核对），请查证。',
  },
  'no-date': { outcome: 'cannot-tell', quiet: true, message: '文件的日期没读到，不注日期的引用没有核对名称。' },
  unknown: { outcome: 'cannot-tell', quiet: true, message: '引用的标准在目录里查不到名称，没有判断。' },
  none: { outcome: 'not-applicable', message: '没有写出名称的引用标准。' },
  unread: TEXT_REASONS.unread,
  'no-text': TEXT_REASONS['no-text'],
  'not-ours': TEXT_REASONS['not-ours'],
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** A standard that is named with its title. */
interface Titled {
  designation: string;
  title: string;
  /** The title with what stands on the next line. */
  longer: string;
  source: Source;
}

export const referenceTitle = defineRule({
  id: 'reference-title',
  title: '引用的标准名称写得对',
  severity: 'warning',
  actor: 'author',
  kinds: ['standard'],
  basis: ['handout-8-14', 'drafting-8.6-9.5'],
  indicators: ['C8'],
  reasons: REASONS,
  check(context) {
    const { document } = context;
    // The line on which a title goes on, and the day on which it was the right one, may be in the part that was not read.
    const why = whyNotWhole(document);
    if (why) return [{ reason: why }];
    if (isForeign(document)) return [{ reason: 'not-ours' }];
    const titled = titledIn(context);
    if (titled.length === 0) return [{ reason: 'none' }];
    const judged = titled.map((one) => judge(context, one));
    if (judged.every((one) => one === 'unknown')) return [{ reason: 'unknown' }];
    return judged.filter((one) => typeof one === 'object');
  },
});

/** The lines of chapter 2, and 《titles》 that stand with a number elsewhere. */
function titledIn({ document }: RuleContext): Titled[] {
  const list = referenceListOf(document);
  const listed = (list?.entries ?? []).flatMap(({ designation, title, more, allParts, block }) =>
    designation === '' || title === '' || allParts
      ? []
      : [{ designation, title, longer: title + more, source: block.source }],
  );
  const chapter = new Set(list?.chapter.blocks);
  const body = new Set(bodyOf(document));
  const quoted = document.citations.flatMap(({ designation, title, allParts, block, source }) => {
    const home = title === '' || allParts ? undefined : document.blocks[block];
    const isQuoted = home !== undefined && body.has(home) && !chapter.has(home) && home.text.includes(`《${title}》`);
    return isQuoted ? [{ designation, title, longer: title, source }] : [];
  });
  return [...listed, ...quoted];
}

function judge(
  context: RuleContext,
  { designation, title, longer, source }: Titled,
): Verdict<ReasonId> | 'unknown' | undefined {
  if (!context.day.sure && undated(designation) === designation) return { reason: 'no-date' };
  const row = rowFor(context, designation);
  if (!row || row.title === '') return 'unknown';
  const differences = titleDifferences(title, row.title);
  if (differences.length === 0 || titleDifferences(longer, row.title).length === 0) return undefined;
  const told = tellDifferences(differences);
  const difference = told === '' ? '' : `，${told}`;
  const slots = { designation, found: cleanText(title), title: cleanText(row.title), difference };
  return { reason: row.verified ? 'differs' : 'unconfirmed', slots, subject: designation, sources: [source] };
}

/** The edition that is named; of an undated one that of the document's day, whose title may have been another. */
function rowFor({ standardStatus, day }: RuleContext, designation: string): CatalogueRow | undefined {
  const { row } = standardStatus(designation, day.day);
  return row;
}
