import { shorten, squeeze } from '../../base/text.ts';
import { findBox, mentionOf, type WantedBox } from '../questions/boxes.ts';
import { cellFor, dayInText, recordTypeIn, rowsWith } from '../questions/records.ts';
import { columnOf, isSurelyEmpty, tablesOf } from '../questions/rows.ts';
import { orUnread, partUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  'no-basis': { outcome: 'failed', message: '奖惩“{text}”没有写依据的条款。' },
  'blank-basis': { outcome: 'failed', message: '奖惩记录的“{label}”没有填。' },
  unnamed: { outcome: 'failed', severity: 'info', message: '奖惩记录里没有写依据的是哪一条规定。' },
  'other-year': { outcome: 'failed', message: '标题是{year}年的奖惩记录，里面没有{year}年的日期，请核对。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '有没读到的地方，奖惩记录没有查完。' },
  'other-type': { outcome: 'not-applicable', message: '不是奖惩记录。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

const BASIS: WantedBox = { name: '依据条款', words: '奖惩依据 依据 条款 奖励依据 处罚依据 制度依据 依据文件' };
const REASON: WantedBox = { name: '奖惩事由', words: '事由 原因 奖励事由 理由 主要事迹 奖惩内容' };
const DATE: WantedBox = { name: '日期', words: '时间 奖惩日期 奖励日期 记录日期 登记日期 奖惩时间' };

export const rewardsRecorded = defineRule({
  id: 'rewards-recorded',
  title: '奖惩有记录、有依据',
  severity: 'warning',
  actor: 'office',
  kinds: ['record'],
  basis: ['handout-1-c5', 'handout-4-6'],
  indicators: ['C5'],
  reasons: REASONS,
  check(context) {
    if (recordTypeIn(context.document)?.id !== 'reward-record') return [{ reason: 'other-type' }];
    return orUnread(context.document, [...basisOf(context), ...yearOf(context)], { reason: 'unread' });
  },
});

function basisOf(context: RuleContext): Verdict<ReasonId>[] {
  const { document } = context;
  const listed = rowsWith(document, REASON).filter(({ row }) => columnOf(row.table, BASIS) >= 0);
  if (listed.length > 0)
    return listed.flatMap(({ row, text }): Verdict<ReasonId>[] => {
      if (text === '' || !isSurelyEmpty(row, columnOf(row.table, BASIS))) return [];
      const what = shorten(squeeze(text), 24);
      return [{ reason: 'no-basis', slots: { text: what }, subject: what, sources: [row.table.block.source] }];
    });
  const box = findBox(context, BASIS);
  if (box.state === 'blank' && !box.pending && findBox(context, REASON).state === 'present')
    return [{ reason: 'blank-basis', slots: { label: BASIS.name }, sources: box.sources }];
  if (box.state === 'unreadable' || mentionOf(document, BASIS) === 'hidden') return [{ reason: 'unread' }];
  const isNamed = box.state !== 'absent' || partUnread(document) || mentionOf(document, BASIS) !== undefined;
  const names = (hidden: boolean): boolean =>
    document.blocks.some((block) => (block.hidden === true) === hidden && /《|根据|按照/u.test(block.text));
  const isFilled =
    findBox(context, REASON).state === 'present' || rowsWith(document, REASON).some((one) => one.text !== '');
  if (isNamed || !isFilled || names(false)) return [];
  return [{ reason: names(true) ? 'unread' : 'unnamed' }];
}

/** The year of the title against the days of the rows. */
function yearOf(context: RuleContext): Verdict<ReasonId>[] {
  const { document } = context;
  const year = /(20\d{2})\s*年/u.exec(document.title)?.[1];
  if (year === undefined || partUnread(document)) return [];
  const days = rowsWith(document, DATE).map(({ row }) => dayInText(cellFor(row, DATE)));
  const known = days.filter((day) => day !== undefined);
  if (known.length === 0 || known.length < days.length || known.some((day) => day.startsWith(year))) return [];
  return [
    {
      reason: 'other-year',
      slots: { year },
      sources: tablesOf(document)
        .map(({ block }) => block.source)
        .slice(0, 3),
    },
  ];
}
