import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findCitations } from '../standards/citations.ts';
import { BUILT_IN_CATALOGUE } from '../standards/pack.ts';
import { parseUnit } from './parse.ts';
import type { ServicePage } from './recognise.ts';
import { citedStandards, servicesOn, standardsFor } from './services.ts';
import { heldEdition, statusWithUnit } from './standards.ts';

const unit = parseUnit(
  readFileSync(new URL('../../fixtures/packs/unit-yuantan.json', import.meta.url), 'utf8'),
  'unit',
);
const TODAY = '2026-11-23';
const page = (title: string, fields: Record<string, string> = {}): ServicePage => ({
  title,
  fields: Object.entries(fields).map(([role, value]) => ({ role, state: 'present', value })),
});
const found = (given: ServicePage) =>
  servicesOn(given, unit, BUILT_IN_CATALOGUE, TODAY).map(({ item, match }) => [match, item.name]);

describe('which service a page is about', () => {
  test.each([
    [page('办件登记表', { serviceName: '最低生活保障申请' }), [['exact', '最低生活保障申请']]],
    [page('办件登记表', { serviceName: '最低 生活保障申请' }), [['exact', '最低生活保障申请']]],
    [page('办事指南', { basicCode: '000511002000' }), [['exact', '临时救助申请']]],
    [page('办件登记表', { serviceName: '低保申请' }), [['alias', '最低生活保障申请']]],
    [
      page('办件登记表', { serviceName: '城乡居民基本养老保险参保登记（本镇）' }),
      [['part', '城乡居民基本养老保险参保登记']],
    ],
    [page('关于调整最低生活保障申请材料的通知'), [['part', '最低生活保障申请']]],
    [page('关于开展临时救助申请集中受理的通知'), [['part', '临时救助申请']]],
    [page('关于召开窗口服务工作例会的通知'), []],
    [page('最低生活保障申请', { serviceName: '公租房申请' }), []],
    [page('', { serviceName: '登记' }), []],
  ])('%j', (given, expected) => {
    expect(found(given)).toEqual(expected);
  });

  test('a box that is empty says nothing', () => {
    const blank = { title: '办件登记表', fields: [{ role: 'serviceName', state: 'blank' }] };
    expect(found(blank)).toEqual([]);
  });
});

describe('a name that comes near', () => {
  const named = (serviceName: string, said = {}) =>
    servicesOn(page('办件登记表', { serviceName }), unit, BUILT_IN_CATALOGUE, TODAY, said).map(({ item, match }) => [
      match,
      item.name,
    ]);

  test.each(['最低生活保证申请', '最低生活保障的申请', '最底生活保障申请'])('is asked about: %s', (name) => {
    expect(named(name)).toEqual([['near', '最低生活保障申请']]);
  });

  test.each(['公租房申请', '申请', '低保证', '户口迁移办理', '生活用水申请', '残疾人保障申请书'])(
    'is not where little agrees: %s',
    (name) => {
      expect(named(name)).toEqual([]);
    },
  );

  test('is what a person said, and is not asked about again', () => {
    const name = '最低生活保证申请';
    expect(named(name, { [name]: '临时救助申请' })).toEqual([['alias', '临时救助申请']]);
    expect(named(name, { [name]: '' })).toEqual([]);
    expect(named(name, { [name]: '没有的事项' })).toEqual([]);
    expect(named('constructor')).toEqual([]);
  });
});

test('the standards of a service with their dates and status today', () => {
  const [item] = unit.services;
  if (!item) throw new Error('the sample unit has services');
  expect(
    standardsFor(item, unit, BUILT_IN_CATALOGUE, TODAY).map(
      ({ designation, title, publishedOn, effectiveOn, answer }) => [
        designation,
        title,
        publishedOn,
        effectiveOn,
        answer.status,
      ],
    ),
  ).toEqual([
    ['Q/YTBM 501—2022', '最低生活保障申请办理规程', '2022-09-20', '2022-10-01', 'current'],
    ['Q/YTBM 101—2022', '一次性告知制度', '2022-09-20', '2022-10-01', 'current'],
    ['GB/T 36112—2018', '政务服务中心服务现场管理规范', '2018-03-15', '2018-07-01', 'current'],
    ['GB/T 24421.2—2009', '服务业组织标准化工作指南　第2部分：标准体系', '2009-09-30', '2009-11-01', 'replaced'],
  ]);
});

test('a standard that a rule applies says why, one that is named does not', () => {
  const applies = [{ standard: 'GB/T 36113—2018', words: ['保障'], note: '投诉多' }];
  const [item] = unit.services;
  if (!item) throw new Error('the sample unit has services');
  const [first, ...others] = standardsFor(item, { ...unit, applies }, BUILT_IN_CATALOGUE, TODAY);
  expect(first).not.toHaveProperty('reason');
  expect(others.at(-1)).toMatchObject({
    ...{ designation: 'GB/T 36113—2018', title: '政务服务中心服务投诉处置规范' },
    reason: '按规则：名称里有“保障”（投诉多）',
  });
});

