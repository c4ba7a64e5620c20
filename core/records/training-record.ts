import type { RecordType } from './record-type.ts';

export const trainingRecord: RecordType = {
  id: 'training-record',
  name: '培训记录',
  group: 'training',
  title: '培训|宣贯',
  example: '标准宣贯培训记录',
  boxes: [
    { name: '培训时间', words: '时间 培训日期 日期', type: 'date' },
    { name: '培训地点', words: '地点' },
    { name: '讲师', words: '授课人 培训老师 主讲人 主讲 培训讲师 授课教师', type: 'people' },
    { name: '培训内容', words: '内容 培训课程 主要内容', type: 'long' },
    {
      name: '参加人员',
      words: '参加人 参训人员 签到 姓名 签到表 参加人数 实到人数 培训对象',
      signed: true,
      type: 'people',
      hint: '几个人用顿号隔开；签到表另附。',
    },
    { name: '学时', words: '课时 培训时长 培训学时 时长' },
    { name: '培训主题', optional: true },
    { name: '应到人数', optional: true, type: 'number' },
  ],
  about: ['培训主题', '培训内容'],
  day: '培训时间',
  indicators: ['A3.train'],
  links: [{ to: 'training-evaluation', how: 'then', by: ['培训内容', '培训名称'] }],
  sample: {
    培训时间: '2026-03-12',
    培训地点: '二楼会议室',
    讲师: '李明',
    培训内容: '窗口服务规范宣贯',
    参加人员: '王芳、孙丽、赵敏',
    学时: '2学时',
    培训主题: '标准宣贯',
    应到人数: '3',
  },
};
