import { describeRule } from '../testing.ts';
import { clauseNumbering } from './clause-numbering.ts';
import { inOldTime, standard, TEXT_CASES } from './text-cases.ts';

const FOUR = ['# 4 服务要求', '4.1 应微笑。', '4.2 应站立。'];

describeRule(clauseNumbering, [
  ...TEXT_CASES,
  {
    name: 'in order',
    document: standard(...FOUR, '# 5 监督', '5.1 人员', '5.1.1 应检查。', '5.1.2 应记录。', '5.2 应公示。'),
    reasons: ['passed'],
  },
  { name: 'a chapter is missing', document: standard(...FOUR, '# 6 监督', '应检查。'), reasons: ['chapter-gap'] },
  {
    name: 'a chapter is missing in the time of the edition before',
    document: inOldTime(standard(...FOUR, '# 6 监督', '应检查。')),
    reasons: ['chapter-gap'],
  },
  {
    name: 'the first chapters are the business of another rule',
    document: { ...standard(), text: ['# 1 范围', '规定了要求。', '# 4 服务要求', '应微笑。'] },
    reasons: ['passed'],
  },
  {
    name: 'the missing chapter shows by its clauses',
    document: standard(...FOUR, '5.1 应登记。', '5.2 应归档。', '# 6 监督', '应检查。'),
    reasons: ['passed'],
  },
  {
    name: 'the missing chapter stands as a plain line',
    document: standard(...FOUR, '5 登记', '应登记。', '# 6 监督', '应检查。'),
    reasons: ['passed'],
  },
  {
    name: 'a heading whose number was not read',
    document: standard(...FOUR, '# 登记', '应登记。', '# 6 监督', '应检查。'),
    reasons: ['passed'],
  },
  {
    name: 'a chapter twice',
    document: standard(...FOUR, '# 4 监督', '应检查。'),
    reasons: ['chapter-twice'],
    told: [['有两个第4章，编号重复。', '', '14', '']],
  },
  {
    name: 'a clause is missing',
    document: standard('# 4 服务要求', '4.1 应微笑。', '4.3 应站立。'),
    reasons: ['clause-gap'],
  },
  {
    name: 'the missing clause stands in a table',
    document: standard('# 4 服务要求', '4.1 应微笑。', '|4.2|应记录|', '4.3 应站立。'),
    reasons: ['passed'],
  },
  {
    name: 'a clause twice',
    document: standard('# 4 服务要求', '4.1 应微笑。', '4.1 应站立。'),
    reasons: ['clause-twice'],
  },
  {
    name: 'a deeper clause twice',
    document: standard(
      '# 4 服务要求',
      '4.1 人员',
      '4.1.1 应微笑。',
      '4.1.2 应站立。',
      '4.1.2 应登记。',
      '4.2 应公示。',
    ),
    reasons: ['clause-twice'],
  },
  {
    name: 'it does not begin with the first',
    document: standard('# 4 服务要求', '4.2 应微笑。', '4.3 应站立。'),
    reasons: ['clause-first'],
    told: [['第4章下面的第一条编为4.2，应当从4.1编起。', '', '12', '']],
  },
  {
    name: 'backwards',
    document: standard('# 4 服务要求', '4.1 应微笑。', '4.2 应站立。', '4.3 应登记。', '4.2 应归档。'),
    reasons: ['clause-twice'],
  },
  {
    name: 'one behind the next',
    document: standard('# 4 服务要求', '4.1 应微笑。', '4.3 应站立。', '4.2 应登记。'),
    reasons: ['clause-back'],
    told: [['4.2排在了4.3后面，编号倒了。', '', '14', '']],
  },
  {
    name: 'the number of another chapter',
    document: standard(...FOUR, '# 5 监督', '5.1 应检查。', '4.2 应记录。', '5.3 应公示。'),
    reasons: ['prefix'],
    told: [['第5章里的条编为4.2，应当以“5.”开头。', '', '16', '']],
  },
  {
    name: 'a sum of money at the start of a line',
    document: standard(...FOUR, '# 5 监督', '5.1 应检查。', '5.2 应公示，金额不超过', '4.3 万元的除外。'),
    reasons: ['passed'],
  },
  {
    name: 'a number that is pointed to',
    document: standard(...FOUR, '# 5 监督', '5.1 应检查。', '4.2的记录应公示。', '5.2 应归档。'),
    reasons: ['passed'],
  },
  {
    name: 'seven numbers',
    document: standard(
      '# 4 服务要求',
      '4.1 甲',
      '4.1.1 乙',
      '4.1.1.1 丙',
      '4.1.1.1.1 丁',
      '4.1.1.1.1.1 戊',
      '4.1.1.1.1.1.1 应微笑。',
      '4.1.1.1.1.1.2 应站立。',
      '4.1.1.1.1.2 己',
      '4.1.1.1.2 庚',
      '4.1.1.2 辛',
      '4.1.2 壬',
      '4.2 癸',
    ),
    reasons: ['too-deep', 'too-deep'],
  },
  { name: 'one clause alone', document: standard('# 4 服务要求', '4.1 应微笑。'), reasons: ['single'] },
  {
    name: 'one term alone',
    document: {
      ...standard(),
      text: [
        '# 1 范围',
        '规定了要求。',
        '# 3 术语和定义',
        '下列术语和定义适用于本文件。',
        '3.1',
        '首问责任人',
        '最先接待的人员。',
      ],
    },
    reasons: ['passed'],
  },
  {
    name: 'an annex',
    document: standard(...FOUR, '# 附录A（资料性）检查表', 'A.1 应每日检查。', 'A.3 应记录。'),
    reasons: ['clause-gap'],
  },
  {
    name: 'a list in an annex',
    document: standard(...FOUR, '# 附录A（资料性）检查表', '# 1 人员', '应在岗。', '# 2 环境', '应整洁。'),
    reasons: ['passed'],
  },
  {
    name: 'no heading is marked as one',
    document: {
      ...standard(),
      text: [
        '前言',
        '本文件按照GB/T 1.1—2020的规定起草。',
        '1 范围',
        '本文件规定了要求。',
        '2 规范性引用文件',
        '本文件没有规范性引用文件。',
        '3 术语和定义',
        '本文件没有需要界定的术语和定义。',
        '4 人员',
        '4.1 着装',
        '应统一。',
        '4.3 举止',
        '应文明。',
        '5 环境',
        '应整洁。',
      ],
    },
    reasons: ['clause-gap'],
  },
]);
