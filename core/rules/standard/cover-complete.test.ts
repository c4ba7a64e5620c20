import { describeRule } from '../testing.ts';
import { coverComplete } from './cover-complete.ts';

describeRule(coverComplete, [
  { name: 'must not fire', document: {}, reasons: ['passed'] },
  { name: 'must fire', document: {}, reasons: ['wrong'] },
]);
