import { describeRule } from '../testing.ts';
import { effectiveAfterPublished } from './effective-after-published.ts';

describeRule(effectiveAfterPublished, [
  { name: 'must not fire', document: {}, reasons: ['passed'] },
  { name: 'must fire', document: {}, reasons: ['wrong'] },
]);
