import type { RecordType } from './record-type.ts';

export const recallRecord: RecordType = {
  id: 'recall-record',
  name: '回收记录',
  group: 'standards',
  title: '回收|作废|销毁',
  example: '文件回收记录',
  boxes: [
    { name: '文件编号', role: 'docNumber', words: '标准号 标准编号 编号' },
    { name: '版本', role: 'version', words: '旧版本 版次 版本号', hint: '收回的是旧版，写旧版本。' },
    { name: '回收份数', words: '份数 数量', type: 'number' },
    { name: '回收人', words: '经手人', signed: true, type: 'people' },
    { name: '处理方式', words: '处置方式 处理', type: 'choice', choices: '销毁 加盖作废章留存' },
    { name: '回收日期', words: '日期 时间', type: 'date' },
  ],
  about: ['文件编号'],
  day: '回收日期',
  indicators: ['C10', 'A3.issue'],
  links: [{ to: 'issue-record', how: 'with', by: ['文件编号', '文件编号'] }],
  sample: {
    文件编号: 'Q/QH 101—2026',
    版本: 'A/0',
    回收份数: '6',
    回收人: '李明',
    处理方式: '销毁',
    回收日期: '2026-03-12',
  },
};
