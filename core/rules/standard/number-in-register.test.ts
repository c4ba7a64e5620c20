import { describeRule } from '../testing.ts';
import { numberInRegister } from './number-in-register.ts';

describeRule(numberInRegister, [
  { name: 'must not fire', document: {}, reasons: ['passed'] },
  { name: 'must fire', document: {}, reasons: ['wrong'] },
]);
