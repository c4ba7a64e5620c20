import { expect, it } from 'vitest';
import { type DocumentSketch, describeRule, findingsOf } from '../testing.ts';
import { prefaceBasis } from './preface-basis.ts';
import { inOldTime, REFERENCES, SCOPE, TERMS, TEXT_CASES, undatedText } from './text-cases.ts';

const preface = (...text: string[]): DocumentSketch => ({
  kind: 'standard',
  fields: { docNumber: 'Q/JZBM 101—2022', publishedOn: '2022-09-20' },
  text: ['# 前言', ...text, ...SCOPE, ...REFERENCES, ...TERMS],
});
const NEW = '本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。';
const OLD = '本标准按照GB/T 1.1—2009给出的规则起草。';
const onDay = (publishedOn: string, text: string): DocumentSketch => ({ ...preface(text), fields: { publishedOn } });

describeRule(prefaceBasis, [
  ...TEXT_CASES,
  { name: 'the sentence', document: preface(NEW), reasons: ['passed'] },
  {
    name: 'the sentence with other marks',
    document: preface('本文件按照GB/T1.1-2020的规定起草。'),
    reasons: ['passed'],
  },
  {
    name: 'the sentence with signs drawn apart',
    document: preface('本文件按照GB / T 1. 1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。'),
    reasons: ['passed'],
  },
  {
    name: 'none',
    document: preface('本文件由甲镇便民服务中心提出并归口。'),
    reasons: ['missing'],
    told: [
      [
        '前言里没有写按照GB/T 1.1起草，应当写“本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。”。',
        '',
        '1',
        '',
      ],
    ],
  },
  {
    name: 'another standard of drafting',
    document: preface('本文件按照GB/T 20001.5—2017的规定起草。'),
    reasons: ['missing'],
  },
  { name: 'the edition before', document: preface(OLD), reasons: ['other-edition'] },
  {
    name: 'an edition that there is not',
    document: preface('本文件按照GB/T 1.1—2022的规定起草。'),
    reasons: ['other-edition'],
    told: [['前言里按照的是GB/T 1.1—2022，文件的日期应当按照2020年版。', '', '2', '']],
  },
  {
    name: 'the new number with the old words',
    document: preface('本文件按照GB/T 1.1—2020给出的规则起草。'),
    reasons: ['wording'],
  },
  { name: 'without a year', document: preface('本文件按照GB/T 1.1的规定起草。'), reasons: ['no-year'] },
  { name: 'the edition before, in its time', document: inOldTime(preface(OLD)), reasons: ['edition-changed'] },
  {
    name: 'the new edition, before it came into force',
    document: onDay('2020-07-01', NEW),
    reasons: ['edition-changed'],
  },
  {
    name: 'the new edition, before it was published',
    document: onDay('2018-07-01', NEW),
    reasons: ['other-edition', 'edition-changed'],
  },
  {
    name: 'none, in the time of the edition before',
    document: inOldTime(preface('由甲镇提出。')),
    reasons: ['missing', 'edition-changed'],
  },
  { name: 'the day is not read', document: undatedText(preface(OLD)), reasons: ['undated'] },
  { name: 'no preface at all', document: { ...preface(), text: [...SCOPE, ...REFERENCES] }, reasons: ['no-preface'] },
  {
    name: 'no preface in the time of the edition before',
    document: inOldTime({ ...preface(), text: [...SCOPE, ...REFERENCES] }),
    reasons: ['edition-changed'],
  },
  {
    name: 'a history behind it names the edition before',
    document: preface(NEW, '本文件与GB/T 1.1—2009的结构相比有调整。'),
    reasons: ['passed'],
  },
]);

it('leans on the edition of the day, and says what to write', () => {
  const [old] = findingsOf(prefaceBasis, inOldTime(preface(OLD)));
  expect(old).toMatchObject({ severity: 'info', basis: [{ clause: '6.1.3' }, { clause: '八之10' }] });
  const [stale] = findingsOf(prefaceBasis, preface(OLD));
  expect(stale).toMatchObject({
    severity: 'warning',
    message: '前言里按照的是GB/T 1.1—2009，文件的日期应当按照2020年版。',
    basis: [{ clause: '8.3' }, { clause: '八之10' }],
  });
});
