import { describeRule, type FieldSketch, type RuleCase } from '../testing.ts';
import { personCases } from './person-cases.ts';
import { reviewerRequired } from './reviewer-required.ts';

const TWO_BOXES: FieldSketch = {
  state: 'present',
  value: ['吴四'],
  label: '审稿人',
  written: '吴四',
  emptyBeside: ['核稿人'],
};

describeRule(reviewerRequired, [
  ...personCases('reviewer'),
  {
    name: 'one box filled, a second one of the form empty after the step',
    document: { stage: 'issued', fields: { reviewer: TWO_BOXES } },
    reasons: ['blank'],
    told: [['核稿人是空的。', 'reviewer', '审核人', '']],
  },
  {
    name: 'one box filled, the second one still to come',
    document: { stage: 'review', fields: { reviewer: TWO_BOXES } },
    reasons: ['passed'],
  },
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
