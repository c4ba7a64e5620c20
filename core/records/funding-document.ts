import type { RecordType } from './record-type.ts';

export const fundingDocument: RecordType = {
  id: 'funding-document',
  name: '经费文件',
  group: 'organisation',
  boxes: [
    { name: '文件标题', words: '标题 文件名称' },
    { name: '文号', words: '发文字号' },
    { name: '保障期限', words: '期限', hint: '例如：长期，列入每年预算' },
    { name: '经费来源', words: '经费渠道 金额', hint: '金额或渠道' },
    { name: '成文日期', words: '日期', type: 'date' },
  ],
  about: ['文件标题', '文号'],
  day: '成文日期',
  indicators: ['C4'],
  links: [],
  sample: {
    文件标题: '关于标准化工作经费的通知',
    文号: '青政发〔2026〕8号',
    保障期限: '长期，列入每年预算',
    经费来源: '财政预算，每年5万元',
    成文日期: '2026-02-02',
  },
};
