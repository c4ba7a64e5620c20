import { type DocumentSketch, describeRule } from '../testing.ts';
import { effectiveAfterPublished } from './effective-after-published.ts';

const dated = (publishedOn: string, effectiveOn: string, docNumber = 'Q/JZBM 101—2022'): DocumentSketch => ({
  kind: 'standard',
  fields: { docNumber, publishedOn, effectiveOn },
});

describeRule(effectiveAfterPublished, [
  { name: 'in order', document: dated('2022-09-20', '2022-10-01'), reasons: ['passed'] },
  { name: 'the same day', document: dated('2022-09-20', '2022-09-20'), reasons: ['passed'] },
  { name: 'the next year', document: dated('2022-12-20', '2023-01-01'), reasons: ['passed'] },
  {
    name: 'before',
    document: dated('2022-10-01', '2022-09-20'),
    reasons: ['before'],
    told: [
      [
        '实施日期（2022-09-20）早于发布日期（2022-10-01），请核对。',
        'effectiveOn publishedOn',
        '实施日期 发布日期',
        '',
      ],
    ],
  },
  {
    name: 'before, in the time of the edition before',
    document: dated('2015-10-01', '2015-09-20', 'Q/JZBM 101—2015'),
    reasons: ['before'],
  },
  {
    name: 'before both editions',
    document: dated('2008-10-01', '2008-09-20', 'Q/JZBM 101—2008'),
    reasons: ['not-in-force'],
  },
  {
    name: 'the year of the number',
    document: dated('2023-09-20', '2023-10-01'),
    reasons: ['year'],
    told: [
      [
        '标准编号的年份是2022，发布日期是2023-09-20，两个年份应当一致。',
        'docNumber publishedOn',
        '发文字号 发布日期',
        '',
      ],
    ],
  },
  { name: 'a number without a year', document: dated('2022-09-20', '2022-10-01', 'Q/JZBM 101'), reasons: ['passed'] },
  {
    name: 'one day',
    document: { kind: 'standard', fields: { docNumber: 'Q/JZBM 101—2022', publishedOn: '2022-09-20' } },
    reasons: ['passed'],
  },
  { name: 'no day', document: { kind: 'standard', fields: { docNumber: 'Q/JZBM 101—2022' } }, reasons: ['too-few'] },
  {
    name: 'a day that is guessed',
    document: {
      kind: 'standard',
      fields: {
        publishedOn: { state: 'present', value: '2022-10-01', confidence: 'guessed' },
        effectiveOn: '2022-09-20',
      },
    },
    reasons: ['too-few'],
  },
  {
    name: 'a day that gives no text',
    document: { kind: 'standard', fields: { publishedOn: { state: 'unreadable' }, effectiveOn: '2022-09-20' } },
    reasons: ['unreadable'],
  },
  { name: 'an impossible day', document: dated('2022-09-20', '2022年9月31日'), reasons: ['passed'] },
  {
    name: 'an official document',
    document: { kind: 'official', fields: { publishedOn: '2022-10-01', effectiveOn: '2022-09-20' } },
    reasons: ['other-kind'],
  },
]);
