import { SAMPLE_UNIT } from '../../unit/sample.ts';
import { type DocumentSketch, describeRule } from '../testing.ts';
import { itemNameAgrees } from './item-name-agrees.ts';

const guide = (title: string, name: string, more: DocumentSketch = {}): DocumentSketch => ({
  kind: 'guide',
  title,
  pairs: { 事项名称: name },
  ...more,
});

describeRule(itemNameAgrees, [
  { name: 'the same', document: guide('临时救助申请办事指南', '临时救助申请'), reasons: ['passed'] },
  { name: 'shorter in the title', document: guide('源潭镇临时救助办事指南', '临时救助对象认定'), reasons: ['passed'] },
  {
    name: 'in other words',
    document: guide('残疾人两项补贴办事指南', '困难残疾人生活补贴资格认定'),
    reasons: ['passed'],
  },
  {
    name: 'another service',
    document: guide('高龄津贴申请办事指南', '临时救助申请'),
    reasons: ['title-differs'],
    told: [['标题写的是“高龄津贴申请”，事项名称写的是“临时救助申请”，请核对。', 'serviceName', '', '']],
  },
  {
    name: 'another name of the same',
    document: guide('临时救助办事指南', '临时救助申请'),
    unit: SAMPLE_UNIT,
    reasons: ['passed'],
  },
  {
    name: 'written otherwise than in the profile',
    document: guide('办事指南', '临时救助办理'),
    unit: SAMPLE_UNIT,
    reasons: ['other-name'],
    told: [['事项名称“临时救助办理”和单位资料里的“临时救助申请”写法不同，请核对。', 'serviceName', '', '']],
  },
  {
    name: 'a service that the profile does not know',
    document: guide('办事指南', '生育登记'),
    unit: SAMPLE_UNIT,
    reasons: ['passed'],
  },
  {
    name: 'several services',
    document: {
      kind: 'guide',
      title: '民政窗口办事指南',
      text: ['事项名称：临时救助', '承诺时限：1天', '事项名称：高龄津贴', '承诺时限：2天'],
    },
    reasons: ['passed'],
  },
  { name: 'no name in the title', document: guide('办事指南', '临时救助申请'), reasons: ['none'] },
  { name: 'no name', document: { kind: 'guide', title: '临时救助办事指南' }, reasons: ['none'] },
  {
    name: 'a part was not read',
    document: guide('临时救助办事指南', '临时救助', { notes: [{ kind: 'unreadable' }] }),
    reasons: ['unread'],
  },
  { name: 'no guide', document: { kind: 'official' }, reasons: ['other-kind'] },
  { name: 'one of three pairs in common', document: guide('甲乙丙丁办事指南', '甲乙戊己'), reasons: ['passed'] },
  { name: 'a title of two characters', document: guide('低保办事指南', '殡葬补贴'), reasons: ['none'] },
  { name: 'a title of three characters', document: guide('农机证办事指南', '殡葬补贴'), reasons: ['title-differs'] },
  { name: 'a title of one character', document: guide('水办事指南', '殡葬补贴'), reasons: ['none'] },
  { name: 'a title that holds more', document: guide('城乡低保申领与变更办事指南', '低保'), reasons: ['passed'] },
  {
    name: 'two names of one service of the unit',
    document: guide('老年补助办事指南', '高龄津贴'),
    unit: { ...SAMPLE_UNIT, services: [{ name: '高龄津贴', aliases: ['老年补助'], standards: [] }] },
    reasons: ['passed'],
  },
  {
    name: 'two services of the unit that are near',
    document: guide('办事指南', '临时救助办理'),
    unit: {
      ...SAMPLE_UNIT,
      services: [
        { name: '临时救助申请', standards: [] },
        { name: '临时救助受理', standards: [] },
      ],
    },
    reasons: ['passed'],
  },
  {
    name: 'a unit, and no name in the title',
    document: guide('办事指南', '殡葬补贴'),
    unit: SAMPLE_UNIT,
    reasons: ['passed'],
  },
]);
