import { describe, expect, test } from 'vitest';
import { fc } from '../base/testing.ts';
import { type DesignationFlaw, findDesignations, readDesignation, searchDesignations, undated } from './designation.ts';

describe('reading one designation', () => {
  const cases: readonly (readonly [written: string, normal: string, flaws: readonly DesignationFlaw[]])[] = [
    ['GB/T 1.1—2020', 'GB/T 1.1—2020', []],
    ['GB/T　1.1—2020', 'GB/T 1.1—2020', []],
    ['GB/T1.1-2020', 'GB/T 1.1—2020', ['separator', 'spacing']],
    ['GB/T 1.1–2020', 'GB/T 1.1—2020', ['separator']],
    ['GB/T 1.1―2020', 'GB/T 1.1—2020', ['separator']],
    ['GB/T 1.1 — 2020', 'GB/T 1.1—2020', ['spacing']],
    ['GB/T1.1一2020', 'GB/T 1.1—2020', ['separator', 'spacing']],
    ['ＧＢ／Ｔ　１．１－２０２０', 'GB/T 1.1—2020', ['width', 'separator']],
    ['GBT 1.1—2020', 'GB/T 1.1—2020', ['slash']],
    ['GB\\T 1.1—2020', 'GB/T 1.1—2020', ['slash']],
    ['gb/t 1.1—2020', 'GB/T 1.1—2020', ['case']],
    ['GB/T 5O89—2Ol2', 'GB/T 5089—2012', ['glyph']],
    ['GB/T I.1—2020', 'GB/T 1.1—2020', ['glyph']],
    ['GB 3100—93', 'GB 3100—1993', ['short-year']],
    ['GB/T 24421', 'GB/T 24421', []],
    ['GB/Z 19579—2012', 'GB/Z 19579—2012', []],
    ['GB 2894—2008', 'GB 2894—2008', []],
    ['DB34/T 1162.1—2010', 'DB34/T 1162.1—2010', []],
    ['DB3206/T1012-2021', 'DB3206/T 1012—2021', ['separator', 'spacing']],
    ['DB 31117/Z 2—2020', 'DB31117/Z 2—2020', ['spacing']],
    ['DB/T 12—2000', 'DB/T 12—2000', []],
    ['MZ/T 039—2013', 'MZ/T 039—2013', []],
    ['DA/T 22', 'DA/T 22', []],
    ['AQ 3013—2008', 'AQ 3013—2008', []],
    ['XX/T 12—2000', 'XX/T 12—2000', ['unknown-code']],
    ['T/CAS 123—2018', 'T/CAS 123—2018', []],
    ['Q/YTBM 101—2022', 'Q/YTBM 101—2022', []],
    ['Q/YTBM BZ 203.5—2022', 'Q/YTBM BZ 203.5—2022', []],
    ['Q/源潭便民 003—2022', 'Q/源潭便民 003—2022', []],
    ['YTBM/JC 01—2022', 'YTBM/JC 01—2022', []],
    ['JJG 1036—2008', 'JJG 1036—2008', []],
    ['JJF 1001', 'JJF 1001', []],
    ['ISO 9001:2015', 'ISO 9001:2015', []],
    ['ISO 10002-1:2018', 'ISO 10002-1:2018', []],
    ['ISO/IEC 17025：2017', 'ISO/IEC 17025:2017', ['width']],
    ['ISO9001-2015', 'ISO 9001:2015', ['separator', 'spacing']],
  ];
  test.each(cases)('%s', (written, normal, flaws) => {
    const found = readDesignation(written);
    expect(found?.text).toBe(normal);
    expect(found?.flaws).toEqual(flaws);
  });

  test('（所有部分） is read and is not part of the designation', () => {
    const found = readDesignation('GB/T 24421（所有部分） 服务业组织标准化工作指南');
    expect(found).toMatchObject({ text: 'GB/T 24421', raw: 'GB/T 24421', allParts: true, start: 0, end: 16 });
  });

  test('families', () => {
    const families = [
      'GB 2894—2008',
      'DB/T 12—2000',
      'DB34/T 3067—2017',
      'T/CAS 1—2018',
      'Q/AB 1—2022',
      'JJF 1001',
      'ISO 9001',
    ];
    expect(families.map((text) => readDesignation(text)?.family)).toEqual([
      'national',
      'industry',
      'local',
      'group',
      'unit',
      'measurement',
      'foreign',
    ]);
  });
});

describe('what is no designation', () => {
  test.each([
    '源政办〔2026〕12号',
    '国办发〔2008〕11号',
    '2022-09-14',
    '2022.9.14 至 2022.10.1',
    '联系电话：0550-0000000，13800000000',
    '对标 V1.2.3-2020',
    '内存 16GB 2020年购置',
    '内存 GB 16',
    'MZ 2019-2020 年度',
    '办件编号 YT20260302-0001',
    '车牌 皖HB2019-2020',
    'http://www.example.cn/T/CAS/12-2020.html',
    '合同编号 AB/T 12',
    '座位号 SH 12',
    'GB/T',
    'GB/T 一二三',
  ])('%s', (text) => {
    expect(findDesignations(text)).toEqual([]);
  });
});