describe('the unit’s own standards', () => {
  const ask = statusWithUnit(BUILT_IN_CATALOGUE, unit);
  test.each([
    ['Q/YTBM 101—2022', '2022-09-30', 'upcoming'],
    ['Q/YTBM 101—2022', '2022-10-01', 'current'],
    ['Q/YTBM101-2022', '2040-01-01', 'current'],
    ['Q/YTBM 203.1—2022', '2026-03-31', 'current'],
    ['Q/YTBM 203.1—2022', '2026-04-01', 'replaced'],
    ['Q/YTBM 203.1', TODAY, 'current'],
    ['Q/YTBM 999—2022', TODAY, 'not-in-catalogue'],
    ['GB/T 36112—2018', TODAY, 'current'],
  ])('%s on %s is %s', (designation, on, status) => {
    expect(ask(designation, on).status).toBe(status);
  });

  test('are told what took their place, and are their own witness', () => {
    const answer = ask('Q/YTBM 203.1—2022', TODAY);
    expect(answer.replacedBy.map(({ designation }) => designation)).toEqual(['Q/YTBM 203.1—2026']);
    expect(answer.verified).toBe(true);
  });

  test('without a unit nobody knows them', () => {
    expect(statusWithUnit(BUILT_IN_CATALOGUE, undefined)('Q/YTBM 101—2022', TODAY).status).toBe('not-in-catalogue');
  });
});

test('standards named in a document, each once, with the best title known', () => {
  const source = { from: 'entered', who: 'a', when: '2026-11-23' } as const;
  const text = '按GB/T 900—2000、GB/T1.1-2009执行，见《某规范》（GB/T 900—2000）';
  const citations = findCitations([{ kind: 'paragraph', text, region: 'body', source }]);
  expect(
    citedStandards({ citations }, unit, BUILT_IN_CATALOGUE, TODAY).map(({ designation, title, answer, advice }) => [
      designation,
      title,
      answer.status,
      advice.reason,
    ]),
  ).toEqual([
    ['GB/T 900—2000', '某规范', 'not-in-catalogue', 'not-in-catalogue'],
    ['GB/T 1.1—2009', '标准化工作导则　第1部分：标准的结构和编写', 'replaced', 'new-edition'],
  ]);
});

describe('which edition the unit holds', () => {
  const holding = (standards: (typeof unit)['standards']) => ({ ...unit, standards });
  const row = (designation: string, currentEdition: string, checkedOn?: string) => ({
    ...{ designation, title: '某标准', currentEdition },
    ...(checkedOn === undefined ? {} : { checkedOn }),
  });
  const newer = { designation: 'GB/T 19012—2008', currentEdition: 'GB/T 19012—2019' };

  test.each([
    ['of the same edition', 'GB/T 19012—2008', [row('GB/T 19012-2008', 'GB/T19012-2019', '2026-11-20')], '2026-11-20'],
    ['of the newer one', 'GB/T 19012—2019', [row('GB/T 19012—2008', 'GB/T 19012—2019', '2026-11-20')], '2026-11-20'],
    ['without its year', 'GB/T 19012', [row('GB/T 19012—2008', 'GB/T 19012—2019')], undefined],
  ])('is told %s, with the day of the look', (_, asked, standards, checkedOn) => {
    const told = checkedOn === undefined ? newer : { ...newer, checkedOn };
    expect(heldEdition(holding(standards), asked)).toEqual(told);
  });

  test.each([
    ['the newest one is held', [row('GB/T 19012—2019', 'GB/T 19012—2019')]],
    [
      'the newest one is held beside an older one',
      [row('GB/T 19012—2008', 'GB/T 19012—2019'), row('GB/T 19012—2019', 'GB/T 19012—2019')],
    ],
    ['what is written is no number', [row('GB/T 19012—2008', '有新版')]],
    ['no year is written', [row('GB/T 19012—2008', 'GB/T 19012')]],
    ['nobody looked', [{ designation: 'GB/T 19012—2008', title: '某标准' }]],
    ['it is another standard', [row('GB/T 19013—2008', 'GB/T 19013—2019')]],
  ])('is not told where %s', (_, standards) => {
    expect(heldEdition(holding(standards), 'GB/T 19012—2008')).toBeUndefined();
  });

  test('is a fact beside the answer of the catalogue', () => {
    const source = { from: 'page', frame: '', label: '', path: '#a' } as const;
    const text = '按照GB/T 24421.2-2009执行。';
    const citations = findCitations([{ kind: 'paragraph', text, region: 'body', source }]);
    const held = holding([row('GB/T 24421.2—2009', 'GB/T 24421.2—2023', '2026-11-20')]);
    const [cited] = citedStandards({ citations }, held, BUILT_IN_CATALOGUE, TODAY);
    expect(cited).toMatchObject({
      answer: { status: 'replaced' },
      held: { designation: 'GB/T 24421.2—2009', currentEdition: 'GB/T 24421.2—2023', checkedOn: '2026-11-20' },
      places: [{ source, words: 'GB/T 24421.2-2009', times: 1 }],
    });
  });
});

test('the windows that handle a service', () => {
  const of = (serviceName: string) =>
    servicesOn(page('办件登记表', { serviceName }), unit, BUILT_IN_CATALOGUE, TODAY).map(({ windows }) => windows);
  const [window] = unit.windows ?? [];
  const [service = ''] = window?.services ?? [];
  expect(of(service)[0]).toContain(window?.name);
  const { windows: _, ...without } = unit;
  expect(
    servicesOn(page('办件登记表', { serviceName: service }), without, BUILT_IN_CATALOGUE, TODAY)[0]?.windows,
  ).toEqual([]);
});
