import { SAMPLE_UNIT } from '../../unit/sample.ts';
import { type DocumentSketch, describeRule } from '../testing.ts';
import { systemFacts } from './system-facts.ts';

const table = (pairs: NonNullable<DocumentSketch['pairs']>, more: DocumentSketch = {}): DocumentSketch => ({
  kind: 'table',
  title: '标准体系明细表',
  pairs,
  ...more,
});
const DAYS = { 体系发布日期: '2024-09-20', 体系实施日期: '2024年10月1日' };
const { policy: _, ...noPolicy } = SAMPLE_UNIT;

describeRule(systemFacts, [
  { name: 'written', document: table({ ...DAYS, 方针: '便民、高效' }), reasons: ['passed'] },
  { name: 'as the unit has it', document: table(DAYS), unit: SAMPLE_UNIT, reasons: ['passed'] },
  {
    name: 'not as the unit has it',
    document: table({ ...DAYS, 体系实施日期: '2024-11-01' }),
    unit: SAMPLE_UNIT,
    reasons: ['differs'],
  },
  {
    name: 'in lines',
    document: { kind: 'table', text: ['体系发布日期：2024-09-20', '体系实施日期：2024-09-01'] },
    reasons: ['reversed'],
    told: [['体系实施日期（2024-09-01）早于发布日期（2024-09-20），请核对。', '', '2 1', '']],
  },
  { name: 'an empty box', document: table({ ...DAYS, 方针: '' }), reasons: ['blank'] },
  {
    name: 'the unit itself has none',
    document: table(DAYS),
    unit: noPolicy,
    reasons: ['profile-lacks'],
    told: [['单位资料里没有写方针，现场问起来说不清。', '', '', '']],
  },
  { name: 'nothing of the kind', document: table({}), reasons: ['none'] },
  { name: 'a part was not read', document: table(DAYS, { notes: [{ kind: 'unreadable' }] }), reasons: ['unread'] },
  { name: 'no table', document: { kind: 'record' }, reasons: ['other-kind'] },
]);
