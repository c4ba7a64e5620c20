import { APPROVER } from '../questions/people.ts';
import { personRequired } from './person-required.ts';

export const approverRequired = personRequired(APPROVER, 'approver-required', 'approver', [
  'regulation-22',
  'handout-8-15',
]);
