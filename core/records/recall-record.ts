import type { RecordType } from './record-type.ts';

export const recallRecord: RecordType = {
  id: 'recall-record',
  name: '回收记录',
  title: '回收|作废|销毁',
  example: '文件回收记录',
  boxes: [
    { name: '文件编号', role: 'docNumber', words: '标准号 标准编号 编号' },
    { name: '版本', role: 'version', words: '旧版本 版次 版本号' },
    { name: '回收份数', words: '份数 数量' },
    { name: '回收人', words: '经手人', signed: true },
    { name: '处理方式', words: '处置方式 处理' },
    { name: '回收日期', words: '日期 时间' },
  ],
  about: ['文件编号'],
  indicators: ['C10', 'A3.issue'],
  links: [{ to: 'issue-record', how: 'with' }],
};
