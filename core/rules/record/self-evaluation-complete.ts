import { shorten, squeeze } from '../../base/text.ts';
import { tellsFault } from '../../records/fault.ts';
import { findBox, mentionOf, type WantedBox } from '../questions/boxes.ts';
import { cellFor, recordTypeIn, rowsWith } from '../questions/records.ts';
import { columnOf, isSurelyEmpty, listRows, type Table, tablesOf } from '../questions/rows.ts';
import { orUnread, partUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  'items-left-out': { outcome: 'failed', message: '自评表里没有评{items}。' },
  'over-points': { outcome: 'failed', message: '“{text}”得{score}分，超过了{most}分，请核对。' },
  sum: { outcome: 'failed', message: '自评合计写{total}分，各项相加是{sum}分，请核对。' },
  'no-correction': { outcome: 'failed', message: '待改进项“{text}”没有写纠正措施。' },
  'no-approver': { outcome: 'failed', actor: 'approver', message: '自我评价记录的“批准人”是空的。' },
  'by-hand': { outcome: 'cannot-tell', quiet: true, message: '“批准人”可能在打印件上手签，没有判断。' },
  unread: { outcome: 'cannot-tell', message: '自评记录没有读全，请目视核对。' },
  'other-type': { outcome: 'not-applicable', message: '不是自我评价的记录。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

const SCORE: WantedBox = { name: '得分', words: '自评得分 自评分 评分 实得分 自评分数' };
const MOST: WantedBox = { name: '分值', words: '满分 标准分 标准分值 应得分 总分值' };
const ITEM: WantedBox = {
  name: '评价内容',
  words: '三级指标 指标 评价项目 评价指标 项目 指标名称 评分项 内容 评价要点',
};
const WRONG: WantedBox = {
  name: '待改进项',
  words: '不合格项 扣分原因 存在问题 不足 问题 待改进 发现问题 不符合项 存在的问题',
};
const CORRECTION: WantedBox = {
  name: '纠正措施',
  words: '整改措施 改进措施 措施 纠正 整改 改进计划 改进情况 整改情况 纠正和纠正措施 下一步措施',
};
const APPROVER: WantedBox = { name: '批准人', role: 'approver', words: '批准 审批人' };
/** Items of the score table of which the source is known. */
const ITEMS = Array.from({ length: 12 }, (_, index) => `C${index + 1}`);
/** So many of them make a score table. */
const FEWEST_ITEMS = 6;
const TOTAL = /^(?:合\s*计|总\s*计|总\s*分|共\s*计|自评总分|总得分)/u;

export const selfEvaluationComplete = defineRule({
  id: 'self-evaluation-complete',
  title: '自我评价做完整',
  severity: 'error',
  actor: 'office',
  kinds: ['record'],
  basis: ['handout-8-9', 'handout-7'],
  indicators: ['C9'],
  reasons: REASONS,
  check(context) {
    const { document } = context;
    if (recordTypeIn(document)?.id !== 'self-evaluation') return [{ reason: 'other-type' }];
    const verdicts = [
      ...(partUnread(document) ? [] : [...leftOut(context), ...tablesOf(document).flatMap(sums)]),
      ...tablesOf(document).flatMap(points),
      ...corrections(context),
      ...approver(context),
    ];
    return orUnread(document, verdicts, { reason: 'unread' });
  },
});

/** Items C1 … C12 that a table of items has jumped over; what lies behind C12 is not known well enough. */
function leftOut({ document }: RuleContext): Verdict<ReasonId>[] {
  const tables = tablesOf(document);
  const codes = new Set(
    tables.flatMap(({ rows }) => rows.flatMap((row) => row.flatMap((cell) => codesIn(squeeze(cell))))),
  );
  const missing = ITEMS.filter((item) => !codes.has(item));
  if (ITEMS.length - missing.length < FEWEST_ITEMS || missing.length === 0) return [];
  const items = missing.join('、');
  return [
    {
      reason: 'items-left-out',
      slots: { items },
      subject: items,
      sources: tables.map(({ block }) => block.source).slice(0, 3),
    },
  ];
}

/** C5, and each of C10、C11、C12 and C6—C9. */
function codesIn(text: string): string[] {
  const range = /C(\d{1,2})\s*[-—–～~至到]\s*C?(\d{1,2})/u.exec(text);
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    return to - from < ITEMS.length * 3
      ? Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => `C${from + index}`)
      : [];
  }
  return text.match(/(?<![A-Za-z])C\d{1,2}(?!\d)/gu) ?? [];
}

