import type { Limit } from '../../document/vocabulary.ts';
import { type DocumentSketch, describeRule } from '../testing.ts';
import { timeLimits } from './time-limits.ts';

const days = (amount: number): Limit => ({ amount, unit: 'working-day' });
const guide = (
  promisedLimit: Limit | string,
  statutoryLimit?: Limit | string,
  more: DocumentSketch['fields'] = {},
): DocumentSketch => ({
  kind: 'guide',
  fields: { promisedLimit, ...(statutoryLimit === undefined ? {} : { statutoryLimit }), ...more },
});

describeRule(timeLimits, [
  { name: 'shorter', document: guide(days(15), days(20)), reasons: ['passed'] },
  { name: 'the same', document: guide(days(20), days(20)), reasons: ['passed'] },
  { name: 'longer', document: guide(days(30), days(20)), reasons: ['over'] },
  {
    name: 'working days against fewer days',
    document: guide(days(15), { amount: 10, unit: 'day' }),
    reasons: ['over'],
  },
  {
    name: 'days against as many working days',
    document: guide({ amount: 10, unit: 'day' }, days(10)),
    reasons: ['passed'],
  },
  {
    name: 'units that do not compare',
    document: guide({ amount: 1, unit: 'month' }, days(20)),
    reasons: ['other-units'],
  },
  { name: 'at once', document: guide({ amount: 0, unit: 'immediate' }, days(20)), reasons: ['passed'] },
  {
    name: 'a case done at once',
    document: guide({ amount: 0, unit: 'immediate' }, days(1), { caseType: '即办件' }),
    reasons: ['passed'],
  },
  {
    name: 'a case done at once takes a day',
    document: guide(days(1), days(5), { caseType: '即办件' }),
    reasons: ['passed'],
  },
  {
    name: 'a case done at once takes a week',
    document: guide(days(5), days(5), { caseType: '即办件' }),
    reasons: ['immediate-case'],
  },
  {
    name: 'a case with a promise takes a week',
    document: guide(days(5), days(5), { caseType: '承诺件' }),
    reasons: ['passed'],
  },
  {
    name: 'a bare number',
    document: guide('15', days(20)),
    reasons: ['no-unit'],
    told: [['承诺时限“15”没有写单位，请写明是工作日还是自然日。', 'promisedLimit', '承诺时限', '']],
  },
  {
    name: 'words that were not understood',
    document: guide('按批次办理', days(20)),
    reasons: ['unclear'],
    told: [['办理时限的写法没看懂，没有比较。', 'promisedLimit statutoryLimit', '承诺时限 法定时限', '']],
  },
  { name: 'one limit only', document: guide(days(15)), reasons: ['none'] },
  { name: 'an empty box', document: guide(days(15), ''), reasons: ['none'] },
  {
    name: 'gives no text',
    document: { kind: 'guide', fields: { promisedLimit: { state: 'unreadable' }, statutoryLimit: days(5) } },
    reasons: ['unreadable'],
    told: [['办理时限没读到，请目视核对。', 'promisedLimit statutoryLimit', '承诺时限 法定时限', '']],
  },
  {
    name: 'hours against working days',
    document: guide({ amount: 2, unit: 'hour' }, days(1)),
    reasons: ['passed'],
  },
  {
    name: 'a month against more days than it has',
    document: guide({ amount: 1, unit: 'month' }, { amount: 60, unit: 'day' }),
    reasons: ['passed'],
  },
  {
    name: 'two months against fewer days',
    document: guide({ amount: 2, unit: 'month' }, { amount: 30, unit: 'day' }),
    reasons: ['over'],
  },
  {
    name: 'under headings',
    document: { kind: 'guide', text: ['一、法定时限', '20个工作日', '二、承诺时限', '30个工作日'] },
    reasons: ['over'],
  },
  {
    name: 'two services, the second wrong',
    document: {
      kind: 'guide',
      text: [
        '事项名称：甲补贴',
        '法定时限：20个工作日',
        '承诺时限：即时办理',
        '事项名称：乙补贴',
        '法定时限：5个工作日',
        '承诺时限：10个工作日',
      ],
    },
    reasons: ['over'],
    told: [['承诺时限（10个工作日）长于法定时限（5个工作日）。', 'promisedLimit statutoryLimit', '6 5', '']],
  },
  {
    name: 'in lines, and a part was not read',
    document: {
      kind: 'guide',
      text: ['法定时限：20个工作日', '承诺时限：即时办理'],
      notes: [{ kind: 'unreadable' }],
    },
    reasons: ['unreadable'],
  },
  {
    name: 'no guide',
    document: { fields: { promisedLimit: days(30), statutoryLimit: days(20) } },
    reasons: ['other-kind'],
  },
]);
