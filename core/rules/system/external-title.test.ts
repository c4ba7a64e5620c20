import { catalogueFrom, type DocumentSketch, describeRule } from '../testing.ts';
import { externalTitle } from './external-title.ts';

const catalogue = catalogueFrom([
  { designation: 'GB/T 901—2018', title: '政务服务中心服务现场管理规范', effectiveOn: '2018-07-01' },
  { designation: 'GB/T 902.1—2015', title: '运行规范　第1部分：基本要求', effectiveOn: '2016-05-01' },
  { designation: 'DB34/T 903—2010', title: '行政服务中心标准体系建设指南', verified: false, status: 'unknown' },
  { designation: 'GB/T 904—2018', title: '', effectiveOn: '2018-07-01' },
  { designation: 'GB/T 905—2009', title: '旧名', effectiveOn: '2009-07-01', withdrawnOn: '2020-01-01' },
]);
const table = (rows: readonly (readonly [string, string])[], more: DocumentSketch = {}): DocumentSketch => ({
  kind: 'table',
  title: '标准明细表',
  text: ['|序号|标准号|标准名称|', ...rows.map(([number, title], at) => `|${at + 1}|${number}|${title}|`)],
  ...more,
});

describeRule(externalTitle, [
  {
    name: 'the same, however it is spaced',
    document: table([
      ['GB/T901-2018', '政务服务中心服务现场管理规范 Specification for the site of service centres'],
      ['GB/T 902.1—2015', '《运行规范-第一部分:基本要求》'],
    ]),
    catalogue,
    reasons: ['passed'],
  },
  {
    name: 'a word is missing',
    document: table([['GB/T 901—2018', '政务服务中心现场管理规范']]),
    catalogue,
    reasons: ['differs'],
    told: [
      [
        '明细表里GB/T 901—2018的名称写作“政务服务中心现场管理规范”，应当是“政务服务中心服务现场管理规范”，少了“服务”。',
        '',
        '1',
        '',
      ],
    ],
  },
  {
    name: 'the title of another',
    document: table([['GB/T 901—2018', '消防安全标志']]),
    catalogue,
    reasons: ['differs'],
  },
  {
    name: 'nobody has confirmed the catalogue’s title',
    document: table([['DB34/T 903—2010', '行政服务标准体系建设指南']]),
    catalogue,
    reasons: ['unconfirmed'],
  },
  { name: 'also of one that has ended', document: table([['GB/T 905—2009', '新名']]), catalogue, reasons: ['differs'] },
  { name: 'without a year', document: table([['GB/T 901', '甲']]), catalogue, reasons: ['none'] },
  { name: 'our own', document: table([['Q/YTBM 101—2022', '甲']]), catalogue, reasons: ['none'] },
  {
    name: 'not in the catalogue, or without a title there',
    document: table([
      ['GB/T 999—2018', '甲'],
      ['GB/T 904—2018', '甲'],
    ]),
    catalogue,
    reasons: ['unknown'],
  },
  {
    name: 'one known, one not',
    document: table([
      ['GB/T 901—2018', '政务服务中心服务现场管理规范'],
      ['GB/T 999—2018', '甲'],
    ]),
    catalogue,
    reasons: ['passed'],
  },
  { name: 'several in one row', document: table([['GB/T 902.1～2—2015', '运行规范']]), catalogue, reasons: ['none'] },
  { name: 'a row without a name', document: table([['GB/T 901—2018', '']]), catalogue, reasons: ['none'] },
  {
    name: 'a part was not read',
    document: table([['GB/T 901—2018', '政务服务中心服务现场管理规范']], { notes: [{ kind: 'unreadable' }] }),
    catalogue,
    reasons: ['unread'],
  },
  {
    name: 'no register, and a part was not read',
    document: { kind: 'table', text: ['|甲|'], notes: [{ kind: 'unreadable' }] },
    catalogue,
    reasons: ['unread', 'none'],
  },
  { name: 'no table', document: { kind: 'official' }, catalogue, reasons: ['other-kind'] },
]);
