import { describeRule } from '../testing.ts';
import { revisionRecorded } from './revision-recorded.ts';

describeRule(revisionRecorded, [
  { name: 'must not fire', document: {}, reasons: ['passed'] },
  { name: 'must fire', document: {}, reasons: ['wrong'] },
]);
