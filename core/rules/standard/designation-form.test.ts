import { expect, it } from 'vitest';
import { type DocumentSketch, describeRule, findingsOf } from '../testing.ts';
import { designationForm } from './designation-form.ts';
import { TEXT_CASES } from './text-cases.ts';

const text = (...lines: string[]): DocumentSketch => ({
  kind: 'standard',
  text: ['# 1 范围', '本文件规定了要求。', '# 4 服务要求', ...lines],
});

describeRule(designationForm, [
  ...TEXT_CASES.filter(({ name }) => /read|form|state|official/.test(name) && !/a part/.test(name)),
  {
    name: 'a part was not read',
    document: { ...text('应符合GB/T 36112—2018的规定。'), notes: [{ kind: 'unreadable' }] },
    reasons: ['unread'],
  },
  {
    name: 'as it should be',
    document: text('应符合GB/T 36112—2018和GB/T 24421（所有部分）的规定。'),
    reasons: ['passed'],
  },
  { name: 'none', document: text('应微笑。'), reasons: ['none'] },
  { name: 'a letter for a digit', document: text('应符合GB/T 5O89—2003的规定。'), reasons: ['glyph'] },
  { name: 'no slash', document: text('应符合GBT 36112—2018的规定。'), reasons: ['slash'] },
  { name: 'a year of two digits', document: text('应符合GB/T 36112—98的规定。'), reasons: ['short-year'] },
  {
    name: 'style, told once',
    document: text('应符合GB/T36112-2018和GB/T 24421.2－2023的规定。'),
    reasons: ['style'],
    told: [
      [
        '有2个标准编号的空格、连接号或者大小写不规范，例如“GB/T36112-2018”，规范写法是“GB/T 36112—2018”。',
        '',
        '4 4',
        '',
      ],
    ],
  },
  { name: 'an industry that nobody knows', document: text('应符合QZ/T 101—2018的规定。'), reasons: ['unknown-code'] },
  {
    name: 'rules of a house',
    document: { kind: 'standard', text: ['# 第一章 总则', '第一条 应符合GBT 36112—2018的规定。'] },
    reasons: ['slash'],
    told: [['标准编号“GBT 36112—2018”的斜线不对，应当是GB/T 36112—2018。', '', '2', '']],
  },
]);

it('counts what is a matter of style, and shows one', () => {
  const [finding] = findingsOf(designationForm, text('应符合GB/T36112-2018和GB/T24421.2-2023的规定。'));
  expect(finding).toMatchObject({
    severity: 'info',
    message: '有2个标准编号的空格、连接号或者大小写不规范，例如“GB/T36112-2018”，规范写法是“GB/T 36112—2018”。',
  });
});
