import { handout, regulation } from '../basis.ts';
import { personRequired } from './person-required.ts';
import { APPROVER } from './signers.ts';

export const approverRequired = personRequired(APPROVER, 'approver-required', 'approver', [
  regulation('第二十二条'),
  handout('八之15'),
]);
