import { handout, regulation } from '../basis.ts';
import { personRequired } from './person-required.ts';
import { REVIEWER } from './signers.ts';

export const reviewerRequired = personRequired(REVIEWER, 'reviewer-required', 'reviewer', [
  regulation('第二十条'),
  handout('八之15'),
]);
