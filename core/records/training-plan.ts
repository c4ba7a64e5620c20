import type { RecordType } from './record-type.ts';

export const trainingPlan: RecordType = {
  id: 'training-plan',
  name: '培训计划',
  group: 'training',
  title: '培训.{0,6}计划',
  example: '年度培训计划表',
  boxes: [
    { name: '培训内容', words: '内容 培训课程 培训课程名称 课程内容', type: 'long' },
    { name: '培训对象', words: '对象 参加人员 培训人员 参训人员 参与培训人员 受培训人员' },
    { name: '讲师', words: '授课人 培训老师 主讲人 培训讲师', type: 'people' },
    { name: '培训时间', words: '时间 计划时间 培训日期 日期', hint: '例如：2026-03-12，或 2026年3月' },
    { name: '考核方式', words: '考核 考核方法 评价方式', type: 'choice', choices: '笔试 问卷 现场提问 实际操作' },
    { name: '年度', optional: true },
    { name: '批准人', role: 'approver', optional: true, signed: true, type: 'people' },
  ],
  about: ['培训内容', '年度'],
  indicators: ['A3.train'],
  links: [{ to: 'training-record', how: 'then', by: ['培训内容', '培训内容'], due: '培训时间' }],
  sample: {
    培训内容: '窗口服务规范宣贯',
    培训对象: '全体窗口人员',
    讲师: '李明',
    培训时间: '2026年3月',
    考核方式: '笔试',
    年度: '2026',
    批准人: '周立',
  },
};
