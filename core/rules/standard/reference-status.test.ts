import { expect, it } from 'vitest';
import type { UnitProfile } from '../../unit/profile.ts';
import { catalogueFrom, type DocumentSketch, describeRule, findingsOf } from '../testing.ts';
import { referenceStatus } from './reference-status.ts';

const catalogue = catalogueFrom([
  {
    designation: 'GB/T 900.2—2009',
    effectiveOn: '2009-11-01',
    withdrawnOn: '2023-03-17',
    replacedBy: ['GB/T 900.2—2023'],
  },
  { designation: 'GB/T 900.2—2023', effectiveOn: '2023-03-17' },
  { designation: 'GB/T 901—2000', effectiveOn: '2001-01-01', withdrawnOn: '2024-01-01' },
  { designation: 'GB/T 902—2026', effectiveOn: '2027-03-01' },
  {
    designation: 'GB/T 903—2010',
    effectiveOn: '2010-05-01',
    withdrawnOn: '2020-01-01',
    replacedBy: ['GB/T 900.2—2023'],
    verified: false,
  },
  { designation: 'GB/T 904—2016', status: 'unknown' },
]);
const unit: UnitProfile = {
  schema: 'duibiao/unit@1',
  name: '甲镇便民服务中心',
  people: [],
  services: [],
  standards: [
    { designation: 'Q/AB 101—2020', title: '窗口规范', effectiveOn: '2020-01-01' },
    { designation: 'Q/AB 101—2024', title: '窗口规范', effectiveOn: '2024-01-01' },
  ],
};
const standard = (text: string, fields: DocumentSketch['fields'] = {}): DocumentSketch => ({
  kind: 'standard',
  text: ['# 2 规范性引用文件', text],
  fields,
});
const cases = (
  [
    ['current', standard('GB/T 900.2—2023　标准体系构建'), ['passed']],
    ['undated, and the newest edition is current', standard('应符合GB/T 900.2的规定。'), ['passed']],
    ['replaced, the document has no date', standard('GB/T 900.2—2009　标准体系'), ['replaced']],
    ['replaced before the document', standard('GB/T 900.2-2009', { effectiveOn: '2024-01-01' }), ['replaced']],
    [
      'replaced after the document',
      standard('GB/T 900.2—2009', { publishedOn: '2022-09-20', effectiveOn: '2022-10-01' }),
      ['newer-exists'],
    ],
    ['withdrawn', standard('GB/T 901—2000', { effectiveOn: '2025-01-01' }), ['withdrawn']],
    ['withdrawn after the document', standard('GB/T 901—2000', { effectiveOn: '2022-10-01' }), ['ended-since']],
    ['not in force yet', standard('GB/T 902—2026'), ['upcoming']],
    ['a row that nobody confirmed', standard('GB/T 903—2010'), ['unconfirmed']],
    ['not in the catalogue', standard('GB/T 999—2000'), ['unknown']],
    ['the catalogue does not know', standard('GB/T 904—2016'), ['unknown']],
    ['one known, one unknown', standard('GB/T 904—2016和GB/T 900.2—2023'), ['passed']],
    [
      'the document’s date gives no text',
      standard('GB/T 900.2—2009', { effectiveOn: { state: 'unreadable' } }),
      ['no-date'],
    ],
    [
      'the edition that this one replaces',
      standard('本文件代替GB/T 900.2—2009，与GB/T 901—2000相比，主要变化如下：'),
      ['none'],
    ],
    [
      'the model of the drafting has a rule of its own',
      standard('本文件按照GB/T 900.2—2009《标准体系》给出的规则起草。'),
      ['none'],
    ],
    [
      'history told in the preface',
      { kind: 'standard', text: ['# 前言', '2022年版依据GB/T 901—2000编写。', '# 1 范围', '本文件规定了要求。'] },
      ['none'],
    ],
    ['its own number', standard('Q/AB 101—2020', { docNumber: 'Q/AB 101—2020' }), ['none']],
    ['no reference at all', standard('本文件没有规范性引用文件。'), ['none']],
    ['one place twice', { kind: 'standard', text: ['见GB/T 900.2—2009', '按GB/T 900.2-2009执行'] }, ['replaced']],
    ['a part was not read', { ...standard('GB/T 900.2—2023'), notes: [{ kind: 'unreadable' }] }, ['unread']],
    ['an official document', { kind: 'official', text: ['按照GB/T 901—2000执行。'] }, ['other-kind']],
  ] as const
).map(([name, document, reasons]) => ({ name, document, reasons: [...reasons], catalogue }));

describeRule(referenceStatus, [
  ...cases,
  {
    name: 'a standard of the unit that it replaced itself',
    document: standard('Q/AB 101—2020　窗口规范'),
    unit,
    catalogue,
    reasons: ['replaced'],
    told: [['引用的Q/AB 101—2020已被Q/AB 101—2024代替（2024-01-01起）。', '', '2', '']],
  },
  {
    name: 'a standard of the unit in force',
    document: standard('Q/AB 101—2024　窗口规范'),
    unit,
    catalogue,
    reasons: ['passed'],
  },
]);

it('names the new edition and the day, and an unconfirmed row never speaks louder than info', () => {
  const [replaced] = findingsOf(referenceStatus, standard('GB/T 900.2—2009'), { catalogue });
  expect(replaced).toMatchObject({
    severity: 'warning',
    message: '引用的GB/T 900.2—2009已被GB/T 900.2—2023代替（2023-03-17起）。',
  });
  const [withdrawn] = findingsOf(referenceStatus, standard('GB/T 901—2000'), { catalogue });
  expect(withdrawn).toMatchObject({
    severity: 'error',
    message: '引用的GB/T 901—2000已废止（2024-01-01起），没有代替的标准。',
  });
  expect(findingsOf(referenceStatus, standard('GB/T 903—2010'), { catalogue })[0]?.severity).toBe('info');
});
