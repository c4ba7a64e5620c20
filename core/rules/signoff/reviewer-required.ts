import { personRequired } from './person-required.ts';
import { REVIEWER } from './signers.ts';

export const reviewerRequired = personRequired(REVIEWER, 'reviewer-required', 'reviewer', [
  'regulation-20',
  'handout-8-15',
]);
