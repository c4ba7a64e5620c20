import type { RecordType } from './record-type.ts';

export const revisionRequest: RecordType = {
  id: 'revision-request',
  name: '修订申请',
  group: 'standards',
  title: '修订.{0,4}申请|文件更改申请',
  example: '标准修订申请表',
  boxes: [
    { name: '标准号', role: 'docNumber', words: '标准编号 文件编号 编号' },
    { name: '修订原因', words: '修订理由 更改原因 原因 理由', type: 'long' },
    { name: '修改内容', words: '修订内容 更改内容 内容', type: 'long' },
    { name: '申请人', words: '提出人 申请部门', type: 'people' },
    { name: '申请日期', words: '日期 申请时间 提出日期', type: 'date' },
    { name: '版本', role: 'version', words: '版次 版本号', optional: true, hint: '要修订的是哪一版' },
  ],
  about: ['标准号', '修订原因'],
  day: '申请日期',
  indicators: ['C10'],
  links: [{ to: 'review-record', how: 'then' }],
  sample: {
    标准号: 'Q/QH 101—2026',
    修订原因: '办理时限压缩',
    修改内容: '5.2 的承诺时限由 10 个工作日改为 5 个工作日',
    申请人: '王芳',
    申请日期: '2026-02-10',
    版本: 'A/0',
  },
};
