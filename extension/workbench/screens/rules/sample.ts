import type { RulePack } from '../../../../core/rules/own/pack.ts';

/** A pack to start from: one rule of each type. */
export const SAMPLE_PACK = {
  schema: 'duibiao/rules@1',
  id: 'qinghe',
  name: '青禾镇便民服务中心补充规则',
  version: '2026-11',
  basis: { document: '《青禾镇公文处理办法》', from: '2025-01-01' },
  rules: [
    {
      id: 'contact-required',
      type: 'required-role',
      title: '有联系人',
      kinds: ['official'],
      severity: 'warning',
      clause: '第十条',
      role: '联系人',
    },
    {
      id: 'number-form',
      type: 'value-form',
      title: '发文字号用本镇代字',
      kinds: ['official'],
      severity: 'error',
      clause: '第七条',
      role: '发文字号',
      forms: ['青政〔{年}〕{数}号', '青政办〔{年}〕{数}号'],
    },
    {
      id: 'receiving-order',
      type: 'date-order',
      title: '先收文后办结',
      kinds: ['official'],
      severity: 'warning',
      roles: ['收文日期', '办结日期'],
    },
    {
      id: 'retention-list',
      type: 'value-list',
      title: '保管期限写法统一',
      kinds: ['official', 'record'],
      severity: 'warning',
      role: '保管期限',
      values: ['永久', '30年', '10年'],
    },
    {
      id: 'old-name',
      type: 'forbidden-word',
      title: '不用旧名称',
      kinds: ['official', 'standard', 'guide'],
      severity: 'warning',
      words: ['为民服务中心'],
      instead: '便民服务中心',
    },
  ],
} as const satisfies Omit<RulePack, 'rules'> & { rules: readonly object[] };
