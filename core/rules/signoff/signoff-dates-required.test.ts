import { describeRule } from '../testing.ts';
import { signoffDatesRequired } from './signoff-dates-required.ts';

const people = { drafter: ['王芳'], reviewer: ['李明'], approver: ['赵强'] };
const dates = { draftedOn: '2026-11-18', reviewedOn: '2026-11-19', approvedOn: '2026-11-20' };
const standard = { kind: 'standard', text: ['# 便民服务规范', '# 1 范围'] } as const;
const draftedOn = { from: 'page', frame: '', label: '拟稿日期', path: '#draftedOn' } as const;
const number = { docNumber: 'Q/YTBM TG 012—2022' };

describeRule(signoffDatesRequired, [
  { name: 'all three dated', document: { fields: { ...people, ...dates } }, reasons: ['passed'] },
  {
    name: 'the approver has signed no date',
    document: { fields: { ...people, ...dates, approvedOn: '' } },
    reasons: ['approver-undated'],
  },
  {
    name: 'the reviewer has signed no date',
    document: { fields: { ...people, ...dates, reviewedOn: '' } },
    reasons: ['signer-undated'],
  },
  {
    name: 'drafter and reviewer without',
    document: { fields: { ...people, ...dates, draftedOn: '', reviewedOn: '' } },
    reasons: ['signer-undated', 'signer-undated'],
  },
  {
    name: 'a date that is wrong is a date',
    document: { fields: { ...people, ...dates, approvedOn: '9月14日' } },
    reasons: ['passed'],
  },
  {
    name: '×年×月×日 is none',
    document: {
      fields: { ...people, ...dates, approvedOn: { state: 'blank', label: '签发日期', written: '×年×月×日' } },
    },
    reasons: ['approver-undated'],
  },
  {
    name: 'the date stands behind the name',
    document: {
      fields: {
        ...people,
        ...dates,
        approvedOn: '',
        approver: { state: 'present', value: ['赵强'], label: '签发', written: '同意。赵强 2026-11-20' },
      },
    },
    reasons: ['passed'],
  },
  {
    name: 'the workflow wrote the date down',
    document: {
      fields: { ...people, ...dates, approvedOn: '' },
      trail: [{ step: '签发', role: 'approver', actors: ['赵强'], time: '2026-11-20T10:12:00' }],
    },
    reasons: ['signer-undated'],
  },
  {
    name: 'the workflow alone, with times',
    document: { trail: [{ step: '拟稿', role: 'drafter', actors: ['王芳'], time: '2026-11-18' }] },
    reasons: ['passed'],
  },
  {
    name: 'the workflow alone, without times',
    document: { trail: [{ step: '拟稿', role: 'drafter', actors: ['王芳'] }] },
    reasons: ['no-box'],
  },
  {
    name: 'the workflow tells no time, and the box for the date is empty',
    document: {
      fields: { drafter: ['王芳'], draftedOn: '2026-11-18', approver: '', approvedOn: '' },
      trail: [{ step: '签发', role: 'approver', actors: ['赵强'] }],
    },
    reasons: ['approver-undated'],
  },
  {
    name: 'a signer who is missing is no matter of dates',
    document: { fields: { drafter: ['王芳'], draftedOn: '2026-11-18', approver: '', approvedOn: '' } },
    reasons: ['passed'],
  },
  { name: 'nobody has signed', document: { fields: { drafter: '', draftedOn: '' } }, reasons: ['no-signer'] },
  {
    name: 'no boxes for dates on a form that is not known',
    document: { fields: { approver: ['赵强'] } },
    reasons: ['no-box'],
  },
  {
    name: 'no box for the date on a form that is known to have it',
    document: { fields: { approver: ['赵强'], approvedOn: { state: 'absent', expected: true } } },
    reasons: ['approver-undated'],
  },
  {
    name: 'an own standard signed by name only',
    document: { ...standard, fields: { ...number, approver: ['赵强'] } },
    reasons: ['approver-undated'],
  },
  {
    name: 'one date for the whole sign-off block',
    document: {
      ...standard,
      text: [...standard.text, '编制：王芳　审核：李明　批准：赵强', '日期：2022年9月15日'],
      fields: { ...number, ...people },
    },
    reasons: ['no-box', 'no-box', 'no-box'],
  },
  {
    name: 'chosen while it is drafted, signs later',
    document: { stage: 'drafting', fields: { ...people, draftedOn: '2026-11-18', reviewedOn: '', approvedOn: '' } },
    reasons: ['waits', 'waits'],
  },
  {
    name: 'drafting, and the date can be written now',
    document: {
      from: 'page',
      stage: 'drafting',
      fields: { drafter: ['王芳'], draftedOn: '' },
      pairs: { 拟稿日期: { box: 'control', source: draftedOn } },
    },
    reasons: ['signer-undated'],
  },
  {
    name: 'drafting, and the date comes with sending',
    document: {
      from: 'page',
      stage: 'drafting',
      fields: { drafter: ['王芳'], draftedOn: '' },
      pairs: { 拟稿日期: { box: 'control', readOnly: true, source: draftedOn } },
    },
    reasons: ['waits'],
  },
  {
    name: 'the step is at hand',
    document: {
      fields: { approver: ['赵强'], approvedOn: '' },
      trail: [{ step: '签发', role: 'approver', state: 'current' }],
    },
    reasons: ['waits'],
  },
  {
    name: 'the reader calls the date pending',
    document: { fields: { approver: ['赵强'], approvedOn: { state: 'blank', pending: true } } },
    reasons: ['waits'],
  },
  {
    name: 'the date gives no text',
    document: { fields: { approver: ['赵强'], approvedOn: { state: 'unreadable' } } },
    reasons: ['unreadable'],
  },
  {
    name: 'the signer gives no text',
    document: { fields: { approver: { state: 'unreadable' }, approvedOn: '' } },
    reasons: ['unreadable'],
  },
  {
    name: 'a document from elsewhere',
    document: { fields: { receivedOn: '2026-11-20', approver: ['赵强'], approvedOn: '' } },
    reasons: ['incoming'],
  },
]);
