import { squeeze } from '../../base/text.ts';
import { labelOfRole } from '../../document/glossary.ts';
import type { DocumentModel } from '../../document/model.ts';
import { textOf, type WantedBox } from '../questions/boxes.ts';
import { besideOf, type Numbered, plainNumber } from '../questions/numbers.ts';
import { columnOf, listRows, type Table, tablesOf } from '../questions/rows.ts';
import { isUnseen, orUnread } from '../questions/sight.ts';
import { defineRule, type NumberRole, type OtherDocument, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  twice: { outcome: 'failed', message: '{label}“{number}”和别的重了（{others}），一份文件一个号，请核对。' },
  unreadable: { outcome: 'cannot-tell', quiet: true, message: '文号没读到，有没有重号没有判断。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '有没读到的地方，有没有重号没有查完。' },
  none: { outcome: 'not-applicable', message: '没有别的文件可以对文号。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

const ROLES: readonly NumberRole[] = ['docNumber', 'receiptNumber'];
const NUMBERS: Readonly<Record<NumberRole, WantedBox>> = {
  docNumber: { name: '发文字号', words: '文号 发文文号 发文号 公文字号 文件字号' },
  receiptNumber: { name: '收文编号', words: '收文号 收文登记号' },
};
const TITLE: WantedBox = { name: '标题', words: '文件标题 公文标题 发文标题 来文标题 收文标题 文件名称 题名 事由' };
/** What a table is called that lists each document once. */
const REGISTER = /登记|台账/u;
/** Others that are named in one sentence. */
const MOST_NAMED = 3;

export const docNumberUnique = defineRule({
  id: 'doc-number-unique',
  title: '文号没有重号',
  severity: 'error',
  actor: 'office',
  kinds: ['official', 'record', 'case', 'unknown'],
  basis: ['document-format-7.2.5', 'handout-8-10'],
  indicators: ['C10'],
  reasons: REASONS,
  check({ document, field, beside }) {
    if (beside) {
      if (ROLES.some((role) => isUnseen(document, field(role)))) return [{ reason: 'unreadable' }];
      return ROLES.flatMap((role): Verdict<ReasonId>[] => {
        const others = beside[role] ?? [];
        const box = field(role);
        if (others.length === 0 || box.state !== 'present') return [];
        const slots = { label: box.label || labelOfRole(role), number: squeeze(textOf(box)), others: namesOf(others) };
        return [{ reason: 'twice', slots, fields: [role] }];
      });
    }
    const tables = REGISTER.test(document.title) && document.kind !== 'case' ? registersIn(document) : [];
    if (tables.length === 0) return [{ reason: 'none' }];
    return orUnread(document, tables.flatMap(twiceIn), { reason: 'unread' });
  },
});

const namesOf = (others: readonly OtherDocument[]): string =>
  others
    .slice(0, MOST_NAMED)
    .map(({ name }) => name)
    .join('、');

/** Tables that list documents, one a row. */
const registersIn = (document: DocumentModel): Table[] =>
  tablesOf(document).filter(
    (table) => columnOf(table, TITLE) >= 0 && ROLES.some((role) => columnOf(table, NUMBERS[role]) >= 0),
  );

function twiceIn(table: Table): Verdict<ReasonId>[] {
  const title = columnOf(table, TITLE);
  const columns = ROLES.map((role) => [role, columnOf(table, NUMBERS[role])] as const).filter(([, at]) => at >= 0);
  const rows = listRows(table).map(
    ({ cells, name }): Numbered => ({
      name,
      title: cells[title] ?? '',
      numbers: Object.fromEntries(columns.map(([role, at]) => [role, cells[at] ?? ''])),
    }),
  );
  const told = new Set<string>();
  return besideOf(rows).flatMap((beside, at) =>
    columns.flatMap(([role, column]): Verdict<ReasonId>[] => {
      const others = beside[role] ?? [];
      const number = squeeze(rows[at]?.numbers[role] ?? '');
      // One number is told once, by its first row.
      const subject = `${role} ${plainNumber(number)}`;
      if (others.length === 0 || told.has(subject)) return [];
      told.add(subject);
      const names = namesOf([rows[at] as Numbered, ...others]);
      const slots = { label: table.header[column] ?? NUMBERS[role].name, number, others: names };
      return [{ reason: 'twice', slots, subject, sources: [table.block.source] }];
    }),
  );
}
