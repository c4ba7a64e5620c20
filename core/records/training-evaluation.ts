import type { RecordType } from './record-type.ts';

export const trainingEvaluation: RecordType = {
  id: 'training-evaluation',
  name: '培训效果评价',
  title: '培训.{0,6}(?:效果|评价|评估)',
  example: '培训效果评价表',
  boxes: [
    { name: '评价方式', words: '考核方式 方式 评价方法 考核方法' },
    { name: '评价结论', words: '结论 效果评价 评价结果 总体评价 培训效果' },
    { name: '评价人', words: '评估人', signed: true },
    { name: '评价日期', words: '日期 评估日期 评价时间' },
    { name: '成绩', optional: true },
  ],
  about: ['评价结论'],
  indicators: ['A3.train'],
  links: [],
};