const numberIn = (text: string | undefined): number | undefined => {
  const digits = /^(\d{1,4}(?:\.\d{1,2})?)分?$/u.exec(squeeze(text ?? ''))?.[1];
  return digits === undefined ? undefined : Number(digits);
};

function points(table: Table): Verdict<ReasonId>[] {
  return listRows(table).flatMap((row): Verdict<ReasonId>[] => {
    const [score, most] = [numberIn(cellFor(row, SCORE)), numberIn(cellFor(row, MOST))];
    // The points of an item may stand in a cell over several rows.
    if (score === undefined || most === undefined || score <= most) return [];
    const text = shorten(cellFor(row, ITEM) || row.name, 24);
    return [{ reason: 'over-points', slots: { text, score, most }, subject: row.name, sources: [table.block.source] }];
  });
}

/** The sum below the points, where every row has its own. */
function sums(table: Table): Verdict<ReasonId>[] {
  const column = columnOf(table, SCORE);
  const total = table.rows.findIndex((row) => row.some((cell) => TOTAL.test(squeeze(cell))));
  if (column < 0 || total < 0) return [];
  const written = numberIn(table.rows[total]?.[column]);
  const rows = table.rows.slice(0, total).filter((row) => row.some((cell) => squeeze(cell) !== ''));
  const scores = rows.map((row) => numberIn(row[column]));
  if (written === undefined || rows.length < 2 || scores.some((score) => score === undefined)) return [];
  const sum = Math.round(scores.reduce((all: number, score) => all + (score ?? 0), 0) * 100) / 100;
  return sum === written ? [] : [{ reason: 'sum', slots: { total: written, sum }, sources: [table.block.source] }];
}

function corrections(context: RuleContext): Verdict<ReasonId>[] {
  const { document } = context;
  const listed = rowsWith(document, WRONG).flatMap(({ row, text }): Verdict<ReasonId>[] => {
    if (tellsFault(text) !== true || !isSurelyEmpty(row, columnOf(row.table, CORRECTION))) return [];
    const what = shorten(squeeze(text), 24);
    return [{ reason: 'no-correction', slots: { text: what }, subject: what, sources: [row.table.block.source] }];
  });
  const [wrong, correction] = [findBox(context, WRONG), findBox(context, CORRECTION)];
  if (wrong.state !== 'present' || tellsFault(wrong.value) !== true || listed.length > 0) return listed;
  const mention = correction.state === 'absent' ? mentionOf(document, CORRECTION) : undefined;
  if (correction.state === 'unreadable' || mention === 'hidden') return [{ reason: 'unread' }];
  const told = mention === 'shown' || correction.state === 'present';
  if (told || correction.pending || partUnread(document)) return [];
  return [{ reason: 'no-correction', slots: { text: shorten(squeeze(wrong.value), 24) }, sources: wrong.sources }];
}

function approver(context: RuleContext): Verdict<ReasonId>[] {
  const box = findBox(context, APPROVER);
  if (box.state === 'unreadable') return [{ reason: 'unread', sources: box.sources }];
  if (box.state !== 'blank' || box.pending) return [];
  return [
    {
      reason: context.document.from === 'file' ? 'by-hand' : 'no-approver',
      fields: ['approver'],
      sources: box.sources,
    },
  ];
}
