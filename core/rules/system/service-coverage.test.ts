import { SAMPLE_UNIT } from '../../unit/sample.ts';
import { blocksFrom, type DocumentSketch, describeRule } from '../testing.ts';
import { serviceCoverage } from './service-coverage.ts';

const table = (rows: readonly string[], more: DocumentSketch = {}): DocumentSketch => ({
  kind: 'table',
  title: '事项与标准对照表',
  blocks: blocksFrom(['|序号|事项名称|标准号|标准名称|办事指南|', ...rows]).map((block) => ({
    ...block,
    plain: true as const,
  })),
  ...more,
});
const GOOD = '|1|临时救助申请|Q/MMZ 101—2024|临时救助办理规范|有|';
const service = (name: string, standards: string[]) => ({ name, standards });
const unit = {
  ...SAMPLE_UNIT,
  services: [
    service('临时救助申请', ['Q/MMZ 101—2024']),
    service('高龄津贴申请', ['Q/MMZ 102—2024']),
    service('生育登记', ['Q/MMZ 101—2024']),
  ],
};

describeRule(serviceCoverage, [
  { name: 'covered', document: table([GOOD]), reasons: ['passed'] },
  {
    name: 'no standard',
    document: table([GOOD, '|2|高龄津贴申请|||有|']),
    reasons: ['no-standard'],
    told: [['事项“高龄津贴申请”没有对应的标准。', '', '1', '']],
  },
  {
    name: 'a standard without its number',
    document: table([GOOD, '|2|高龄津贴申请||高龄津贴办理规范|有|']),
    reasons: ['passed'],
  },
  {
    name: 'no guide',
    document: table([GOOD, '|2|高龄津贴申请|Q/MMZ 102—2024|高龄津贴办理规范|/|']),
    reasons: ['no-guide'],
  },
  { name: 'the same standard', document: table([GOOD, '|2|高龄津贴申请|同上|同上|有|']), reasons: ['passed'] },
  {
    name: 'all services of the unit',
    document: table([GOOD, GOOD.replace('临时救助申请', '高龄津贴申请'), GOOD.replace('临时救助申请', '生育登记')]),
    unit: { ...unit, standards: [] },
    reasons: ['passed'],
  },
  {
    name: 'a standard of a service that the register has not',
    document: { kind: 'table', text: ['|标准号|标准名称|实施日期|', '|Q/MMZ 101—2024|甲|2024-10-01|'] },
    unit: { ...unit, standards: [] },
    reasons: ['not-in-register'],
  },
  {
    name: 'a service left out',
    document: table([GOOD, GOOD.replace('临时救助申请', '高龄津贴申请')]),
    unit: { ...unit, services: unit.services.map((one) => ({ ...one, standards: [] })) },
    reasons: ['not-listed'],
  },
  {
    name: 'nothing of the kind',
    document: { kind: 'table', text: ['|标准类别|数量|', '|国家标准|2|'] },
    reasons: ['none'],
  },
  { name: 'a part was not read', document: table([GOOD], { notes: [{ kind: 'unreadable' }] }), reasons: ['unread'] },
  { name: 'no table', document: { kind: 'record' }, reasons: ['other-kind'] },
]);
