import { expect, it } from 'vitest';
import { describeRule, findingsOf } from '../testing.ts';
import { figuresTablesAnnexes } from './figures-tables-annexes.ts';
import { inOldTime, standard, TEXT_CASES, undatedText } from './text-cases.ts';

const clauses = (...text: string[]) => standard('# 4 服务要求', ...text);
const TABLE = ['|岗位|人数|', '|窗口|3|'];

describeRule(figuresTablesAnnexes, [
  ...TEXT_CASES,
  { name: 'none of them', document: clauses('应微笑。'), reasons: ['passed'] },
  {
    name: 'a table that is pointed to',
    document: clauses('人员应符合表1的规定。', '表1　人员配置', ...TABLE),
    reasons: ['passed'],
  },
  {
    name: 'a span of tables',
    document: clauses('应符合表1～表3的规定。', '表1　甲', ...TABLE, '表2　乙', ...TABLE, '表3　丙', ...TABLE),
    reasons: ['passed'],
  },
  {
    name: 'a table that goes on',
    document: clauses('见表1。', '表1　甲', ...TABLE, '表1　甲（续）', ...TABLE, '表1（续）', ...TABLE),
    reasons: ['passed'],
  },
  { name: 'a table without a number', document: clauses('应登记。', ...TABLE), reasons: ['passed'] },
  {
    name: 'a sentence that begins with a table',
    document: clauses('表1给出了人员配置。', '表1　人员配置', ...TABLE),
    reasons: ['passed'],
  },
  {
    name: 'a table that nobody points to',
    document: clauses('应登记。', '表1　人员配置', ...TABLE),
    reasons: ['unmentioned'],
  },
  {
    name: 'a caption without a gap above its table',
    document: clauses('应登记。', '表1人员配置', ...TABLE),
    reasons: ['unmentioned'],
    told: [['正文里没有提到表1。', '', '13', '']],
  },
  { name: 'a figure that nobody points to', document: clauses('应登记。', '图1　办理流程'), reasons: ['unmentioned'] },
  { name: 'a figure that is pointed to', document: clauses('流程见图1。', '图1　办理流程'), reasons: ['passed'] },
  { name: '下表', document: clauses('人员应符合下表的规定。', '表1　人员配置', ...TABLE), reasons: ['below'] },
  {
    name: 'a number is left out',
    document: clauses('见表1、表3。', '表1　甲', ...TABLE, '表3　乙', ...TABLE),
    reasons: ['number'],
    told: [['表3的编号不连续，这里应当是表2。', '', '16', '']],
  },
  {
    name: 'a number twice',
    document: clauses('见表1。', '表1　甲', ...TABLE, '表1　乙', ...TABLE),
    reasons: ['twice'],
  },
  {
    name: 'a table of an annex',
    document: standard(
      '# 4 服务要求',
      '应按照附录A的表A.1检查。',
      '# 附录A（资料性）检查表',
      '表A.1　检查表',
      ...TABLE,
    ),
    reasons: ['passed'],
  },
  {
    name: 'a table of an annex that nobody points to',
    document: standard('# 4 服务要求', '应按照附录A检查。', '# 附录A（资料性）检查表', '表A.1　检查表', ...TABLE),
    reasons: ['unmentioned'],
  },
  {
    name: 'an annex that is pointed to',
    document: standard('# 4 服务要求', '应按照附录 A检查。', '# 附录A', '（资料性）', '检查表', ...TABLE),
    reasons: ['passed'],
  },
  {
    name: 'annexes that are named as a span',
    document: standard(
      '# 4 服务要求',
      '记录见附录A～附录C。',
      '# 附录A（资料性）甲',
      '甲。',
      '# 附录B（资料性）乙',
      '乙。',
      '# 附录C（资料性）丙',
      '丙。',
    ),
    reasons: ['passed'],
  },
  {
    name: 'an annex that is named by its title',
    document: standard('# 4 服务要求', '应填写《服务检查表》。', '# 附录A（资料性）服务检查表', ...TABLE),
    reasons: ['passed'],
  },
  {
    name: 'the only annex, without its letter',
    document: standard('# 4 服务要求', '应填写附录。', '# 附录A（资料性）检查表', ...TABLE),
    reasons: ['passed'],
  },
  {
    name: 'an annex that nobody points to',
    document: standard('# 4 服务要求', '应登记。', '# 附录A（资料性）检查表', ...TABLE),
    reasons: ['annex-unmentioned'],
  },
  {
    name: 'an annex that says not what it is',
    document: standard('# 4 服务要求', '见附录A。', '# 附录A 检查表', ...TABLE),
    reasons: ['annex-kind'],
    told: [['附录A没有写明是规范性的还是资料性的，应当写“（规范性）”或“（资料性）”。', '', '13', '']],
  },
  {
    name: 'the words of the edition before',
    document: standard('# 4 服务要求', '见附录A。', '# 附录A（规范性附录）检查表', ...TABLE),
    reasons: ['annex-words'],
  },
  {
    name: 'the words of the edition before, in its time',
    document: inOldTime(standard('# 4 服务要求', '见附录A。', '# 附录A（规范性附录）检查表', ...TABLE)),
    reasons: ['passed'],
  },
  {
    name: 'the day is not read',
    document: undatedText(standard('# 4 服务要求', '见附录A。', '# 附录A（规范性附录）检查表', ...TABLE)),
    reasons: ['undated'],
  },
  {
    name: 'a letter is left out',
    document: standard(
      '# 4 服务要求',
      '见附录A、附录C和附录D。',
      '# 附录A（资料性）甲',
      '甲。',
      '# 附录C（资料性）乙',
      '乙。',
      '# 附录D（资料性）丙',
      '丙。',
    ),
    reasons: ['annex-order'],
    told: [['附录C排在这里不对，应当是附录B。', '', '15', '']],
  },
  {
    name: 'a sentence about an annex',
    document: standard('# 4 服务要求', '附录A给出了检查表', '# 附录A（资料性）检查表', ...TABLE),
    reasons: ['passed'],
  },
]);

it('names what is meant', () => {
  const [finding] = findingsOf(figuresTablesAnnexes, clauses('应登记。', '表1　人员配置', ...TABLE));
  expect(finding).toMatchObject({ severity: 'warning', message: '正文里没有提到表1。' });
});
