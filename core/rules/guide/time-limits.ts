import { GUIDE_BOXES } from '../../document/guide-boxes.ts';
import type { Field } from '../../document/model.ts';
import { readLimit } from '../../document/values.ts';
import type { Limit } from '../../document/vocabulary.ts';
import { textOf } from '../questions/boxes.ts';
import { entriesOf, entryOf, type Guide, guidesOf } from '../questions/guides.ts';
import { isUnseen, orUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

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
  check(context) {
    const { document, field } = context;
    const guides = guidesOf(document);
    const roles: readonly LimitRole[] = ['promisedLimit', 'statutoryLimit'];
    const boxes = roles.map((role) => field(role));
    // What stands in the text, and of several services, no field tells.
    if (guides.length > 1 || boxes.every(({ state }) => state === 'absent')) {
      const verdicts = guides.flatMap((guide) => judgeEntries(guide));
      const some = guides.some((guide) => entryOf(guide, GUIDE_BOXES.statutory) || entryOf(guide, PROMISED));
      return orUnread(document, some ? verdicts : [{ reason: 'none' }], { reason: 'unreadable' });
    }
    if (boxes.some((box) => isUnseen(document, box))) return [{ reason: 'unreadable', fields: [...roles] }];
    const [promised, statutory] = boxes.map((box): Written => ({ text: bareText(box), limit: limitOf(box) }));
    const verdicts = judge(promised ?? NOT_WRITTEN, statutory ?? NOT_WRITTEN, isImmediateCase(field('caseType')));
    if (verdicts.length > 0) return verdicts;
    return isUnseen(document, field('caseType')) ? [{ reason: 'unreadable', fields: ['caseType'] }] : [];
  },
});

/** A limit as written, and as understood. */
interface Written {
  text: string;
  limit: Limit | undefined;
}
const NOT_WRITTEN: Written = { text: '', limit: undefined };
const PROMISED = { ...GUIDE_BOXES.promised, words: '承诺办结时限' };

function judgeEntries(guide: Guide): Verdict<keyof typeof REASONS>[] {
  const [promised, statutory] = [PROMISED, GUIDE_BOXES.statutory].map((box): Written => {
    const [text = '', ...more] = entriesOf(guide, box).map(({ value }) => value);
    return more.length > 0 ? { text: '', limit: undefined } : { text, limit: readLimit(text) };
  });
  const isImmediate = /即办/u.test(entryOf(guide, GUIDE_BOXES.caseType)?.value ?? '');
  const sources = [PROMISED, GUIDE_BOXES.statutory].flatMap((box) =>
    entriesOf(guide, box).flatMap((one) => one.sources),
  );
  return judge(promised ?? NOT_WRITTEN, statutory ?? NOT_WRITTEN, isImmediate).map((verdict) => ({
    ...verdict,
    subject: guide.subject,
    sources,
  }));
}

function judge(promised: Written, statutory: Written, isImmediate: boolean): Verdict<keyof typeof REASONS>[] {
  const written = { promisedLimit: promised, statutoryLimit: statutory };
  const roles: readonly LimitRole[] = ['promisedLimit', 'statutoryLimit'];
  const bare = roles.filter((role) => /^\d+$/.test(written[role].text));
  if (bare.length > 0)
    return bare.map((role) => ({
      reason: 'no-unit' as const,
      slots: { label: LABELS[role], value: written[role].text },
      fields: [role],
    }));
  const slots = { promised: promised.text, statutory: statutory.text };
  if (promised.limit && isImmediate && !isWithinADay(promised.limit))
    return [{ reason: 'immediate-case', slots, fields: ['promisedLimit', 'caseType'] }];
  if (promised.text === '' || statutory.text === '') return [{ reason: 'none' }];
  if (!promised.limit || !statutory.limit) return [{ reason: 'unclear', fields: [...roles] }];
  const compared = compare(promised.limit, statutory.limit);
  if (compared === undefined) return [{ reason: 'other-units', slots, fields: [...roles] }];
  return compared > 0 ? [{ reason: 'over', slots, fields: [...roles] }] : [];
}

const bareText = (box: Field): string => (box.state === 'present' ? textOf(box) : '').trim();
const isImmediateCase = (box: Field): boolean => box.state === 'present' && /即办/u.test(textOf(box));

function limitOf(box: Field): Limit | undefined {
  return box.state === 'present' && typeof box.value === 'object' && !Array.isArray(box.value) ? box.value : undefined;
}

function isWithinADay({ amount, unit }: Limit): boolean {
  return unit === 'immediate' || (unit === 'hour' ? amount <= 24 : unit !== 'month' && amount <= 1);
}

/** Days that so much of a unit takes at least and at most: between working days lie weekends and holidays. */
const DAYS: Readonly<Record<Limit['unit'], readonly [least: number, most: number]>> = {
  immediate: [0, 0],
  hour: [0, 1 / 24],
  day: [1, 1],
  'working-day': [1, Number.POSITIVE_INFINITY],
  month: [28, 31],
};

/** Positive: the promise is longer; undefined: the two units do not compare here. */
function compare(promised: Limit, statutory: Limit): number | undefined {
  if (promised.unit === 'immediate') return -1;
  if (statutory.unit === 'immediate') return 1;
  if (promised.unit === statutory.unit) return promised.amount - statutory.amount;
  const span = ({ amount, unit }: Limit): [number, number] => [amount * DAYS[unit][0], amount * DAYS[unit][1]];
  const [shortest, longest] = [span(promised), span(statutory)];
  if (shortest[0] > longest[1]) return 1;
  return shortest[1] <= longest[0] ? -1 : undefined;
}
