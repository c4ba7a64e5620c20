import { defineRule } from '../rule.ts';

export const timesAgree = defineRule({
  id: 'times-agree',
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
    throw new Error('times-agree is not written yet');
  },
});
