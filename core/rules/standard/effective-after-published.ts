import type { DateRole } from '../../document/vocabulary.ts';
import { readDesignation } from '../../standards/designation.ts';
import { textOf } from '../questions/boxes.ts';
import { dayIn } from '../questions/dates.ts';
import { isUnseen } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  before: { outcome: 'failed', message: '实施日期（{effective}）早于发布日期（{published}），请核对。' },
  year: {
    outcome: 'failed',
    severity: 'warning',
    message: '标准编号的年份是{year}，发布日期是{published}，两个年份应当一致。',
  },
  unreadable: { outcome: 'cannot-tell', message: '编号或者日期没读到，没有对完。', quiet: true },
  'too-few': { outcome: 'cannot-tell', message: '没有读到发布日期，判断不了。', quiet: true },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

export const effectiveAfterPublished = defineRule({
  id: 'effective-after-published',
  title: '实施不早于发布，编号年份与发布年份一致',
  severity: 'error',
  actor: 'author',
  kinds: ['standard'],
  basis: ['drafting-8.1', 'handout-8-8'],
  earlier: ['drafting-2009-6.1.1', 'handout-8-8'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const { document, field } = context;
    const published = sureDay(context, 'publishedOn');
    const effective = sureDay(context, 'effectiveOn');
    const verdicts: Verdict<ReasonId>[] = [
      ...ofOrder(published, effective),
      ...(published ? ofYear(context, published) : []),
    ];
    const unseen = (['publishedOn', 'effectiveOn', 'docNumber'] as const).some((role) =>
      isUnseen(document, field(role)),
    );
    if (unseen) return [...verdicts, { reason: 'unreadable' }];
    return published || verdicts.length > 0 ? verdicts : [{ reason: 'too-few' }];
  },
});

/** A box that was only guessed settles nothing. */
function sureDay({ field }: RuleContext, role: DateRole): string | undefined {
  const box = field(role);
  return box.confidence === 'guessed' ? undefined : dayIn(box);
}

function ofOrder(published: string | undefined, effective: string | undefined): Verdict<ReasonId>[] {
  return published && effective && effective < published
    ? [{ reason: 'before', slots: { published, effective }, fields: ['effectiveOn', 'publishedOn'] }]
    : [];
}

function ofYear({ field }: RuleContext, published: string): Verdict<ReasonId>[] {
  const number = field('docNumber');
  const year = number.state === 'present' ? readDesignation(textOf(number))?.year : undefined;
  return year !== undefined && year !== Number(published.slice(0, 4))
    ? [{ reason: 'year', slots: { year, published }, fields: ['docNumber', 'publishedOn'] }]
    : [];
}
