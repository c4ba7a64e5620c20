import { personRequired } from './person-required.ts';
import { DRAFTER } from './signers.ts';

export const drafterRequired = personRequired(DRAFTER, 'drafter-required', 'author', [
  'regulation-chapter-5',
  'handout-8-15',
]);
