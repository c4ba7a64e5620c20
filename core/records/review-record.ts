import type { RecordType } from './record-type.ts';

export const reviewRecord: RecordType = {
  id: 'review-record',
  name: '评审记录',
  group: 'standards',
  title: '评审',
  example: '标准评审记录',
  boxes: [
    { name: '评审日期', words: '会议日期 会议时间 评审时间 日期 时间', type: 'date' },
    { name: '参加人', words: '参加人员 评审人员 评审人 与会人员 出席人员 评审组成员', signed: true, type: 'people' },
    { name: '评审意见', words: '意见', type: 'long' },
    { name: '评审结论', words: '结论 评审结果', type: 'choice', choices: '通过 修改后通过 不通过' },
    { name: '会议主题', optional: true },
    { name: '会议地点', optional: true },
    { name: '主持人', optional: true, type: 'people' },
    { name: '记录人', optional: true, type: 'people' },
  ],
  about: ['会议主题'],
  day: '评审日期',
  indicators: ['C10'],
  links: [{ to: 'issue-order', how: 'then' }],
  sample: {
    评审日期: '2026-02-20',
    参加人: '王芳、李明、孙丽',
    评审意见: '服务时限写得明确，同意修订',
    评审结论: '通过',
    会议主题: '窗口服务规范修订评审',
    会议地点: '二楼会议室',
    主持人: '李明',
    记录人: '王芳',
  },
};
