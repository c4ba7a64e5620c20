import { catalogueFrom, type DocumentSketch, describeRule } from '../testing.ts';
import { externalStatus } from './external-status.ts';

const catalogue = catalogueFrom([
  { designation: 'GB/T 901—2009', effectiveOn: '2009-11-01', withdrawnOn: '2023-03-17', replacedBy: ['GB/T 901—2023'] },
  { designation: 'GB/T 901—2023', effectiveOn: '2023-03-17' },
  { designation: 'GB/T 902—2009', effectiveOn: '2009-11-01', withdrawnOn: '2020-01-01' },
  { designation: 'GB/T 903—2026', effectiveOn: '2027-01-01' },
  { designation: 'GB/T 904—2009', effectiveOn: '2009-11-01', withdrawnOn: '2020-01-01', verified: false },
]);
const table = (numbers: readonly string[], more: DocumentSketch = {}): DocumentSketch => ({
  kind: 'table',
  title: '标准明细表',
  text: [
    '|序号|标准号|标准名称|代替标准号|备注|',
    ...numbers.map((number, index) => `|${index + 1}|${number}|甲|GB/T 902—2009||`),
  ],
  ...more,
});

describeRule(externalStatus, [
  { name: 'in force', document: table(['GB/T 901—2023']), catalogue, reasons: ['passed'] },
  {
    name: 'replaced',
    document: table(['GB/T 901—2009']),
    catalogue,
    reasons: ['replaced'],
    told: [['明细表里的GB/T 901—2009已被GB/T 901—2023代替（2023-03-17起）。', '', '1', '']],
  },
  {
    name: 'several in one cell',
    document: table(['GB/T 901～902—2009', 'GB/T 901—2023（代替GB/T 901—2009）']),
    catalogue,
    reasons: ['replaced', 'withdrawn'],
  },
  { name: 'ended', document: table(['GB/T 902—2009']), catalogue, reasons: ['withdrawn'] },
  {
    name: 'not yet in force',
    document: table(['GB/T 903—2026']),
    catalogue,
    reasons: ['upcoming'],
    told: [['明细表里的GB/T 903—2026还没有实施（2027-01-01起）。', '', '1', '']],
  },
  {
    name: 'a table of that time',
    document: table(['GB/T 901—2009'], { fields: { publishedOn: '2022-09-20' } }),
    catalogue,
    reasons: ['ended-since'],
  },
  {
    name: 'a row that says so itself',
    document: { kind: 'table', text: ['|标准号|标准名称|备注|', '|GB/T 901—2009|甲|已被代替|', '|GB/T 901—2023|甲||'] },
    catalogue,
    reasons: ['passed'],
  },
  {
    name: 'nothing is sure of it',
    document: table(['GB/T 904—2009', 'GB/T 999—2009']),
    catalogue,
    reasons: ['unknown'],
  },
  {
    name: 'its date gives no text',
    document: table(['GB/T 901—2009'], { fields: { publishedOn: { state: 'unreadable' } } }),
    catalogue,
    reasons: ['unknown'],
  },
  { name: 'our own standards only', document: table(['Q/YTBM 101—2022']), catalogue, reasons: ['none'] },
  {
    name: 'a part was not read',
    document: table(['GB/T 901—2023'], { notes: [{ kind: 'unreadable' }] }),
    catalogue,
    reasons: ['unread'],
  },
  { name: 'no table', document: { kind: 'official' }, catalogue, reasons: ['other-kind'] },
  { name: 'one known, one not', document: table(['GB/T 901—2023', 'GB/T 999—2009']), catalogue, reasons: ['passed'] },
  {
    name: 'no register, and a part was not read',
    document: { kind: 'table', text: ['|甲|'], notes: [{ kind: 'unreadable' }] },
    catalogue,
    reasons: ['unread', 'none'],
  },
  { name: 'a row without a number', document: table(['', 'GB/T 901—2023']), catalogue, reasons: ['passed'] },
  { name: 'not in the catalogue', document: table(['GB/T 999—2009']), catalogue, reasons: ['unknown'] },
  { name: 'not sure in the catalogue', document: table(['GB/T 904—2009']), catalogue, reasons: ['unknown'] },
  {
    name: 'replaced twice, on a day that is not known',
    document: table(['GB/T 905—2009']),
    catalogue: catalogueFrom([
      { designation: 'GB/T 905—2009', replacedBy: ['GB/T 905—2015', 'GB/T 905—2023'], effectiveOn: '2009-01-01' },
      { designation: 'GB/T 905—2015', effectiveOn: '2015-01-01' },
      { designation: 'GB/T 905—2023', effectiveOn: '2023-01-01' },
    ]),
    reasons: ['replaced'],
    told: [['明细表里的GB/T 905—2009已被GB/T 905—2023代替。', '', '1', '']],
  },
  {
    name: 'ended on a day',
    document: table(['GB/T 902—2009'], { fields: { writtenOn: '2021-01-01' } }),
    catalogue,
    reasons: ['withdrawn'],
    told: [['明细表里的GB/T 902—2009已废止（2020-01-01起），请核对。', '', '1', '']],
  },
  {
    name: 'the day it came into force counts',
    document: table(['GB/T 902—2009'], { fields: { publishedOn: '', effectiveOn: '2019-01-01' } }),
    catalogue,
    reasons: ['ended-since'],
    told: [['明细表里的GB/T 902—2009现已不是现行标准（2020-01-01起），在这份表的日期仍是现行的。', '', '1', '']],
  },
  {
    name: 'no date in sight of a part',
    document: table(['GB/T 902—2009'], { notes: [{ kind: 'unreadable' }] }),
    catalogue,
    reasons: ['unknown', 'unread'],
  },
  {
    name: 'a date, and a part was not read',
    document: table(['GB/T 902—2009'], { fields: { writtenOn: '2021-01-01' }, notes: [{ kind: 'unreadable' }] }),
    catalogue,
    reasons: ['withdrawn', 'unread'],
  },
]);
