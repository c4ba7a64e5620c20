import type { UnitProfile } from '../../unit/profile.ts';
import { type DocumentSketch, describeRule } from '../testing.ts';
import { serviceCode } from './service-code.ts';

const guide = (pairs: DocumentSketch['pairs'], more: DocumentSketch = {}): DocumentSketch => ({
  kind: 'guide',
  pairs: { 事项名称: '临时救助申请', ...pairs },
  ...more,
});
/** A body's code whose last sign is right. */
const BODY = '11341024003200123E';
const unit: UnitProfile = {
  schema: 'duibiao/unit@1',
  name: '甲镇便民服务中心',
  people: [],
  services: [{ name: '临时救助申请', code: '000511002000', standards: [] }],
  standards: [],
};

describeRule(serviceCode, [
  { name: 'twelve digits', document: guide({ 基本编码: '000511002000' }), reasons: ['passed'] },
  { name: 'ten signs', document: guide({ 基本编码: 'QR00123001' }), reasons: ['passed'] },
  { name: 'an older scheme', document: guide({ 基本编码: '0005110020001234' }), reasons: ['passed'] },
  { name: 'a digit too many', document: guide({ 基本编码: '0005110020001' }), reasons: ['basic-length'] },
  {
    name: 'whole',
    document: guide({ 基本编码: '000511002000', 实施编码: `${BODY}5000511002000` }),
    reasons: ['passed'],
  },
  {
    name: 'parted by spaces and dashes',
    document: guide({ 实施编码: `${BODY.slice(0, 8)} ${BODY.slice(8)}-5-000511002000` }),
    reasons: ['passed'],
  },
  { name: 'with the number of its part', document: guide({ 实施编码: `${BODY}500051100200001` }), reasons: ['passed'] },
  { name: 'a length that no scheme has', document: guide({ 实施编码: `${BODY}500051100200` }), reasons: ['length'] },
  {
    name: 'another label says nothing of the length',
    document: guide({ 事项编码: '12345678901' }),
    reasons: ['passed'],
  },
  {
    name: 'a sign of the body is wrong',
    document: guide({ 实施编码: `${BODY.replace('0032', '0023')}5000511002000` }),
    reasons: ['checksum'],
  },
  {
    name: 'the number of the body is of an older sort',
    document: guide({ 实施编码: 'SZ00000000000000015000511002000' }),
    reasons: ['passed'],
  },
  {
    name: 'the basic code of another service',
    document: guide({ 基本编码: '000511005000', 实施编码: `${BODY}5000511002000` }),
    reasons: ['basic-differs'],
  },
  { name: 'as the unit knows it', document: guide({ 基本编码: '000511002000' }), unit, reasons: ['passed'] },
  {
    name: 'the code holds the one that the unit knows',
    document: guide({ 实施编码: `${BODY}5000511002000` }),
    unit,
    reasons: ['passed'],
  },
  {
    name: 'not as the unit knows it',
    document: guide({ 基本编码: '000511003000' }),
    unit,
    reasons: ['profile-differs'],
    told: [['编码“000511003000”和单位资料里“临时救助申请”的编码“000511002000”不同，请核对。', '', '基本编码', '']],
  },
  { name: 'words', document: guide({ 实施编码: '待赋码' }), reasons: ['none'] },
  { name: 'no code', document: guide({}), reasons: ['none'] },
  {
    name: 'a part was not read',
    document: guide({ 基本编码: '000511002000' }, { notes: [{ kind: 'unreadable' }] }),
    reasons: ['unread'],
  },
  { name: 'no guide', document: { kind: 'official' }, reasons: ['other-kind'] },
]);
