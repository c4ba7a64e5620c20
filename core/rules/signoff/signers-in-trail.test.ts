import { expect, it } from 'vitest';
import { describeRule, documentFrom, findingsOf } from '../testing.ts';
import { signersInTrail } from './signers-in-trail.ts';

const trail = [
  { step: '拟稿', role: 'drafter', actors: ['王芳'] },
  { step: '核稿', role: 'reviewer', actors: ['李明'] },
  { step: '签发', role: 'approver', actors: ['赵强'] },
] as const;
const steps = trail.map((step) => ({ ...step, actors: [...step.actors] }));
const [other] = documentFrom({ fields: { reviewer: ['磐石'] } }).fields.filter((field) => field.role === 'reviewer');

describeRule(signersInTrail, [
  {
    name: 'cover and workflow agree',
    document: { fields: { drafter: ['王芳'], reviewer: ['李明'], approver: ['赵强'] }, trail: steps },
    reasons: ['passed'],
  },
  {
    name: 'another reviewer on the cover',
    document: { fields: { reviewer: ['周燕'] }, trail: steps },
    reasons: ['not-in-trail'],
  },
  {
    name: 'the drafter on the cover never took part',
    document: { fields: { drafter: ['孙丽'], approver: ['赵强'] }, trail: steps },
    reasons: ['not-in-trail'],
    told: [['拟稿人孙丽没有参加流程，“拟稿”办理的是王芳，请核对哪一个对。', 'drafter', '拟稿人 拟稿', '']],
  },
  {
    name: 'took part in another step',
    document: { fields: { reviewer: ['赵强'] }, trail: steps },
    reasons: ['passed'],
  },
  {
    name: 'a post with the surname',
    document: { fields: { approver: ['赵镇长'] }, trail: steps },
    reasons: ['passed'],
  },
  {
    name: 'a post with another surname',
    document: { fields: { approver: ['钱镇长'] }, trail: steps },
    reasons: ['not-in-trail'],
  },
  {
    name: 'the text names another than the form',
    document: {
      fields: { reviewer: { state: 'present', value: ['李明'], others: other ? [other] : [] } },
      trail: steps,
    },
    reasons: ['not-in-trail'],
  },
  {
    name: 'no step of this role',
    document: { fields: { reviewer: ['周燕'] }, trail: steps.slice(0, 1) },
    reasons: ['no-name'],
  },
  {
    name: 'the record names logins',
    document: { fields: { reviewer: ['周燕'] }, trail: [{ step: '核稿', role: 'reviewer', actors: ['zhouyan'] }] },
    reasons: ['no-name'],
  },
  {
    name: 'the record names nobody',
    document: { fields: { reviewer: ['周燕'] }, trail: [{ step: '核稿', role: 'reviewer' }] },
    reasons: ['no-name'],
  },
  {
    name: 'steps that are only foretold are no record',
    document: {
      fields: { reviewer: ['周燕'] },
      trail: [{ step: '核稿', role: 'reviewer', actors: ['李明'], state: 'predicted' }],
    },
    reasons: ['no-trail'],
  },
  { name: 'no workflow record', document: { fields: { reviewer: ['周燕'] } }, reasons: ['no-trail'] },
  {
    name: 'a signer gives no text',
    document: { fields: { drafter: ['王芳'], reviewer: { state: 'unreadable' } }, trail: steps },
    reasons: ['unreadable'],
  },
  {
    name: 'a document from elsewhere',
    document: { fields: { receiptNumber: '31', reviewer: ['周燕'] }, trail: steps },
    reasons: ['incoming'],
  },
]);

it('names the one on the cover, the step and who acted', () => {
  const [finding] = findingsOf(signersInTrail, { fields: { reviewer: ['周燕'] }, trail: steps });
  expect(finding?.message).toBe('审核人周燕没有参加流程，“核稿”办理的是李明，请核对哪一个对。');
});
