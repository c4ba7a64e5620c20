import { fillSlots, halfWidth } from '../../base/text.ts';
import { keyOn, putItem, takeItems, textIn, type UnitTable } from './unit-table.ts';

const PERMANENT = '永久';
const NO_YEARS = '“保管年数”写的“{text}”不是年数，请写成 30 这样的数字，或写“永久”；这一行没有读。';

/** 30, 30年, 永久; undefined for what is no time. */
function yearsOf(text: string): number | 'permanent' | undefined {
  const years = Number(/^\d{1,3}/.exec(halfWidth(text))?.[0] ?? 0);
  return text.startsWith(PERMANENT) ? 'permanent' : years > 0 ? years : undefined;
}

/** 保管期限: how long records of a class are kept. */
export const retention: UnitTable = {
  type: {
    id: 'retention',
    name: '保管期限',
    columns: [
      { key: 'name', head: '档案类别', words: '类别名称 归档类别', required: true },
      { key: 'years', head: '保管年数', words: '保管期限 年数', required: true, choices: '永久 30 10' },
    ],
    sample: { 档案类别: '标准化文件', 保管年数: PERMANENT },
  },
  keyOf: keyOn('name'),
  faultOf(row) {
    const text = textIn(row, 'years') ?? '';
    return yearsOf(text) === undefined ? fillSlots(NO_YEARS, { text }) : undefined;
  },
  take(profile, rows) {
    const { items, ...told } = takeItems(profile.retentionClasses ?? [], rows, {
      keyOf: ({ name }) => name,
      keyIn: (row) => textIn(row, 'name') ?? '',
      nameOf: ({ name }) => name,
      made: (row, before) => ({
        name: textIn(row, 'name') ?? '',
        years: yearsOf(textIn(row, 'years') ?? '') ?? before?.years ?? 'permanent',
      }),
    });
    return { profile: { ...profile, retentionClasses: items }, ...told };
  },
  rowsOf: ({ retentionClasses: all = [] }) =>
    all.map(({ name, years }) => ({ 档案类别: name, 保管年数: years === 'permanent' ? PERMANENT : String(years) })),
  put: (profile, at, change) => ({
    ...profile,
    retentionClasses: putItem(profile.retentionClasses ?? [], at, change, (now, before) => ({
      name: textIn(now, 'name') ?? before?.name ?? '',
      years: yearsOf(textIn(now, 'years') ?? '') ?? before?.years ?? 'permanent',
    })),
  }),
};
