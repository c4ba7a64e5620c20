import { describeRule, type RuleCase } from '../testing.ts';
import { drafterRequired } from './drafter-required.ts';
import { personCases } from './person-cases.ts';

describeRule(drafterRequired, [
  ...personCases('drafter'),
  {
    name: 'blank while it is drafted: the drafter is at it',
    document: { stage: 'drafting', fields: { drafter: '' } },
    reasons: ['blank'],
  },
  {
    name: '/',
    document: { fields: { drafter: { state: 'blank', label: '拟稿人', written: '/' } } },
    reasons: ['placeholder'],
  },
  {
    name: 'handed in, sent back: it was drafted all the same',
    document: {
      trail: [
        { step: '拟稿', role: 'drafter', actors: ['王芳'], action: '提交' },
        { step: '核稿', role: 'reviewer', actors: ['李明'], action: '退回' },
      ],
    },
    reasons: ['passed'],
  },
] satisfies RuleCase[]);
