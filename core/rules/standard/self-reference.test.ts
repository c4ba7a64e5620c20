import { expect, it } from 'vitest';
import { describeRule, findingsOf } from '../testing.ts';
import { selfReference } from './self-reference.ts';
import { inOldTime, standard, TEXT_CASES, undatedText } from './text-cases.ts';

const clauses = (...text: string[]) => standard('# 4 服务要求', ...text);

describeRule(selfReference, [
  ...TEXT_CASES,
  { name: 'as it should be', document: clauses('4.1 本文件规定的记录应归档。'), reasons: ['passed'] },
  { name: '本标准', document: clauses('4.1 本标准规定的记录应归档。'), reasons: ['old-name'] },
  {
    name: 'two names',
    document: clauses('4.1 本标准由办公室解释。', '4.2 本制度自发布之日起执行。'),
    reasons: ['old-name', 'old-name'],
  },
  {
    name: 'words that only look like it',
    document: clauses(
      '4.1 基本制度、样本规范和本标准化办公室、本规范化建设项目的资料应归档。',
      '4.2 应公布“本标准”字样和《本办法解读》。',
    ),
    reasons: ['passed'],
  },
  {
    name: 'in the time of the edition before',
    document: inOldTime(clauses('4.1 本标准的记录应归档。')),
    reasons: ['passed'],
  },
  { name: 'the day is not read', document: undatedText(clauses('4.1 本标准的记录应归档。')), reasons: ['undated'] },
  {
    name: 'the sentence with the drafting rules has a rule of its own',
    document: clauses('4.1 应归档。', '# 附录A（资料性）说明', '本标准按照GB/T 1.1—2009给出的规则起草。'),
    reasons: ['passed'],
  },
  {
    name: 'the name of further reading',
    document: clauses('4.1 应归档。', '# 参考文献', '本标准编写说明'),
    reasons: ['passed'],
  },
]);

it('says how often and where, and offers the right word', () => {
  const [finding] = findingsOf(
    selfReference,
    clauses('4.1 本标准的记录应归档。', '4.2 本标准的附表应填写，本标准解释权在办公室。'),
  );
  expect(finding?.message).toBe('有3处自称“本标准”，应当写“本文件”：4.1、4.2。');
  expect(finding?.fix).toEqual({ label: '改成“本文件”', from: '本标准', to: '本文件' });
});
