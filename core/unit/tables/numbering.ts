import { fillSlots } from '../../base/text.ts';
import { readNumberForm } from '../number-form.ts';
import type { NumberForm } from '../profile.ts';
import { changed, keyOn, putItem, type RowChange, takeItems, textIn, type UnitTable } from './unit-table.ts';

const NO_FORM = '“{form}”不像编号样式，请写成 Q/YTBM 1××—×××× 这样，× 代替数字；这一行没有读。';

/** A row with its form as it is kept. */
function withForm<Row extends RowChange>(row: Row): Row {
  const form = readNumberForm(textIn(row, 'form') ?? '');
  return form === undefined ? row : { ...row, form };
}

/** 编号规则: how the unit numbers its own standards, a row for each sub-system. */
export const numbering: UnitTable = {
  type: {
    id: 'numbering',
    name: '编号规则',
    columns: [
      {
        key: 'form',
        head: '编号样式',
        words: '编号格式 编号形式 标准编号样式 标准号样式 编号方法 编号规则',
        required: true,
        hint: '用 × 代替数字：Q/YTBM 1××—××××；分部分的另写一行：Q/YTBM 1××.×—××××',
      },
      { key: 'system', head: '所属体系', words: '子体系 体系 子体系名称 体系名称 体系编号', required: true },
    ],
    sample: { 编号样式: 'Q/MMZ 1××—××××', 所属体系: '服务提供' },
  },
  keyOf: keyOn('form'),
  faultOf(row) {
    const form = textIn(row, 'form') ?? '';
    return readNumberForm(form) === undefined ? fillSlots(NO_FORM, { form }) : undefined;
  },
  take(profile, rows) {
    const { items, ...told } = takeItems(profile.numbering ?? [], rows.map(withForm), {
      keyOf: ({ form }) => form,
      keyIn: (row) => textIn(row, 'form') ?? '',
      nameOf: ({ form, system }) => `${form} ${system}`,
      made: (row) => ({ form: textIn(row, 'form') ?? '', system: textIn(row, 'system') ?? '' }),
    });
    return { profile: items.length === 0 ? profile : { ...profile, numbering: items }, ...told };
  },
  rowsOf: ({ numbering: all = [] }) => all.map(({ form, system }) => ({ 编号样式: form, 所属体系: system })),
  put: (profile, at, change) => ({
    ...profile,
    numbering: putItem(profile.numbering ?? [], at, change && withForm(change), (now, before) =>
      changed<NumberForm>(before ?? { form: '', system: '' }, now),
    ),
  }),
};
