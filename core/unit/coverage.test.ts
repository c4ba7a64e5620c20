import { expect, it } from 'vitest';
import { BUILT_IN_CATALOGUE } from '../standards/pack.ts';
import { hasEnded, isOver } from '../standards/status.ts';
import { coverageOf } from './coverage.ts';
import type { UnitProfile } from './profile.ts';

const UNIT: UnitProfile = {
  schema: 'duibiao/unit@1',
  name: '青禾镇便民服务中心',
  people: [],
  services: [
    { name: '临时救助', standards: ['Q/QH 101—2024', 'GB/T 24421.2—2009', 'GB/T 36112—2018'] },
    { name: '老年人优待证', standards: ['Q/QH 101—2024'] },
    { name: '法律援助', standards: [] },
  ],
  standards: [
    {
      designation: 'Q/QH 101—2024',
      title: '窗口服务规范',
      effectiveOn: '2024-10-01',
      system: '服务提供',
      place: '1号柜',
    },
    { designation: 'Q/QH 201—2024', title: '值班规范', effectiveOn: '2024-10-01', system: '服务保障' },
    { designation: 'GB/T 24421.2—2009', title: '标准体系', system: '通用基础', place: '1号柜' },
  ],
};

it('tells what applies to what on a day, and what is missing or over', () => {
  const { services, standards, systems, outside, counts } = coverageOf(UNIT, BUILT_IN_CATALOGUE, '2026-11-23');
  expect(systems).toEqual(['服务提供', '服务保障', '通用基础', '']);
  expect(
    services.map(({ item, standards: all }) => [item.name, all.map(({ system, answer }) => [system, answer.status])]),
  ).toEqual([
    [
      '临时救助',
      [
        ['服务提供', 'current'],
        ['通用基础', 'replaced'],
        ['', 'current'],
      ],
    ],
    ['老年人优待证', [['服务提供', 'current']]],
    ['法律援助', []],
  ]);
  expect(
    standards.map((one) => [one.standard.title, one.services.map(({ name }) => name), isOver(one.answer)]),
  ).toEqual([
    ['窗口服务规范', ['临时救助', '老年人优待证'], false],
    ['值班规范', [], false],
    ['标准体系', ['临时救助'], true],
  ]);
  expect(outside).toEqual(['GB/T 36112—2018']);
  expect(counts).toMatchObject({
    standards: 3,
    own: 2,
    services: 3,
    servicesWithout: 1,
    standardsUnused: 1,
    unplaced: 1,
  });
});

it('counts what rules apply, with the reason from both sides', () => {
  const applies = [{ standard: 'Q/QH 201—2024', words: ['援助', '救助'] }];
  const { services, standards, counts } = coverageOf({ ...UNIT, applies }, BUILT_IN_CATALOGUE, '2026-11-23');
  expect(services[2]?.standards).toMatchObject([{ designation: 'Q/QH 201—2024', system: '服务保障' }]);
  const reason = { kind: 'rule', text: '名称里有“援助”或“救助”' };
  expect(standards[1]?.services).toEqual([
    { at: 0, name: '临时救助', reason },
    { at: 2, name: '法律援助', reason },
  ]);
  expect(counts).toMatchObject({ servicesWithout: 0, standardsUnused: 0 });
});

it('answers for the day that is asked for', () => {
  const [first] = coverageOf(UNIT, BUILT_IN_CATALOGUE, '2022-09-14').services;
  expect(first?.standards.map(({ answer }) => answer.status)).toEqual(['upcoming', 'current', 'current']);
});

it('blames nothing on what nobody confirmed, and lists it', () => {
  const answer = { designation: 'GB/T 1—2000', on: '2026-11-28', status: 'replaced', replacedBy: [] } as const;
  expect([true, false].map((verified) => [hasEnded(answer), isOver({ ...answer, verified })])).toEqual([
    [true, true],
    [true, false],
  ]);
});
