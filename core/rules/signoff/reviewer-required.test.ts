import { describeRule, type RuleCase } from '../testing.ts';
import { personCases } from './person-cases.ts';
import { reviewerRequired } from './reviewer-required.ts';

describeRule(reviewerRequired, [
  ...personCases('reviewer'),
  {
    name: 'blank while it is drafted: chosen later',
    document: { stage: 'drafting', fields: { reviewer: '' } },
    reasons: ['waits'],
  },
  {
    name: 'blank when it is about to be signed',
    document: { stage: 'approval', fields: { reviewer: '' } },
    reasons: ['blank'],
  },
  {
    name: 'agreed, then sent back by the approver: it no longer stands',
    document: {
      fields: { reviewer: '' },
      trail: [
        { step: '核稿', role: 'reviewer', actors: ['李明'], action: '同意' },
        { step: '签发', role: 'approver', actors: ['赵强'], action: '退回' },
      ],
    },
    reasons: ['blank'],
  },
  {
    name: 'sent back to the drafter: it comes to the reviewer again, box or no box',
    document: {
      stage: 'drafting',
      trail: [
        { step: '拟稿', role: 'drafter', actors: ['王芳'] },
        { step: '核稿', role: 'reviewer', actors: ['李明'], action: '退回' },
      ],
    },
    reasons: ['waits-for-step'],
  },
  {
    name: 'being drafted, never with the reviewer: a form without the box says nothing',
    document: { stage: 'drafting', trail: [{ step: '拟稿', role: 'drafter', actors: ['王芳'] }] },
    reasons: ['no-box'],
  },
] satisfies RuleCase[]);
