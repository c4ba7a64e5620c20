import { describe, expect, it } from 'vitest';
import { sheetOf } from '../tables/testing.ts';
import { PLACES, type TO_DO, tellServiceChange } from './change-words.ts';
import type { ServiceItem, UnitProfile } from './profile.ts';
import { serviceChanges, withListedServices } from './service-changes.ts';
import { touchedBy } from './service-touches.ts';
import { takeTables } from './take-tables.ts';

const unit = (services: Partial<ServiceItem>[], more: Partial<UnitProfile> = {}): UnitProfile => ({
  ...{ schema: 'duibiao/unit@1', name: '青禾镇便民服务中心', people: [], standards: [] },
  services: services.map((one) => ({ name: '', standards: [], ...one })),
  ...more,
});
const told = (before: Partial<ServiceItem>[], after: Partial<ServiceItem>[]): string[] =>
  serviceChanges(unit(before), unit(after)).map((change) => `${change.kind} ${tellServiceChange(change)}`);

describe('what a later list says otherwise', () => {
  it.each<[what: string, before: Partial<ServiceItem>[], after: Partial<ServiceItem>[], said: string[]]>([
    ['nothing', [{ name: '临时救助申请' }], [{ name: '临时救助申请' }], []],
    ['the first list of all', [], [{ name: '临时救助申请' }], []],
    [
      'new and gone',
      [{ name: '法律援助' }],
      [{ name: '残疾人证补办' }],
      ['new “残疾人证补办”：新增', 'gone “法律援助”：清单里没有了'],
    ],
    [
      'a new name, its code the same',
      [{ name: '优待证', code: '11' }],
      [{ name: '老年人优待证办理', code: '11' }],
      ['renamed “优待证”改名为“老年人优待证办理”'],
    ],
    [
      'of several that share a code none is taken for another',
      [
        { name: '甲事项办理', code: '11' },
        { name: '乙证补发', code: '11' },
      ],
      [
        { name: '甲事项办理', code: '11' },
        { name: '丙登记', code: '11' },
        { name: '丁备案', code: '11' },
      ],
      ['new “丙登记”：新增', 'new “丁备案”：新增', 'gone “乙证补发”：清单里没有了'],
    ],
    [
      'a name that comes near',
      [{ name: '临时救助对象认定' }],
      [{ name: '临时救助对象的认定' }],
      ['near “临时救助对象认定”可能改名为“临时救助对象的认定”，请核对'],
    ],
    [
      'limits',
      [{ name: '甲', statutoryLimit: '20个工作日', promisedLimit: '15个工作日' }],
      [{ name: '甲', statutoryLimit: '20 工作日', promisedLimit: '10个工作日' }],
      ['limit “甲”承诺时限：15个工作日→10个工作日'],
    ],
    [
      'a limit that no reader knows',
      [{ name: '甲', promisedLimit: '按合同约定' }],
      [{ name: '甲', promisedLimit: '当场办结' }],
      ['limit “甲”承诺时限：按合同约定→当场办结'],
    ],
    [
      'days and working days are not the same',
      [{ name: '甲', promisedLimit: '15日' }],
      [{ name: '甲', promisedLimit: '15个工作日' }],
      ['limit “甲”承诺时限：15日→15个工作日'],
    ],
    [
      'what only one of both says',
      [{ name: '甲' }],
      [{ name: '甲', promisedLimit: '即办', code: '11', standards: ['Q/QH 1—2024'] }],
      [],
    ],
    [
      'type, department, basis and codes',
      [{ name: '甲', serviceType: '行政许可', department: '民政办', legalBasis: '一'.repeat(80), code: '11' }],
      [{ name: '甲', serviceType: '公共服务', department: '社会事务办', legalBasis: '二'.repeat(80), code: '12' }],
      [
        'member “甲”事项类型：行政许可→公共服务',
        'member “甲”实施主体：民政办→社会事务办',
        `member “甲”设定依据：${'一'.repeat(59)}…→${'二'.repeat(59)}…`,
        'member “甲”事项编码：11→12',
      ],
    ],
    [
      'standards that came and went',
      [{ name: '甲', standards: ['Q/QH 1—2024', 'Q/QH 2—2024'] }],
      [{ name: '甲', standards: ['Q/QH 2—2024', 'Q/QH 3—2026'] }],
      ['standards “甲”执行标准：去掉 Q/QH 1—2024；增加 Q/QH 3—2026'],
    ],
    [
      'two of one name are told apart by their codes',
      [
        { name: '甲', code: '11', promisedLimit: '5日' },
        { name: '甲', code: '12', promisedLimit: '5日' },
      ],
      [
        { name: '甲', code: '12', promisedLimit: '3日' },
        { name: '甲', code: '11', promisedLimit: '5日' },
      ],
      ['limit “甲”承诺时限：5日→3日'],
    ],
  ])('%s', (_, before, after, said) => expect(told(before, after)).toEqual(said));

  it('a list leaves out what is gone, although the profile keeps it', () => {
    const before = unit([{ name: '临时救助申请', standards: ['Q/QH 1—2024'] }, { name: '法律援助' }]);
    const list = sheetOf([
      ['事项名称', '承诺时限'],
      ['临时救助申请', '3个工作日'],
    ]);
    const people = sheetOf([
      ['姓名', '岗位'],
      ['王芳', '窗口人员'],
    ]);
    const taken = takeTables([list, people], before);
    expect(taken.profile.services.map(({ name }) => name)).toEqual(['临时救助申请', '法律援助']);
    const after = withListedServices(taken);
    expect(after && serviceChanges(before, after).map(tellServiceChange)).toEqual(['“法律援助”：清单里没有了']);
    expect(withListedServices(takeTables([people], before))).toBeUndefined();
  });
});

