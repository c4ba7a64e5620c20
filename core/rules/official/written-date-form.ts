import type { WrittenDate } from '../../base/dates.ts';
import { halfWidth, squeeze } from '../../base/text.ts';
import { officialTextOf } from '../questions/official-text.ts';
import { isOurs } from '../questions/people.ts';
import { partUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  padded: { outcome: 'failed', message: '成文日期“{date}”的月、日前多了“0”，应写成{right}。' },
  'han-digits': { outcome: 'failed', message: '成文日期“{date}”用了汉字数字，应写成{right}。' },
  numeric: { outcome: 'failed', message: '成文日期“{date}”没有用年月日，应写成{right}。' },
  'day-sign': { outcome: 'failed', message: '成文日期“{date}”写成了“号”，应写成{right}。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '正文没有读全，成文日期的写法没有判断。' },
  none: { outcome: 'not-applicable', message: '正文下面没有成文日期可查。' },
  incoming: { outcome: 'not-applicable', message: '这是收文，来文的日期由来文单位写，不查写法。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** Before the standard came into force Chinese numerals were the rule; the day may stand in the text alone. */
const SINCE = '2012-07-01';

export const writtenDateForm = defineRule({
  id: 'written-date-form',
  title: '成文日期写法对',
  severity: 'error',
  actor: 'author',
  kinds: ['official'],
  basis: ['document-format-7.3.5.4', 'handout-8-10'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const { document } = context;
    if (!isOurs(context)) return [{ reason: 'incoming' }];
    if (partUnread(document)) return [{ reason: 'unread' }];
    const signed = officialTextOf(document)?.signed;
    // A day that is not complete or not real is the business of `dates-valid`.
    if (!signed || signed.date.iso === undefined || signed.date.iso < SINCE) return [{ reason: 'none' }];
    const reason = faultOf(signed.date);
    if (reason === undefined) return [];
    const slots = { date: signed.date.raw, right: rightForm(signed.date.iso) };
    const verdict: Verdict<ReasonId> = { reason, slots, fields: ['writtenOn'], sources: [signed.line.block.source] };
    return [verdict];
  },
});

function faultOf({ raw, style }: WrittenDate): ReasonId | undefined {
  if (style === 'han-digits') return 'han-digits';
  if (style !== 'year-month-day') return 'numeric';
  const plain = halfWidth(squeeze(raw));
  if (/[年月]0\d/u.test(plain)) return 'padded';
  return plain.includes('号') ? 'day-sign' : undefined;
}

function rightForm(iso: string): string {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}
