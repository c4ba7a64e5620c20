import { type DocumentSketch, describeRule } from '../testing.ts';
import { structureCodes } from './structure-codes.ts';

const DRAWING = [
  '标准体系结构图',
  'JC100 通用基础标准',
  '|JC101 标准化导则|JC102 术语|',
  '|BZ201 人力资源|BZ202 安全|',
];
const HEAD = '|序号|标准体系编号|标准号|标准名称|实施日期|';
const GOOD = ['JC101.1', 'JC102.1', 'BZ201.1', 'BZ202.1'];
const table = (codes: readonly string[], drawing: readonly string[] = DRAWING): DocumentSketch => ({
  kind: 'table',
  text: [
    ...drawing,
    '标准明细表',
    HEAD,
    ...codes.map((code, index) => `|${index + 1}|${code}|Q/YTBM ${101 + index}—2022|制度${index}|2022-10-01|`),
  ],
});

describeRule(structureCodes, [
  { name: 'both agree', document: table(GOOD, DRAWING.toSpliced(1, 1)), reasons: ['passed'] },
  {
    name: 'a code that the drawing has not',
    document: table([...GOOD, 'TG301.1'], DRAWING.toSpliced(1, 1)),
    reasons: ['not-in-structure'],
  },
  {
    name: 'a leaf without a standard',
    document: table(GOOD.slice(0, 3), DRAWING.toSpliced(1, 1)),
    reasons: ['unused'],
    told: [['体系图里的BZ202在明细表里没有标准。', '', '5', '']],
  },
  { name: 'one code twice', document: table([...GOOD, 'JC101.1'], DRAWING.toSpliced(1, 1)), reasons: ['twice'] },
  {
    name: 'codes of sub-systems',
    document: table(['JC101', 'JC101', 'JC101', 'BZ201', 'BZ201'], []),
    reasons: ['no-structure'],
  },
  { name: 'no drawing', document: table(GOOD, []), reasons: ['no-structure'] },
  {
    name: 'a standard in a box that has others below it',
    document: table(
      ['JC1', 'JC101', 'JC102', 'BZ2', 'BZ201'],
      ['标准体系图', '|JC1 基础|BZ2 保障|', '|JC101 导则|BZ201 安全|', '|JC102 术语||'],
    ),
    reasons: ['passed'],
  },
  {
    name: 'another scheme',
    document: table(GOOD, ['标准体系框架图', '1.1 甲', '1.2 乙', '1.3 丙']),
    reasons: ['no-structure'],
  },
  {
    name: 'no codes',
    document: { kind: 'table', text: ['|序号|标准号|标准名称|实施日期|', '|1|Q/YTBM 101—2022|甲|2022-10-01|'] },
    reasons: ['none'],
  },
  { name: 'a part was not read', document: { ...table(GOOD), notes: [{ kind: 'unreadable' }] }, reasons: ['unread'] },
  { name: 'no table', document: { kind: 'record' }, reasons: ['other-kind'] },
  {
    name: 'no register, and a part was not read',
    document: { kind: 'table', text: ['|甲|'], notes: [{ kind: 'unreadable' }] },
    reasons: ['unread', 'none'],
  },
  {
    name: 'codes of every kind',
    document: table(
      ['JC 101', 'BZ-202', '201.3.1', '301', '12', '1.1', 'ABCDE1', '—'],
      ['标准体系框架', 'JC101 甲', 'BZ 202 乙', ' 201.3 丙', '301 丁', '12 戊', '1.1 己'],
    ),
    reasons: ['passed'],
  },
  {
    name: 'a code twice, two of three once',
    document: table(['JC101', 'JC102', 'BZ201', 'BZ202', 'BZ202'], DRAWING),
    reasons: ['twice', 'unused'],
    told: [
      ['体系编号BZ202用了2次，应当一个标准一个编号。', '', '6', ''],
      ['体系图里的JC100在明细表里没有标准。', '', '6', ''],
    ],
  },
  {
    name: 'two codes used twice, four once',
    document: table(['JC101', 'JC102', 'BZ201', 'BZ203', 'BZ202', 'BZ202', 'TG1', 'TG1'], []),
    reasons: ['twice', 'twice', 'no-structure'],
  },
  {
    name: 'two codes used twice, three once',
    document: table(['JC101', 'JC102', 'BZ201', 'BZ202', 'BZ202', 'TG1', 'TG1'], []),
    reasons: ['no-structure'],
  },
  {
    name: 'one code used twice, two once',
    document: table(['JC101', 'JC102', 'BZ202', 'BZ202'], []),
    reasons: ['no-structure'],
  },
  {
    name: 'a drawing in lines of one cell',
    document: table(GOOD, ['体系结构图', '|JC101 甲\n JC102 乙|BZ201 丙\nBZ202 丁|']),
    reasons: ['passed'],
  },
  {
    name: 'codes below codes',
    document: table(
      ['201.1.1', '201.2', '202.1'],
      ['标准体系图', '201 甲', '201.1 乙', '201.2 丙', '202 丁', '2011 戊'],
    ),
    reasons: ['unused'],
    told: [['体系图里的2011在明细表里没有标准。', '', '8', '']],
  },
  {
    name: 'two leaves are no scheme',
    document: table(['201.1', '202.1'], ['标准体系图', '201 甲', '202 乙']),
    reasons: ['no-structure'],
  },
  {
    name: 'three leaves are',
    document: table(['201.1', '202.1', '203'], ['标准体系图', '201 甲', '202 乙', '203 丙']),
    reasons: ['passed'],
  },
  {
    name: 'half of the codes are known',
    document: table(['201', '202', '204', '205'], ['标准体系图', '201 甲', '202 乙', '203 丙']),
    reasons: ['not-in-structure', 'not-in-structure', 'unused'],
  },
  {
    name: 'fewer than half of them are known',
    document: table(['201', '206', '204', '205'], ['标准体系图', '201 甲', '202 乙', '203 丙']),
    reasons: ['no-structure'],
  },
  {
    name: 'codes in front of the caption and behind the register',
    document: {
      kind: 'table',
      text: [
        '101 总则',
        '体系图',
        '201 甲',
        '202 乙',
        '203 丙',
        HEAD,
        '|1|201|Q/A 1—2022|甲|2022-10-01|',
        '|2|202|Q/A 2—2022|乙|2022-10-01|',
        '|3|203|Q/A 3—2022|丙|2022-10-01|',
        '204 附注',
      ],
    },
    reasons: ['passed'],
  },
  {
    name: 'the drawing behind the register',
    document: {
      kind: 'table',
      text: [
        HEAD,
        '|1|201|Q/A 1—2022|甲|2022-10-01|',
        '|2|202|Q/A 2—2022|乙|2022-10-01|',
        '体系图',
        '201 甲',
        '202 乙',
        '203 丙',
      ],
    },
    reasons: ['unused'],
  },
  {
    name: 'a table that speaks of the drawing',
    document: {
      kind: 'table',
      text: ['|体系图|说明|', '201 甲', '202 乙', '203 丙', HEAD, '|1|201|Q/A 1—2022|甲|2022-10-01|'],
    },
    reasons: ['no-structure'],
  },
]);
