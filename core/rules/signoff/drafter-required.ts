import { handout, regulation } from '../basis.ts';
import { personRequired } from './person-required.ts';
import { DRAFTER } from './signers.ts';

export const drafterRequired = personRequired(DRAFTER, 'drafter-required', 'author', [
  regulation('第五章'),
  handout('八之15'),
]);
