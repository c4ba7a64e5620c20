import { readHanNumber } from '../../base/numerals.ts';
import { shorten, squeeze } from '../../base/text.ts';
import type { WantedBox } from '../questions/boxes.ts';
import { cellFor, recordTypeIn, rowsWith } from '../questions/records.ts';
import { columnOf, isSurelyEmpty } from '../questions/rows.ts';
import { orUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  blank: { outcome: 'failed', message: '归档目录里“{text}”没有写保存期限。' },
  unclear: { outcome: 'failed', severity: 'info', message: '保存期限“{value}”没有写明年数，请写永久或者多少年。' },
  differs: { outcome: 'failed', message: '“{text}”的保存期限是{value}，单位资料里这一类是{known}，请核对。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '有没读到的地方，保存期限没有查完。' },
  none: { outcome: 'cannot-tell', quiet: true, message: '归档目录里没有逐条的保存期限，没有判断。' },
  'other-type': { outcome: 'not-applicable', message: '不是归档目录。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

const WHAT: WantedBox = {
  name: '题名',
  words: '案卷题名 文件题名 案卷名称 文件名称 名称 案卷 记录名称 类别 档案类别 归档内容',
};
const RETENTION: WantedBox = { name: '保存期限', words: '保管期限 期限 保存年限 保管年限 归档保管期限' };
const CLASS: WantedBox = { name: '类别', words: '档案类别 门类 分类 归档类别 记录类别' };

export const retentionStated = defineRule({
  id: 'retention-stated',
  title: '归档的记录写明保存期限',
  severity: 'warning',
  actor: 'administrator',
  kinds: ['record'],
  basis: ['handout-7'],
  indicators: [],
  reasons: REASONS,
  check(context) {
    const { document } = context;
    if (recordTypeIn(document)?.id !== 'archive-catalogue') return [{ reason: 'other-type' }];
    const rows = rowsWith(document, RETENTION);
    const some = rows.some(({ text }) => text !== '');
    // A column that nobody filled is told by record-complete.
    const verdicts = some ? rows.flatMap((one) => judge(context, one)) : [{ reason: 'none' as const }];
    return orUnread(document, verdicts, { reason: 'unread' });
  },
});

/** 永久 or a number of years; undefined for anything else. */
function yearsOf(text: string): number | 'permanent' | undefined {
  const plain = squeeze(text);
  if (/^永久(?:保存|保管)?$/u.test(plain)) return 'permanent';
  const [, digits, words] =
    /^(?:定期)?[（(]?(?:(\d{1,3})|([一二三四五六七八九十]{1,3}))年[)）]?(?:以上)?$/u.exec(plain) ?? [];
  return digits ? Number(digits) : words ? readHanNumber(words) : undefined;
}

const shown = (years: number | 'permanent'): string => (years === 'permanent' ? '永久' : `${years}年`);

function judge({ unit }: RuleContext, { row, text }: ReturnType<typeof rowsWith>[number]): Verdict<ReasonId>[] {
  const what = shorten(squeeze(cellFor(row, WHAT) || row.name), 24);
  const say = (reason: ReasonId, slots: Record<string, string>, subject = what): Verdict<ReasonId>[] => [
    { reason, slots, subject, sources: [row.table.block.source] },
  ];
  if (text === '') return isSurelyEmpty(row, columnOf(row.table, RETENTION)) ? say('blank', { text: what }) : [];
  const years = yearsOf(text);
  if (years === undefined)
    return /^(?:长期|短期|定期|[\d.]+)$/u.test(squeeze(text)) ? say('unclear', { value: text }, text) : [];
  const sort = squeeze(cellFor(row, CLASS) ?? '');
  const known = unit?.retentionClasses?.find(({ name }) => squeeze(name) === sort);
  return known && known.years !== years
    ? say('differs', { text: what, value: shown(years), known: shown(known.years) })
    : [];
}
