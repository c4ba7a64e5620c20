import type { RecordType } from './record-type.ts';

export const rewardRule: RecordType = {
  id: 'reward-rule',
  name: '奖惩规定',
  group: 'organisation',
  boxes: [
    { name: '文件标题', words: '标题 文件名称' },
    { name: '文号', words: '发文字号' },
    { name: '适用对象', words: '对象' },
    { name: '奖惩办法', words: '奖励办法 办法', type: 'long' },
    { name: '成文日期', words: '日期', type: 'date' },
  ],
  about: ['文件标题', '文号'],
  day: '成文日期',
  indicators: ['C5'],
  links: [{ to: 'reward-record', how: 'any', months: 12 }],
  sample: {
    文件标题: '标准化工作奖励规定',
    文号: '青政发〔2026〕9号',
    适用对象: '窗口工作人员',
    奖惩办法: '每季度评一次，按第五条奖励',
    成文日期: '2026-02-05',
  },
};
