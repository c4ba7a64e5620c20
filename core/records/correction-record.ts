import type { RecordType } from './record-type.ts';

export const correctionRecord: RecordType = {
  id: 'correction-record',
  name: '纠正措施记录',
  group: 'improve',
  title: '纠正|不合格|不符合|整改',
  example: '不合格项整改记录',
  boxes: [
    {
      name: '不符合描述',
      words: '不合格描述 不符合事实 问题描述 存在问题 发现问题 不合格事实 不符合项 问题',
      type: 'long',
    },
    { name: '原因分析', words: '原因', type: 'long' },
    { name: '纠正措施', words: '整改措施 措施', type: 'long' },
    { name: '责任人', words: '责任部门 整改责任人', type: 'people' },
    { name: '完成期限', words: '整改期限 期限 完成时间 完成日期 整改时限', type: 'date' },
    { name: '验证人', words: '验证 验证情况 验证结果 复查人', signed: true, type: 'people', waits: '完成期限' },
    { name: '整改情况', optional: true, type: 'long' },
    { name: '验证日期', optional: true, type: 'date' },
  ],
  about: ['不符合描述'],
  indicators: ['A3.improve'],
  links: [],
  sample: {
    不符合描述: '2号窗口作息时间牌与公布的不一致',
    原因分析: '夏季作息调整后没有更换',
    纠正措施: '更换作息时间牌，列入每月检查',
    责任人: '王芳',
    完成期限: '2026-06-20',
    验证人: '李明',
    整改情况: '已更换',
    验证日期: '2026-06-18',
  },
};
