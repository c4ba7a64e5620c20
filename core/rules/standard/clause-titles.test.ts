import { describeRule } from '../testing.ts';
import { clauseTitles } from './clause-titles.ts';
import { standard, TEXT_CASES } from './text-cases.ts';

const clauses = (...text: string[]) => standard('# 4 服务要求', ...text);

describeRule(clauseTitles, [
  ...TEXT_CASES,
  { name: 'all untitled', document: clauses('4.1 窗口人员应微笑。', '4.2 应站立。'), reasons: ['passed'] },
  { name: 'all titled', document: clauses('4.1 着装', '应统一。', '4.2 举止', '应文明。'), reasons: ['passed'] },
  {
    name: 'titled and divided',
    document: clauses('4.1 着装', '4.1.1 应统一。', '4.1.2 应整洁。', '4.2 举止', '应文明。'),
    reasons: ['passed'],
  },
  { name: 'mixed', document: clauses('4.1 着装', '应统一。', '4.2 窗口人员应文明用语。'), reasons: ['mixed'] },
  {
    name: 'mixed, as headings',
    document: clauses('## 4.1 着装', '应统一。', '## 4.2 窗口人员应文明用语。'),
    reasons: ['mixed'],
  },
  {
    name: 'mixed in two places',
    document: clauses('4.1 着装', '4.1.1 颜色', '应统一。', '4.1.2 应整洁。', '4.2 应文明用语。'),
    reasons: ['mixed', 'mixed'],
    told: [
      ['第4章下面的条有的有标题（4.1），有的没有（4.2），应当一致。', '', '16 12', ''],
      ['4.1下面的条有的有标题（4.1.1），有的没有（4.1.2），应当一致。', '', '15 13', ''],
    ],
  },
  {
    name: 'a title that runs into its text',
    document: clauses('4.1 着装', '应统一。', '4.2 举止：应文明。', '4.3 用语'),
    reasons: ['mixed'],
  },
  {
    name: 'short lines that may be either',
    document: clauses('4.1 应微笑', '4.2 使用普通话', '4.3 举止文明。'),
    reasons: ['passed'],
  },
  {
    name: 'terms',
    document: standard('# 4 服务要求', '应微笑。', '# 5 术语', '5.1', '甲', '5.2 乙是丙。'),
    reasons: ['passed'],
  },
  {
    name: 'an untitled clause that is divided',
    document: clauses('4.1 窗口人员应做到下列各条。', '4.1.1 应微笑。', '4.1.2 应站立。', '4.2 应公示。'),
    reasons: ['untitled-parent'],
    told: [['4.1没有标题，下面又分出了4.1.1，应当给它加上标题。', '', '12', '']],
  },
  {
    name: 'children of another clause',
    document: clauses('4.1 应微笑。', '4.2 应站立。', '4.11 应公示。'),
    reasons: ['passed'],
  },
]);
