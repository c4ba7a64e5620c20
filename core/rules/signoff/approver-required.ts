import { personRequired } from './person-required.ts';
import { APPROVER } from './signers.ts';

export const approverRequired = personRequired(APPROVER, 'approver-required', 'approver', [
  'regulation-22',
  'handout-8-15',
]);
