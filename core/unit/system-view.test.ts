import { expect, it } from 'vitest';
import { BUILT_IN_CATALOGUE } from '../standards/pack.ts';
import type { UnitProfile } from './profile.ts';
import { misfitsOf, systemViewOf } from './system-view.ts';
import { unitWithSystem } from './testing.ts';

const toldOf = (unit: UnitProfile) =>
  misfitsOf(systemViewOf(unit, BUILT_IN_CATALOGUE, '2026-11-28')).map(({ title, lines, isFine }) => [
    `${title}${isFine ? ' fine' : ''}`,
    ...lines,
  ]);

it('a system in which all fits has nothing said of it', () => {
  expect(toldOf(unitWithSystem())).toEqual([]);
});

it('what does not fit is told by sorts, and what is only not counted is fine', () => {
  const unit = unitWithSystem();
  const told = toldOf({
    ...unit,
    structure: [...(unit.structure ?? []), { code: 'QT', name: '其他' }],
    standards: [
      ...unit.standards,
      { designation: 'GB/T 1.1—2009', title: '导则', code: 'JC101.1' },
      { designation: 'Q/YTBM 199—2022', title: '甲', code: 'JC109' },
      { designation: 'Q/YTBM 9—2022', title: '乙', system: '岗位工作' },
      { designation: 'Q/YTBM 198—2020', title: '丙', withdrawnOn: '2024-01-01' },
    ],
  });
  expect(told).toEqual([
    ['被代替或废止、还在体系里的标准（1）', 'GB/T 1.1—2009 导则（已被代替）'],
    [
      '编号要看一看的标准（1）',
      'Q/YTBM 9—2022 乙：不合编号规则（Q/YTBM 1××—××××、Q/YTBM 2××—××××、Q/YTBM 3××—××××…）。',
    ],
    ['体系图里没有的编号（1）', 'JC109：Q/YTBM 199—2022 甲'],
    ['没有写体系编号的标准（1）', 'Q/YTBM 9—2022 乙'],
    ['体系图里没有标准的框（1）', 'QT 其他'],
    ['已经写明废止、没有计入的标准（1） fine', 'Q/YTBM 198—2020 丙'],
  ]);
});
