import { REVIEWER } from '../questions/people.ts';
import { personRequired } from './person-required.ts';

export const reviewerRequired = personRequired(REVIEWER, 'reviewer-required', 'reviewer', [
  'regulation-20',
  'handout-8-15',
]);
