import type { RecordType } from './record-type.ts';

export const annualPlan: RecordType = {
  id: 'annual-plan',
  name: '年度工作计划',
  group: 'organisation',
  boxes: [
    { name: '年度', hint: '例如：2026' },
    { name: '标准化内容', words: '工作内容', type: 'long' },
    { name: '工作目标', words: '目标', type: 'long' },
    { name: '保障措施', words: '措施', type: 'long' },
    { name: '成文日期', words: '日期', type: 'date' },
    { name: '文号', words: '发文字号', optional: true },
  ],
  about: ['年度', '文号'],
  day: '成文日期',
  indicators: ['C3'],
  links: [{ to: 'annual-summary', how: 'then', by: ['年度', '年度'], due: '年度' }],
  sample: {
    年度: '2026',
    标准化内容: '修订窗口服务标准，开展宣贯',
    工作目标: '全部事项有标准',
    保障措施: '每季度检查一次',
    成文日期: '2026-01-20',
    文号: '青政发〔2026〕5号',
  },
};
