import { defineRule } from '../rule.ts';

export const effectiveAfterPublished = defineRule({
  id: 'effective-after-published',
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
    throw new Error('effective-after-published is not written yet');
  },
});
