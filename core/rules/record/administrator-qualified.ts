import { splitNames } from '../../base/names.ts';
import { shorten, squeeze } from '../../base/text.ts';
import type { WantedBox } from '../questions/boxes.ts';
import { cellFor, rowsWith } from '../questions/records.ts';
import { columnOf, isSurelyEmpty } from '../questions/rows.ts';
import { orUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  unqualified: { outcome: 'failed', message: '标准化管理员“{name}”没有写培训资质。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '有没读到的地方，管理员的资质没有查完。' },
  none: { outcome: 'not-applicable', message: '没有标准化管理员的资质一栏。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

const POST: WantedBox = { name: '岗位', words: '职务 岗位名称 担任职务 标准化职务 岗位职务 标准化岗位 职责分工 身份' };
const NAME: WantedBox = { name: '姓名', words: '人员 人员姓名 名字' };
const QUALIFIED: WantedBox = {
  name: '培训资质',
  words: '资质 资格证书 培训证书 证书 证书编号 培训情况 培训经历 资格 资质证书 培训证书编号 持证情况 参加培训情况',
};

export const administratorQualified = defineRule({
  id: 'administrator-qualified',
  title: '标准化管理员有培训资质',
  severity: 'warning',
  actor: 'administrator',
  kinds: ['record', 'official', 'unknown'],
  basis: ['handout-1-c2', 'handout-8-13'],
  indicators: ['C2'],
  reasons: REASONS,
  check({ document }) {
    const rows = rowsWith(document, POST).filter(
      ({ row, text }) => /标准化.*管理员/u.test(squeeze(text)) && columnOf(row.table, QUALIFIED) >= 0,
    );
    const verdicts = rows.flatMap(({ row }): Verdict<ReasonId>[] => {
      const name = splitNames(cellFor(row, NAME) ?? '')[0];
      if (name === undefined || !isSurelyEmpty(row, columnOf(row.table, QUALIFIED))) return [];
      return [
        { reason: 'unqualified', slots: { name: shorten(name, 12) }, subject: name, sources: [row.table.block.source] },
      ];
    });
    return orUnread(document, rows.length > 0 ? verdicts : [{ reason: 'none' }], { reason: 'unread' });
  },
});
