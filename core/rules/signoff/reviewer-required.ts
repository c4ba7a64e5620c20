import { personRequired } from './person-required.ts';
import { handout, REVIEWER, regulation } from './signers.ts';

export const reviewerRequired = personRequired(REVIEWER, 'reviewer-required', 'reviewer', [
  regulation('第二十条'),
  handout('八之15'),
]);
