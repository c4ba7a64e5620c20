import { describe, expect, it } from 'vitest';
import { checkNumbers, schemeFault } from './numbering.ts';
import type { UnitProfile } from './profile.ts';

const NUMBERING = [
  { form: 'Q/YTBM 1××—××××', system: '通用基础' },
  { form: 'Q/YTBM 2××—××××', system: '服务提供' },
  { form: 'Q/YTBM 2××.×—××××', system: '服务提供' },
];

describe('a number against the scheme', () => {
  it.each([
    ['Q/YTBM 101—2022', undefined],
    ['Q/YTBM 203.5—2022', undefined],
    ['Q/YTBM 901—2022', 'system-code'],
    ['Q/YTBM 1—2022', 'form'],
    ['Q/YTBM 101.1—2022', 'form'],
    ['Q/YTBN 101—2022', 'unit-code'],
    ['GB/T 1.1—2020', undefined],
    ['没有编号', undefined],
  ])('%s: %s', (designation, fault) => {
    expect(schemeFault(designation, NUMBERING)).toBe(fault);
    expect(schemeFault(designation, [])).toBeUndefined();
  });

  it('with letters for the sub-systems', () => {
    const letters = [
      { form: 'YTBM/JC ××—××××', system: '通用基础' },
      { form: 'YTBM/TG ××—××××', system: '服务提供' },
    ];
    expect(
      ['YTBM/JC 01—2022', 'YTBM/QT 01—2022', 'YTBM/JC 001—2022', 'ABC/JC 01—2022'].map((one) =>
        schemeFault(one, letters),
      ),
    ).toEqual([undefined, 'system-code', 'form', 'unit-code']);
  });
});

describe('the numbers of a register', () => {
  const unit: UnitProfile = {
    ...{ schema: 'duibiao/unit@1', name: '源潭镇', people: [], services: [] },
    numbering: [...NUMBERING, { form: 'Q/YTBM 3××—××××', system: '服务保障' }],
    structure: [
      { code: 'JC', name: '通用基础' },
      { code: 'TG', name: '服务提供' },
      { code: 'TG1', name: '窗口', parent: 'TG' },
    ],
    standards: [
      { designation: 'Q/YTBM 101—2022', title: '标准化导则', publishedOn: '2022-09-20', code: 'JC' },
      { designation: 'Q/YTBM 201—2022', title: '窗口服务规范', publishedOn: '2022-09-20', code: 'TG1' },
      // A new edition under another title that says what it replaces, and one that is called nearly the same.
      { designation: 'Q/YTBM 202—2020', title: '首问负责', withdrawnOn: '2022-10-01' },
      { designation: 'Q/YTBM 202—2022', title: '首问负责制度' },
      { designation: 'Q/YTBM 203—2020', title: '投诉处理', withdrawnOn: '2022-10-01' },
      { designation: 'Q/YTBM 203—2022', title: '意见办理', replaces: ['Q/YTBM 203—2020'] },
      { designation: 'GB/T 36112—2018', title: '服务现场管理规范', publishedOn: '2019-01-01' },
    ],
  };
  const told = (standards: UnitProfile['standards']) =>
    checkNumbers({ ...unit, standards: [...unit.standards, ...standards] }, '2026-11-28').map(
      ({ number, fault, text }) => `${number} ${fault} ${text}`,
    );
  const OWN = 'Q/YTBM 3××—×××× no-system 编号规则里的“服务保障”在体系图里没有。';

  it('that fit have nothing said of them', () => {
    expect(told([])).toEqual([OWN]);
  });

  it.each([
    [
      { designation: 'Q/YTBM 109—2022', title: '窗口设置', system: '服务提供' },
      'Q/YTBM 109—2022 other-system 按编号属于“通用基础”，明细表里写的是“服务提供”。',
    ],
    [
      { designation: 'Q/YTBM 204—2022', title: '考勤', publishedOn: '2023-01-05' },
      'Q/YTBM 204—2022 year 编号里的年份和发布日期（2023-01-05）不一致。',
    ],
    [
      { designation: 'Q/YTBM 201—2023', title: '档案管理' },
      'Q/YTBM 201—2023 twice 和“窗口服务规范”用了同一个编号，名称不一样。',
    ],
    [
      { designation: 'Q/YTBM 202—2024', title: '档案管理' },
      'Q/YTBM 202—2024 reused 用了已经废止的“首问负责”的编号，废止的编号不再用。',
    ],
    [
      { designation: 'Q/YTBM 901—2022', title: '档案管理' },
      'Q/YTBM 901—2022 system-code 里面的子体系代号在编号规则里没有（编号规则：Q/YTBM 1××—××××、Q/YTBM 2××—××××、Q/YTBM 2××.×—××××…）。',
    ],
  ])('%j', (standard, sentence) => {
    expect(told([standard])).toEqual([OWN, sentence]);
  });
});
