import type { CatalogueRow, StandardStatus } from './catalogue.ts';

/** The status of a standard, for people. */
export const STATUS_WORDS: Readonly<Record<StandardStatus, string>> = {
  current: '现行',
  upcoming: '尚未实施',
  replaced: '已被代替',
  withdrawn: '已废止',
  'not-in-catalogue': '目录里没有',
  unknown: '不能确定',
};

/** What the members of a catalogue's row are called; a row of a file lapses with its pack. */
export const MEMBER_WORDS: Readonly<Record<Exclude<keyof CatalogueRow, 'lapsesOn'>, string>> = {
  designation: '标准号',
  title: '标准名称',
  publishedOn: '发布日期',
  effectiveOn: '实施日期',
  withdrawnOn: '废止日期',
  replacedBy: '代替的标准',
  status: '状态',
  verified: '是否核对过',
  source: '来源',
  checkedOn: '核对日期',
  note: '备注',
};
