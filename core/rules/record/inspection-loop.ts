import { shorten } from '../../base/text.ts';
import { tellsFault } from '../../records/fault.ts';
import { findBox, type WantedBox } from '../questions/boxes.ts';
import { cellFor, dayInBox, dayInText, recordTypeIn, rowsWith } from '../questions/records.ts';
import { columnOf, isSurelyEmpty, type ListRow } from '../questions/rows.ts';
import { orUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  'no-correction': { outcome: 'failed', message: '发现的问题“{text}”没有写整改措施。' },
  'no-due': { outcome: 'failed', message: '发现的问题“{text}”没有写整改期限。' },
  'no-verification': { outcome: 'failed', message: '发现的问题“{text}”没有写整改后的验证。' },
  'verified-late': {
    outcome: 'failed',
    severity: 'warning',
    message: '验证日期（{later}）晚于整改期限（{earlier}）。',
  },
  reversed: { outcome: 'failed', message: '验证日期（{later}）早于检查日期（{earlier}），请核对。' },
  waits: { outcome: 'pending', message: '整改期限还没有到，验证到时再填。' },
  elsewhere: { outcome: 'cannot-tell', quiet: true, message: '整改可能写在另一张记录里，没有判断。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '有没读到的地方，整改没有查完。' },
  none: { outcome: 'not-applicable', message: '没有写发现问题，不查整改。' },
  'other-type': { outcome: 'not-applicable', message: '不是检查考核或者整改的记录。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

const FOUND: WantedBox = {
  name: '发现问题',
  words:
    '存在问题 问题 检查发现 发现的问题 存在的问题 不符合描述 不合格描述 不符合事实 问题描述 不符合项 检查情况 检查结果',
};
const CORRECTION: WantedBox = {
  name: '整改措施',
  words: '纠正措施 措施 整改情况 纠正 整改要求 处理措施 处理情况 整改意见',
};
const DUE: WantedBox = { name: '整改期限', words: '完成期限 整改时限 期限 完成时限 要求完成时间 限期 整改完成期限' };
/** What is written and what is only signed: the latter may be signed on paper. */
const VERIFIED: WantedBox = {
  name: '验证情况',
  words: '验证结果 验证 复查情况 复查结果 整改结果 验证结论 效果验证 验证日期 复查日期 验证时间',
};
const VERIFIED_ON: WantedBox = { name: '验证日期', words: '复查日期 验证时间 复查时间' };
const INSPECTED_ON: WantedBox = { name: '检查日期', words: '检查时间 考核日期 巡查日期 考核时间' };

export const inspectionLoop = defineRule({
  id: 'inspection-loop',
  title: '检查发现的问题有整改和验证',
  severity: 'error',
  actor: 'office',
  kinds: ['record'],
  basis: ['handout-8-9', 'handout-4-6'],
  indicators: ['C9'],
  reasons: REASONS,
  check(context) {
    const { document } = context;
    const type = recordTypeIn(document)?.id;
    if (type !== 'inspection-record' && type !== 'correction-record') return [{ reason: 'other-type' }];
    const listed = rowsWith(document, FOUND).filter(({ text }) => tellsFault(text) === true);
    const verdicts = listed.flatMap(({ row, text }) => judgeRow(context, row, shorten(text, 24)));
    // A blank box of a record of corrections is told by record-complete.
    const form = type === 'inspection-record' ? judgeForm(context) : [];
    const dates = [...listed.flatMap(({ row }) => datesOfRow(row)), ...datesOfForm(context)];
    const all = [...verdicts, ...form, ...dates];
    const some = listed.length > 0 || findBox(context, FOUND).state === 'present';
    return orUnread(document, some ? all : [...all, { reason: 'none' }], { reason: 'unread' });
  },
});

function judgeRow(context: RuleContext, row: ListRow, text: string): Verdict<ReasonId>[] {
  const say = (reason: ReasonId): Verdict<ReasonId> => ({
    reason,
    slots: { text },
    subject: text,
    sources: [row.table.block.source],
  });
  const columns = [CORRECTION, DUE, VERIFIED].map((wanted) => columnOf(row.table, wanted)) as [number, number, number];
  const [correction, due, verified] = columns;
  if (columns.every((column) => column < 0)) return [say('elsewhere')];
  if (isSurelyEmpty(row, correction)) return [say('no-correction')];
  if (isSurelyEmpty(row, due)) return [say('no-due')];
  if (!isSurelyEmpty(row, verified)) return [];
  const until = dayInText(cellFor(row, DUE));
  return [say(until === undefined || until >= context.today ? 'waits' : 'no-verification')];
}

function judgeForm(context: RuleContext): Verdict<ReasonId>[] {
  const [found, correction, due, verified] = [FOUND, CORRECTION, DUE, VERIFIED].map((wanted) =>
    findBox(context, wanted),
  );
  if (found?.state !== 'present' || tellsFault(found.value) !== true) return [];
  const text = shorten(found.value, 24);
  const say = (reason: ReasonId): Verdict<ReasonId>[] => [{ reason, slots: { text }, sources: found.sources }];
  const boxes = [correction, due, verified];
  if (boxes.every((box) => box?.state === 'absent')) return say('elsewhere');
  if (boxes.some((box) => box?.state === 'unreadable')) return [{ reason: 'unread' }];
  if (boxes.some((box) => box?.state === 'blank' && box.pending)) return [];
  if (correction?.state === 'blank') return say('no-correction');
  if (due?.state === 'blank') return say('no-due');
  if (verified?.state !== 'blank') return [];
  const until = dayInText(due?.value);
  return say(until === undefined || until >= context.today ? 'waits' : 'no-verification');
}

function datesOfRow(row: ListRow): Verdict<ReasonId>[] {
  const [verified, due, inspected] = [VERIFIED_ON, DUE, INSPECTED_ON].map((wanted) => dayInText(cellFor(row, wanted)));
  return judgeDates(verified, due, inspected).map((one) => ({
    ...one,
    subject: row.name,
    sources: [row.table.block.source],
  }));
}

function datesOfForm(context: RuleContext): Verdict<ReasonId>[] {
  const [verified, due, inspected] = [VERIFIED_ON, DUE, INSPECTED_ON].map((wanted) => dayInBox(context, wanted));
  return judgeDates(verified?.day, due?.day, inspected?.day).map((one) => ({
    ...one,
    sources: verified?.sources ?? [],
  }));
}

function judgeDates(verified?: string, due?: string, inspected?: string): Verdict<ReasonId>[] {
  if (!verified) return [];
  if (inspected && verified < inspected)
    return [{ reason: 'reversed', slots: { later: verified, earlier: inspected } }];
  return due && verified > due ? [{ reason: 'verified-late', slots: { later: verified, earlier: due } }] : [];
}
