import type { RecordType } from './record-type.ts';

export const trainingEvaluation: RecordType = {
  id: 'training-evaluation',
  name: '培训效果评价',
  group: 'training',
  title: '培训.{0,6}(?:效果|评价|评估)',
  example: '培训效果评价表',
  boxes: [
    {
      name: '评价方式',
      words: '考核方式 方式 评价方法 考核方法',
      type: 'choice',
      choices: '笔试 问卷 现场提问 实际操作',
    },
    { name: '评价结论', words: '结论 效果评价 评价结果 总体评价 培训效果', type: 'long' },
    { name: '评价人', words: '评估人', signed: true, type: 'people' },
    { name: '评价日期', words: '日期 评估日期 评价时间', type: 'date' },
    { name: '成绩', optional: true },
    { name: '培训名称', optional: true, hint: '评价的是哪一次培训' },
  ],
  about: ['评价结论'],
  day: '评价日期',
  indicators: ['A3.train'],
  links: [],
  sample: {
    评价方式: '笔试',
    评价结论: '参加人员掌握了标准要求',
    评价人: '李明',
    评价日期: '2026-03-20',
    成绩: '12人合格',
    培训名称: '窗口服务规范宣贯',
  },
};
