import type { RecordType } from './record-type.ts';

export const trainingRecord: RecordType = {
  id: 'training-record',
  name: '培训记录',
  title: '培训|宣贯',
  example: '标准宣贯培训记录',
  boxes: [
    { name: '培训时间', words: '时间 培训日期 日期' },
    { name: '培训地点', words: '地点' },
    { name: '讲师', words: '授课人 培训老师 主讲人 主讲 培训讲师 授课教师' },
    { name: '培训内容', words: '内容 培训课程 主要内容' },
    { name: '参加人员', words: '参加人 参训人员 签到 姓名 签到表 参加人数 实到人数 培训对象', signed: true },
    { name: '学时', words: '课时 培训时长 培训学时 时长' },
    { name: '培训主题', optional: true },
    { name: '应到人数', optional: true },
  ],
  about: ['培训主题', '培训内容'],
  indicators: ['A3.train'],
  links: [{ to: 'training-evaluation', how: 'then' }],
};
