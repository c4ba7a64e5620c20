import type { RecordType } from './record-type.ts';

export const correctionRecord: RecordType = {
  id: 'correction-record',
  name: '纠正措施记录',
  title: '纠正|不合格|不符合|整改',
  example: '不合格项整改记录',
  boxes: [
    {
      name: '不符合描述',
      words: '不合格描述 不符合事实 问题描述 存在问题 发现问题 不合格事实 不符合项 问题',
    },
    { name: '原因分析', words: '原因' },
    { name: '纠正措施', words: '整改措施 措施' },
    { name: '责任人', words: '责任部门 整改责任人' },
    { name: '完成期限', words: '整改期限 期限 完成时间 完成日期 整改时限' },
    { name: '验证人', words: '验证 验证情况 验证结果 复查人', signed: true },
    { name: '整改情况', optional: true },
    { name: '验证日期', optional: true },
  ],
  about: ['不符合描述'],
  indicators: ['A3.improve'],
  links: [],
};
