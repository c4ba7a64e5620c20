import type { RecordType } from './record-type.ts';

export const inspectionRecord: RecordType = {
  id: 'inspection-record',
  name: '检查考核记录',
  group: 'improve',
  title: '检查|巡查|考核',
  example: '窗口服务日常检查表',
  boxes: [
    { name: '检查日期', words: '考核日期 检查时间 日期 时间 巡查日期 考核时间', type: 'date' },
    {
      name: '受检部门',
      words:
        '被检部门 受检窗口 被检查部门 被查单位 受检单位 被检查单位 受检人 被考核人 考核对象 检查对象 窗口 姓名 部门',
      each: true,
    },
    {
      name: '检查情况',
      words: '检查内容 检查发现 发现问题 检查结果 存在问题 考核内容 考核结果 检查项目 问题 得分',
      type: 'long',
      hint: '没有发现问题就写“未发现问题”。',
      each: true,
    },
    { name: '检查人', words: '考核人 检查人员 巡查人 检查组', signed: true, type: 'people' },
    { name: '检查依据', optional: true, hint: '例如：窗口服务规范 5.2' },
  ],
  about: ['受检部门', '检查情况'],
  day: '检查日期',
  indicators: ['A3.supervise'],
  links: [{ to: 'correction-record', how: 'if-found', by: ['检查情况', '不符合描述'], found: '检查情况' }],
  sample: {
    检查日期: '2026-06-10',
    受检部门: '社保窗口',
    检查情况: '未发现问题',
    检查人: '李明',
    检查依据: '窗口服务规范 5.2',
  },
};
