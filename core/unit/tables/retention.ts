import { keyOn, takeItems, textIn, type UnitTable } from './unit-table.ts';

const PERMANENT = '永久';

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
  take(profile, rows) {
    const { items, ...told } = takeItems(profile.retentionClasses ?? [], rows, {
      is: ({ name }, row) => name === textIn(row, 'name'),
      nameOf: ({ name }) => name,
      made: (row, before) => {
        const years = textIn(row, 'years') ?? '';
        const number = Number(/^\d{1,3}/.exec(years)?.[0] ?? 0);
        const kept = years.startsWith(PERMANENT) ? ('permanent' as const) : number > 0 ? number : before?.years;
        return { name: textIn(row, 'name') ?? '', years: kept ?? 'permanent' };
      },
    });
    return { profile: { ...profile, retentionClasses: items }, ...told };
  },
  rowsOf: ({ retentionClasses: all = [] }) =>
    all.map(({ name, years }) => ({ 档案类别: name, 保管年数: years === 'permanent' ? PERMANENT : String(years) })),
};
