import { cleanText } from '../../base/text.ts';
import { tellDifferences, titleDifferences } from '../../standards/title.ts';
import { titleFrom } from '../questions/references.ts';
import { judgeListed, type RegisterRow, registerRowsOf } from '../questions/registers.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  differs: { outcome: 'failed', message: '明细表里{designation}的名称写作“{found}”，应当是“{title}”{difference}。' },
  unconfirmed: {
    outcome: 'failed',
    severity: 'info',
    message: '明细表里{designation}的名称写作“{found}”，目录里是“{title}”{difference}（这一条未经核对），请查证。',
  },
  unread: { outcome: 'cannot-tell', message: '明细表没有读全，外来标准的名称请目视核对。' },
  unknown: { outcome: 'cannot-tell', quiet: true, message: '明细表里的外来标准在目录里查不到名称，没有判断。' },
  none: { outcome: 'not-applicable', message: '明细表里没有注年份的外来标准。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

export const externalTitle = defineRule({
  id: 'external-title',
  title: '明细表里的外来标准编号和名称相符',
  severity: 'warning',
  actor: 'administrator',
  kinds: ['table', 'record'],
  basis: ['handout-8-14', 'handout-1-c6'],
  indicators: ['C6', 'C8'],
  reasons: REASONS,
  check(context) {
    const { document } = context;
    // Without a year it may be any edition's title.
    const rows = registerRowsOf(document).filter(
      ({ designation, title }) =>
        designation?.year !== undefined && designation.family !== 'unit' && cleanText(title) !== '',
    );
    return judgeListed(document, rows, (row) => judge(context, row));
  },
});

/** Number and title both have to be those of one standard: which of the two is wrong, a person finds out. */
function judge(
  { standardStatus, today }: RuleContext,
  { designation, title, table }: RegisterRow,
): Verdict<ReasonId> | 'unknown' | undefined {
  const number = designation?.text ?? '';
  const { row } = standardStatus(number, today);
  if (row?.designation !== number || row.title === '') return 'unknown';
  const found = titleFrom(title);
  const differences = titleDifferences(found, row.title);
  if (differences.length === 0) return undefined;
  const told = tellDifferences(differences);
  return {
    reason: row.verified ? 'differs' : 'unconfirmed',
    slots: {
      designation: number,
      found,
      title: cleanText(row.title),
      difference: told === '' ? '' : `，${told}`,
    },
    subject: number,
    sources: [table.block.source],
  };
}
