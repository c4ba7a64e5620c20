import { expect, it } from 'vitest';
import { describeRule, findingsOf } from '../testing.ts';
import { listForm } from './list-form.ts';
import { standard, TEXT_CASES } from './text-cases.ts';

const clauses = (...text: string[]) => standard('# 4 服务要求', ...text);

describeRule(listForm, [
  ...TEXT_CASES,
  {
    name: 'letters',
    document: clauses('4.1 应告知：', 'a) 条件；', 'b) 材料；', 'c) 时限。', '4.2 应登记。'),
    reasons: ['passed'],
  },
  { name: 'dashes', document: clauses('应告知：', '——条件；', '——材料。'), reasons: ['passed'] },
  {
    name: 'digits below letters',
    document: clauses(
      '4.1 应告知：',
      'a) 条件，包括：',
      '1) 年龄；',
      '2) 住址；',
      'b) 材料：',
      '1) 身份证；',
      '2) 申请表。',
      '4.2 应登记。',
    ),
    reasons: ['passed'],
  },
  { name: 'whole sentences', document: clauses('应做到：', 'a) 应微笑。', 'b) 应站立。'), reasons: ['passed'] },
  { name: 'names without marks', document: clauses('应公示：', '——条件', '——材料'), reasons: ['passed'] },
  {
    name: 'an item with a paragraph of its own',
    document: clauses('应做到：', 'a) 应微笑；', '微笑应自然。', 'b) 应站立。'),
    reasons: ['passed'],
  },
  { name: 'a letter is missing', document: clauses('应告知：', 'a) 条件；', 'c) 时限。'), reasons: ['markers'] },
  {
    name: 'two items on one line',
    document: clauses('应告知：', 'a) 条件；b) 材料；', 'c) 时限。'),
    reasons: ['passed'],
  },
  {
    name: 'it does not begin with the first',
    document: clauses('应告知：', 'b) 条件；', 'c) 时限。'),
    reasons: ['markers'],
  },
  {
    name: 'a sentence leads to it',
    document: clauses('窗口人员应告知。', 'a) 条件；', 'b) 时限。'),
    reasons: ['lead'],
  },
  {
    name: 'a title leads to it',
    document: clauses('4.1 告知内容', 'a) 条件；', 'b) 时限。', '4.2 记录', '应登记。'),
    reasons: ['lead'],
  },
  {
    name: 'marks that do not agree',
    document: clauses('应告知：', 'a) 条件；', 'b) 材料', 'c) 时限。'),
    reasons: ['ends'],
  },
  { name: 'the last ends like the others', document: clauses('应告知：', 'a) 条件；', 'b) 材料；'), reasons: ['ends'] },
  {
    name: 'all at once',
    document: clauses('4.1 应告知。', 'a) 条件；', 'c) 材料；', '4.2 应登记。'),
    reasons: ['markers', 'lead', 'ends'],
  },
  {
    name: 'the list of references',
    document: {
      ...standard(),
      text: [
        '# 1 范围',
        '规定了要求。',
        '# 2 规范性引用文件',
        '下列文件适用。',
        '——甲；',
        '——乙',
        '# 4 服务要求',
        '应微笑。',
      ],
    },
    reasons: ['passed'],
  },
]);

it('names the places in one finding', () => {
  const [finding] = findingsOf(
    listForm,
    clauses('4.1 应告知。', 'a) 条件；', 'b) 材料。', '4.2 应登记。', '——时间；', '——姓名。'),
  );
  expect(finding).toMatchObject({ severity: 'info', message: '有2处列项前面没有以冒号结尾的引语：4.1、4.2。' });
});