describe('what a change touches', () => {
  const was: ServiceItem = {
    name: '临时救助',
    standards: ['Q/QH 101—2024', 'GB/T 39735—2020'],
    duties: [{ text: '三日内办结' }],
    promisedLimit: '5日',
  };
  const item = { ...was, promisedLimit: '3日' };
  const after = unit([item, { name: '临时救助对象认定' }], {
    windows: [{ name: '社会救助窗口', services: ['临时救助'] }],
    standards: [
      { designation: 'Q/QH 101—2024', title: '窗口服务规范' },
      { designation: 'Q/QH 102—2024', title: '值班规范' },
      { designation: 'GB/T 39735—2020', title: '政务服务评价工作指南' },
    ],
  });
  const documents = [
    { name: '临时救助办事指南', title: '临时救助办事指南', fields: [], at: { chain: 'a', sequence: 3 } },
    { name: '临时救助对象认定办事指南', title: '临时救助对象认定办事指南', fields: [] },
    { name: '办事指南', title: '办事指南', fields: [{ role: 'serviceName', state: 'present', value: '临时救助' }] },
  ];
  const touched = (kind: keyof typeof TO_DO): string[] => {
    const change = { kind, was, item, before: '5日', after: '3日' };
    return touchedBy(
      [change],
      after,
      documents,
      '2026-11-28',
    )(change).map(({ place, name, at }) => `${PLACES[place]} ${name} ${at?.sequence ?? ''}`.trim());
  };

  it('is the service, its duties, the standards of ours and the documents about it', () => {
    expect(touched('limit')).toEqual([
      '事项 临时救助',
      '岗位要做的 临时救助',
      '标准明细表 Q/QH 101—2024 窗口服务规范',
      '文件 临时救助办事指南 3',
      '文件 办事指南',
    ]);
  });

  it('is the windows too where it is called otherwise or gone', () => {
    for (const kind of ['renamed', 'gone'] as const) expect(touched(kind)).toContain('窗口 社会救助窗口');
    expect(touched('new')).toEqual(['事项 临时救助']);
  });
});
