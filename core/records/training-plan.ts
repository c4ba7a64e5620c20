import type { RecordType } from './record-type.ts';

export const trainingPlan: RecordType = {
  id: 'training-plan',
  name: '培训计划',
  title: '培训.{0,6}计划',
  example: '年度培训计划表',
  boxes: [
    { name: '培训内容', words: '内容 培训课程 培训课程名称 课程内容' },
    { name: '培训对象', words: '对象 参加人员 培训人员 参训人员 参与培训人员 受培训人员' },
    { name: '讲师', words: '授课人 培训老师 主讲人 培训讲师' },
    { name: '培训时间', words: '时间 计划时间 培训日期 日期' },
    { name: '考核方式', words: '考核 考核方法 评价方式' },
    { name: '年度', optional: true },
    { name: '批准人', role: 'approver', optional: true, signed: true },
  ],
  about: ['培训内容', '年度'],
  indicators: ['A3.train'],
  links: [{ to: 'training-record', how: 'then' }],
};
