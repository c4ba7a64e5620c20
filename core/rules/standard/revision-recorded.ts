import { defineRule } from '../rule.ts';

export const revisionRecorded = defineRule({
  id: 'revision-recorded',
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
    throw new Error('revision-recorded is not written yet');
  },
});
