import type { RecordType } from './record-type.ts';

export const issueOrder: RecordType = {
  id: 'issue-order',
  name: '修订审批发布令',
  group: 'standards',
  boxes: [
    { name: '标准号', words: '文件编号' },
    { name: '文件名称', words: '标准名称' },
    { name: '版本', words: '版次', hint: '批准的新版本' },
    { name: '编制人', type: 'people' },
    { name: '审核人', type: 'people' },
    { name: '批准人', type: 'people' },
    { name: '批准日期', type: 'date' },
    { name: '实施日期', type: 'date', hint: '没有到的也可以填' },
  ],
  about: ['标准号', '文件名称'],
  day: '批准日期',
  indicators: ['C10'],
  links: [
    { to: 'issue-record', how: 'then', by: ['标准号', '文件编号'], due: '实施日期' },
    { to: 'recall-record', how: 'then', by: ['标准号', '文件编号'], due: '实施日期', where: 'revision-request' },
  ],
  sample: {
    标准号: 'Q/QH 101—2026',
    文件名称: '窗口服务规范',
    版本: 'A/1',
    编制人: '王芳',
    审核人: '李明',
    批准人: '周立',
    批准日期: '2026-03-01',
    实施日期: '2026-04-01',
  },
};
