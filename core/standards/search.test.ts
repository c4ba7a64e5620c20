import Fuse from 'fuse.js';
import { describe, expect, test } from 'vitest';
import { letterMasks } from '../base/initials.ts';
import { fc } from '../base/testing.ts';
import { cleanText } from '../base/text.ts';
import type { CataloguePack } from './catalogue.ts';
import { searchKey } from './finder.ts';
import { BUILT_IN_CATALOGUE } from './pack.ts';
import { findStandards, searchStandards } from './search.ts';

const found = (words: string) => searchStandards(BUILT_IN_CATALOGUE, words).map(({ designation }) => designation);

test.each([
  ['服务现场', ['GB/T 36112—2018']],
  ['GB/T36112-2018', ['GB/T 36112—2018']],
  ['gbt 36112', ['GB/T 36112—2018']],
  ['归档文件', ['DA/T 22—2015']],
  ['', []],
  ['《》', []],
  ['没有这种东西吧', []],
])('%s', (words, expected) => {
  expect(found(words)).toEqual(expected);
});

test('words apart are all wanted', () => {
  expect(found('政务服务中心 投诉')).toEqual(['GB/T 36113—2018']);
});

test('exact ones stand before those that come near', () => {
  expect(found('GB/T 24421.4').slice(0, 2).toSorted()).toEqual(['GB/T 24421.4—2009', 'GB/T 24421.4—2023']);
});

test('a letter wrong is forgiven', () => {
  expect(found('窗口服物评价')[0]).toBe('GB/T 32169.4—2015');
  expect(found('现场管里规范')[0]).toBe('GB/T 36112—2018');
});

test('a query of any length and kind is answered', () => {
  expect(found('标准'.repeat(5000)).length).toBeLessThanOrEqual(20);
  expect(found('(.*)+[').length).toBeLessThanOrEqual(20);
});

test.each([
  ['zwfw', 'GB/T 32170.1—2015'],
  ['ZWFW', 'GB/T 32170.1—2015'],
  ['ｚｗｆｗ', 'GB/T 32170.1—2015'],
  ['gbt zwfw', 'GB/T 32170.1—2015'],
  ['政务fw', 'GB/T 32170.1—2015'],
  ['xcgl zwfw', 'GB/T 36112—2018'],
  ['36112 xcgl', 'GB/T 36112—2018'],
  ['xzxk', 'GB/T 39048—2020'],
  ['d1bf', 'GB/T 1.1—2020'],
])('initials: %s', (words, first) => {
  expect(found(words)[0]).toBe(first);
});

test('letters are first what they say, then initials', () => {
  const titles = ['地标', 'DB 标准', '地标 db', '别的'];
  const pack = packOf(titles.map((title, row) => ({ designation: `${row}`, title })));
  expect(searchStandards(pack, 'db').map(({ title }) => title)).toEqual(['DB 标准', '地标 db', '地标']);
});

test('all are counted, the first are listed', () => {
  const all = BUILT_IN_CATALOGUE.rows.filter(({ designation }) => designation.startsWith('GB/T'));
  expect(findStandards(BUILT_IN_CATALOGUE, 'GB/T', 3)).toEqual({
    items: all.slice(0, 3),
    count: all.length,
    near: false,
  });
  const near = findStandards(BUILT_IN_CATALOGUE, '现场管里规范', 100);
  expect(near).toMatchObject({ count: near.items.length, near: true });
  expect(findStandards(BUILT_IN_CATALOGUE, '现场管里规范', 1)).toEqual({
    ...near,
    items: near.items.slice(0, 1),
  });
  expect(findStandards(BUILT_IN_CATALOGUE, '规范', 0).items).toEqual([]);
});

test.each(['GB/T', '规范', 'zwfw', '标准 zw', '政务服务中心运形规范'])(
  '%s: some are left out as if they were not there',
  (words) => {
    const all = findStandards(BUILT_IN_CATALOGUE, words, 1000);
    const except = all.items.filter((_, at) => at % 3 === 0).map(({ designation }) => designation);
    const items = all.items.filter(({ designation }) => !except.includes(designation));
    expect(items.length).toBeGreaterThan(0);
    const asked = [...except, 'GB/T 99999—1999'];
    expect(findStandards(BUILT_IN_CATALOGUE, words, 1000, asked)).toEqual({ ...all, items, count: items.length });
    expect(findStandards(BUILT_IN_CATALOGUE, words, 1, asked)).toEqual({
      ...all,
      items: items.slice(0, 1),
      count: items.length,
    });
  },
);

test('a long number and title is found whole', () => {
  const row = BUILT_IN_CATALOGUE.rows.find(({ designation }) => designation === 'GB/T 39554.1—2020');
  expect(found(`${row?.designation} ${row?.title}`)).toEqual(['GB/T 39554.1—2020']);
});

