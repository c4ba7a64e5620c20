import { readDate } from '../../base/dates.ts';
import type { WantedBox } from '../questions/boxes.ts';
import { rowsWith } from '../questions/records.ts';
import { orUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  'same-minute': { outcome: 'failed', message: '“{column}”一列有{count}行都是{time}，如果是统一填写的，请写明。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '有没读到的地方，时间没有查完。' },
  none: { outcome: 'not-applicable', message: '没有写到分钟的登记时间。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** Columns in which each row has a moment of its own: what is done for all at once (a training begins) is not among them. */
const MOMENTS: readonly WantedBox[] = [
  { name: '受理时间' },
  { name: '申请时间', words: '提交时间 收件时间' },
  { name: '办结时间' },
  { name: '领取时间' },
  { name: '登记时间', words: '填写时间 录入时间' },
  { name: '签收时间', words: '接收时间' },
  { name: '检查时间', words: '巡查时间' },
];
const FEWEST_ROWS = 8;
const SHARE = 0.5;

export const batchFilled = defineRule({
  id: 'batch-filled',
  title: '逐条登记的时间各不相同',
  severity: 'info',
  actor: 'administrator',
  kinds: ['record', 'case'],
  basis: ['handout-8-12'],
  indicators: [],
  reasons: REASONS,
  check({ document }) {
    const columns = MOMENTS.map((wanted) => ({
      wanted,
      rows: rowsWith(document, wanted).filter(({ text }) => text !== ''),
    }));
    const timed = columns.filter(({ rows }) => rows.some(({ text }) => momentOf(text) !== undefined));
    const verdicts = timed.flatMap(({ wanted, rows }): Verdict<ReasonId>[] => {
      // 同上 was written by somebody who says so himself.
      const own = rows.filter(({ row, column }) => momentOf(row.cells[column] ?? '') !== undefined);
      const groups = Map.groupBy(own, ({ text }) => momentOf(text) ?? '');
      return [...groups].flatMap(([time, same]): Verdict<ReasonId>[] => {
        if (same.length < FEWEST_ROWS || same.length < rows.length * SHARE) return [];
        const slots = { column: wanted.name, count: same.length, time: time.replace('T', ' ') };
        const [first] = same;
        return [
          {
            reason: 'same-minute',
            slots,
            subject: `${wanted.name} ${time}`,
            sources: first ? [first.row.table.block.source] : [],
          },
        ];
      });
    });
    return orUnread(document, timed.length > 0 ? verdicts : [{ reason: 'none' }], { reason: 'unread' });
  },
});

/** Day and minute; undefined where no minute is written, or midnight, which programs write for none. */
function momentOf(text: string): string | undefined {
  const iso = readDate(text)?.iso;
  return iso?.includes('T') && !iso.endsWith('T00:00:00') ? iso.slice(0, 16) : undefined;
}
