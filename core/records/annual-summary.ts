import type { RecordType } from './record-type.ts';

export const annualSummary: RecordType = {
  id: 'annual-summary',
  name: '年度工作总结',
  group: 'organisation',
  boxes: [
    { name: '年度', hint: '例如：2026' },
    { name: '完成情况', type: 'long' },
    { name: '存在不足', optional: true, type: 'long' },
    { name: '成文日期', words: '日期', type: 'date' },
    { name: '文号', words: '发文字号', optional: true },
    { name: '下年打算', optional: true, type: 'long' },
    { name: '目标完成', type: 'long', hint: '对照年初的目标写' },
  ],
  about: ['年度', '文号'],
  day: '成文日期',
  indicators: ['C3'],
  links: [],
  sample: {
    年度: '2025',
    完成情况: '修订标准 12 项，培训 4 次',
    存在不足: '个别窗口记录不及时',
    成文日期: '2025-12-28',
    文号: '青政发〔2025〕41号',
    下年打算: '完善记录',
    目标完成: '年初目标全部完成',
  },
};
