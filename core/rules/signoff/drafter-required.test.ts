import { describeRule, type RuleCase } from '../testing.ts';
import { drafterRequired } from './drafter-required.ts';
import { personCases } from './person-cases.ts';

describeRule(drafterRequired, [
  ...personCases('drafter'),
  {
    name: 'a form that was just opened: not even its title stands there',
    document: { stage: 'drafting', from: 'page', fields: { drafter: '', title: '' } },
    reasons: ['waits'],
  },
  {
    name: 'a form that was begun',
    document: { stage: 'drafting', from: 'page', fields: { drafter: '', title: '关于开展培训的通知' } },
    reasons: ['blank'],
  },
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
