import { expect, it } from 'vitest';
import { blocksFrom, type DocumentSketch, documentFrom } from '../testing.ts';
import { cellOf, columnOf, isOpen, isSurelyEmpty, listRows, tablesOf } from './rows.ts';

const tables = (...text: string[]) => tablesOf(documentFrom({ text }));

/** The titles of each table, then its rows. */
const shown = (...text: string[]): string[] =>
  tables(...text).flatMap(({ header, rows }) => [header.join(' '), ...rows.map((row) => row.join(' '))]);

it.each<[string, string[], string[]]>([
  ['titles in the first row', ['|姓名|日期|', '|王芳|2026-03-02|'], ['姓名 日期', '王芳 2026-03-02']],
  [
    'captions above them',
    ['|登记表|登记表|', '|填表人：王芳|日期：3月|', '|编号||', '|姓名|日期|', '|王芳|3月|'],
    ['姓名 日期', '王芳 3月'],
  ],
  [
    'too many captions',
    ['|甲||', '|乙||', '|丙||', '|丁||', '|姓名|日期|', '|王芳|3月|'],
    ['甲 ', '乙 ', '丙 ', '丁 ', '姓名 日期', '王芳 3月'],
  ],
  [
    'a list below a caption',
    ['|登记表||', '|王芳|2026年3月2日|', '|李明|3月|'],
    ['登记表 ', '王芳 2026年3月2日', '李明 3月'],
  ],
  ['a number below a caption', ['|登记表||', '|王芳|12|', '|李明|3|'], ['登记表 ', '王芳 12', '李明 3']],
  [
    'long cells below a caption',
    ['|登记表||', `|王芳|${'甲'.repeat(17)}|`, '|李明|3|'],
    ['登记表 ', `王芳 ${'甲'.repeat(17)}`, '李明 3'],
  ],
  ['titles of sixteen', ['|登记表||', `|王芳|${'甲'.repeat(16)}|`, '|李明|3|'], [`王芳 ${'甲'.repeat(16)}`, '李明 3']],
  ['titles in two rows', ['|序号|发放||', '||部门|日期|', '|1|甲|3月|'], ['序号 部门 发放日期', '1 甲 3月']],
  ['one row', ['|姓名|日期|'], ['姓名 日期']],
])('%s', (_, text, expected) => {
  expect(shown(...text)).toEqual(expected);
});

it('passes over a table out of sight', () => {
  const blocks = blocksFrom(['|姓名|', '|王芳|']).map((block) => ({ ...block, hidden: true as const }));
  expect(tablesOf(documentFrom({ blocks }))).toEqual([]);
});

it('finds a column by the first word that names one', () => {
  const header = ['日期', '发放日期（年月日）', '姓名'];
  expect(columnOf({ header }, { name: '发放时间', words: '发放日期 日期' })).toBe(1);
  expect(columnOf({ header }, { name: '日期', words: '发放日期' })).toBe(0);
  expect(columnOf({ header }, { name: '地点' })).toBe(-1);
});

it('takes only rows that tell of one thing', () => {
  const [table] = tables(
    '|序号|姓名|日期|',
    '|1|王芳|3月|',
    '|2|李明||',
    '|3||×××|',
    '|〃|李明|4月|',
    '|合 计|3|2|',
    '|4|小计|9|',
    '|注：甲|乙|丙|',
    '|审核 : 王芳|日期|甲|',
    '|序号|姓名|日期|',
    '|12345|陈明|5月|',
  );
  expect(table && listRows(table).map(({ name, cells }) => `${name} ${cells[1]}`)).toEqual([
    '序号1 王芳',
    '第4行 李明',
    '第10行 陈明',
  ]);
});

it('reads 同上, and tells an empty cell from one that may be covered', () => {
  const of = (more: Partial<DocumentSketch> = {}, plain = false) => {
    const blocks = blocksFrom([
      '|编号|姓名|部门|日期|',
      '|1||甲|3月|',
      '|2|王芳|同上|〃|',
      '|3||々|—|',
      '|4|李明|乙|5月|多|',
    ]);
    const [table] = tablesOf(
      documentFrom({ blocks: blocks.map((one) => (plain ? { ...one, plain: true as const } : one)), ...more }),
    );
    return table ? listRows(table) : [];
  };
  expect(of().map((row) => [1, 2, 3].map((column) => cellOf(row, column)).join())).toEqual([
    ',甲,3月',
    '王芳,甲,3月',
    ',甲,',
    '李明,乙,5月',
  ]);
  expect(of().map((row) => isSurelyEmpty(row, 1))).toEqual([true, false, false, false]);
  expect(of({}, true).map((row) => isSurelyEmpty(row, 1))).toEqual([true, false, true, false]);
  expect(of().map((row) => isSurelyEmpty(row, -1))).toEqual([false, false, false, false]);
  expect(of().map((row) => isOpen(row, 1))).toEqual([true, false, true, false]);
  expect(of().map((row) => isOpen(row, -1))).toEqual([false, false, false, false]);
});
