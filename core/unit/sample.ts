import { canonicalJson } from '../base/canonical.ts';
import type { UnitProfile } from './profile.ts';

/** A small profile to write one's own after: every part that a profile can have, with names that are plainly made up. */
export const SAMPLE_UNIT: UnitProfile = {
  schema: 'duibiao/unit@1',
  name: '某某镇便民服务中心',
  retiredNames: ['某某镇为民服务中心'],
  level: 'township',
  people: [
    { name: '张三', posts: [{ name: '便民服务中心主任', from: '2024-01-01' }] },
    { name: '李四', posts: [{ name: '兼职标准化管理员', from: '2024-01-01', to: '2026-12-31' }] },
  ],
  leadingGroup: ['张三'],
  standardisationOffice: ['张三', '李四'],
  policy: '便民、规范、高效、廉洁',
  goals: ['按时办结率100%'],
  systemPublishedOn: '2024-09-20',
  systemEffectiveOn: '2024-10-01',
  pilot: { from: '2024-12-01', to: '2026-12-31' },
  windows: [{ name: '民政窗口', services: ['临时救助申请'] }],
  openingHours: '工作日 8:30—12:00，14:30—17:30',
  services: [
    {
      name: '临时救助申请',
      aliases: ['临时救助'],
      code: '000511002000',
      standards: ['Q/MMZ 101—2024', 'GB/T 39735—2020'],
      duties: [{ text: '情况紧急的先行救助，10个工作日内补齐手续', clause: 'Q/MMZ 101—2024 5.3' }],
      basicCode: '000511002000',
      serviceType: '行政给付',
      caseType: '承诺件',
      department: '社会事务办公室',
      legalBasis: '《社会救助暂行办法》第四十七条',
      statutoryLimit: '20个工作日',
      promisedLimit: '15个工作日',
    },
  ],
  standards: [
    {
      designation: 'Q/MMZ 101—2024',
      title: '临时救助办理规范',
      publishedOn: '2024-09-20',
      effectiveOn: '2024-10-01',
      system: '服务提供',
      code: 'TG101',
      owner: '社会事务办公室',
      replaces: ['Q/MMZ 101—2022'],
      adoption: '自行制定',
      currentEdition: 'Q/MMZ 101—2024',
      checkedOn: '2026-01-10',
      place: '1号柜第1盒',
    },
  ],
  applies: [{ standard: 'GB/T 36112—2018', serviceType: '行政给付', words: ['救助', '补贴'], note: '窗口办理' }],
  structure: [
    { code: 'TG', name: '服务提供' },
    { code: 'TG101', name: '事项办理', parent: 'TG' },
  ],
  numbering: [{ form: 'Q/MMZ 1××—××××', system: '服务提供' }],
  retentionClasses: [{ name: '办件档案', years: 30 }],
};

const SAMPLE = canonicalJson(SAMPLE_UNIT);

/** Whether a profile is the sample as it is: it is no unit's, and what is shown of it says so. */
export const isSampleUnit = (unit: UnitProfile | undefined): boolean =>
  unit !== undefined && canonicalJson(unit) === SAMPLE;
