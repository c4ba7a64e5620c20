import { squeeze } from '../../base/text.ts';
import { readDesignation } from '../../standards/designation.ts';
import { applyingIn } from '../../unit/applying.ts';
import type { UnitProfile } from '../../unit/profile.ts';
import type { WantedBox } from '../questions/boxes.ts';
import { cellFor, dayInText, recordTypeIn, rowsWith } from '../questions/records.ts';
import type { ListRow } from '../questions/rows.ts';
import { orUnread, partUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  'window-left-out': { outcome: 'failed', message: '发放记录里没有发给“{window}”的记录。' },
  'window-without': { outcome: 'failed', message: '“{window}”要用的{designation}没有发放给它的记录。' },
  'before-published': { outcome: 'failed', message: '{designation}的发放日期（{on}）早于发布日期（{day}），请核对。' },
  'after-effective': {
    outcome: 'failed',
    severity: 'warning',
    message: '{designation}到{on}才发放，晚于实施日期（{day}）。',
  },
  unread: { outcome: 'cannot-tell', message: '发放记录没有读全，请目视核对。' },
  'no-profile': { outcome: 'cannot-tell', quiet: true, message: '没有单位资料里的窗口，没有判断发放是否到窗口。' },
  'some-windows': { outcome: 'cannot-tell', quiet: true, message: '这份记录只发给少数部门，没有判断发放是否到窗口。' },
  'other-type': { outcome: 'not-applicable', message: '不是发放记录。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

const RECEIVER: WantedBox = {
  name: '接收部门',
  words: '领用部门 接收单位 接收窗口 领用单位 领用窗口 发放部门 发放对象 部门 窗口 接收部门及窗口',
};
const NUMBER: WantedBox = { name: '文件编号', words: '标准号 标准编号 编号' };
const ISSUED: WantedBox = { name: '发放日期', words: '接收日期 签收日期 领用日期 日期 时间 发放时间' };
const PUBLISHED: WantedBox = { name: '发布日期', words: '发布时间' };
const EFFECTIVE: WantedBox = { name: '实施日期', words: '实施时间 生效日期' };
const EVERYBODY = /各|全体|所有|全部/u;
/** A record of more copies, or of one sort of people. */
const PARTIAL_TITLE = /补发|增发|换发|借阅|补充/u;

export const issueCoversWindows = defineRule({
  id: 'issue-covers-windows',
  title: '文件发到每个窗口',
  severity: 'error',
  actor: 'administrator',
  kinds: ['record'],
  basis: ['handout-8-16', 'handout-1-c10'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const { document, unit } = context;
    if (recordTypeIn(document)?.id !== 'issue-record') return [{ reason: 'other-type' }];
    const dates = datesOf(context);
    if (!unit?.windows?.length) return orUnread(document, [...dates, { reason: 'no-profile' }], { reason: 'unread' });
    if (partUnread(document)) return [...dates, { reason: 'unread' }];
    return [...dates, ...coverage(context, unit)];
  },
});

/** 民政窗口（1号） → 民政. */
const windowKey = (name: string): string =>
  squeeze(name)
    .replace(/[（(].*?[)）]/gu, '')
    .replace(/(?:综合)?服务窗口$|窗口$|岗$/u, '');

function coverage({ document, today }: RuleContext, unit: UnitProfile): Verdict<ReasonId>[] {
  const rows = rowsWith(document, RECEIVER).filter(({ text }) => text !== '');
  const windows = (unit.windows ?? []).map(({ name, services }) => ({ name, services, key: windowKey(name) || name }));
  const reaches = (text: string, key: string): boolean => EVERYBODY.test(text) || squeeze(text).includes(key);
  const reached = windows.filter(({ key }) => rows.some(({ text }) => reaches(text, key)));
  if (reached.length * 2 <= windows.length || PARTIAL_TITLE.test(document.title)) return [{ reason: 'some-windows' }];
  const say = (reason: ReasonId, window: string, designation = ''): Verdict<ReasonId> => ({
    reason,
    slots: { window, designation },
    subject: `${window} ${designation}`.trim(),
    sources: [...new Set(rows.map(({ row }) => row.table.block.source))],
  });
  const applying = applyingIn(unit, today);
  const left = windows.filter((window) => !reached.includes(window));
  // What a window needs for its services, of the documents that this record hands out.
  const without = reached.flatMap(({ name, key, services }) => {
    const needed = unit.services.filter((item) => services.includes(item.name)).flatMap(applying);
    return [...new Set(needed.map((one) => one.designation))].flatMap((designation) => {
      const copies = rows.filter(({ row }) => designationOf(row) === designation);
      const has = copies.some(({ text }) => reaches(text, key));
      return copies.length > 0 && !has ? [say('window-without', name, designation)] : [];
    });
  });
  return [...left.map(({ name }) => say('window-left-out', name)), ...without];
}

const designationOf = (row: ListRow): string | undefined =>
  readDesignation(cellFor(row, NUMBER) ?? '')?.text ?? (squeeze(cellFor(row, NUMBER) ?? '') || undefined);

/** The first day on which each document was handed out, against the days on which it was published and came into force. */
function datesOf({ document, unit }: RuleContext): Verdict<ReasonId>[] {
  const issued = rowsWith(document, ISSUED).flatMap(({ row, text }) => {
    const [designation, on] = [designationOf(row), dayInText(text)];
    return designation === undefined || on === undefined ? [] : [{ row, designation, on }];
  });
  return [...Map.groupBy(issued, ({ designation }) => designation)].flatMap(([designation, copies]) => {
    const [first] = copies.toSorted((left, right) => (left.on < right.on ? -1 : 1));
    if (!first) return [];
    const known = unit?.standards.find((one) => readDesignation(one.designation)?.text === designation);
    const published = dayInText(cellFor(first.row, PUBLISHED)) ?? known?.publishedOn;
    const effective = dayInText(cellFor(first.row, EFFECTIVE)) ?? known?.effectiveOn;
    const say = (reason: ReasonId, day: string): Verdict<ReasonId>[] => [
      {
        reason,
        slots: { designation, on: first.on, day },
        subject: designation,
        sources: [first.row.table.block.source],
      },
    ];
    if (published && first.on < published) return say('before-published', published);
    // A first copy may stand in a part that was not read, or in an earlier record.
    return effective && first.on > effective && !partUnread(document) && !PARTIAL_TITLE.test(document.title)
      ? say('after-effective', effective)
      : [];
  });
}
