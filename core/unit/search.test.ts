import { describe, expect, it } from 'vitest';
import { BUILT_IN_CATALOGUE } from '../standards/pack.ts';
import type { UnitProfile } from './profile.ts';
import { SAMPLE_UNIT } from './sample.ts';
import { findInUnit } from './search.ts';

const unit: UnitProfile = {
  ...SAMPLE_UNIT,
  services: [
    ...SAMPLE_UNIT.services,
    { name: '残疾人证办理', aliases: ['二代残疾人证'], code: '000714001000', department: '残联', standards: [] },
    { name: '居住证换领', standards: [] },
  ],
  standards: [...SAMPLE_UNIT.standards, { designation: 'GB/T 36112—2018', title: '服务现场管理规范' }],
};
const place = { catalogue: BUILT_IN_CATALOGUE, unit };
const find = (words: string, most = 20) => findInUnit(place, words, '2026-11-28', most);

/** What is found, list by list; empty ones are left out. */
function names(words: string) {
  const { register, standards, services, windows, people } = find(words);
  const all = {
    register: register.items.map(({ designation }) => designation),
    standards: standards.items.map(({ designation }) => designation),
    services: services.items.map(({ item }) => item.name),
    windows: windows.items.map(({ name }) => name),
    people: people.items.map(({ name }) => name),
  };
  return Object.fromEntries(Object.entries(all).filter(([, list]) => list.length > 0));
}

describe('words over all lists of a unit', () => {
  it.each([
    ['临时救助', { register: ['Q/MMZ 101—2024'], services: ['临时救助申请'], windows: ['民政窗口'] }],
    ['lsjz', { register: ['Q/MMZ 101—2024'], services: ['临时救助申请'], windows: ['民政窗口'] }],
    ['二代残疾人证', { services: ['残疾人证办理'] }],
    ['0007 1400 1000', { services: ['残疾人证办理'] }],
    ['残联 办理', { services: ['残疾人证办理'] }],
    ['cjrz', { services: ['残疾人证办理'] }],
    ['标准化管理员', { people: ['李四'] }],
    ['民政窗口', { windows: ['民政窗口'] }],
    ['', {}],
    ['  ', {}],
    ['《》', {}],
    ['没有这种东西吧', {}],
  ])('%s', (words, expected) => expect(names(words)).toEqual(expected));

  it('forgives a wrong character where no list has the words', () => {
    expect(names('残及人证办理')).toEqual({ services: ['残疾人证办理'] });
    expect(find('残及人证办理').services.near).toBe(true);
    // 居住证换领 is there: what comes near to it elsewhere is no answer.
    expect(names('居住证换领')).toEqual({ services: ['居住证换领'] });
    expect(find('居住证换领').services.near).toBe(false);
  });

  it('tells which of two services with one name', () => {
    const { services } = findInUnit(
      { catalogue: BUILT_IN_CATALOGUE, unit: { ...unit, services: [...unit.services, ...unit.services] } },
      '居住证',
      '2026-11-28',
      5,
    );
    expect(services.items.map(({ at }) => at)).toEqual([2, 5]);
  });

  it('does not find words across two texts of one service', () => {
    expect(find('办理 二代').services).toMatchObject({ count: 1, near: false });
    expect(find('办理二代').services.near).toBe(true);
  });

  it('has a standard of the register there alone, and tells its status', () => {
    const { register, standards } = find('36112');
    expect(register.items).toMatchObject([
      { designation: 'GB/T 36112—2018', ours: true, answer: { status: 'current' } },
    ]);
    expect(standards.items).toEqual([]);
    expect(find('24421').standards.items.map(({ designation }) => designation)).toContain('GB/T 24421.2—2023');
  });

  it('gives the first and counts all', () => {
    const { standards } = find('GB/T', 3);
    expect(standards.items).toHaveLength(3);
    expect(standards.count).toBe(find('GB/T', 1000).standards.items.length);
  });

  it('searches the catalogue where there is no unit', () => {
    const found = findInUnit({ catalogue: BUILT_IN_CATALOGUE, unit: undefined }, 'zwfw', '2026-11-28', 5);
    expect(found.standards.items.length).toBe(5);
    expect([found.register.count, found.services.count, found.people.count]).toEqual([0, 0, 0]);
  });
});
