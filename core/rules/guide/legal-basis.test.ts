import { catalogueFrom, type DocumentSketch, describeRule } from '../testing.ts';
import { legalBasis } from './legal-basis.ts';

const guide = (basis: string, more: DocumentSketch = {}): DocumentSketch => ({
  kind: 'guide',
  pairs: { 事项名称: '临时救助申请', 设定依据: basis },
  ...more,
});
const catalogue = catalogueFrom([
  {
    designation: 'GB/T 901—2009',
    effectiveOn: '2009-11-01',
    withdrawnOn: '2023-03-17',
    replacedBy: ['GB/T 901—2023'],
  },
  { designation: 'GB/T 901—2023', effectiveOn: '2023-03-17' },
  { designation: 'GB/T 902—2009', effectiveOn: '2009-11-01', withdrawnOn: '2020-01-01' },
  { designation: 'GB/T 903—2009', effectiveOn: '2009-11-01', withdrawnOn: '2020-01-01', verified: false },
]);

describeRule(legalBasis, [
  ...[
    '《社会救助暂行办法》第四十七条',
    '国务院令第649号',
    '皖政〔2014〕96号',
    '1.《甲条例》\n2.《乙办法》',
    '无（公共服务事项）',
    '详见附件',
    '依据本单位职责',
  ].map((value) => ({ name: value, document: guide(value), reasons: ['passed'] })),
  { name: 'laws in general', document: guide('国家有关法律法规和政策规定'), reasons: ['no-document'] },
  { name: 'words that name nothing', document: guide('上级要求'), reasons: ['no-document'] },
  { name: 'a law without marks', document: guide('中华人民共和国社会保险法第十条'), reasons: ['no-marks'] },
  {
    name: 'under a heading',
    document: { kind: 'guide', text: ['一、事项名称', '临时救助', '二、设定依据', '相关政策文件', '三、办理流程'] },
    reasons: ['no-document'],
  },
  { name: 'a standard in force', document: guide('GB/T 901—2023'), catalogue, reasons: ['passed'] },
  {
    name: 'a standard that was replaced',
    document: guide('GB/T 901—2009'),
    catalogue,
    reasons: ['replaced'],
    told: [['设定依据里的GB/T 901—2009已被GB/T 901—2023代替，请核对。', '', '设定依据', '']],
  },
  { name: 'a standard that ended', document: guide('GB/T 902—2009'), catalogue, reasons: ['withdrawn'] },
  { name: 'a standard of which nothing is sure', document: guide('GB/T 903—2009'), catalogue, reasons: ['passed'] },
  { name: 'no basis', document: { kind: 'guide', pairs: { 事项名称: '甲' } }, reasons: ['none'] },
  { name: 'an empty box', document: guide(''), reasons: ['none'] },
  {
    name: 'a part was not read',
    document: guide('《甲条例》', { notes: [{ kind: 'unreadable' }] }),
    reasons: ['unread'],
  },
  { name: 'no guide', document: { kind: 'official' }, reasons: ['other-kind'] },
]);
