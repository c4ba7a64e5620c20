import type { RecordType } from './record-type.ts';

export const reviewRecord: RecordType = {
  id: 'review-record',
  name: '评审记录',
  title: '评审',
  example: '标准评审记录',
  boxes: [
    { name: '评审日期', words: '会议日期 会议时间 评审时间 日期 时间' },
    { name: '参加人', words: '参加人员 评审人员 评审人 与会人员 出席人员 评审组成员', signed: true },
    { name: '评审意见', words: '意见' },
    { name: '评审结论', words: '结论 评审结果' },
    { name: '会议主题', optional: true },
    { name: '会议地点', optional: true },
    { name: '主持人', optional: true },
    { name: '记录人', optional: true },
  ],
  about: ['会议主题'],
  indicators: ['C10'],
  links: [{ to: 'issue-record', how: 'then' }],
};
