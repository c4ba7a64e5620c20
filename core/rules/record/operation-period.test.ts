import { SAMPLE_UNIT } from '../../unit/sample.ts';
import { type DocumentSketch, describeRule } from '../testing.ts';
import { operationPeriod } from './operation-period.ts';

const record = (
  title: string,
  pairs: NonNullable<DocumentSketch['pairs']>,
  more: DocumentSketch = {},
): DocumentSketch => ({
  kind: 'record',
  title,
  pairs,
  ...more,
});
const unit = { ...SAMPLE_UNIT, systemEffectiveOn: '2024-10-01', pilot: { from: '2024-12-01', to: '2026-12-31' } };
const { pilot: _, ...noPilot } = unit;

describeRule(operationPeriod, [
  {
    name: 'after six months',
    document: record('试点评估申请表', { 申请日期: '2025-04-01' }),
    unit,
    reasons: ['passed'],
  },
  { name: 'before', document: record('试点评估申请表', { 申请日期: '2025-03-31' }), unit, reasons: ['too-early'] },
  { name: 'no day', document: record('试点评估申请表', {}), unit, reasons: ['no-date'] },
  { name: 'a record of the time', document: record('培训记录', { 培训时间: '2025-03-31' }), unit, reasons: ['passed'] },
  {
    name: 'a record of another time',
    document: record('培训记录', { 培训时间: '2023-03-31' }),
    unit,
    reasons: ['outside-pilot'],
  },
  {
    name: 'a list that goes beyond it',
    document: record(
      '文件发放记录',
      {},
      { text: ['|文件编号|份数|发放日期|', '|A1|1|2025-01-02|', '|A2|1|2027-01-02|'] },
    ),
    unit,
    reasons: ['outside-pilot'],
    told: [['记录的日期（2027-01-02）不在试点期（2024-12-01至2026-12-31）内，不能作为试点期的证据。', '', '1', '']],
  },
  {
    name: 'nobody knows the pilot',
    document: record('培训记录', { 培训时间: '2023-03-31' }),
    unit: noPilot,
    reasons: ['no-profile'],
  },
  { name: 'nobody knows the unit', document: record('培训记录', { 培训时间: '2023-03-31' }), reasons: ['no-profile'] },
  {
    name: 'a part was not read',
    document: record('培训记录', { 培训时间: '2025-03-31' }, { notes: [{ kind: 'unreadable' }] }),
    unit,
    reasons: ['unread'],
  },
  { name: 'no record', document: { kind: 'official' }, unit, reasons: ['other-kind'] },
]);
