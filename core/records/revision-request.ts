import type { RecordType } from './record-type.ts';

export const revisionRequest: RecordType = {
  id: 'revision-request',
  name: '修订申请',
  title: '修订.{0,4}申请|文件更改申请',
  example: '标准修订申请表',
  boxes: [
    { name: '标准号', role: 'docNumber', words: '标准编号 文件编号 编号' },
    { name: '修订原因', words: '修订理由 更改原因 原因 理由' },
    { name: '修改内容', words: '修订内容 更改内容 内容' },
    { name: '申请人', words: '提出人 申请部门' },
    { name: '申请日期', words: '日期 申请时间 提出日期' },
    { name: '版本', role: 'version', words: '版次 版本号', optional: true },
  ],
  about: ['标准号', '修订原因'],
  indicators: ['C10'],
  links: [{ to: 'review-record', how: 'then' }],
};
