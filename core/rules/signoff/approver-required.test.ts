import { describeRule, type RuleCase } from '../testing.ts';
import { approverRequired } from './approver-required.ts';
import { personCases } from './person-cases.ts';

describeRule(approverRequired, [
  ...personCases('approver'),
  ...(['drafting', 'review', 'countersign'] as const).map((stage) => ({
    name: `blank at the stage ${stage}`,
    document: { stage, fields: { approver: '' } },
    reasons: ['waits'],
  })),
  ...(['issued', 'archived', 'unknown'] as const).map((stage) => ({
    name: `blank at the stage ${stage}`,
    document: { stage, fields: { approver: '' } },
    reasons: ['blank'],
  })),
  {
    name: 'a step foretold',
    document: { trail: [{ step: '领导签发', role: 'approver', actors: ['赵强'], state: 'predicted' }] },
    reasons: ['waits-for-step'],
  },
] satisfies RuleCase[]);
