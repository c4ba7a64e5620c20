import type { RecordType } from './record-type.ts';

export const controlledList: RecordType = {
  id: 'controlled-list',
  name: '受控文件清单',
  group: 'standards',
  title: '受控.{0,4}(?:清单|目录|一览表)|有效文件.{0,2}清单',
  example: '受控文件清单',
  boxes: [
    { name: '文件编号', role: 'docNumber', words: '标准号 标准编号 编号', each: true },
    { name: '文件名称', words: '标准名称 名称', each: true },
    { name: '版本', role: 'version', words: '版次 版本号', hint: '例如：A/1', each: true },
    {
      name: '受控状态',
      role: 'controlState',
      words: '受控情况 状态',
      type: 'choice',
      choices: '受控 作废',
      each: true,
    },
    { name: '发布日期', role: 'publishedOn', words: '发布时间', type: 'date', each: true },
    { name: '实施日期', role: 'effectiveOn', words: '实施时间 生效日期', type: 'date', each: true },
  ],
  about: ['文件名称'],
  indicators: ['A3.issue'],
  links: [],
  sample: {
    文件编号: 'Q/QH 101—2026',
    文件名称: '窗口服务规范',
    版本: 'A/1',
    受控状态: '受控',
    发布日期: '2026-03-01',
    实施日期: '2026-04-01',
  },
};
