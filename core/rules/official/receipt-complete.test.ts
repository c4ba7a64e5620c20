import type { DocumentSketch } from '../testing.ts';
import { describeRule } from '../testing.ts';
import { receiptComplete } from './receipt-complete.ts';

const whole = {
  receiptNumber: '2026-15',
  receivedOn: '2026-03-02',
  title: '关于报送材料的通知',
  handler: ['孙丽'],
  dueOn: '2026-03-10',
  completedOn: '2026-03-09',
} as const;
const sheet = (fields: NonNullable<DocumentSketch['fields']>, more: DocumentSketch = {}): DocumentSketch => ({
  ...more,
  fields: { ...whole, handler: ['孙丽'], ...fields },
});

describeRule(receiptComplete, [
  { name: 'whole', document: sheet({}), reasons: ['passed'] },
  { name: 'done on the last day', document: sheet({ completedOn: '2026-03-10T17:00:00' }), reasons: ['passed'] },
  { name: 'no day of receipt', document: sheet({ receivedOn: '' }), reasons: ['blank'] },
  { name: 'no number', document: sheet({ receiptNumber: { state: 'blank', label: '收文编号' } }), reasons: ['blank'] },
  {
    name: 'neither',
    document: sheet({ receivedOn: '', receiptNumber: { state: 'blank', label: '收文编号' } }),
    reasons: ['blank', 'blank'],
  },
  { name: 'being registered', document: sheet({ receivedOn: '' }, { stage: 'drafting' }), reasons: ['waits'] },
  {
    name: 'a later step fills it',
    document: sheet({ receivedOn: { state: 'blank', pending: true } }),
    reasons: ['waits'],
  },
  {
    name: 'a box of another meaning',
    document: sheet({ receivedOn: { state: 'blank', confidence: 'guessed' } }),
    reasons: ['passed'],
  },
  { name: 'done late', document: sheet({ completedOn: '2026-03-12' }), reasons: ['late'] },
  { name: 'no limit', document: sheet({ dueOn: '', completedOn: '2026-03-12' }), reasons: ['passed'] },
  { name: 'not done yet', document: sheet({ completedOn: '' }), reasons: ['passed'] },
  { name: 'done, and nobody had it', document: sheet({ handler: '' }), reasons: ['handler'] },
  {
    name: 'archived, and nobody had it',
    document: sheet({ handler: '', completedOn: '' }, { stage: 'archived' }),
    reasons: ['handler'],
  },
  { name: 'not done, and nobody has it yet', document: sheet({ handler: '', completedOn: '' }), reasons: ['passed'] },
  { name: 'no such boxes', document: { fields: { receiptNumber: '2026-15' } }, reasons: ['passed'] },
  { name: 'gives no text', document: sheet({ completedOn: { state: 'unreadable' } }), reasons: ['unreadable'] },
  {
    name: 'a part was not read',
    document: sheet({ receivedOn: '' }, { notes: [{ kind: 'unreadable' }] }),
    reasons: ['unreadable'],
  },
  {
    name: 'a document of our own',
    document: { fields: { docNumber: '源政办〔2026〕12号', handler: '' }, stage: 'archived' },
    reasons: ['not-incoming'],
  },
  { name: 'a record', document: sheet({ receivedOn: '' }, { kind: 'record' }), reasons: ['other-kind'] },
]);