test('several in one line, in order', () => {
  const text = '符合GB/T24421、GB/T32170等国家标准，见GB/T 1.1-2020/GB/T 1.2—2020和GB/T1.1.文字';
  expect(findDesignations(text).map((found) => found.text)).toEqual([
    'GB/T 24421',
    'GB/T 32170',
    'GB/T 1.1—2020',
    'GB/T 1.2—2020',
    'GB/T 1.1',
  ]);
});

test('the place found is the place in the text', () => {
  const text = '按照 ＧＢ／Ｔ 1.1—2020 起草';
  const [found] = findDesignations(text);
  expect(text.slice(found?.start, found?.end)).toBe('ＧＢ／Ｔ 1.1—2020');
});

test('without its year', () => {
  expect(['GB/T 1.1—2020', 'ISO 9001:2015', 'GB/T 24421'].map(undated)).toEqual(['GB/T 1.1', 'ISO 9001', 'GB/T 24421']);
});

const prefixes = ['GB', 'GB/T', 'GB/Z', 'DB34/T', 'DB3206/T', 'MZ/T', 'DB/T', 'T/CAS', 'Q/YTBM', 'JJF'] as const;
const designation = fc
  .record({
    prefix: fc.constantFrom(...prefixes),
    number: fc.integer({ min: 100, max: 99999 }),
    part: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
    year: fc.integer({ min: 1990, max: 2029 }),
  })
  // 1900 … 2099 behind a letter code reads as a span of years.
  .filter(({ number }) => number < 1900 || number > 2099);

test('property: however it is spaced and separated, the normal form is the same, and it reads as itself', () => {
  fc.assert(
    fc.property(
      designation,
      fc.constantFrom('', ' ', '\u3000', '  '),
      fc.constantFrom('-', '—', '–', '－', '―', '一'),
      fc.constantFrom('', '按照', '应符合', '（', '--'),
      ({ prefix, number, part, year }, gap, dash, before) => {
        const body = `${number}${part === undefined ? '' : `.${part}`}`;
        const normal = `${prefix} ${body}—${year}`;
        expect(findDesignations(`${before}${prefix}${gap}${body}${dash}${year}的规定`).map(({ text }) => text)).toEqual(
          [normal],
        );
        expect(readDesignation(normal)).toMatchObject({ text: normal, flaws: [] });
      },
    ),
  );
});

test('property: any text is searched without throwing; finds do not overlap but those that are written together', () => {
  const piece = fc.constantFrom(
    ...['GB', '/', 'T', ' ', '1', '.', '—', '2020', 'Q/', 'DB', '《', '》', '（所有部分）', 'ISO', 'l', 'O', '一'],
    ...['、', '～', '24421.1', '4', '\n', '-', '·', 'JTG', '（2020）'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      let last = { start: -1, end: 0, grouped: false };
      for (const found of findDesignations(text)) {
        const { start, end, grouped = false } = found;
        const together = grouped && last.grouped && start === last.start && end === last.end;
        expect(together || start >= last.end).toBe(true);
        expect(text.slice(start).startsWith(found.raw)).toBe(true);
        last = { start, end, grouped };
      }
    }),
  );
});

test('property: a series is the same from its first to its last, however its ends are written', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 3000, max: 99999 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 5 }),
      fc.option(fc.integer({ min: 1994, max: 2026 }), { nil: undefined }),
      fc.constantFrom('~', '～', '至', '-'),
      fc.constantFrom('part', 'number', 'all'),
      (number, from, more, year, mark, ending) => {
        const to = { part: `${from + more}`, number: `${number}.${from + more}`, all: `GB/T ${number}.${from + more}` };
        const dated = year === undefined ? '' : `—${year}`;
        const text = `按GB/T ${number}.${from}${mark}${to[ending]}${dated}执行`;
        const all = Array.from({ length: more + 1 }, (_, index) => `GB/T ${number}.${from + index}${dated}`);
        expect(findDesignations(text).map((found) => found.text)).toEqual(all);
      },
    ),
  );
});

test('property: what is written plainly is read without a search, and as a search reads it', () => {
  const digits = (most: number) => fc.integer({ min: 0, max: 10 ** most - 1 }).map(String);
  const head = fc.oneof(
    fc.constantFrom(
      'GB',
      'GB/T',
      'GB/Z',
      'DB34/T',
      'DB3206/T',
      'DB341881/Z',
      'DB2/T',
      'MZ/T',
      'DB/T',
      'XX/T',
      'GB/TT',
      'GBZ',
      'G8/T',
    ),
    fc.string({ unit: fc.constantFrom('G', 'B', 'D', '/', 'T', '3'), maxLength: 6 }),
  );
  const year = fc.constantFrom('1899', '1987', '2009', '2023', '2O09', '99', '2100', '');
  const parts = fc.array(digits(5), { maxLength: 4 });
  const written = fc
    .tuple(head, fc.constantFrom(' ', '', '  '), digits(7), parts, fc.constantFrom('—', '-'), year)
    .map(([prefix, gap, number, more, mark, end]) => `${prefix}${gap}${[number, ...more].join('.')}${mark}${end}`);
  fc.assert(
    fc.property(written, (text) => {
      expect(findDesignations(text)).toEqual(searchDesignations(text));
    }),
    { numRuns: 2000 },
  );
});
