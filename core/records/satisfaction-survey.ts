import type { RecordType } from './record-type.ts';

export const satisfactionSurvey: RecordType = {
  id: 'satisfaction-survey',
  name: '满意度调查记录',
  group: 'service',
  title: '满意度',
  example: '服务对象满意度调查表',
  boxes: [
    { name: '调查日期', words: '日期 时间 调查时间', type: 'date' },
    { name: '样本数', words: '发放份数 收回份数 调查人数 样本 份数 问卷', type: 'number' },
    { name: '调查结果', words: '结果 满意率 满意度 统计结果', type: 'long' },
  ],
  about: ['调查日期'],
  day: '调查日期',
  indicators: ['A4.satisfaction'],
  links: [],
  sample: { 调查日期: '2026-06-30', 样本数: '120', 调查结果: '满意 116 份，基本满意 4 份' },
};
