import { findDates } from '../../base/dates.ts';
import { halfWidth } from '../../base/text.ts';
import { GUIDE_BOXES } from '../../document/guide-boxes.ts';
import { entriesOf, type Guide, guidesOf } from '../questions/guides.ts';
import { orUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  phone: { outcome: 'failed', message: '{label}“{number}”位数不对，请核对。' },
  'impossible-hours': { outcome: 'failed', message: '{label}“{hours}”不是真实的时间，请核对。' },
  'hours-differ': { outcome: 'failed', message: '办理时间（{hours}）和单位资料里的办公时间（{known}）不同，请核对。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '有没读到的地方，电话和时间没有查完。' },
  none: { outcome: 'cannot-tell', quiet: true, message: '没有读到电话和办理时间，没有判断。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

export const contactAndHours = defineRule({
  id: 'contact-and-hours',
  title: '电话和办理时间正确',
  severity: 'warning',
  actor: 'author',
  kinds: ['guide'],
  basis: ['handout-8-1', 'handout-4-3'],
  indicators: ['C12'],
  reasons: REASONS,
  check(context) {
    const { document } = context;
    const guides = guidesOf(document);
    const verdicts = guides.flatMap((guide) => [...phonesOf(guide), ...hoursOf(guide, context)]);
    const some = guides.some((guide) =>
      [GUIDE_BOXES.phone, GUIDE_BOXES.complaint, GUIDE_BOXES.hours].some((box) => entriesOf(guide, box).length > 0),
    );
    return orUnread(document, some ? verdicts : [{ reason: 'none' }], { reason: 'unread' });
  },
});

/** A number with an area code, and a mobile number, with whatever digits they have. An extension stands behind a further dash. */
const WITH_AREA = /(?<![\d.:：-])[（(]?(0\d{2,3})[)）]?\s?[-—–－~ ]\s?(\d{5,10})(?![\d:：])/gu;
const MOBILE = /(?<![\d.:：-])(1[3-9]\d{7,11})(?![\d:：-])/gu;
const AREA = /^0(?:10|2\d|[3-9]\d{2})$/;

/** A hotline of five digits behind the code of its city: 020-12345. */
const HOTLINE = /^(?:1[12]\d{3}|9\d{4})$/;

/** Only what is surely meant as a telephone and cannot be one. */
function phonesOf(guide: Guide): Verdict<ReasonId>[] {
  const entries = [...entriesOf(guide, GUIDE_BOXES.phone), ...entriesOf(guide, GUIDE_BOXES.complaint)];
  return entries.flatMap(({ value, label, sources }) => {
    const text = halfWidth(value).replace(/https?:\S+/g, ' ');
    const dates = findDates(text).map(({ raw }) => raw);
    const local = Array.from(text.matchAll(WITH_AREA)).filter(
      ([, area = '', number = '']) => AREA.test(area) && ![7, 8].includes(number.length) && !HOTLINE.test(number),
    );
    const mobile = Array.from(text.matchAll(MOBILE)).filter(([, number = '']) => [10, 12].includes(number.length));
    return [...local, ...mobile].flatMap(([raw]): Verdict<ReasonId>[] => {
      const number = raw.trim();
      return dates.includes(number) ? [] : [{ reason: 'phone', slots: { label, number }, subject: number, sources }];
    });
  });
}

const CLOCK = /(上午|下午|早上?|中午|晚上?|夜间)?\s*(\d{1,2})\s*[:：点时]\s*(\d{2}|半)?\s*分?/gu;
const RANGE = new RegExp(`${CLOCK.source}\\s*[-—–－~～至到]+\\s*${CLOCK.source}`, 'gu');
/** Two timetables, or a day that goes over midnight. */
const SEASONS = /[夏冬春秋]|季|\d\s*月|次日|24\s*小时|全天|周[六日末]|预约|延时/u;

interface Hours {
  text: string;
  from: number;
  to: number;
}

/** 8:30—12:00，下午2:30—5:30 in minutes. */
function rangesIn(value: string): Hours[] {
  let part = '';
  return Array.from(halfWidth(value).matchAll(RANGE), (match) => {
    part = match[1] ?? match[4] ?? part;
    const from = minutes(match[2], match[3], match[1] ?? '');
    const to = minutes(match[5], match[6], match[4] ?? match[1] ?? '');
    return {
      text: match[0].trim(),
      from,
      to: to < from && to + NOON <= LATEST && /[下晚午]/u.test(part) ? to + NOON : to,
    };
  });
}

const NOON = 12 * 60;
const LATEST = 24 * 60;
/** Later than any day. */
const NO_TIME = 10 * LATEST;

function minutes(hour = '', minute = '0', part = ''): number {
  const [h, m] = [Number(hour), minute === '半' ? 30 : Number(minute)];
  if (h > 24 || m > 59) return NO_TIME;
  return (h < 12 && /下午|晚|夜/u.test(part) ? h + 12 : h) * 60 + m;
}

function hoursOf(guide: Guide, { unit }: RuleContext): Verdict<ReasonId>[] {
  return entriesOf(guide, GUIDE_BOXES.hours).flatMap(({ value, label, sources }): Verdict<ReasonId>[] => {
    const ranges = rangesIn(value);
    const isMixed = SEASONS.test(value);
    const wrong = ranges.find(
      ({ from, to }) => from > LATEST || to > LATEST || (to <= from && !isMixed && from - to > NOON / 2),
    );
    if (wrong) return [{ reason: 'impossible-hours', slots: { label, hours: wrong.text }, subject: label, sources }];
    const known = unit?.openingHours ?? '';
    if (isMixed || SEASONS.test(known) || ranges.length === 0) return [];
    const ours = rangesIn(known);
    if (ours.length === 0 || keyOf(ours) === keyOf(ranges)) return [];
    const hours = ranges.map(({ text }) => text).join('，');
    return [{ reason: 'hours-differ', slots: { hours, known }, subject: label, sources }];
  });
}

/** The hours of one day; those of several windows that are the same count once. */
const keyOf = (ranges: readonly Hours[]): string =>
  [...new Set(ranges.map(({ from, to }) => `${from}-${to}`))].sort().join();
