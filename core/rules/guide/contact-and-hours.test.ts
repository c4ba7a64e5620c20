import { SAMPLE_UNIT } from '../../unit/sample.ts';
import { type DocumentSketch, describeRule } from '../testing.ts';
import { contactAndHours } from './contact-and-hours.ts';

const guide = (pairs: DocumentSketch['pairs'], more: DocumentSketch = {}): DocumentSketch => ({
  kind: 'guide',
  pairs: { 事项名称: '临时救助申请', ...pairs },
  ...more,
});
const unit = { ...SAMPLE_UNIT, openingHours: '工作日 8:30—12:00，14:30—17:30' };
const PHONES = [
  '0550-12345',
  '0551-12345678',
  '（0550）1234567',
  '0550 1234567',
  '0551-12345678转801',
  '0551-12345678-801',
  '0550-1234567、1234568',
  '0550-1234567/8',
  '12345',
  '12345、0550-1234567',
  '13800000000',
  '66123456',
  '661234',
  '400-123-4567',
  '窗口咨询；电话咨询：0550-1234567',
  '见大厅公示',
  '0550-1234567（工作日8:30-12:00）',
  '网址：http://www.example.cn/a/138000000000',
  '张三 2024-01-01',
];
const HOURS = [
  '周一至周五 8:30-12:00，14:30-17:30（法定节假日除外）',
  '上午8：30—12：00，下午2:30—5:30',
  '上午8时30分至12时，下午14时30分至17时30分',
  '夏令时 8:00-12:00，15:00-18:00；冬令时 8:00-12:00，14:00-17:30',
  '工作日',
];

describeRule(contactAndHours, [
  ...PHONES.map((phone) => ({
    name: `a telephone: ${phone}`,
    document: guide({ 咨询电话: phone }),
    reasons: ['passed'],
  })),
  ...HOURS.map((hours) => ({
    name: `hours: ${hours}`,
    document: guide({ 办理时间: hours }),
    unit,
    reasons: ['passed'],
  })),
  { name: 'a digit too few', document: guide({ 咨询电话: '0550-123456' }), reasons: ['phone'] },
  { name: 'a digit too many', document: guide({ 监督投诉电话: '0550-123456789' }), reasons: ['phone'] },
  { name: 'a mobile number of ten', document: guide({ 咨询电话: '1380000000' }), reasons: ['phone'] },
  { name: 'a mobile number of twelve', document: guide({ 联系电话: '王芳 138000000000' }), reasons: ['phone'] },
  { name: 'no such hour', document: guide({ 办理时间: '8:30-12:70' }), reasons: ['impossible-hours'] },
  { name: 'it ends before it begins', document: guide({ 办理时间: '18:30-8:00' }), reasons: ['impossible-hours'] },
  {
    name: 'other hours than the unit has',
    document: guide({ 办理时间: '工作日 9:00-17:00' }),
    unit,
    reasons: ['hours-differ'],
    told: [
      [
        '办理时间（9:00-17:00）和单位资料里的办公时间（工作日 8:30—12:00，14:30—17:30）不同，请核对。',
        '',
        '办理时间',
        '',
      ],
    ],
  },
  {
    name: 'other hours, and nobody knows the unit',
    document: guide({ 办理时间: '工作日 9:00-17:00' }),
    reasons: ['passed'],
  },
  {
    name: 'in lines',
    document: { kind: 'guide', text: ['六、办理时间：工作日9:00至17:00', '七、咨询电话：0550-1234'] },
    unit,
    reasons: ['hours-differ'],
  },
  { name: 'nothing of the kind', document: guide({}), reasons: ['none'] },
  {
    name: 'a part was not read',
    document: guide({ 咨询电话: '12345' }, { notes: [{ kind: 'unreadable' }] }),
    reasons: ['unread'],
  },
  { name: 'no guide', document: { kind: 'official' }, reasons: ['other-kind'] },
  ...[
    '8:00-24:00',
    '8:59-17:59',
    '上午8点半至12点，下午2点半至5点半',
    '晚上6:00-9:00',
    '夜间7:00-8:30',
    '下午2:30-5:30、2:00-3:00',
    '18:00-12:00',
    '上午9点-下午5点',
    '中午12:00-下午2:30',
  ].map((hours) => ({ name: `possible hours: ${hours}`, document: guide({ 办理时间: hours }), reasons: ['passed'] })),
  ...['25:00-26:00', '8:60-12:00', '8:00-25:00', '18:01-12:00', '15:00-8:00'].map((hours) => ({
    name: `impossible hours: ${hours}`,
    document: guide({ 办理时间: hours }),
    reasons: ['impossible-hours'],
    told: [[`办理时间“${hours}”不是真实的时间，请核对。`, '', '办理时间', ''] as const],
  })),
  ...[
    ['上午8点半至12点，下午2点半至5点半', '8:30-12:00，14:30-17:30'],
    ['14:30-17:30，8:30-12:00；民政窗口8:30-12:00', '8:30-12:00，14:30-17:30'],
    ['早上8:30-12:00', '8:30-12:00'],
    ['晚上6:15-9:45', '18:15-21:45'],
    ['中午12:30-下午2:30', '12:30-14:30'],
    ['9:00-5:00（下午）', '9:00-5:00'],
  ].map(([hours = '', openingHours = '']) => ({
    name: `the hours of the unit: ${hours}`,
    document: guide({ 办理时间: hours }),
    unit: { ...SAMPLE_UNIT, openingHours },
    reasons: ['passed'],
  })),
  {
    name: 'several hours, other than the unit has',
    document: guide({ 办理时间: '上午8:30-12:00 ， 下午2:30-5:00 止' }),
    unit,
    reasons: ['hours-differ'],
    told: [
      [
        '办理时间（上午8:30-12:00，下午2:30-5:00）和单位资料里的办公时间（工作日 8:30—12:00，14:30—17:30）不同，请核对。',
        '',
        '办理时间',
        '',
      ],
    ],
  },
  {
    name: 'hours of two seasons, one impossible',
    document: guide({ 办理时间: '夏令时 8:00-12:70' }),
    reasons: ['impossible-hours'],
  },
  { name: 'over midnight', document: guide({ 办理时间: '18:30-次日8:00' }), reasons: ['passed'] },
  {
    name: 'a guide that tells, and one that does not',
    document: {
      kind: 'guide',
      text: ['事项名称：甲', '受理条件：甲', '事项名称：乙', '受理条件：乙', '咨询电话：1380000000'],
    },
    reasons: ['phone'],
    told: [['咨询电话“1380000000”位数不对，请核对。', '', '5', '']],
  },
  {
    name: 'two numbers, drawn apart',
    document: guide({ 咨询电话: '（0550） 123456 ， 0551-123456' }),
    reasons: ['phone', 'phone'],
  },
]);
