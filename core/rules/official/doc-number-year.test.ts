import type { DocumentSketch, FieldSketch } from '../testing.ts';
import { describeRule } from '../testing.ts';
import { docNumberYear } from './doc-number-year.ts';

const dated = (docNumber: FieldSketch, writtenOn: FieldSketch, more: DocumentSketch = {}): DocumentSketch => ({
  ...more,
  fields: { docNumber, writtenOn, ...more.fields },
});

describeRule(docNumberYear, [
  { name: 'the same year', document: dated('源政办〔2026〕12号', '2026-03-02'), reasons: ['passed'] },
  { name: 'drawn apart', document: dated('源政办 〔2026〕 12 号', '2026-03-02'), reasons: ['passed'] },
  { name: 'the number of last year', document: dated('源政办〔2025〕12号', '2026-03-02'), reasons: ['differs'] },
  { name: 'in brackets of another form', document: dated('源政办[2025]12号', '2026-03-02'), reasons: ['differs'] },
  { name: 'without brackets', document: dated('源政办2025年12号', '2026-03-02'), reasons: ['differs'] },
  { name: 'with a time', document: dated('源政办〔2026〕12号', '2026-03-02T10:00:00'), reasons: ['passed'] },
  { name: 'no day', document: dated('源政办〔2026〕12号', ''), reasons: ['none'] },
  { name: 'no number yet', document: dated('', '2026-03-02'), reasons: ['none'] },
  { name: 'an order has no year', document: dated('第12号', '2026-03-02'), reasons: ['none'] },
  { name: 'a number of the flow', document: dated('LC20250302-0001', '2026-03-02'), reasons: ['none'] },
  { name: 'a day that is not complete', document: dated('源政办〔2025〕12号', '3月2日'), reasons: ['none'] },
  {
    name: 'a day of another box',
    document: dated('源政办〔2025〕12号', { state: 'present', value: '2026-03-02', confidence: 'guessed' }),
    reasons: ['none'],
  },
  { name: 'gives no text', document: dated('源政办〔2025〕12号', { state: 'unreadable' }), reasons: ['unreadable'] },
  {
    name: 'a document from elsewhere',
    document: dated('县政〔2025〕3号', '2026-03-02', { fields: { receiptNumber: '2026-15' } }),
    reasons: ['incoming'],
  },
  {
    name: 'a standard',
    document: dated('源政办〔2025〕12号', '2026-03-02', { kind: 'standard' }),
    reasons: ['other-kind'],
  },
]);
