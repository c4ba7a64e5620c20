import type { Rule, RuleContext, Verdict } from '../rule.ts';

/** The two editions of GB/T 1.1 that a standard may have been drafted by. */
export type Edition = '2009' | '2020';

/** First day of the edition of 2020. */
const FROM_2020 = '2020-10-01';

/** The edition that was in force on the document's day. */
export const editionOf = ({ day }: Pick<RuleContext, 'day'>): Edition => (day.day < FROM_2020 ? '2009' : '2020');

export const EDITION_REASONS = {
  undated: { outcome: 'cannot-tell', message: '文件的日期没读到，不知道按哪一版GB/T 1.1判断。', quiet: true },
} as const satisfies Rule['reasons'];

/**
 * What the edition of the document's day finds. Where the day was not read, only what both find, and `undated` where
 * they differ.
 */
export function underEdition<ReasonId extends string>(
  context: RuleContext,
  judge: (edition: Edition) => Verdict<ReasonId>[],
): Verdict<ReasonId | 'undated'>[] {
  if (context.day.sure) return judge(editionOf(context));
  const [old, now] = [judge('2009'), judge('2020')];
  const both = now.filter((verdict) => old.some((other) => isSame(verdict, other)));
  return both.length === old.length && both.length === now.length ? now : [...both, { reason: 'undated' }];
}

const isSame = (left: Verdict, right: Verdict): boolean =>
  left.reason === right.reason && (left.subject ?? '') === (right.subject ?? '');
