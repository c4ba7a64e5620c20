import { defineRule } from '../rule.ts';

export const numberInRegister = defineRule({
  id: 'number-in-register',
  title: '',
  severity: 'warning',
  actor: 'author',
  kinds: [],
  basis: [],
  indicators: [],
  reasons: {
    wrong: { outcome: 'failed', message: '' },
  },
  check() {
    throw new Error('number-in-register is not written yet');
  },
});
