import { defineRule } from '../rule.ts';

export const coverComplete = defineRule({
  id: 'cover-complete',
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
    throw new Error('cover-complete is not written yet');
  },
});
