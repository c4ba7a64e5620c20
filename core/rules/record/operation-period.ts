import { addMonths } from '../../base/dates.ts';
import { type WantedBox, wordsOf } from '../questions/boxes.ts';
import { dayInBox, dayInText, recordTypeIn, rowsWith } from '../questions/records.ts';
import { orUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  'too-early': {
    outcome: 'failed',
    message: '评估申请的日期（{day}）离体系实施（{from}）不满6个月，最早是{open}。',
  },
  'outside-pilot': {
    outcome: 'failed',
    severity: 'info',
    message: '记录的日期（{day}）不在试点期（{from}至{to}）内，不能作为试点期的证据。',
  },
  unread: { outcome: 'cannot-tell', quiet: true, message: '有没读到的地方，日期没有查完。' },
  'no-profile': { outcome: 'cannot-tell', quiet: true, message: '单位资料里没有体系实施日期和试点期，没有判断。' },
  'no-date': { outcome: 'cannot-tell', quiet: true, message: '没有读到记录的日期，没有判断。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

const APPLICATION = /(?:评估|验收|终期评估|考核评估).{0,4}申请/u;
const APPLIED: WantedBox = { name: '申请日期', words: '申请时间 填报日期 填表日期 申报日期 日期' };
const HELD: WantedBox = {
  name: '日期',
  words:
    '培训时间 培训日期 检查日期 检查时间 评价日期 自评日期 发放日期 回收日期 评审日期 会议时间 调查日期 调查时间 考核日期 记录日期',
};
const MONTHS = 6;

export const operationPeriod = defineRule({
  id: 'operation-period',
  title: '体系运行满六个月再申请评估',
  severity: 'error',
  actor: 'office',
  kinds: ['record'],
  basis: ['handout-7'],
  indicators: [],
  reasons: REASONS,
  check(context) {
    const { document, unit } = context;
    if (!unit?.systemEffectiveOn && !unit?.pilot) return [{ reason: 'no-profile' }];
    const verdicts = APPLICATION.test(document.title) ? application(context) : evidence(context);
    return orUnread(document, verdicts, { reason: 'unread' });
  },
});

function application(context: RuleContext): Verdict<ReasonId>[] {
  const from = context.unit?.systemEffectiveOn;
  const applied = dayInBox(context, APPLIED);
  if (from === undefined) return [{ reason: 'no-profile' }];
  if (applied === undefined) return [{ reason: 'no-date' }];
  const open = addMonths(from, MONTHS);
  const { day, sources } = applied;
  return day < open ? [{ reason: 'too-early', slots: { day, from, open }, sources }] : [];
}

/** The day of a record, told once; of a list the first that lies outside. */
function evidence(context: RuleContext): Verdict<ReasonId>[] {
  const { from = '', to = '9999-12-31' } = context.unit?.pilot ?? {};
  if (from === '' || !recordTypeIn(context.document)) return [{ reason: from === '' ? 'no-profile' : 'no-date' }];
  const box = dayInBox(context, HELD);
  const rows = wordsOf(HELD).flatMap((name) =>
    rowsWith(context.document, { name }).flatMap(({ row, text }) => {
      const day = dayInText(text);
      return day === undefined ? [] : [{ day, sources: [row.table.block.source] }];
    }),
  );
  const days = box ? [box, ...rows] : rows;
  const outside = days.find(({ day }) => day < from || day > to);
  if (days.length === 0) return [{ reason: 'no-date' }];
  if (!outside) return [];
  const { day, sources } = outside;
  return [{ reason: 'outside-pilot', slots: { day, from, to }, sources }];
}
