import { expect, it } from 'vitest';
import { describeRule, findingsOf } from '../testing.ts';
import { standard, TEXT_CASES } from './text-cases.ts';
import { vagueWords } from './vague-words.ts';

const clauses = (...text: string[]) => standard('# 4 服务要求', ...text);

describeRule(vagueWords, [
  ...TEXT_CASES,
  { name: 'plain words', document: clauses('4.1 应在2个工作日内告知。'), reasons: ['passed'] },
  { name: 'a word', document: clauses('4.1 应尽快告知。'), reasons: ['vague'] },
  {
    name: 'each word once',
    document: clauses('4.1 应及时告知。', '4.2 应及时登记，必要时报相关部门。'),
    reasons: ['vague', 'vague', 'vague'],
  },
  {
    name: 'words that only look like it',
    document: clauses('4.1 办结及时率应达到98%。', '4.2 应公布“请尽快办理”和《有关规定汇编》。'),
    reasons: ['passed'],
  },
  {
    name: 'the scope and a note',
    document: {
      ...clauses('4.1 应微笑。', '注：可适当调整。'),
      text: ['# 1 范围', '本文件规定了及时办理的要求。', '# 4 服务要求', '应微笑。', '注：可适当调整。'],
    },
    reasons: ['passed'],
  },
  { name: 'a form to fill in', document: clauses('4.1 应登记。', '|处理|已报相关部门|'), reasons: ['passed'] },
]);

it('says how often and where', () => {
  const [finding] = findingsOf(vagueWords, clauses('4.1 应及时告知。', '4.2 应及时登记。'));
  expect(finding).toMatchObject({ severity: 'info' });
  expect(finding?.message).toBe('有2处用了“及时”：4.1、4.2。不好检查，最好写明做什么、多长时间、谁来做。');
});
