import { describeRule } from '../testing.ts';
import { timesAgree } from './times-agree.ts';

describeRule(timesAgree, [
  { name: 'must not fire', document: {}, reasons: ['passed'] },
  { name: 'must fire', document: {}, reasons: ['wrong'] },
]);
