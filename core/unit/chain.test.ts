import { expect, it } from 'vitest';
import { BUILT_IN_CATALOGUE } from '../standards/pack.ts';
import { gapsOf, handlersOf, standardChain } from './chain.ts';
import { coverageOf } from './coverage.ts';
import type { UnitProfile } from './profile.ts';

const ON = '2026-11-28';
const UNIT: UnitProfile = {
  schema: 'duibiao/unit@1',
  name: '青禾镇便民服务中心',
  people: [
    { name: '孙丽', posts: [{ name: '民政窗口', from: '2020-02-17' }] },
    { name: '何立新', posts: [{ name: '民政窗口', from: '2019-04-26', to: '2025-12-31' }] },
  ],
  windows: [
    { name: '民政窗口', services: ['临时救助'] },
    { name: '综合窗口', services: ['生育登记'] },
  ],
  services: [
    {
      ...{ name: '临时救助申请', aliases: ['临时救助'], standards: ['Q/QH 101—2024', 'GB/T 24421.2—2009'] },
      duties: [{ text: '先行救助', clause: 'Q/QH 101—2024 5.3' }, { text: '一次性告知' }],
    },
    { name: '生育登记', standards: [] },
  ],
  standards: [
    { designation: 'Q/QH 101—2022', title: '窗口服务规范', effectiveOn: '2022-10-01' },
    { designation: 'Q/QH 101—2024', title: '窗口服务规范', effectiveOn: '2024-10-01', place: '1号柜' },
  ],
  applies: [{ standard: 'Q/QH 101—2024', words: ['登记'] }],
};
const [relief, birth] = coverageOf(UNIT, BUILT_IN_CATALOGUE, ON).services;

it('tells who handles a service: its windows, and who is in post there on the day', () => {
  const people = (on: string) => UNIT.services.map((one) => handlersOf(UNIT, one, on).map((each) => each.people));
  expect(people(ON)).toEqual([[['孙丽']], [[]]]);
  expect(people('2025-06-01')).toEqual([[['孙丽', '何立新']], [[]]]);
});

it('tells what is missing of a service', () => {
  if (!relief || !birth) throw new Error('no service');
  expect(gapsOf(relief, UNIT, handlersOf(UNIT, relief.item, ON))).toEqual(['over', 'outside']);
  expect(gapsOf(birth, UNIT, handlersOf(UNIT, birth.item, ON))).toEqual(['no-duties', 'nobody']);
  expect(gapsOf({ ...birth, standards: [] }, { ...UNIT, windows: [] }, [])).toEqual([
    'no-standard',
    'no-duties',
    'no-window',
  ]);
});

it('tells of a standard its row, its chain of replacement and what goes by it, with the reason', () => {
  expect(standardChain(UNIT, BUILT_IN_CATALOGUE, 'Q/QH 101—2024', ON)).toMatchObject({
    ...{ title: '窗口服务规范', own: { place: '1号柜' }, answer: { status: 'current' }, after: [] },
    before: [{ designation: 'Q/QH 101—2022', status: 'replaced' }],
    services: [
      { name: '临时救助申请', reason: { kind: 'named' } },
      { name: '生育登记', reason: { kind: 'rule', text: '名称里有“登记”' } },
    ],
    duties: [{ service: '临时救助申请', text: '先行救助', clause: 'Q/QH 101—2024 5.3' }],
  });
  expect(standardChain(UNIT, BUILT_IN_CATALOGUE, 'GB/T 24421.2—2009', ON)).toMatchObject({
    answer: { status: 'replaced' },
    after: [{ designation: 'GB/T 24421.2—2023', status: 'current' }],
    services: [{ name: '临时救助申请' }],
  });
  const undated = { ...UNIT, services: [{ name: '法律援助', standards: ['GB/T 36112', 'Q/QH 101'] }], applies: [] };
  expect(standardChain(undated, BUILT_IN_CATALOGUE, 'GB/T36112', ON)).toMatchObject({
    ...{ designation: 'GB/T 36112—2018', title: '政务服务中心服务现场管理规范', services: [{ name: '法律援助' }] },
  });
  expect(standardChain(undated, BUILT_IN_CATALOGUE, 'Q/QH 101—2022', ON).services).toEqual([]);
  expect(coverageOf(undated, BUILT_IN_CATALOGUE, ON)).toMatchObject({
    ...{ outside: ['GB/T 36112'], standards: [{ services: [] }, { services: [{ name: '法律援助' }] }] },
  });
  const other = standardChain(UNIT, BUILT_IN_CATALOGUE, 'Q/QH 999—2024', ON);
  expect([other.own, other.row, other.answer.status, other.services]).toEqual([
    undefined,
    undefined,
    'not-in-catalogue',
    [],
  ]);
});
