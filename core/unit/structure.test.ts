import { describe, expect, it } from 'vitest';
import { fc } from '../base/testing.ts';
import { BUILT_IN_CATALOGUE } from '../standards/pack.ts';
import { readBoxText } from './box-text.ts';
import { codeAbove } from './codes.ts';
import type { UnitProfile, UnitStandard } from './profile.ts';
import { type SystemBox, systemOn, topOf } from './structure.ts';
import { summaryOf } from './summary.ts';

const DAY = '2026-11-28';
const unitOf = (more: Partial<UnitProfile>): UnitProfile => ({
  ...{ schema: 'duibiao/unit@1', name: '甲镇便民服务中心', people: [], services: [], standards: [] },
  ...more,
});
const standard = (designation: string, more: Partial<UnitStandard> = {}): UnitStandard => ({
  designation,
  title: `标准${designation}`,
  ...more,
});
const shown = (boxes: readonly SystemBox[]): string[] =>
  boxes.flatMap(({ code, name, count, over, below }) => [
    `${code} ${name} ${count}/${over}`,
    ...shown(below).map((line) => `  ${line}`),
  ]);

const STRUCTURE = [
  { code: 'JC', name: '通用基础标准体系' },
  { code: 'JC101', name: '标准化导则', parent: 'JC' },
  { code: 'JC102', name: '术语', parent: 'JC' },
  { code: 'TG', name: '服务提供标准体系' },
  { code: 'TG201', name: '服务规范', parent: 'TG' },
];
const UNIT = unitOf({
  structure: STRUCTURE,
  standards: [
    standard('GB/T 1.1—2009', { code: 'JC 101' }),
    standard('GB/T 1.1—2020', { code: 'JC101.1' }),
    standard('Q/JZ 201—2022', { system: '服务提供' }),
    standard('Q/JZ 202—2022', { code: 'TG201', withdrawnOn: '2025-01-01' }),
    standard('Q/JZ 203—2022', { code: 'TG209', effectiveOn: '2022-10-01' }),
    standard('Q/JZ 204—2022', { code: 'GW1' }),
    standard('DB34/T 3067—2017', { system: '地方标准' }),
  ],
});

