import { shorten, squeeze } from '../../base/text.ts';
import { lastDayOf } from '../../records/due.ts';
import type { WantedBox } from '../questions/boxes.ts';
import { findBox } from '../questions/boxes.ts';
import { cellFor, countIn, dayInBox, dayInText, recordTypeIn, rowsWith } from '../questions/records.ts';
import { columnOf, isSurelyEmpty, type ListRow } from '../questions/rows.ts';
import { orUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  'not-delivered': { outcome: 'failed', message: '计划的培训“{text}”已经过期，没有写实施情况。' },
  'not-evaluated': { outcome: 'failed', message: '已经实施的培训“{text}”没有写效果评价。' },
  'evaluated-before': { outcome: 'failed', message: '效果评价的日期（{earlier}）早于培训的日期（{later}），请核对。' },
  'more-than-due': {
    outcome: 'failed',
    severity: 'warning',
    message: '实到人数（{there}）多于应到人数（{due}），请核对。',
  },
  elsewhere: { outcome: 'cannot-tell', quiet: true, message: '实施和评价可能写在别的记录里，没有判断。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '有没读到的地方，培训没有查完。' },
  'other-type': { outcome: 'not-applicable', message: '不是培训的计划、记录或者评价。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

const WHAT: WantedBox = { name: '培训内容', words: '培训主题 培训课程 培训课程名称 课程内容 培训项目 内容 课程' };
const PLANNED: WantedBox = { name: '计划时间', words: '计划培训时间 计划日期 拟定时间 培训时间 时间 培训日期 日期' };
const DELIVERED: WantedBox = {
  name: '实施情况',
  words:
    '完成情况 落实情况 实际时间 实施时间 实际培训时间 实施日期 完成时间 是否完成 实际完成时间 执行情况 实际培训日期',
};
const EVALUATED: WantedBox = {
  name: '效果评价',
  words: '评价结果 评价结论 培训效果 效果评估 考核结果 培训效果评价 考核成绩 成绩 效果 评价情况',
};
const HELD_ON: WantedBox = { name: '培训时间', words: '培训日期 实际培训时间 实施时间 实施日期 实际时间' };
const EVALUATED_ON: WantedBox = { name: '评价日期', words: '评估日期 评价时间 考核日期 考核时间' };
const DUE: WantedBox = { name: '应到人数', words: '应参加人数 应培训人数' };
const THERE: WantedBox = { name: '实到人数', words: '实际参加人数 实参加人数 实际到场人数' };
const NOT_HELD = /未|取消|延|推迟|暂缓|另行|待/u;

export const trainingLoop = defineRule({
  id: 'training-loop',
  title: '培训有计划、有实施、有评价',
  severity: 'error',
  actor: 'administrator',
  kinds: ['record'],
  basis: ['handout-8-17', 'handout-4-5'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const { document } = context;
    if (!/^training-/.test(recordTypeIn(document)?.id ?? '')) return [{ reason: 'other-type' }];
    const rows = rowsWith(document, WHAT).filter(({ text }) => text !== '');
    const looped = rows.filter(({ row }) => [DELIVERED, EVALUATED].some((wanted) => columnOf(row.table, wanted) >= 0));
    const verdicts = [
      ...looped.flatMap(({ row, text }) => judge(context, row, shorten(squeeze(text), 24))),
      ...rows.flatMap(({ row }) => order(dayInText(cellFor(row, HELD_ON)), dayInText(cellFor(row, EVALUATED_ON)), row)),
      ...orderOfForm(context),
      ...numbers(context),
    ];
    const said = verdicts.length > 0 || looped.length > 0 || dayInBox(context, EVALUATED_ON) !== undefined;
    return orUnread(document, said ? verdicts : [{ reason: 'elsewhere' }], { reason: 'unread' });
  },
});

function judge(context: RuleContext, row: ListRow, text: string): Verdict<ReasonId>[] {
  const say = (reason: ReasonId): Verdict<ReasonId>[] => [
    { reason, slots: { text }, subject: text, sources: [row.table.block.source] },
  ];
  const [delivered, evaluated] = [columnOf(row.table, DELIVERED), columnOf(row.table, EVALUATED)];
  if (isSurelyEmpty(row, delivered)) return isOver(context, cellFor(row, PLANNED) ?? '') ? say('not-delivered') : [];
  const told = delivered < 0 ? '' : (cellFor(row, DELIVERED) ?? '');
  const held = delivered < 0 ? dayInText(cellFor(row, HELD_ON)) : undefined;
  const isHeld = delivered < 0 ? held !== undefined && held < context.today : told !== '' && !NOT_HELD.test(told);
  return isHeld && isSurelyEmpty(row, evaluated) ? say('not-evaluated') : [];
}

/** Whether what was planned is over for sure: a month of no year is not asked. */
const isOver = ({ today }: RuleContext, planned: string): boolean => (lastDayOf(planned) ?? today) < today;

function order(held: string | undefined, evaluated: string | undefined, row: ListRow): Verdict<ReasonId>[] {
  if (held === undefined || evaluated === undefined || evaluated >= held) return [];
  const slots = { later: held, earlier: evaluated };
  return [{ reason: 'evaluated-before', slots, subject: row.name, sources: [row.table.block.source] }];
}

function orderOfForm(context: RuleContext): Verdict<ReasonId>[] {
  const [held, evaluated] = [dayInBox(context, HELD_ON), dayInBox(context, EVALUATED_ON)];
  if (!held || !evaluated || evaluated.day >= held.day) return [];
  const slots = { later: held.day, earlier: evaluated.day };
  return [{ reason: 'evaluated-before', slots, sources: [...evaluated.sources, ...held.sources] }];
}

function numbers(context: RuleContext): Verdict<ReasonId>[] {
  const [due, there] = [DUE, THERE].map((wanted) => findBox(context, wanted));
  const [most, came] = [countIn(due?.value), countIn(there?.value)];
  if (most === undefined || came === undefined || came <= most) return [];
  const sources = [...(there?.sources ?? []), ...(due?.sources ?? [])];
  return [{ reason: 'more-than-due', slots: { there: came, due: most }, sources }];
}
