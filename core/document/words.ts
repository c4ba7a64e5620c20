import type { DocumentKind } from './vocabulary.ts';

/** Every Chinese sentence of this room that a user can see. */
export const STAGE_REASONS = {
  given: '使用的人指定了环节',
  state: '页面上的状态是“{state}”',
  current: '流程正停在“{step}”',
  next: '流程的下一步是“{step}”',
  sentBack: '流程记录的最后一步是退回',
  sends: '页面上有“{button}”按钮，文件还没有提交',
  decides: '页面上有“{button}”按钮，文件正在审批',
  chooses: '页面上选了“{button}”，文件正在审批',
  approved: '流程记录里已经签发，没有后续步骤',
  unknown: '看不出办到了哪一步',
} as const;

export const KIND_REASONS = {
  title: '标题是“{title}”',
  labels: '页面上有“{labels}”',
  number: '编号“{number}”是标准的编号',
  docNumber: '发文字号是“{number}”',
  chapters: '正文有“{chapters}”这些章',
  columns: '表格的列是“{columns}”',
  unknown: '看不出是哪一类文件',
} as const;

export const KIND_WORDS: Readonly<Record<DocumentKind, string>> = {
  official: '公文',
  standard: '内部标准',
  guide: '办事指南',
  record: '记录',
  case: '办件',
  table: '标准体系表',
  unknown: '未识别的文件',
};

export const NOTE_WORDS = {
  hiddenFields: '有些栏目在页面上看不到：{labels}。没有当作填写了，也没有当作没填。',
  hiddenTrail: '流程记录在页面上是收起的，已经读了。',
} as const;
