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
] satisfies RuleCase[]);
