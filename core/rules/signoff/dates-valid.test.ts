import { DATE_ROLES } from '../../document/vocabulary.ts';
import { describeRule } from '../testing.ts';
import { datesValid } from './dates-valid.ts';

describeRule(datesValid, [
  { name: 'a day', document: { fields: { approvedOn: '2026-11-20' } }, reasons: ['passed'] },
  { name: 'a day and a time', document: { fields: { approvedOn: '2026-11-20T10:20:00' } }, reasons: ['passed'] },
  { name: 'today', document: { fields: { approvedOn: '2026-11-23' } }, reasons: ['passed'] },
  { name: 'tomorrow', document: { fields: { approvedOn: '2026-11-24' } }, reasons: ['future'] },
  { name: 'the 30th of February', document: { fields: { draftedOn: '2026年2月30日' } }, reasons: ['impossible'] },
  { name: 'a thirteenth month', document: { fields: { publishedOn: '2026.13.01' } }, reasons: ['impossible'] },
  { name: 'no year', document: { fields: { reviewedOn: '9月14日' } }, reasons: ['no-year'] },
  { name: 'no day', document: { fields: { writtenOn: '2026年9月' } }, reasons: ['no-day'] },
  {
    name: 'two dates wrong',
    document: { fields: { draftedOn: '9月14日', approvedOn: '2027-01-01' } },
    reasons: ['no-year', 'future'],
    told: [
      ['拟稿日期“9月14日”没有写年份，请写完整的年月日。', 'draftedOn', '拟稿日期', ''],
      ['签发日期（2027-01-01）在今天之后，请核对。', 'approvedOn', '签发日期', ''],
    ],
  },
  { name: 'a leap day', document: { fields: { approvedOn: '2024-02-29' } }, reasons: ['passed'] },
  {
    name: 'written, being drafted: a planned day',
    document: { stage: 'drafting', fields: { writtenOn: '2026-12-01' } },
    reasons: ['passed'],
  },
  {
    name: 'written, issued: a day to come',
    document: { stage: 'issued', fields: { writtenOn: '2026-12-01' } },
    reasons: ['future'],
  },
  {
    name: 'in force and due in days to come',
    document: { fields: { effectiveOn: '2027-01-01', dueOn: '2026-12-31', publishedOn: '2026-12-01' } },
    reasons: ['passed'],
  },
  {
    name: 'a step of the workflow tomorrow',
    document: { trail: [{ step: '签发', time: '2026-11-24T08:00:00' }] },
    reasons: ['future-step'],
    told: [['流程“签发”的时间（2026-11-24）在今天之后，请核对电脑时钟。', '', '签发', '']],
  },
  {
    name: 'a step foretold for tomorrow',
    document: { trail: [{ step: '签发', state: 'predicted', time: '2026-11-24' }] },
    reasons: ['passed'],
  },
  {
    name: 'a box that gives no text',
    document: { fields: { approvedOn: { state: 'unreadable' } } },
    reasons: ['unreadable'],
    told: [['签发日期没读出来，请目视核对。', 'approvedOn', '签发日期', '']],
  },
  {
    name: 'a box that gives no text, and the workflow wrote the date down',
    document: {
      fields: { approvedOn: { state: 'unreadable' } },
      trail: [{ step: '签发', role: 'approver', time: '2026-11-20' }],
    },
    reasons: ['in-trail'],
  },
  {
    name: 'every date is there, and a part that may hold steps was not read',
    document: {
      fields: Object.fromEntries(DATE_ROLES.map((role) => [role, '2026-11-20'])),
      notes: [{ kind: 'unreadable' }],
    },
    reasons: ['flow-unread'],
  },
  {
    name: 'a plan in a form of no kind that is known',
    document: {
      kind: 'unknown',
      fields: { completedOn: { state: 'present', value: '2024年4月', written: '2024年4月', confidence: 'guessed' } },
    },
    reasons: ['unsure'],
  },
  {
    name: 'a day to come in a form of no kind that is known',
    document: {
      kind: 'unknown',
      fields: { completedOn: { state: 'present', value: '2027-04-01', written: '2027-04-01', confidence: 'guessed' } },
    },
    reasons: ['unsure'],
  },
  {
    name: 'what may be no date of ours',
    document: {
      kind: 'unknown',
      fields: { effectiveOn: { state: 'unreadable', written: '15Jan2018', confidence: 'synonym' } },
    },
    reasons: ['unsure'],
    told: [['“15Jan2018”是不是实施日期没有认准，没有判断。', 'effectiveOn', '实施日期', '']],
  },
  {
    name: 'no such day, whatever the form',
    document: {
      kind: 'unknown',
      fields: { completedOn: { state: 'present', value: '2月30日', written: '2月30日', confidence: 'guessed' } },
    },
    reasons: ['impossible'],
  },
  {
    name: 'a plan in a case',
    document: {
      kind: 'case',
      fields: { completedOn: { state: 'present', value: '2024年4月', written: '2024年4月', confidence: 'guessed' } },
    },
    reasons: ['no-day'],
  },
  { name: 'no dates', document: { fields: { approvedOn: '' } }, reasons: ['no-date'] },
]);
