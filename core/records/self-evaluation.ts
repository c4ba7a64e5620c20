import type { RecordType } from './record-type.ts';

export const selfEvaluation: RecordType = {
  id: 'self-evaluation',
  name: '自我评价记录',
  group: 'improve',
  title: '自我评价|自评',
  example: '标准化自我评价记录',
  boxes: [
    { name: '评价日期', words: '自评日期 自我评价日期 日期 时间 评价时间', type: 'date' },
    { name: '评价范围', words: '范围 自评范围' },
    { name: '评价依据', words: '依据 自评依据' },
    { name: '评价组成员', words: '自评组成员 组成员 评价人员 自评人员 成员 评价组 自评组', type: 'people' },
    { name: '评价结论', words: '结论 自评结论 自评结果 评价结果', type: 'long' },
    { name: '待改进项', words: '不合格项', optional: true, type: 'long', hint: '没有就写“无”。' },
    { name: '批准人', role: 'approver', optional: true, signed: true, type: 'people' },
  ],
  about: ['评价范围'],
  day: '评价日期',
  indicators: ['A3.selfeval'],
  links: [{ to: 'correction-record', how: 'if-found', by: ['待改进项', '不符合描述'], found: '待改进项' }],
  sample: {
    评价日期: '2026-07-10',
    评价范围: '标准体系和全部窗口',
    评价依据: '社会管理和公共服务综合标准化试点评估计分表',
    评价组成员: '李明、王芳、孙丽',
    评价结论: '体系运行有效',
    待改进项: '无',
    批准人: '周立',
  },
};
