import type { RecordType } from './record-type.ts';

export const archiveCatalogue: RecordType = {
  id: 'archive-catalogue',
  name: '归档目录',
  group: 'archive',
  title: '归档|案卷',
  example: '归档文件目录',
  boxes: [
    { name: '题名', words: '案卷 案卷题名 文件题名 名称 文件名称 案卷名称', each: true },
    { name: '归档日期', words: '日期 时间 形成日期 归档时间', type: 'date', each: true },
    {
      name: '保存期限',
      role: 'retention',
      words: '保管期限 期限',
      type: 'choice',
      choices: '10年 30年 永久',
      each: true,
    },
  ],
  about: ['题名'],
  indicators: ['A3.archive'],
  links: [],
  sample: { 题名: '2026年度培训记录', 归档日期: '2026-10-30', 保存期限: '30年' },
};
