import { SAMPLE_UNIT } from '../../unit/sample.ts';
import { type DocumentSketch, describeRule } from '../testing.ts';
import { registerFiles } from './register-files.ts';

const standard = (number: number, withdrawnOn?: string) => ({
  designation: `Q/MMZ ${number}—2024`,
  title: '甲',
  ...(withdrawnOn && { withdrawnOn }),
});
const unit = { ...SAMPLE_UNIT, standards: [standard(101), standard(102), standard(103), standard(104, '2025-01-01')] };
const table = (...numbers: number[]): DocumentSketch => ({
  kind: 'table',
  text: [
    '|序号|标准号|标准名称|实施日期|',
    ...numbers.map((number) => `|1|Q/MMZ ${number}—2024|甲${number}|2024-10-01|`),
  ],
});

describeRule(registerFiles, [
  { name: 'the same', document: table(101, 102, 103), unit, reasons: ['passed'] },
  { name: 'one that has ended may be listed', document: table(101, 102, 103, 104), unit, reasons: ['passed'] },
  { name: 'one more', document: table(101, 102, 103, 105), unit, reasons: ['not-in-profile'] },
  {
    name: 'one less',
    document: table(101, 102),
    unit,
    reasons: ['not-in-table'],
    told: [['单位资料里的Q/MMZ 103—2024没有列进明细表。', '', '1', '']],
  },
  {
    name: 'several in one row',
    document: { kind: 'table', text: ['|标准号|标准名称|', '|Q/MMZ 101～103—2024|甲|'] },
    unit,
    reasons: ['passed'],
  },
  { name: 'another register', document: table(201, 202, 203), unit, reasons: ['other-register'] },
  { name: 'nobody knows the unit', document: table(101), reasons: ['no-profile'] },
  {
    name: 'others’ standards only',
    document: { kind: 'table', text: ['|标准号|标准名称|实施日期|', '|GB/T 1.1—2020|甲|2020-10-01|'] },
    unit,
    reasons: ['none'],
  },
  {
    name: 'a part was not read',
    document: { ...table(101, 102), notes: [{ kind: 'unreadable' }] },
    unit,
    reasons: ['unread'],
  },
  { name: 'no table', document: { kind: 'record' }, unit, reasons: ['other-kind'] },
]);
