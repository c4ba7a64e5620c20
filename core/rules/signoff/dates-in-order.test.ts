import { expect, it } from 'vitest';
import { describeRule, findingsOf } from '../testing.ts';
import { datesInOrder } from './dates-in-order.ts';

const inOrder = { draftedOn: '2026-11-16', reviewedOn: '2026-11-17', approvedOn: '2026-11-18' };

describeRule(datesInOrder, [
  {
    name: 'in order',
    document: {
      fields: {
        ...inOrder,
        writtenOn: '2026-11-18',
        printedOn: '2026-11-19',
        publishedOn: '2026-11-18',
        effectiveOn: '2026-12-01',
      },
    },
    reasons: ['passed'],
  },
  {
    name: 'all on one day',
    document: {
      fields: { draftedOn: '2026-11-18T17:00:00', reviewedOn: '2026-11-18T09:00:00', approvedOn: '2026-11-18' },
    },
    reasons: ['passed'],
  },
  {
    name: 'reviewed before drafted',
    document: { fields: { ...inOrder, reviewedOn: '2026-11-15' } },
    reasons: ['out-of-order'],
  },
  {
    name: 'approved before drafted, the review was not read',
    document: { fields: { draftedOn: '2026-11-18', approvedOn: '2026-11-16' } },
    reasons: ['out-of-order'],
  },
  {
    name: 'printed before written',
    document: { fields: { writtenOn: '2026-11-18', printedOn: '2026-11-17' } },
    reasons: ['out-of-order'],
  },
  {
    name: 'in force before published',
    document: { fields: { publishedOn: '2026-11-20', effectiveOn: '2026-11-01' } },
    reasons: ['out-of-order'],
  },
  {
    name: 'in force before published in a standard has a rule of its own',
    document: { kind: 'standard', fields: { publishedOn: '2026-11-20', effectiveOn: '2026-11-01' } },
    reasons: ['passed'],
  },
  {
    name: 'published before approved in a standard',
    document: { kind: 'standard', fields: { approvedOn: '2026-11-20', publishedOn: '2026-11-01' } },
    reasons: ['out-of-order'],
  },
  {
    name: 'written on another day than signed',
    document: { fields: { approvedOn: '2026-11-18', writtenOn: '2026-11-16' } },
    reasons: ['written-not-approved'],
  },
  {
    name: 'written before drafted, the signing was not read',
    document: { fields: { draftedOn: '2026-11-18', writtenOn: '2026-11-16' } },
    reasons: ['out-of-order'],
  },
  {
    name: 'the day of a step counts',
    document: {
      fields: { draftedOn: '2026-11-18' },
      trail: [{ step: '签发', role: 'approver', actors: ['赵强'], time: '2026-11-16T09:00:00' }],
    },
    reasons: ['out-of-order'],
    told: [['签发日期（2026-11-16）早于拟稿日期（2026-11-18），请核对。', 'approvedOn draftedOn', '签发 拟稿日期', '']],
  },
  {
    name: 'handed in again after it was sent back',
    document: {
      trail: [
        { step: '拟稿', role: 'drafter', actors: ['王芳'], time: '2026-11-16' },
        { step: '核稿', role: 'reviewer', actors: ['李明'], time: '2026-11-17', action: '退回' },
        { step: '拟稿', role: 'drafter', actors: ['王芳'], time: '2026-11-18' },
        { step: '核稿', role: 'reviewer', actors: ['李明'], time: '2026-11-19', action: '同意' },
      ],
    },
    reasons: ['passed'],
  },
  {
    name: 'a flawed date is not compared',
    document: { fields: { draftedOn: '11月30日', approvedOn: '2026-11-16' } },
    reasons: ['too-few'],
  },
  {
    name: 'a guessed date settles nothing',
    document: {
      fields: { draftedOn: { state: 'present', value: '2026-11-18', confidence: 'guessed' }, approvedOn: '2026-11-16' },
    },
    reasons: ['too-few'],
  },
  { name: 'one date alone', document: { fields: { approvedOn: '2026-11-16' } }, reasons: ['too-few'] },
  {
    name: 'one of three gives no text',
    document: { fields: { ...inOrder, reviewedOn: { state: 'unreadable' } } },
    reasons: ['unreadable'],
  },
  {
    name: 'a record out of sight tells its days',
    document: {
      fields: { draftedOn: '2026-11-16', approvedOn: { state: 'unreadable', others: [] } },
      trail: [{ step: '签发', role: 'approver', actors: ['赵强'], time: '2026-11-18', hidden: true }],
    },
    reasons: ['passed'],
  },
  {
    name: 'a fault that is seen is told, whatever else was not read',
    document: { fields: { draftedOn: '2026-11-18', approvedOn: '2026-11-16', printedOn: { state: 'unreadable' } } },
    reasons: ['out-of-order', 'unreadable'],
  },
  {
    name: 'a document from elsewhere',
    document: { fields: { ...inOrder, receivedOn: '2026-11-01' } },
    reasons: ['incoming'],
  },
]);

it('names both dates and their values', () => {
  const [finding] = findingsOf(datesInOrder, { fields: { approvedOn: '2026-11-20', publishedOn: '2026-11-01' } });
  expect(finding?.message).toBe('发布日期（2026-11-01）早于签发日期（2026-11-20），请核对。');
  expect(finding?.sources).toHaveLength(2);
});
