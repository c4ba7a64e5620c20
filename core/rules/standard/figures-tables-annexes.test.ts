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
  {
    name: 'ten tables and more',
    document: clauses('见表1～表11。', ...Array.from({ length: 11 }, (_, at) => [`表${at + 1}　甲`, ...TABLE]).flat()),
    reasons: ['passed'],
  },
  {
    name: 'figures of an annex',
    document: standard('# 4 服务要求', '见附录A的图A.1、图A.3。', '# 附录A（资料性）流程', '图A.1　甲', '图A.3　乙'),
    reasons: ['number'],
    told: [['图A.3的编号不连续，这里应当是图A.2。', '', '15', '']],
  },
  {
    name: 'two that nobody points to',
    document: clauses('应登记。', '表1　甲', ...TABLE, '图1　乙', '表2　丙', ...TABLE),
    reasons: ['unmentioned', 'unmentioned', 'unmentioned'],
    told: [
      ['正文里没有提到表1。', '', '13', ''],
      ['正文里没有提到表2。', '', '17', ''],
      ['正文里没有提到图1。', '', '16', ''],
    ],
  },
  {
    name: 'a number twice, by its places',
    document: clauses('见表1。', '表1　甲', ...TABLE, '表1　乙', ...TABLE, '表1　丙', ...TABLE),
    reasons: ['twice'],
    told: [['有两个表1，编号重复。', '', '16 19', '']],
  },
  {
    name: '下图',
    document: clauses('流程见下图。', '图1　办理流程'),
    reasons: ['below'],
    told: [['正文用“下图”指图1，最好写出它的编号。', '', '13', '']],
  },
  {
    name: 'two annexes that nobody points to',
    document: standard('# 4 服务要求', '应登记。', '# 附录A 甲类表', '应登记。', '# 附录B 乙类表', '应登记。'),
    reasons: ['annex-unmentioned', 'annex-kind', 'annex-unmentioned', 'annex-kind'],
    told: [
      ['正文里没有提到附录A。', '', '13', ''],
      ['附录A没有写明是规范性的还是资料性的，应当写“（规范性）”或“（资料性）”。', '', '13', ''],
      ['正文里没有提到附录B。', '', '15', ''],
      ['附录B没有写明是规范性的还是资料性的，应当写“（规范性）”或“（资料性）”。', '', '15', ''],
    ],
  },
  {
    name: 'in the time of the edition before, not what it is',
    document: inOldTime(standard('# 4 服务要求', '见附录A。', '# 附录A 检查表', ...TABLE)),
    reasons: ['annex-kind'],
    told: [['附录A没有写明是规范性的还是资料性的，应当写“（规范性附录）”或“（资料性附录）”。', '', '13', '']],
  },
  {
    name: 'what it is stands far below',
    document: standard('# 4 服务要求', '见附录A。', '# 附录A 检查表', '甲。', '乙。', '（资料性）'),
    reasons: ['annex-kind'],
  },
  {
    name: 'a span does not reach so far',
    document: standard(
      '# 4 服务要求',
      '记录见附录A至B。',
      '# 附录A（资料性）甲',
      '甲。',
      '# 附录B（资料性）乙',
      '乙。',
      '# 附录C（资料性）丙',
      '丙。',
    ),
    reasons: ['annex-unmentioned'],
    told: [['正文里没有提到附录C。', '', '17', '']],
  },
  {
    name: 'a list of letters',
    document: standard(
      '# 4 服务要求',
      '记录见附录 A、C。',
      '# 附录A（资料性）甲',
      '甲。',
      '# 附录B（资料性）乙',
      '乙。',
      '# 附录C（资料性）丙',
      '丙。',
    ),
    reasons: ['annex-unmentioned'],
    told: [['正文里没有提到附录B。', '', '15', '']],
  },
  {
    name: 'an annex by a clause of it',
    document: standard('# 4 服务要求', '应符合A.1的规定。', '# 附录A（资料性）甲', '甲。'),
    reasons: ['passed'],
  },
  {
    name: 'a number that only ends like a clause of it',
    document: standard('# 4 服务要求', '应符合JA.1的规定。', '# 附录A（资料性）甲', '甲。'),
    reasons: ['annex-unmentioned'],
  },
  {
    name: 'an annex by a short title',
    document: standard('# 4 服务要求', '应填写样表。', '# 附录A（资料性）样表', ...TABLE),
    reasons: ['annex-unmentioned'],
  },
  {
    name: 'an annex by a title of three',
    document: standard('# 4 服务要求', '应填写检查表。', '# 附录A（资料性）检查表', ...TABLE),
    reasons: ['passed'],
  },
  {
    name: 'an annex by the title below',
    document: standard('# 4 服务要求', '应填写检查表。', '# 附录A', '（规范性）', '检查表', ...TABLE),
    reasons: ['passed'],
  },
  {
    name: 'the only annex, called 附表',
    document: standard('# 4 服务要求', '应填写附表。', '# 附录A（资料性）检查样式', ...TABLE),
    reasons: ['passed'],
  },
  {
    name: 'two annexes, called 附表',
    document: standard(
      '# 4 服务要求',
      '应填写附表。',
      '# 附录A（资料性）检查样式',
      ...TABLE,
      '# 附录B（资料性）登记样式',
      ...TABLE,
    ),
    reasons: ['annex-unmentioned', 'annex-unmentioned'],
  },
  {
    name: 'annexes that begin with B',
    document: standard(
      '# 4 服务要求',
      '见附录B、附录C。',
      '# 附录B（资料性）甲',
      '甲。',
      '# 附录C（资料性）乙',
      '乙。',
    ),
    reasons: ['annex-order'],
    told: [['附录B排在这里不对，应当是附录A。', '', '13', '']],
  },
]);

it('names what is meant', () => {
  const [finding] = findingsOf(figuresTablesAnnexes, clauses('应登记。', '表1　人员配置', ...TABLE));
  expect(finding).toMatchObject({ severity: 'warning', message: '正文里没有提到表1。' });
});
