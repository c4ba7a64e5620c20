import type { FieldState, Stage } from '../../core/document/model.ts';
import type { Actor, Outcome } from '../../core/rules/rule.ts';
import type { StandardStatus } from '../../core/standards/catalogue.ts';

/** Words that every screen shares. Plain Chinese, no jargon, no percentages. */
const STAGE_WORDS: Record<'signed' | 'done', Record<Stage, string>> = {
  signed: {
    drafting: '起草中',
    review: '审核中',
    countersign: '会签中',
    approval: '签发中',
    issued: '已签发',
    archived: '已归档',
    unknown: '',
  },
  done: {
    drafting: '填写中',
    review: '审核中',
    countersign: '会签中',
    approval: '审批中',
    issued: '已办结',
    archived: '已归档',
    unknown: '',
  },
};

/** How far a document is. What is done and not signed (a case, a record, a guide) has words of its own. '' when unknown. */
export function stageWord(kind: string, stage: Stage): string {
  return STAGE_WORDS[kind === 'official' || kind === 'standard' ? 'signed' : 'done'][stage];
}

/** Who can act, said to the person in front of the screen. */
export const ACTOR_WORDS: Record<Actor, string> = {
  author: '拟稿人能改；已经送出的，请退回拟稿人',
  reviewer: '请审核人处理',
  approver: '请找签发领导处理',
  office: '请找党政办（综合办）处理',
  administrator: '请找标准化管理员处理',
};

export const OUTCOME_WORDS: Record<Outcome, string> = {
  passed: '没问题',
  failed: '有问题',
  pending: '待流转',
  'cannot-tell': '没读到',
  'not-applicable': '不适用',
  errored: '没查成',
};

export const FIELD_STATE_WORDS: Record<FieldState, string> = {
  present: '读到',
  blank: '空着',
  absent: '没有这一栏',
  unreadable: '没读到',
};

export const STATUS_WORDS: Record<StandardStatus, string> = {
  current: '现行',
  upcoming: '尚未实施',
  replaced: '已被代替',
  withdrawn: '已废止',
  'not-in-catalogue': '目录里没有',
  unknown: '不能确定',
};

export const COMMON = {
  product: '对标',
  close: '关闭',
  cancel: '取消',
  retry: '再试一次',
  published: '发布',
  effective: '实施',
  unverified: '未核实',
  unverifiedHint: '目录里这一条还没有找到公开来源核对，仅供参考。',
  catalogueAsOf: '目录截至 {date}',
} as const;
