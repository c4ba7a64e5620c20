import type { Field } from '../../document/model.ts';
import type { Limit } from '../../document/vocabulary.ts';
import { textOf } from '../questions/boxes.ts';
import { isUnseen } from '../questions/sight.ts';
import { defineRule, type Rule } from '../rule.ts';

const REASONS = {
  over: { outcome: 'failed', message: '承诺时限（{promised}）长于法定时限（{statutory}）。' },
  'no-unit': {
    outcome: 'failed',
    severity: 'warning',
    message: '{label}“{value}”没有写单位，请写明是工作日还是自然日。',
  },
  'immediate-case': {
    outcome: 'failed',
    severity: 'warning',
    message: '即办件的承诺时限写成{promised}，请核对。',
  },
  'other-units': {
    outcome: 'failed',
    severity: 'info',
    message: '承诺时限（{promised}）和法定时限（{statutory}）的单位不同，没有比较，请核对。',
  },
  unreadable: { outcome: 'cannot-tell', message: '办理时限没读到，请目视核对。' },
  unclear: { outcome: 'cannot-tell', quiet: true, message: '办理时限的写法没看懂，没有比较。' },
  none: { outcome: 'not-applicable', message: '没有写两种时限，不比较。' },
} as const satisfies Rule['reasons'];

const LABELS = { promisedLimit: '承诺时限', statutoryLimit: '法定时限' } as const;
type LimitRole = keyof typeof LABELS;

export const timeLimits = defineRule({
  id: 'time-limits',
  title: '承诺时限不超过法定时限',
  severity: 'error',
  actor: 'author',
  kinds: ['guide'],
  basis: ['handout-1-c12'],
  indicators: ['C12'],
  reasons: REASONS,
  check({ document, field }) {
    const roles: readonly LimitRole[] = ['promisedLimit', 'statutoryLimit'];
    const boxes = roles.map((role) => field(role));
    if (boxes.some((box) => isUnseen(document, box))) return [{ reason: 'unreadable', fields: [...roles] }];
    const bare = roles.filter((role) => /^\d+$/.test(bareText(field(role))));
    if (bare.length > 0)
      return bare.map((role) => ({
        reason: 'no-unit' as const,
        slots: { label: LABELS[role], value: bareText(field(role)) },
        fields: [role],
      }));
    const [promised, statutory] = boxes.map(limitOf);
    const slots = { promised: bareText(field('promisedLimit')), statutory: bareText(field('statutoryLimit')) };
    if (promised && isImmediateCase(field('caseType')) && !isWithinADay(promised))
      return [{ reason: 'immediate-case', slots, fields: ['promisedLimit', 'caseType'] }];
    if (boxes.some((box) => box.state !== 'present')) return [{ reason: 'none' }];
    if (!promised || !statutory) return [{ reason: 'unclear', fields: [...roles] }];
    const compared = compare(promised, statutory);
    if (compared === undefined) return [{ reason: 'other-units', slots, fields: [...roles] }];
    if (compared > 0) return [{ reason: 'over', slots, fields: [...roles] }];
    return isUnseen(document, field('caseType')) ? [{ reason: 'unreadable', fields: ['caseType'] }] : [];
  },
});

const bareText = (box: Field): string => (box.state === 'present' ? textOf(box) : '').trim();
const isImmediateCase = (box: Field): boolean => box.state === 'present' && /即办/u.test(textOf(box));

function limitOf(box: Field): Limit | undefined {
  return box.state === 'present' && typeof box.value === 'object' && !Array.isArray(box.value) ? box.value : undefined;
}

function isWithinADay({ amount, unit }: Limit): boolean {
  return unit === 'immediate' || (unit === 'hour' ? amount <= 24 : unit !== 'month' && amount <= 1);
}

/** Positive: the promise is longer; undefined: a working day and a day do not compare here. */
function compare(promised: Limit, statutory: Limit): number | undefined {
  if (promised.unit === 'immediate') return -1;
  if (statutory.unit === 'immediate') return 1;
  if (promised.unit === statutory.unit) return promised.amount - statutory.amount;
  // So many working days are at least as many days.
  if (promised.unit === 'working-day' && statutory.unit === 'day' && promised.amount > statutory.amount) return 1;
  if (promised.unit === 'day' && statutory.unit === 'working-day' && promised.amount <= statutory.amount) return -1;
  return undefined;
}
