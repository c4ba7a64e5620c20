import { expect, it } from 'vitest';
import { describeRule, findingsOf } from '../testing.ts';
import { hangingParagraph } from './hanging-paragraph.ts';
import { standard, TEXT_CASES } from './text-cases.ts';

const clauses = (...text: string[]) => standard('# 4 服务要求', ...text);

describeRule(hangingParagraph, [
  ...TEXT_CASES,
  { name: 'clauses at once', document: clauses('4.1 应微笑。', '4.2 应站立。'), reasons: ['passed'] },
  { name: 'a chapter that is not divided', document: clauses('窗口人员应微笑。'), reasons: ['passed'] },
  {
    name: 'behind a chapter',
    document: clauses('窗口人员应遵守本章。', '4.1 应微笑。', '4.2 应站立。'),
    reasons: ['hanging'],
  },
  {
    name: 'behind a clause',
    document: clauses(
      '4.1 人员',
      '窗口人员应遵守下列各条。',
      '4.1.1 应微笑。',
      '4.1.2 应站立。',
      '4.2 环境',
      '应整洁。',
    ),
    reasons: ['hanging'],
  },
  {
    name: 'what leads to the clauses',
    document: clauses('窗口人员应做到：', '4.1 应微笑。', '4.2 应站立。'),
    reasons: ['passed'],
  },
  {
    name: 'a note',
    document: clauses('注：以下各条适用于窗口。', '4.1 应微笑。', '4.2 应站立。'),
    reasons: ['passed'],
  },
  { name: 'a table', document: clauses('表1　人员', '|甲|乙。|', '4.1 应微笑。', '4.2 应站立。'), reasons: ['passed'] },
  {
    name: 'the text of a clause',
    document: clauses('4.1 人员', '应微笑。', '4.2 环境', '应整洁。'),
    reasons: ['passed'],
  },
  {
    name: 'the lead-in of the terms',
    document: {
      ...clauses('4.1 应微笑。', '4.2 应站立。'),
      text: [
        '# 1 范围',
        '规定了要求。',
        '# 3 术语和定义',
        '下列术语和定义适用于本文件。',
        '3.1 甲',
        '乙。',
        '3.2 丙',
        '丁。',
      ],
    },
    reasons: ['passed'],
  },
  {
    name: 'what an annex is',
    document: standard('# 4 服务要求', '应微笑。', '# 附录A', '（资料性）', '检查表', 'A.1 甲', 'A.2 乙'),
    reasons: ['passed'],
  },
]);

it('names the places in one finding', () => {
  const document = clauses(
    '应遵守本章。',
    '4.1 人员',
    '应遵守本条。',
    '4.1.1 应微笑。',
    '4.1.2 应站立。',
    '4.2 环境',
    '应整洁。',
  );
  const [finding] = findingsOf(hangingParagraph, document);
  expect(finding).toMatchObject({
    severity: 'info',
    message: '有2处标题后面先写了一段再分条（悬置段）：第4章、4.1。最好把这一段也编成条。',
  });
});
