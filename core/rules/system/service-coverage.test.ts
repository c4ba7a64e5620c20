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
    name: 'a standard that a rule applies and the register has not',
    document: { kind: 'table', text: ['|标准号|标准名称|实施日期|', '|Q/MMZ 101—2024|甲|2024-10-01|'] },
    unit: {
      ...{ ...unit, standards: [] },
      services: [service('临时救助申请', ['Q/MMZ 101—2024']), service('高龄津贴申请', ['Q/MMZ 101—2024'])],
      applies: [{ standard: 'Q/MMZ 103—2024', words: ['津贴'] }],
    },
    reasons: ['not-in-register'],
    told: [['单位资料里“高龄津贴申请”对应的Q/MMZ 103—2024没有列进明细表。', '', '', '']],
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
  {
    name: 'empty rows and other tables',
    document: table([GOOD, '|2||Q/MMZ 102—2024|甲||'], { text: [] }),
    reasons: ['passed'],
  },
  {
    name: 'a list of services alone',
    document: { kind: 'table', text: ['|序号|事项名称|办理地点|', '|1|甲|一楼|'] },
    reasons: ['none'],
  },
  {
    name: 'the standard stands in front, and there are no guides',
    document: {
      kind: 'table',
      blocks: blocksFrom(['|标准号|事项名称|办理地点|', '|Q/MMZ 101—2024|甲|一楼|', '||乙|二楼|']).map((block) => ({
        ...block,
        plain: true as const,
      })),
    },
    reasons: ['no-standard'],
    told: [['事项“乙”没有对应的标准。', '', '1', '']],
  },
  {
    name: 'guides alone',
    document: {
      kind: 'table',
      blocks: blocksFrom(['|序号|事项名称|办事指南|', '|1|甲|有|', '|2|乙||']).map((block) => ({
        ...block,
        plain: true as const,
      })),
    },
    reasons: ['passed'],
  },
  {
    name: 'a register, and nobody knows the unit',
    document: { kind: 'table', text: ['|标准号|标准名称|实施日期|', '|Q/MMZ 101—2024|甲|2024-10-01|'] },
    reasons: ['none'],
  },
  {
    name: 'a register without a row',
    document: { kind: 'table', text: ['|标准号|标准名称|实施日期|'] },
    unit,
    reasons: ['none'],
  },
  {
    name: 'services of the unit in longer and shorter words',
    document: table([
      GOOD.replace('临时救助申请', '临时救助'),
      GOOD.replace('临时救助申请', '高龄津贴申请（初审）'),
      GOOD.replace('临时救助申请', '生育登记'),
    ]),
    unit: { ...unit, standards: [] },
    reasons: ['passed'],
  },
  {
    name: 'a service by its other name, half of them missing',
    document: table([GOOD, GOOD.replace('临时救助申请', '老年补贴')]),
    unit: {
      ...unit,
      services: [
        service('临时救助申请', []),
        { ...service('高龄津贴申请', []), aliases: ['老年补贴'] },
        service('生育登记', []),
        service('殡葬补贴', []),
      ],
    },
    reasons: ['not-listed', 'not-listed'],
    told: [
      ['单位资料里的事项“生育登记”没有列进对照表。', '', '', ''],
      ['单位资料里的事项“殡葬补贴”没有列进对照表。', '', '', ''],
    ],
  },
  {
    name: 'a table of a few services',
    document: table([GOOD]),
    unit: { ...unit, services: unit.services.map((one) => ({ ...one, standards: [] })) },
    reasons: ['passed'],
  },
  {
    name: 'two of four numbers are not in the register',
    document: {
      kind: 'table',
      text: ['|标准号|标准名称|实施日期|', '|Q/MMZ 101—2024|甲|2024-10-01|', '|GB/T 1.1—2020|乙|2020-10-01|'],
    },
    unit: {
      ...unit,
      standards: [],
      services: [
        service('甲事', ['Q/MMZ 101—2024', 'Q/MMZ 103—2024', '无', 'GB/T 24421—2023']),
        service('乙事', ['Q/MMZ 103—2024', 'Q/MMZ 101—2024']),
      ],
    },
    reasons: ['not-in-register', 'not-in-register'],
    told: [
      ['单位资料里“甲事”对应的Q/MMZ 103—2024没有列进明细表。', '', '', ''],
      ['单位资料里“乙事”对应的Q/MMZ 103—2024没有列进明细表。', '', '', ''],
    ],
  },
  {
    name: 'most numbers are not in the register',
    document: { kind: 'table', text: ['|标准号|标准名称|实施日期|', '|Q/MMZ 109—2024|甲|2024-10-01|'] },
    unit: { ...unit, standards: [] },
    reasons: ['passed'],
  },
  {
    name: 'a register of standards of others',
    document: {
      kind: 'table',
      text: ['|标准号|标准名称|实施日期|', '|GB/T 1.1—2020|乙|2020-10-01|', '|无|丙|2020-10-01|'],
    },
    unit: { ...unit, standards: [], services: [service('甲事', ['Q/MMZ 101—2024'])] },
    reasons: ['passed'],
  },
  {
    name: 'what the register of the profile has is told elsewhere',
    document: { kind: 'table', text: ['|标准号|标准名称|实施日期|', '|Q/MMZ 101—2024|甲|2024-10-01|'] },
    unit: { ...unit, standards: [{ designation: 'Q/MMZ 102—2024', title: '乙' }] },
    reasons: ['passed'],
  },
  {
    name: 'a part of the register was not read',
    document: {
      kind: 'table',
      text: ['|标准号|标准名称|实施日期|', '|Q/MMZ 101—2024|甲|2024-10-01|'],
      notes: [{ kind: 'unreadable' }],
    },
    unit: { ...unit, standards: [] },
    reasons: ['unread'],
  },
]);
