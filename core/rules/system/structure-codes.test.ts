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
]);