describe('the system of a unit', () => {
  it('is the declared tree with its counts, and what does not fit', () => {
    const system = systemOn(UNIT, BUILT_IN_CATALOGUE, DAY);
    expect(shown(system.boxes)).toEqual([
      'JC 通用基础标准体系 2/1',
      '  JC101 标准化导则 2/1',
      '  JC102 术语 0/0',
      'TG 服务提供标准体系 2/0',
      '  TG201 服务规范 0/0',
    ]);
    expect(system.outside.map(({ standard: { designation } }) => designation)).toEqual([
      'Q/JZ 204—2022',
      'DB34/T 3067—2017',
    ]);
    expect(system.uncoded.map(({ standard: { designation } }) => designation)).toEqual([
      'Q/JZ 201—2022',
      'DB34/T 3067—2017',
    ]);
    expect(system.undeclared.map(({ code }) => code)).toEqual(['TG209', 'GW1']);
    expect(system.empty.map(({ code }) => code)).toEqual(['JC102', 'TG201']);
    expect(system.ended.map(({ designation }) => designation)).toEqual(['Q/JZ 202—2022']);
  });

  it('without a declared one has the boxes that the register names, and nothing more', () => {
    const { structure: _, ...rest } = UNIT;
    const system = systemOn(
      {
        ...rest,
        standards: [
          ...rest.standards,
          standard('Q/JZ 1—2022', { system: '服务提供标准体系' }),
          standard('Q/JZ 2—2022', { system: '岗位' }),
        ],
      },
      BUILT_IN_CATALOGUE,
      DAY,
    );
    expect(shown(system.boxes)).toEqual([' 服务提供 2/0', ' 岗位 1/0']);
    expect([system.declared, system.outside.length, system.uncoded, system.undeclared]).toEqual([false, 5, [], []]);
  });

  it('is counted by class and sub-system', () => {
    const summary = summaryOf(systemOn(UNIT, BUILT_IN_CATALOGUE, DAY));
    expect(summary.columns).toEqual(['通用基础标准体系', '服务提供标准体系', '']);
    expect(summary.rows.map(({ name, counts, total }) => [name, ...counts, total])).toEqual([
      ['GB', 0, 0, 0, 0],
      ['GB/T', 2, 0, 0, 2],
      ['行业标准', 0, 0, 0, 0],
      ['地方标准', 0, 0, 1, 1],
      ['团体标准', 0, 0, 0, 0],
      ['内部标准', 0, 2, 1, 3],
    ]);
    expect(summary.total).toEqual({ name: '合计', counts: [2, 2, 2], total: 6 });
  });

  it('of one box for the whole has its sub-systems below that', () => {
    const structure = [
      { code: 'A', name: '甲镇标准体系' },
      ...STRUCTURE.map((box) => (box.parent ? box : { ...box, parent: 'A' })),
    ];
    const top = topOf(systemOn({ ...UNIT, structure }, BUILT_IN_CATALOGUE, DAY));
    expect([top.whole?.name, top.columns.map(({ code }) => code)]).toEqual(['甲镇标准体系', ['JC', 'TG']]);
  });

  it('property: each standard is counted once, whatever the boxes and codes are', () => {
    const code = fc.constantFrom(
      '1',
      '2',
      '10',
      '11',
      '101',
      '1.1',
      '1.1.2',
      'JC',
      'JC1',
      'JC 101',
      'Ｊ',
      '__proto__',
      '9',
    );
    const system = fc.constantFrom(undefined, '基础', 'JC1 基础', '提供体系', '国标', '');
    const boxes = fc.uniqueArray(fc.record({ code, name: fc.constantFrom('基础', '提供', '保障') }), {
      maxLength: 8,
      selector: (box) => box.code.replaceAll(' ', ''),
    });
    const standards = fc.array(
      fc.record({ code: fc.option(code, { nil: undefined }), system, number: fc.integer({ min: 1, max: 99 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(boxes, standards, (structure, some) => {
        const unit = unitOf({
          structure: structure.map((box, at) =>
            at % 3 === 2 ? { ...box, parent: structure[at - 1]?.code ?? '' } : box,
          ),
          standards: some.map(({ number, ...more }) =>
            standard(`Q/JZ ${number}—2022`, {
              ...(more.code === undefined ? {} : { code: more.code }),
              ...(more.system === undefined ? {} : { system: more.system }),
            }),
          ),
        });
        const found = systemOn(unit, BUILT_IN_CATALOGUE, DAY);
        const inBoxes = found.boxes.reduce((sum, { count }) => sum + count, 0);
        expect(inBoxes + found.outside.length).toBe(some.length);
        const { total, rows } = summaryOf(found);
        expect(total.total).toBe(some.length);
        expect(rows.reduce((sum, row) => sum + row.total, 0)).toBe(some.length);
      }),
    );
  });
});

describe('codes', () => {
  it.each([
    ['201.3', ['201', '2'], '201'],
    ['2011', ['201'], '201'],
    ['101', ['1', '2'], '1'],
    ['10', ['1', '9'], undefined],
    ['11', ['1', '9', '10'], undefined],
    ['11', ['1', '2'], '1'],
    ['JC101', ['JC', 'JC1'], 'JC1'],
    ['JC101', ['JC'], 'JC'],
    ['JCA', ['JC'], undefined],
    ['TG1', ['JC'], undefined],
  ])('%s among %j is below %s', (code, all, above) => {
    expect(codeAbove(code, new Set([...all, code]))).toBe(above);
  });

  it.each([
    ['JC101 标准化导则', { code: 'JC101', name: '标准化导则' }],
    ['1.2　术语', { code: '1.2', name: '术语' }],
    ['1.标准化导则', { code: '1', name: '标准化导则' }],
    ['JC 101、标准化导则（12项）', { code: 'JC 101', name: '标准化导则' }],
    ['服务保障标准体系（BZ）', { code: 'BZ', name: '服务保障标准体系' }],
    ['第一层：管理标准体系（MS）', { code: 'MS', name: '管理标准体系' }],
    ['TS-100 基础', { code: 'TS-100', name: '基础' }],
    ['服务保障 BZ 2', { code: 'BZ 2', name: '服务保障' }],
    ['TG201', { code: 'TG201' }],
    ['通用基础', { name: '通用基础' }],
    ['2022年发布', { name: '2022年发布' }],
    ['12 项', {}],
    ['', {}],
  ])('a box that says %s', (text, box) => {
    expect(readBoxText(text)).toEqual(box);
  });
});