function packOf(rows: { designation: string; title: string }[]): CataloguePack {
  const facts = { verified: false, source: '试', checkedOn: '2026-11-01' };
  return { ...BUILT_IN_CATALOGUE, rows: rows.map((row) => ({ ...row, ...facts })) };
}

/** Whether each character of a part stands in a text, letters also for initials, from some place on. */
function reads(text: string, part: string): boolean {
  const stands = (character: string, letter: string): boolean =>
    character === letter ||
    (/[a-z]/.test(letter) &&
      ((letterMasks()[character.charCodeAt(0)] ?? 0) & (1 << (letter.charCodeAt(0) - 97))) !== 0);
  return text.split('').some((_, start) => part.split('').every((unit, at) => stands(text[start + at] ?? '', unit)));
}

/** The last letter with which a reading of a character begins; the character where it has none. */
function initialOf(character: string): string {
  const mask = letterMasks()[character.charCodeAt(0)] ?? 0;
  return mask === 0 ? character : String.fromCharCode(97 + 31 - Math.clz32(mask));
}

/** Candidates as search chose them when it looked at every row: those that share a pair, most shared pairs first. */
function nearPlainly(texts: readonly string[], key: string): number[] {
  const pairs = key.split('').flatMap((_, at) => (at + 1 < key.length ? [key.slice(at, at + 2)] : []));
  const candidates = texts
    .map((text, row) => ({ text, row, shared: pairs.filter((pair) => text.includes(pair)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((left, right) => right.shared - left.shared)
    .slice(0, 200);
  const fuse = new Fuse(candidates, { keys: ['text'], ignoreLocation: true, threshold: 0.3 });
  return fuse.search(key).map(({ item }) => item.row);
}

/** The promised order, found by looking at every row: the numbers of the rows, and whether they only come near. */
function plainly(pack: CataloguePack, words: string): { rows: number[]; near: boolean } {
  const query = Array.from(cleanText(words)).slice(0, 60).join('');
  const key = searchKey(query);
  if (key === '') return { rows: [], near: false };
  const texts = pack.rows.map(({ designation, title }) => searchKey(`${designation} ${title}`));
  const parts = query.split(' ').map(searchKey);
  const rowsOf = (holds: (text: string) => boolean): number[] =>
    texts.flatMap((text, row) => (holds(text) ? [row] : []));
  const exact = new Set([
    ...rowsOf((text) => text.includes(key)),
    ...rowsOf((text) => parts.every((part) => text.includes(part))),
    ...rowsOf((text) => reads(text, key)),
    ...rowsOf((text) => parts.every((part) => part === '' || reads(text, part))),
  ]);
  return exact.size > 0 ? { rows: [...exact], near: false } : { rows: nearPlainly(texts, key), near: true };
}

interface Asked {
  row: number;
  start: number;
  length: number;
  wrong: number;
  instead: string;
  turn: boolean;
  /** Which of the characters are typed as an initial, bit by bit. */
  initials: number;
}

describe('the same is found as by looking at every row', () => {
  const UNITS = [
    ...'政务服务中心行政审批长度重点银行会计规范标准管理',
    ...'gbtzwfxhiso',
    ...'GBＺＷ0123456789０１',
    ...' 　\n—–-/.（）()《》：“…',
    '\ud800',
    '\udfff',
    '𠀀',
    'İ',
    '\u200b',
    '\uffff',
    '\0',
  ];
  const text = (maxLength: number) => fc.array(fc.constantFrom(...UNITS), { maxLength }).map((parts) => parts.join(''));
  const rows = fc.array(fc.record({ designation: text(6), title: text(24) }), { maxLength: 60 });
  /** Words of the titles, one of their characters wrong or not, as they are or turned round. */
  const asked = fc.record({
    row: fc.nat(),
    start: fc.nat(12),
    length: fc.integer({ min: 1, max: 16 }),
    wrong: fc.nat(30),
    instead: fc.constantFrom(...UNITS),
    turn: fc.boolean(),
    initials: fc.constantFrom(0, 0, 0xffff, 0x5555, 0x0ff0),
  });
  const queryOf = (pack: CataloguePack, { row, start, length, wrong, instead, turn, initials }: Asked): string => {
    const of = pack.rows[row % Math.max(1, pack.rows.length)];
    const words = Array.from(`${of?.designation ?? ''} ${of?.title ?? ''}`)
      .slice(start, start + length)
      .map((unit, at) => ((initials >>> at) & 1 ? initialOf(unit) : unit));
    if (wrong < words.length) words[wrong] = instead;
    return turn ? words.join('').split(' ').reverse().join(' ') : words.join('');
  };
  const seen = { exact: 0, near: 0 };
  const compare = (pack: CataloguePack, words: string): void => {
    const expected = plainly(pack, words);
    if (expected.rows.length > 0) seen[expected.near ? 'near' : 'exact'] += 1;
    const { items: all, count, near } = findStandards(pack, words, pack.rows.length);
    expect(all).toEqual(expected.rows.map((row) => pack.rows[row]));
    expect(count).toBe(expected.rows.length);
    expect(near).toBe(expected.near && expected.rows.length > 0);
    expect(searchStandards(pack, words, 3)).toEqual(all.slice(0, 3));
  };

  test('in any pack, for any words', () => {
    fc.assert(
      fc.property(rows, text(40), (list, words) => compare(packOf(list), words)),
      { numRuns: 300 },
    );
  });

  test('for words of the pack, also with a character wrong, or as initials', () => {
    fc.assert(
      fc.property(rows, asked, (list, one) => {
        const pack = packOf(list);
        compare(pack, queryOf(pack, one));
      }),
      { numRuns: 1500 },
    );
    expect(seen.exact).toBeGreaterThan(100);
    expect(seen.near).toBeGreaterThan(30);
  });

  test.each(['政务服务中心现场管理规范', '行政服务中心标准体系建设指南第一部分基本要求及政务服务事项实施清单编码规则'])(
    'where more come near %s than the fuzzy search is given',
    (words) => {
      const phrase = [...words];
      const change = fc.record({ at: fc.nat(phrase.length - 1), to: fc.constantFrom('', '1', '乙', '务', '心现') });
      const changed = (...changes: { at: number; to: string }[]): string =>
        phrase.map((unit, at) => changes.find((one) => one.at === at)?.to ?? unit).join('');
      seen.near = 0;
      fc.assert(
        fc.property(
          fc.array(fc.tuple(change, change, change), { minLength: 210, maxLength: 240 }),
          fc.nat(phrase.length - 1),
          (titles, at) => {
            const pack = packOf(titles.map((changes) => ({ designation: '', title: changed(...changes) })));
            compare(pack, changed({ at, to: '丙' }));
          },
        ),
        { numRuns: 6 },
      );
      expect(seen.near).toBe(6);
    },
    30_000,
  );

  test('where only a stretch of a long query comes near', () => {
    const stretch = [...'政务服务中心进驻事项办事指南编制规范第三部分基本要求与工作程序说明'];
    const title = stretch.map((unit, at) => (at % 5 === 3 ? '丙' : unit)).join('');
    const words = `${stretch.join('')}甲乙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄`;
    expect(plainly(packOf([{ designation: '', title }]), words)).toEqual({ rows: [0], near: true });
    compare(packOf([{ designation: '', title }]), words);
  });

  test('in the built-in pack, while words are typed', () => {
    for (const words of [
      'GB/T 36112-2018',
      'gbt 24421.3',
      '窗口服物评价',
      '规范 现场 服务',
      'gbt zwfwpt',
      '行政许可事象',
    ]) {
      for (const at of words.split('').keys()) compare(BUILT_IN_CATALOGUE, words.slice(0, at + 1));
    }
  });
});

describe('odd rows and odd words', () => {
  const long = packOf([
    { designation: '', title: '' },
    { designation: '\ud83d', title: '\udc00'.repeat(500) },
    { designation: 'Q/甲 1—2020', title: '政务'.repeat(250) },
    { designation: 'Q/甲 2—2020', title: '行'.repeat(500) },
    { designation: 'x'.repeat(5000), title: '长'.repeat(100_000) },
  ]);

  test.each([
    ['政务'.repeat(300), ['Q/甲 1—2020']],
    ['h'.repeat(60), ['Q/甲 2—2020']],
    ['x'.repeat(59), ['x'.repeat(5000), 'Q/甲 2—2020']],
    ['\ud83d', ['\ud83d']],
    ['\udc00', ['\ud83d']],
    ['\0', []],
    [' '.repeat(100_000), []],
    ['𠀀'.repeat(1000), []],
    ['甲 1 务政', ['Q/甲 1—2020']],
  ])('%#', (words, expected) => {
    expect(searchStandards(long, words).map(({ designation }) => designation)).toEqual(expected);
  });

  test('all of a great many are given when all are asked for', () => {
    const row = packOf([{ designation: '甲', title: '' }]).rows[0];
    const many: CataloguePack = { ...BUILT_IN_CATALOGUE, rows: row ? Array.from({ length: 150_001 }, () => row) : [] };
    expect(searchStandards(many, '甲', 150_001)).toHaveLength(150_001);
  }, 30_000);

  test('an empty pack has nothing', () => {
    expect(findStandards(packOf([]), '标准 gb', 20)).toEqual({ items: [], count: 0, near: false });
  });
});
