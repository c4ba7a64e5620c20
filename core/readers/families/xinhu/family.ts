import type { Family } from '../../reader.ts';

/** 信呼OA. Its 发文字号 is only the word of the office; the number of the document is 公文编号. */
export const xinhu: Family = {
  id: 'xinhu',
  name: '信呼OA 读法',
  signs: [
    { weight: 6, url: /[?&]a=lu&m=input\b/u },
    { weight: 6, url: /\/task\.php\?a=[px]\b/u },
    { weight: 3, url: /[?&]num=(?:officia|officib|seal)\b/u },
    { weight: 4, control: 'base_deptname' },
    { weight: 4, control: 'base_name' },
    { weight: 3, label: '拟办人部门' },
    { weight: 3, label: '拟办人' },
    { weight: 3, label: '公文等级' },
    { weight: 4, text: /^(?:上级复搞|处理记录\(\d+\)|处理记录（\d+）)$/u },
  ],
  labels: {
    公文编号: { role: 'docNumber', confidence: 'exact' },
    发文字号: null,
    公文等级: { role: 'urgency', confidence: 'exact' },
    公文类型: { role: 'kindWord', confidence: 'exact' },
    拟办人: { role: 'drafter', confidence: 'exact' },
    来文日期: { role: 'receivedOn', confidence: 'guessed' },
  },
  steps: {
    上级复搞: 'reviewer',
    上级审批: 'reviewer',
    主要领导会签: 'countersigner',
    领导签发: 'approver',
  },
  states: {
    待提交: 'drafting',
    不同意: 'drafting',
    已审核: 'issued',
  },
  forms: [{ heading: /发文(?:稿纸|单)/u, expected: ['drafter', 'draftedOn', 'title', 'docNumber'] }],
};
