import { expect, test } from 'vitest';
import { fc } from '../base/testing.ts';
import { readCatalogue } from '../standards/parse.ts';
import { statusOn } from '../standards/status.ts';
import type { TableSheet } from '../tables/table-type.ts';
import { catalogueFromTables } from './catalogue-table.ts';

const sheetOf = (rows: readonly (readonly string[])[], name = '目录'): TableSheet => ({
  name,
  hidden: false,
  cells: rows.flatMap((cells, row) => cells.flatMap((text, column) => (text === '' ? [] : [{ row, column, text }]))),
  isHiddenRow: () => false,
});
const ABOUT = {
  id: '标准目录.xlsx',
  version: '2026-11-23',
  issuedOn: '2026-11-23',
  lapsesOn: '2027-11-23',
  source: '标准目录.xlsx',
};
const HEAD = ['序号', '标准号', '标准名称', '状态', '发布日期', '实施日期', '代替标准号'];
const read = (...rows: readonly string[][]) => catalogueFromTables([sheetOf([['国家标准目录'], HEAD, ...rows])], ABOUT);

test('rows as offices write them', () => {
  const { pack, remarks, unknown } = read(
    [
      '1',
      'GB/T24421.2-2023',
      '服务业组织标准化工作指南 第2部分：标准体系构建',
      '现行',
      '2023.3.17',
      '45002',
      'GB/T 24421.2-2009',
    ],
    [
      '2',
      'GB/T 24421.2—2009',
      '服务业组织标准化工作指南 第2部分：标准体系',
      '被代替',
      '2009-09-30',
      '2009年11月1日',
      '',
    ],
    ['3', 'GB/T 900—2026', '甲', '即将实施', '', '2027-01-01', ''],
    ['4', 'GB/T 901—2000', '乙', '废止', '', '', ''],
    ['', '共4项', '', '', '', '', ''],
  );
  expect(pack.rows).toMatchObject([
    { designation: 'GB/T 24421.2—2023', publishedOn: '2023-03-17', effectiveOn: '2023-03-17', status: 'current' },
    { designation: 'GB/T 24421.2—2009', effectiveOn: '2009-11-01', replacedBy: ['GB/T 24421.2—2023'] },
    { designation: 'GB/T 900—2026', status: 'current' },
    { designation: 'GB/T 901—2000', status: 'withdrawn', verified: false, source: '标准目录.xlsx' },
  ]);
  expect(remarks.filter(({ what }) => what === 'lost')).toEqual([]);
  expect(unknown).toEqual([]);
  const status = (designation: string, on = '2026-11-24') => statusOn(pack, designation, on).status;
  expect(['GB/T 24421.2', 'GB/T 24421.2—2009', 'GB/T 900—2026', 'GB/T 901—2000'].map((one) => status(one))).toEqual([
    'current',
    'replaced',
    'upcoming',
    'withdrawn',
  ]);
  expect(status('GB/T 24421.2—2009', '2022-09-14')).toBe('current');
  // What is written is a good pack too.
  expect(readCatalogue(JSON.parse(JSON.stringify(pack)))).toEqual({ pack, faults: [] });
});

test('a row that cannot be one is named, and the others are there', () => {
  const { pack, remarks, lost } = read(
    ['1', 'GB/T 36112—2018', '政务服务中心服务现场管理规范', '现行', '', '2018-07-01', ''],
    ['2', 'GB/T 36ll3—2018', '甲', '现行', '', '', ''],
    ['3', 'GB/T 36114', '甲', '现行', '', '', ''],
    ['4', 'GB/T 32169.1～4—2015', '甲', '现行', '', '', ''],
    ['5', 'GB/T 36115—2018', '', '现行', '', '', ''],
    ['6', 'GB/T 36116—2018', '甲', '即将实施', '', '', ''],
    ['7', 'GB/T 36117—2018', '甲', '现行', '2018-07-01', '2018-03-01', ''],
    ['8', 'GB/T 36112—2018', '甲', '现行', '', '', ''],
    ['10', 'GB 50205-2001/2020', '甲', '现行', '', '', ''],
    ['9', 'GB/T 36118—2018（修订）', '甲', '不知道', '2018-13-01', '', ''],
  );
  expect(pack.rows.map(({ designation }) => designation)).toEqual(['GB/T 36112—2018', 'GB/T 36118—2018']);
  expect(pack.rows[1]).toMatchObject({ status: 'unknown' });
  expect(lost).toBe(8);
  expect(remarks.map(({ row, what, text }) => `${row} ${what} ${text}`)).toEqual([
    '4 lost 标准号“GB/T 36ll3—2018”里有写错的字符，应当是GB/T 36113—2018吗？请改好；这一行没有收。',
    '5 lost “GB/T 36114”不是一个带年份的标准号，请写成 GB/T 1.1—2020 这样；这一行没有收。',
    '6 lost “GB/T 32169.1～4—2015”写的是几个标准，请一行写一个；这一行没有收。',
    '7 lost 没有填“标准名称”，这一行没有读。',
    '8 lost “即将实施”的标准要写实施日期；这一行没有收。',
    '9 lost 实施日期：实施日期早于发布日期；这一行没有收。',
    '10 lost 标准号：GB/T 36112—2018 写了两次；这一行没有收。',
    '11 lost “GB 50205-2001/2020”里除了GB 50205—2001还有别的，请只写一个标准号；这一行没有收。',
    '12 lost “发布日期”写的“2018-13-01”不是完整的日期，请写成 2026-03-12 这样；这一格没有读。',
    '12 look 状态“不知道”不认识，按“不能确定”收。',
  ]);
});

test('a workbook without such a table says so', () => {
  const { pack, remarks } = catalogueFromTables(
    [
      sheetOf([
        ['姓名', '岗位'],
        ['王芳', '窗口'],
      ]),
    ],
    ABOUT,
  );
  expect(pack.rows).toEqual([]);
  expect(remarks.map(({ text }) => text)).toEqual(['工作表“目录”里没有找到这种表的表头，没有读。']);
});

test('property: any cells give a good pack, and every row is in it or has its sentence', () => {
  const cell = fc.constantFrom(
    ...[
      '',
      'GB/T 1.1—2020',
      'GB/T 1.1—2009',
      'GB/T 1.1',
      '甲',
      '现行',
      '废止',
      '2020-01-01',
      '2020-13-01',
      '=1+1',
      '合计',
    ],
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 7, maxLength: 7 }), { maxLength: 8 }), (rows) => {
      const { pack, remarks } = read(...rows);
      expect(readCatalogue(JSON.parse(JSON.stringify(pack)))).toEqual({ pack, faults: [] });
      const named = new Set(remarks.map(({ row }) => row));
      const numbers = new Set(pack.rows.map(({ designation }) => designation));
      for (const [at, row] of rows.entries())
        if (row.some((text) => text !== '')) expect(named.has(at + 3) || numbers.has(row[1] ?? '')).toBe(true);
    }),
  );
});
