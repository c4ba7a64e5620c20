import { fillSlots, squeeze } from '../../base/text.ts';
import { classNamed } from '../../standards/classes.ts';
import type { RowValues } from '../../tables/table-type.ts';
import type { UnitStandard } from '../profile.ts';
import { changed, given, keyOn, putItem, takeItems, textIn, type UnitTable } from './unit-table.ts';

const CLASSES_TOLD = '“{classes}”是标准的类别，从标准号就看得出来，没有当作所属体系读。';

const withoutSystem = ({ system: _, ...row }: RowValues): RowValues => row;

/** 标准明细表: the edition that the unit has, the publisher's current one, and the day on which that was looked up. */
export const standards: UnitTable = {
  type: {
    id: 'standards',
    name: '标准明细表',
    columns: [
      {
        key: 'designation',
        head: '标准号',
        words: '标准编号 文件编号 标准代号 标准号文件号 标准代码 编号 标准文件编号 标准号编号 内部编号 企业标准编号',
        kind: 'designation',
        required: true,
      },
      {
        key: 'title',
        head: '标准名称',
        words: '标准中文名称 中文名称 文件名称 名称 标准题名 标准文件名称 题名 标准名 标准名称中文',
        required: true,
      },
      {
        key: 'system',
        head: '所属体系',
        words:
          '所属子体系 标准所属体系 标准所属体系名称 所属体系名称 子体系 体系 体系类别 标准体系 体系编号名称 分类 类别 标准类别',
      },
      {
        key: 'code',
        head: '体系编号',
        words: '标准体系编号 体系表编号 体系代码 体系编码 标准体系代码 标准体系表编号',
      },
      { key: 'publishedOn', head: '发布日期', words: '发布时间 颁布日期 批准发布日期 发布', kind: 'day' },
      { key: 'effectiveOn', head: '实施日期', words: '实施时间 生效日期 执行日期 实施', kind: 'day' },
      { key: 'withdrawnOn', head: '废止日期', words: '废止时间 作废日期', kind: 'day' },
      { key: 'currentEdition', head: '现行版本', words: '最新版本 发布机构现行版 现行标准号', kind: 'designation' },
      { key: 'checkedOn', head: '查新日期', words: '核对日期 查新时间', kind: 'day' },
      {
        key: 'replaces',
        head: '代替标准号',
        words: '代替标准 代替标准编号 替代标准号 替代标准编号 替代标准 代替号',
        kind: 'designations',
      },
      {
        key: 'owner',
        head: '责任部门',
        words: '归口部门 标准归口部门 归口责任部门 归口管理部门 责任科室 责任单位 归口单位 责任岗位',
      },
      { key: 'adoption', head: '采用情况', words: '采标情况 采用方式 采用程度' },
      { key: 'place', head: '存放处', words: '存放位置 文件位置 保存地点 文件路径 存放地点' },
    ],
    sample: {
      标准号: 'Q/MMZ 101—2024',
      标准名称: '窗口服务规范',
      所属体系: '服务提供',
      体系编号: 'TG101',
      发布日期: '2024-09-20',
      实施日期: '2024-10-01',
      存放处: '共享盘/标准体系/服务提供',
    },
  },
  keyOf: keyOn('designation'),
  take(profile, rows) {
    // 国家标准 in a column of classes is what the number says already: no sub-system is called so.
    const isClass = (row: RowValues): boolean => classNamed(squeeze(textIn(row, 'system') ?? '')) !== undefined;
    const classes = [...new Set(rows.filter(isClass).map((row) => textIn(row, 'system') ?? ''))];
    const plain = rows.map((row) => (isClass(row) ? withoutSystem(row) : row));
    const { items, ...said } = takeItems(profile.standards, plain, {
      keyOf: ({ designation }) => designation,
      keyIn: (row) => textIn(row, 'designation') ?? '',
      nameOf: ({ designation, title }) => `${designation} ${title}`,
      made: (row, before) => ({
        ...(before ?? { designation: '', title: '' }),
        ...given<UnitStandard>(row, [
          ...(['designation', 'title', 'system', 'publishedOn', 'effectiveOn', 'withdrawnOn'] as const),
          ...(['code', 'replaces', 'owner', 'adoption', 'currentEdition', 'checkedOn', 'place'] as const),
        ]),
      }),
    });
    const told = classes.length === 0 ? {} : { told: [fillSlots(CLASSES_TOLD, { classes: classes.join('、') })] };
    return { profile: { ...profile, standards: items }, ...said, ...told };
  },
  rowsOf: ({ standards: all }) =>
    all.map((one) => ({
      标准号: one.designation,
      标准名称: one.title,
      所属体系: one.system ?? '',
      体系编号: one.code ?? '',
      发布日期: one.publishedOn ?? '',
      实施日期: one.effectiveOn ?? '',
      废止日期: one.withdrawnOn ?? '',
      现行版本: one.currentEdition ?? '',
      查新日期: one.checkedOn ?? '',
      代替标准号: (one.replaces ?? []).join('、'),
      责任部门: one.owner ?? '',
      采用情况: one.adoption ?? '',
      存放处: one.place ?? '',
    })),
  put: (profile, at, change) => ({
    ...profile,
    standards: putItem(profile.standards, at, change, (now, before) =>
      changed<UnitStandard>(before ?? { designation: '', title: '' }, now),
    ),
  }),
  nameIn: (row) => row.标准号 ?? '',
  renamed: (profile, { part, from, to }) =>
    part !== 'structure' || to === undefined
      ? profile
      : { ...profile, standards: profile.standards.map((one) => (one.code === from ? { ...one, code: to } : one)) },
};
