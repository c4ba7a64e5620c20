import { expect, it } from 'vitest';
import type { DocumentSketch, FieldSketch } from '../testing.ts';
import { describeRule, findingsOf } from '../testing.ts';
import { docNumberForm } from './doc-number-form.ts';

const numbered = (docNumber: FieldSketch, more: DocumentSketch = {}): DocumentSketch => ({
  fields: { docNumber },
  ...more,
});

describeRule(docNumberForm, [
  { name: 'right', document: numbered('源政办〔2026〕12号'), reasons: ['passed'] },
  { name: 'a code with Latin letters', document: numbered('源政发B〔2026〕3号'), reasons: ['passed'] },
  { name: 'drawn apart on the page', document: numbered('源政办 〔2026〕 12 号'), reasons: ['passed'] },
  { name: 'half-width square brackets', document: numbered('源政办[2026]12号'), reasons: ['brackets'] },
  { name: 'full-width square brackets', document: numbered('源政办［2026］12号'), reasons: ['brackets'] },
  { name: 'round brackets', document: numbered('源政办（2026）12号'), reasons: ['brackets'] },
  { name: 'black brackets', document: numbered('源政办【2026】12号'), reasons: ['brackets'] },
  { name: 'small tortoise-shell brackets', document: numbered('源政办﹝2026﹞12号'), reasons: ['brackets'] },
  { name: 'one bracket right, one wrong', document: numbered('源政办〔2026]12号'), reasons: ['brackets'] },
  { name: 'no brackets', document: numbered('源政办2026年12号'), reasons: ['brackets'] },
  { name: '第', document: numbered('源政办〔2026〕第12号'), reasons: ['ordinal'] },
  { name: 'a leading zero', document: numbered('源政办〔2026〕012号'), reasons: ['leading-zero'] },
  { name: 'two faults', document: numbered('源政办[2026]012号'), reasons: ['several'] },
  { name: 'three faults', document: numbered('源政办（2026）第012号'), reasons: ['several'] },
  {
    name: 'a frame without a serial in a file',
    document: numbered({ state: 'blank', written: '源政办〔2026〕 号' }),
    reasons: ['waits'],
    told: [['发文字号还没有编，编号之后再查写法。', 'docNumber', '发文字号', '']],
  },
  {
    name: 'a frame without a serial when issued',
    document: numbered({ state: 'blank', written: '源政办〔2026〕 号' }, { stage: 'issued' }),
    reasons: ['no-serial'],
  },
  {
    name: 'full-width digits',
    document: numbered('源政办〔２０２６〕１２号'),
    reasons: ['width'],
    told: [
      [
        '发文字号“源政办〔２０２６〕１２号”用了全角数字，应为“源政办〔2026〕12号”。',
        'docNumber',
        '发文字号',
        '改成规范写法：源政办〔２０２６〕１２号 → 源政办〔2026〕12号',
      ],
    ],
  },
  { name: 'a year of two digits', document: numbered('源政办〔26〕12号'), reasons: ['short-year'] },
  {
    name: 'no serial number in an issued one',
    document: numbered('源政办〔2026〕号', { stage: 'issued' }),
    reasons: ['no-serial'],
  },
  { name: 'no serial number yet', document: numbered('源政办〔2026〕号', { stage: 'drafting' }), reasons: ['waits'] },
  {
    name: 'empty in an issued one',
    document: numbered('', { stage: 'issued' }),
    reasons: ['blank'],
    told: [['发文字号是空的，请与发文登记核对。', 'docNumber', '发文字号', '']],
  },
  { name: 'empty, and nobody knows how far it is', document: numbered(''), reasons: ['none'] },
  {
    name: 'empty while drafting',
    document: numbered('', { stage: 'drafting' }),
    reasons: ['waits'],
    told: [['发文字号还没有编，编号之后再查写法。', 'docNumber', '发文字号', '']],
  },
  {
    name: 'a later step fills it',
    document: { fields: { docNumber: { state: 'blank', pending: true } } },
    reasons: ['waits'],
  },
  { name: 'empty, nobody knows when', document: numbered(''), reasons: ['none'] },
  { name: 'no box', document: {}, reasons: ['none'] },
  {
    name: 'gives no text',
    document: { fields: { docNumber: { state: 'unreadable' } } },
    reasons: ['unreadable'],
    told: [['发文字号没读到，请目视核对。', 'docNumber', '发文字号', '']],
  },
  { name: 'a number of the flow', document: numbered('LC20260302-0001'), reasons: ['other-form'] },
  { name: 'a date', document: numbered('2026-03-02'), reasons: ['other-form'] },
  { name: 'an order', document: numbered('第12号', { kindWord: '命令' }), reasons: ['exempt'] },
  { name: 'minutes', document: numbered('第3期', { kindWord: '纪要' }), reasons: ['exempt'] },
  {
    name: 'a document from elsewhere',
    document: { fields: { docNumber: '县政[2026]3号', receiptNumber: '2026-15' } },
    reasons: ['incoming'],
  },
  {
    name: 'a standard has another kind of number',
    document: numbered('Q/YTBM 101—2022', { kind: 'standard' }),
    reasons: ['other-kind'],
  },
]);

it('gives the whole right number as the fix, and never one where a digit would have to be made up', () => {
  const fixes = (docNumber: string) => findingsOf(docNumberForm, numbered(docNumber)).map(({ fix }) => fix?.to);
  expect(fixes('源政办[2026]012号')).toEqual(['源政办〔2026〕12号']);
  const [both] = findingsOf(docNumberForm, numbered('源政办[2026]012号'));
  expect(both?.message).toContain('2处不对（年份没有用六角括号、序号前有虚位）');
  expect(fixes('源政办〔26〕12号')).toEqual([undefined]);
});
