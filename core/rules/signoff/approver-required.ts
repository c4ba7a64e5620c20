import { personRequired } from './person-required.ts';
import { APPROVER, handout, regulation } from './signers.ts';

export const approverRequired = personRequired(APPROVER, 'approver-required', 'approver', [
  regulation('第二十二条'),
  handout('八之15'),
]);
