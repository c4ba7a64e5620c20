import { textOf } from '../questions/boxes.ts';
import { dayIn } from '../questions/dates.ts';
import { isOurs } from '../questions/people.ts';
import { isUnseen } from '../questions/sight.ts';
import { defineRule, type Rule } from '../rule.ts';

const REASONS = {
  differs: {
    outcome: 'failed',
    message: '发文字号的年份是{numbered}而成文日期是{written}，两处年份不一致，请与发文登记核对。',
  },
  unreadable: { outcome: 'cannot-tell', quiet: true, message: '发文字号或成文日期没读到，年份没有对。' },
  none: { outcome: 'not-applicable', message: '没有带年份的发文字号和完整的成文日期可对。' },
  incoming: { outcome: 'not-applicable', message: '这是收文，不对来文的年份。' },
} as const satisfies Rule['reasons'];

/** The year in its bracket, or between the code and the serial; other numbers are of the flow or of a standard. */
const YEAR =
  /^[\p{Script=Han}A-Za-z]{1,20}\s*[〔[［（(【﹝]?\s*((?:19|20)\d\d)\s*年?[〕\]］）)】﹞]?\s*第?\s*\d{1,5}\s*号$/u;

export const docNumberYear = defineRule({
  id: 'doc-number-year',
  title: '发文字号的年份和成文日期一致',
  severity: 'warning',
  actor: 'office',
  kinds: ['official'],
  basis: ['document-format-7.2.5', 'handout-8-10'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const { document, field } = context;
    if (!isOurs(context)) return [{ reason: 'incoming' }];
    const [number, written] = [field('docNumber'), field('writtenOn')];
    if (isUnseen(document, number) || isUnseen(document, written)) return [{ reason: 'unreadable' }];
    const year = number.state === 'present' ? YEAR.exec(textOf(number))?.[1] : undefined;
    const day = dayIn(written);
    // A day that was only guessed to be that of the document settles nothing.
    if (year === undefined || day === undefined || written.confidence === 'guessed') return [{ reason: 'none' }];
    if (day.startsWith(year)) return [];
    const [y = '', month = '', date = ''] = day.split('-');
    const slots = { numbered: year, written: `${y}年${Number(month)}月${Number(date)}日` };
    return [{ reason: 'differs', slots, fields: ['docNumber', 'writtenOn'] }];
  },
});
