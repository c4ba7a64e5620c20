import { describeRule } from '../testing.ts';
import { signersDistinct } from './signers-distinct.ts';

describeRule(signersDistinct, [
  {
    name: 'three people',
    document: { fields: { drafter: ['王芳'], reviewer: ['李明'], approver: ['赵强'] } },
    reasons: ['passed'],
  },
  {
    name: 'one for all three',
    document: { fields: { drafter: ['王芳'], reviewer: ['王芳'], approver: ['王芳'] } },
    reasons: ['same-person'],
  },
  {
    name: 'reviewed and approved by one, drafted by another',
    document: { fields: { drafter: ['王芳'], reviewer: ['李明'], approver: ['李明'] } },
    reasons: ['passed'],
  },
  {
    name: 'a second drafter',
    document: { fields: { drafter: ['王芳', '李明'], reviewer: ['王芳'], approver: ['王芳'] } },
    reasons: ['passed'],
  },
  {
    name: 'one for all three, by the workflow',
    document: {
      fields: { drafter: ['王芳'] },
      trail: [
        { step: '核稿', role: 'reviewer', actors: ['王芳'] },
        { step: '签发', role: 'approver', actors: ['王芳'] },
      ],
    },
    reasons: ['same-person'],
    told: [['起草、审核、批准都是王芳，请安排别人审核或者批准。', 'approver drafter reviewer', '拟稿人', '']],
  },
  {
    name: 'the approver is not there yet',
    document: { fields: { drafter: ['王芳'], reviewer: ['王芳'], approver: '' } },
    reasons: ['too-few'],
  },
  {
    name: 'an office is nobody',
    document: { fields: { drafter: ['党政办'], reviewer: ['党政办'], approver: ['党政办'] } },
    reasons: ['too-few'],
  },
  {
    name: 'the approver gives no text',
    document: { fields: { drafter: ['王芳'], reviewer: ['王芳'], approver: { state: 'unreadable' } } },
    reasons: ['unreadable'],
  },
  {
    name: 'a document from elsewhere',
    document: { fields: { receiptNumber: '31', drafter: ['王芳'], reviewer: ['王芳'], approver: ['王芳'] } },
    reasons: ['incoming'],
  },
]);
