import type { WantedBox } from '../questions/boxes.ts';
import { cellFor, countIn, recordTypeIn, rowsWith } from '../questions/records.ts';
import { orUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  fewer: { outcome: 'failed', message: '{row}（{what}）发放{issued}份、回收{back}份，没有写其余的去向。' },
  more: { outcome: 'failed', message: '{row}（{what}）回收{back}份，多于发放的{issued}份，请核对。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '有没读到的地方，回收份数没有查完。' },
  'no-box': { outcome: 'cannot-tell', quiet: true, message: '没有同时读到发放份数和回收份数，没有比较。' },
  'other-type': { outcome: 'not-applicable', message: '不是回收记录。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

const ISSUED: WantedBox = {
  name: '发放份数',
  words: '原发放份数 应回收份数 应收份数 发出份数 原发份数 发放数量 应回收',
};
const BACK: WantedBox = {
  name: '回收份数',
  words: '实际回收份数 实收份数 收回份数 实回收份数 回收数量 实际回收 实回收',
};
const WHAT: WantedBox = { name: '文件编号', words: '标准号 标准编号 编号 文件名称 标准名称 名称' };
const WHY: readonly WantedBox[] = [
  { name: '备注', words: '说明 未回收原因 未收回原因 原因 差额说明 情况说明' },
  { name: '处理方式', words: '处置方式 处理 处理情况' },
];
/** What a remark says of copies that did not come back. */
const TELLS_REST = /未|缺|遗失|丢失|损毁|留存|保留|存档|参考|归档|在用|待|自行|作废|份/u;

export const recallComplete = defineRule({
  id: 'recall-complete',
  title: '旧文件回收齐全',
  severity: 'error',
  actor: 'administrator',
  kinds: ['record'],
  basis: ['handout-1-c10', 'handout-8-16'],
  indicators: ['C10'],
  reasons: REASONS,
  check({ document }) {
    if (!/^(?:recall|issue)-record$/.test(recordTypeIn(document)?.id ?? '')) return [{ reason: 'other-type' }];
    const rows = rowsWith(document, BACK).flatMap(({ row, text }) => {
      const [back, issued] = [countIn(text), countIn(cellFor(row, ISSUED))];
      return back === undefined || issued === undefined ? [] : [{ row, back, issued }];
    });
    const verdicts = rows.flatMap(({ row, back, issued }): Verdict<ReasonId>[] => {
      const why = WHY.map((wanted) => cellFor(row, wanted) ?? '').join(' ');
      if (back === issued || (back < issued && TELLS_REST.test(why))) return [];
      const what = cellFor(row, WHAT) || '文件';
      const slots = { row: row.name, what, issued, back };
      const sources = [row.table.block.source];
      return [{ reason: back < issued ? 'fewer' : 'more', slots, subject: `${what} ${row.name}`, sources }];
    });
    return orUnread(document, rows.length > 0 ? verdicts : [{ reason: 'no-box' }], { reason: 'unread' });
  },
});
