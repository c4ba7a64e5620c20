import { defineRule } from '../rule.ts';

export const draftersTookPart = defineRule({
  id: 'drafters-took-part',
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
    throw new Error('drafters-took-part is not written yet');
  },
});
