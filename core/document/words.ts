import type { DocumentKind, FieldState, Stage } from './vocabulary.ts';

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

const SIGNED: Record<Stage, string> = {
  drafting: '起草中',
  review: '审核中',
  countersign: '会签中',
  approval: '签发中',
  issued: '已签发',
  archived: '已归档',
  unknown: '',
};

/** Where a kind of document says it otherwise than a signed one. */
const STAGE_WORDS: Partial<Record<DocumentKind, Partial<Record<Stage, string>>>> = {
  standard: { drafting: '编制中', approval: '批准中', issued: '已批准' },
  guide: { drafting: '编写中', approval: '审批中', issued: '已发布' },
  record: { drafting: '填写中', approval: '审批中', issued: '已完成' },
  case: { drafting: '填写中', review: '办理中', countersign: '办理中', approval: '办理中', issued: '已办结' },
};

/** How far a document is; a kind that is not known says it like a signed one. '' when the stage is unknown. */
export function stageWord(kind: string, stage: Stage): string {
  return STAGE_WORDS[kind as DocumentKind]?.[stage] ?? SIGNED[stage];
}

export const FIELD_STATE_WORDS: Record<FieldState, string> = {
  present: '读到',
  blank: '空着',
  absent: '没有这一栏',
  unreadable: '没读到',
};
