import type { RecordType } from './record-type.ts';

export const rewardRecord: RecordType = {
  id: 'reward-record',
  name: '奖惩记录',
  title: '奖惩|奖励|表彰',
  example: '奖惩记录表',
  boxes: [
    { name: '奖惩对象', words: '对象 姓名 受奖人 奖励对象 部门' },
    { name: '奖惩事由', words: '事由 原因 奖励事由 理由' },
    { name: '批准人', role: 'approver', words: '审批人', signed: true },
    { name: '依据条款', words: '奖惩依据 奖励依据 处罚依据', optional: true },
    { name: '日期', words: '时间 记录日期 填写日期 登记日期' },
  ],
  about: ['奖惩事由'],
  indicators: ['C5'],
  links: [],
};
