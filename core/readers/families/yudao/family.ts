import type { Family } from '../../reader.ts';

/** 芋道: approvals with a 流转记录 tab; the steps of the flow carry the names that the server was given. */
export const yudao: Family = {
  id: 'yudao',
  name: '芋道 读法',
  signs: [
    { weight: 6, url: /\/bpm\/process-instance\/(?:detail|create)\b/u },
    { weight: 3, url: /\/bpm\/(?:task|oa)\b/u },
    { weight: 5, text: /^审批详情$/u },
    { weight: 5, text: /^流转记录$/u },
    { weight: 3, text: /^流程图$/u },
    { weight: 2, text: /^流转评论$/u },
    { weight: 3, text: /^编号[:：]/u },
  ],
  labels: {
    申请人: { role: 'drafter', confidence: 'guessed' },
  },
  steps: {
    发起人: 'drafter',
    开始: 'drafter',
  },
  states: {
    审批通过: 'issued',
    审批不通过: 'drafting',
    已取消: 'drafting',
  },
  forms: [{ heading: /发文/u, expected: ['drafter', 'title'] }],
};
