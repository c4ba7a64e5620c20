import type { RecordType } from './record-type.ts';

export const issueRecord: RecordType = {
  id: 'issue-record',
  name: '发放记录',
  title: '发放|分发|领用',
  example: '标准发放登记表',
  boxes: [
    { name: '文件编号', role: 'docNumber', words: '标准号 标准编号 编号' },
    { name: '文件名称', role: 'title', words: '标准名称 名称' },
    { name: '份数', words: '发放份数 数量' },
    { name: '接收部门', words: '领用部门 接收单位 部门 窗口 接收窗口' },
    { name: '接收人', words: '接收人签名 签收人 领用人 领取人 签收 签名', signed: true },
    { name: '发放日期', words: '日期 接收日期 签收日期 领用日期 时间' },
    { name: '版本', role: 'version', words: '版次 版本号', optional: true },
    { name: '分发号', optional: true },
    { name: '发放人', optional: true },
  ],
  about: ['文件名称', '文件编号'],
  indicators: ['C10', 'A3.issue'],
  links: [{ to: 'recall-record', how: 'with' }],
};
