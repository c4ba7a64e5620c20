import { hasCondition, ruleText } from '../applying.ts';
import type { AppliesRule } from '../profile.ts';
import { changed, given, keyOn, listIn, putItem, renamedIn, takeItems, textIn, type UnitTable } from './unit-table.ts';

const NO_CONDITION = '“事项类型是”“实施主体是”“名称里有”都没有填，不知道用于哪些事项，这一行没有读。';

/** 适用规则: a row for each rule of which services a standard is applied to. */
export const applying: UnitTable = {
  type: {
    id: 'applying',
    name: '适用规则',
    columns: [
      { key: 'standard', head: '标准号', required: true, kind: 'designation' },
      { key: 'serviceType', head: '事项类型是', hint: '填了几格的，几格都要对上；三格至少填一格' },
      { key: 'department', head: '实施主体是' },
      { key: 'words', head: '名称里有', kind: 'list', hint: '几个词用顿号隔开，有一个就算' },
      { key: 'note', head: '为什么', words: '说明理由' },
    ],
    sample: { 标准号: 'GB/T 36112—2018', 事项类型是: '行政给付', 名称里有: '救助、补贴', 为什么: '窗口办理' },
  },
  keyOf: keyOn('standard', 'serviceType', 'department', 'words'),
  faultOf: (row) =>
    hasCondition({ ...given<AppliesRule>(row, ['serviceType', 'department']), words: listIn(row, 'words') ?? [] })
      ? undefined
      : NO_CONDITION,
  take(profile, rows) {
    const ruleOf = (row: (typeof rows)[number]): AppliesRule => {
      const words = listIn(row, 'words');
      return {
        standard: textIn(row, 'standard') ?? '',
        ...given<AppliesRule>(row, ['serviceType', 'department', 'note']),
        ...(words === undefined ? {} : { words }),
      };
    };
    const asked = ({ standard, serviceType, department, words }: AppliesRule): string =>
      JSON.stringify([standard, serviceType, department, words]);
    const { items, ...told } = takeItems(profile.applies ?? [], rows, {
      keyOf: asked,
      keyIn: (row) => asked(ruleOf(row)),
      nameOf: (rule) => `${rule.standard}　${ruleText(rule)}`,
      made: (row, before) => ({ ...before, ...ruleOf(row) }),
    });
    return { profile: items.length === 0 ? profile : { ...profile, applies: items }, ...told };
  },
  rowsOf: ({ applies = [] }) =>
    applies.map(({ standard, serviceType = '', department = '', words = [], note = '' }) => ({
      标准号: standard,
      事项类型是: serviceType,
      实施主体是: department,
      名称里有: words.join('、'),
      为什么: note,
    })),
  put: (profile, at, change) => ({
    ...profile,
    applies: putItem(profile.applies ?? [], at, change, (now, before) =>
      changed<AppliesRule>(before ?? { standard: '' }, now),
    ),
  }),
  titled: ['standard', 'serviceType', 'department', 'words'],
  refers: { standard: 'standards' },
  renamed: (profile, what) =>
    what.part !== 'standards' || what.to === undefined || profile.applies === undefined
      ? profile
      : {
          ...profile,
          applies: profile.applies.map((rule) => ({
            ...rule,
            standard: renamedIn([rule.standard], what)[0] ?? rule.standard,
          })),
        },
};
