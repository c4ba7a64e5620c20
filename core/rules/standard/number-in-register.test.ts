import type { UnitProfile } from '../../unit/profile.ts';
import { type DocumentSketch, describeRule, type RuleCase } from '../testing.ts';
import { numberInRegister } from './number-in-register.ts';

const unit: UnitProfile = {
  schema: 'duibiao/unit@1',
  name: '甲镇便民服务中心',
  people: [],
  services: [],
  standards: [
    { designation: 'Q/JZBM 101—2022', title: '窗口服务规范', publishedOn: '2022-09-20', effectiveOn: '2022-10-01' },
    { designation: 'Q/JZBM 102—2022', title: '首问负责规范' },
    { designation: 'GB/T 1.1—2020', title: '标准化工作导则' },
  ],
};
const numbered = (docNumber: string, more: Partial<DocumentSketch> = {}): DocumentSketch => ({
  kind: 'standard',
  title: '窗口服务规范',
  ...more,
  fields: { docNumber, ...more.fields },
});
const cases: RuleCase[] = [
  {
    name: 'listed',
    document: numbered('Q/JZBM 101—2022', { fields: { publishedOn: '2022-09-20', effectiveOn: '2022-10-01' } }),
    reasons: ['passed'],
  },
  { name: 'listed, written another way', document: numbered('Q/JZBM101-2022'), reasons: ['passed'] },
  {
    name: 'listed with less of a title',
    document: numbered('Q/JZBM 102—2022', { title: '甲镇便民服务中心首问负责规范' }),
    reasons: ['passed'],
  },
  { name: 'not listed', document: numbered('Q/JZBM 109—2022'), reasons: ['not-listed'] },
  { name: 'another year', document: numbered('Q/JZBM 101—2023'), reasons: ['other-edition'] },
  {
    name: 'another title',
    document: numbered('Q/JZBM 101—2022', { title: '档案管理规范' }),
    reasons: ['title'],
    told: [['Q/JZBM 101—2022在本单位的标准明细表里叫“窗口服务规范”，这份文件叫“档案管理规范”。', 'title', '', '']],
  },
  { name: 'no title', document: numbered('Q/JZBM 101—2022', { title: '' }), reasons: ['passed'] },
  {
    name: 'other days',
    document: numbered('Q/JZBM 101—2022', { fields: { publishedOn: '2022-09-21', effectiveOn: '2022-10-02' } }),
    reasons: ['dates', 'dates'],
  },
  {
    name: 'on its way',
    document: numbered('Q/JZBM 109—2026', { stage: 'review' }),
    reasons: ['waits'],
    told: [['Q/JZBM 109—2026还没有发布，发布后要列入本单位的标准明细表。', 'docNumber', '发文字号', '']],
  },
  { name: 'the number of another unit', document: numbered('Q/YZBM 101—2022'), reasons: ['other-unit'] },
  { name: 'a standard of the state', document: numbered('GB/T 36112—2018'), reasons: ['not-ours'] },
  {
    name: 'a day that gives no text',
    document: numbered('Q/JZBM 101—2022', { fields: { publishedOn: { state: 'unreadable' } } }),
    reasons: ['unreadable'],
  },
  {
    name: 'a number that gives no text',
    document: { kind: 'standard', fields: { docNumber: { state: 'unreadable' } } },
    reasons: ['unreadable'],
  },
  { name: 'no number', document: { kind: 'standard' }, reasons: ['no-number'] },
];

const withScheme: UnitProfile = {
  ...unit,
  numbering: [
    { form: 'Q/JZBM 1××—××××', system: '服务提供' },
    { form: 'Q/JZBM 2××.×—××××', system: '服务保障' },
  ],
  standards: [
    ...unit.standards,
    { designation: 'Q/JZBM 110—2020', title: '考勤管理', withdrawnOn: '2022-01-01' },
    { designation: 'Q/JZBM 110—2024', title: '档案管理' },
    { designation: 'Q/JZBM 111—2020', title: '投诉处理', withdrawnOn: '2022-01-01' },
    { designation: 'Q/JZBM 111—2024', title: '意见办理', replaces: ['Q/JZBM 111—2020'] },
    { designation: 'Q/JZBM 9—2022', title: '会议制度' },
  ],
};
const schemeCases: RuleCase[] = [
  { name: 'a number of the scheme', document: numbered('Q/JZBM 101—2022'), reasons: ['passed'] },
  {
    name: 'a number that is built otherwise',
    document: numbered('Q/JZBM 1—2022'),
    reasons: ['scheme'],
    told: [
      [
        '编号Q/JZBM 1—2022不合本单位的编号规则，规则是Q/JZBM 1××—××××、Q/JZBM 2××.×—××××。',
        'docNumber',
        '发文字号',
        '',
      ],
    ],
  },
  { name: 'a sub-system that there is not', document: numbered('Q/JZBM 901.1—2022'), reasons: ['scheme'] },
  {
    name: 'told before it is published',
    document: numbered('Q/JZBM 9901—2026', { stage: 'review' }),
    reasons: ['scheme'],
  },
  {
    name: 'listed, and built otherwise',
    document: numbered('Q/JZBM 9—2022', { title: '会议制度' }),
    reasons: ['scheme'],
  },
  {
    name: 'a part with two digits, not listed yet',
    document: numbered('Q/JZBM 201.12—2026', { stage: 'drafting' }),
    reasons: ['waits'],
  },
  {
    name: 'the number of one that is over',
    document: numbered('Q/JZBM 110—2024', { title: '档案管理' }),
    reasons: ['reused'],
  },
  {
    name: 'the number of one that it takes the place of',
    document: numbered('Q/JZBM 111—2024', { title: '意见办理' }),
    reasons: ['passed'],
  },
  { name: 'the number of another unit, with a scheme', document: numbered('Q/YZBM 1—2022'), reasons: ['other-unit'] },
  { name: 'a standard of the state, with a scheme', document: numbered('GB/T 36112—2018'), reasons: ['not-ours'] },
];

describeRule(numberInRegister, [
  ...schemeCases.map((one) => ({ ...one, unit: withScheme })),
  {
    name: 'a scheme without a register',
    document: numbered('Q/JZBM 101—2022'),
    unit: { ...withScheme, standards: [] },
    reasons: ['no-register'],
  },
  {
    name: 'a number against a scheme without a register',
    document: numbered('Q/JZBM 1—2022'),
    unit: { ...withScheme, standards: [] },
    reasons: ['scheme'],
  },
  ...cases.map((one) => ({ ...one, unit })),
  { name: 'no profile', document: numbered('Q/JZBM 109—2022'), reasons: ['no-register'] },
  {
    name: 'a profile without a register',
    document: numbered('Q/JZBM 109—2022'),
    unit: { ...unit, standards: [] },
    reasons: ['no-register'],
  },
]);
