import { labelKey } from '../base/text.ts';

/** What a column of a workflow record, or of a list of things, tells of each row. `state` is a weak action: it says how the step ended, and whether it still waits; `candidate`: who may take the step and has not. */
export type Column =
  | 'person'
  | 'candidate'
  | 'step'
  | 'action'
  | 'state'
  | 'opinion'
  | 'time'
  | 'start'
  | 'duration'
  | 'number'
  | 'choice';

/** Words of heads. `own`: a form has no such label, a table with it is a list or a record; `shared`: forms have it too. */
const WORDS: Readonly<Record<Column, { own: string; shared?: string }>> = {
  person: {
    own: '处理人 办件人 办理人 审批人 操作人 操作者',
    shared:
      '裁决人 签批人 批示人 经办人 处理人员 办理人员 操作人员 审批人员 人员 姓名 审核人 执行人 签收人 处理者 参与人 办理者 处理人姓名 办理人姓名 实际办理 实际办理人 实际处理人 实际审批人',
  },
  candidate: { own: '候选办理 候选人', shared: '候选办理人 候选处理人 候选审批人 候选人员' },
  step: {
    own: '环节 办理环节 步骤 步骤名 步骤名称 节点 环节名称 节点名称',
    shared:
      '流程环节 任务 任务名称 审批节点 审批环节 处理环节 流程步骤 流程节点 活动 活动名称 当前环节 岗位环节 处理步骤 办理步骤',
  },
  action: { own: '动作 操作', shared: '操作类型 处理动作 办理动作 操作动作 审批动作 处理操作 流转动作 审批操作' },
  state: { own: '状态 处理结果', shared: '结果 审批结果 办理结果 审批状态 处理状态 办理状态 流转状态' },
  opinion: {
    own: '意见 说明 意见内容 审批意见 处理意见',
    shared: '办理意见 审批建议 批注 备注 签字意见 处理说明 意见说明 审核意见',
  },
  time: {
    own: '时间 办理时间 处理时间 结束时间',
    shared: '完成时间 审批时间 操作时间 签署时间 办结时间 提交时间 日期 处理日期 办理日期 审批日期',
  },
  start: { own: '开始时间', shared: '接收时间 到达时间 任务开始时间 创建时间 收到时间 发送时间' },
  duration: {
    own: '耗时 办理时长 处理时长 停留时长',
    shared: '用时 历时 处理耗时 办理耗时 审批耗时 任务耗时 任务历时 任务用时',
  },
  number: { own: '序号 编号 #' },
  choice: { own: '选择 全选' },
};

const COLUMNS: ReadonlyMap<string, { column: Column; own: boolean }> = (() => {
  const columns = new Map<string, { column: Column; own: boolean }>();
  for (const [column, { own, shared = '' }] of Object.entries(WORDS)) {
    for (const word of own.split(' ')) columns.set(word, { column: column as Column, own: true });
    for (const word of shared.split(' ').filter(Boolean)) columns.set(word, { column: column as Column, own: false });
  }
  return columns;
})();

/** What a column tells, by the word in its head. */
export function columnOf(head: string): Column | undefined {
  return COLUMNS.get(labelKey(head))?.column;
}

/** What is done in a workflow: with 人, 时间, 意见 … behind it the head of a column of its record. */
const DEED = '(?:审批|审核|审阅|办理|处理|操作|经办|承办|执行|签署|签批|批示|流转|参与|候选|主办|接收)';
const RECORD_HEADS: readonly (readonly [RegExp, Column])[] = [
  [new RegExp(`^${DEED}(?:人|人员|者)(?:姓名)?$`, 'u'), 'person'],
  [/^(?:审批|审核|办理|处理|执行|流程|流转|任务|签批)?(?:环节|步骤|节点)(?:名称)?$/u, 'step'],
  [new RegExp(`^(?:${DEED}|提交|发表)(?:意见|建议|说明|批注|备注|内容|意见内容)$`, 'u'), 'opinion'],
  [new RegExp(`^(?:${DEED}|发表|完成|结束|办结)(?:时间|日期)$`, 'u'), 'time'],
  [/^(?:任务)?(?:到达|接收|收到|送达|开始)(?:时间|日期)$/u, 'start'],
  [new RegExp(`^${DEED}(?:结果|结论|状态|情况)$`, 'u'), 'state'],
  [new RegExp(`^${DEED}(?:动作|操作|类型)$`, 'u'), 'action'],
];
/** 办理人/部门, 处理人及状态, 处理人（部门）: a second thing that the column tells. */
const SECOND = /(?<=.{2})(?:[/／、及和与]\p{Script=Han}{2,4}|[（(][^（()）]{1,8}[)）])$/u;

/** What a column of a workflow record tells, by its head: also under words that elsewhere are labels of boxes. */
export function recordColumnOf(head: string): Column | undefined {
  const key = labelKey(head).replace(SECOND, '');
  return COLUMNS.get(key)?.column ?? RECORD_HEADS.find(([pattern]) => pattern.test(key))?.[1];
}

/** True for the head of a column that only a list or a workflow record has. */
export function isListColumn(head: string): boolean {
  return COLUMNS.get(labelKey(head))?.own === true;
}

/** True for the head of a column that only a list of things has: it numbers or picks them, or says what can be done with each. */
export function isThingColumn(head: string): boolean {
  const key = labelKey(head);
  const column = COLUMNS.get(key)?.column;
  return column === 'number' || column === 'choice' || key === '操作';
}
