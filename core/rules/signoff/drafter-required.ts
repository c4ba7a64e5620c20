import { DRAFTER } from '../questions/people.ts';
import { personRequired } from './person-required.ts';

export const drafterRequired = personRequired(DRAFTER, 'drafter-required', 'author', [
  'regulation-chapter-5',
  'handout-8-15',
]);
