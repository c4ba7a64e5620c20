import { describeRule } from '../testing.ts';
import { draftersTookPart } from './drafters-took-part.ts';

describeRule(draftersTookPart, [
  { name: 'must not fire', document: {}, reasons: ['passed'] },
  { name: 'must fire', document: {}, reasons: ['wrong'] },
]);
