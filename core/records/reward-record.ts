import type { RecordType } from './record-type.ts';

export const rewardRecord: RecordType = {
  id: 'reward-record',
  name: '奖惩记录',
  group: 'organisation',
  title: '奖惩|奖励|表彰',
  example: '奖惩记录表',
  boxes: [
    { name: '奖惩对象', words: '对象 姓名 受奖人 奖励对象 部门', hint: '写部门或窗口工作人员。', each: true },
    { name: '奖惩事由', words: '事由 原因 奖励事由 理由', type: 'long', each: true },
    { name: '批准人', role: 'approver', words: '审批人', signed: true, type: 'people' },
    { name: '依据条款', words: '奖惩依据 奖励依据 处罚依据', optional: true, hint: '例如：奖励规定 第五条' },
    { name: '日期', words: '时间 记录日期 填写日期 登记日期', type: 'date' },
  ],
  about: ['奖惩事由'],
  day: '日期',
  indicators: ['C5'],
  links: [],
  sample: {
    奖惩对象: '社保窗口',
    奖惩事由: '一季度标准执行检查没有发现问题',
    批准人: '李明',
    依据条款: '标准化工作奖励规定 第五条',
    日期: '2026-04-08',
  },
};
