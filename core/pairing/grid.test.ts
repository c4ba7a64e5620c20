import { describe, expect, test } from 'vitest';
import { fc } from '../base/testing.ts';
import type { GridCell } from './cells.ts';
import { pairGrid } from './grid.ts';
import { plainLabel } from './labels.ts';
import { splitInline } from './line.ts';

const LABELS = new Set(['编制', '审核', '批准', '拟稿人', '承办人', '负责人', '日期', '培训对象']);
const isLabel = (text: string) => LABELS.has(text.replace(/[\s*：:]/g, ''));

/** Rows of texts; a cell may be given whole. */
function lines(rows: (string | GridCell)[][]): string[] {
  const cells = rows.map((row) => row.map((cell): GridCell => (typeof cell === 'string' ? { text: cell } : cell)));
  return pairGrid(cells, isLabel).map((pair) => `${pair.label}=${pair.valueCell ? pair.value : '-'} ${pair.kind}`);
}

describe('pairs of a grid', () => {
  test('left, above, inside', () => {
    expect(lines([['拟稿人', '张三'], ['承办人：李四']])).toEqual(['拟稿人=张三 cell-left', '承办人=李四 same-cell']);
    expect(
      lines([
        ['编制', '审核', '批准'],
        ['甲', '乙', ''],
      ]),
    ).toEqual(['编制=甲 cell-above', '审核=乙 cell-above', '批准= cell-above']);
  });

  test('labels that meet: the first has no place for a value', () => {
    expect(lines([['编制', '审核', '乙']])).toEqual(['编制=- cell-left', '审核=乙 cell-left']);
  });

  test('a row of labels alone says nothing', () => {
    expect(lines([['编制', '审核', '批准']])).toEqual([]);
  });

  test('a label over several rows takes the first value beside it', () => {
    expect(lines([[{ text: '拟稿人', rows: 2 }, ''], ['张三']])).toEqual(['拟稿人=张三 cell-left']);
  });

  test('a cell with labels of its own is no value of a neighbour', () => {
    expect(lines([['拟稿人', { text: '承办人', own: true, hasBox: true }, '乙']])).toEqual([]);
  });

  test('the last line of a value, where it is people and their labels and nothing else', () => {
    expect(lines([['培训对象', '拟由综合科牵头。\n承办人：周三 负责人：钱一']])).toEqual([
      '培训对象=拟由综合科牵头。 承办人：周三 负责人：钱一 cell-left',
      '承办人=周三 same-cell',
      '负责人=钱一 same-cell',
    ]);
    for (const value of [
      '承办人：周三 负责人：钱一',
      '拟由综合科牵头。\n请承办人：周三速办',
      '拟由综合科牵头。\n承办人：综合科窗口 负责人：钱一',
      '拟由综合科牵头。\n承办人：',
    ])
      expect(lines([['培训对象', value]]).filter((pair) => pair.endsWith('same-cell'))).toEqual([]);
  });

  test('a word that is a label elsewhere is a value in a column of values', () => {
    expect(
      lines([
        ['培训对象', '承办人'],
        ['拟稿人', '张三'],
        ['负责人', '李四'],
      ]),
    ).toEqual(['培训对象=承办人 cell-left', '拟稿人=张三 cell-left', '负责人=李四 cell-left']);
  });

  test('where labels have colons, a value with one stands in a column of values', () => {
    expect(
      lines([
        ['承办人：', '甲'],
        ['培训对象：', '各窗口：'],
        ['负责人：', '乙'],
      ]),
    ).toContain('培训对象=各窗口： cell-left');
    // Two labels with nothing behind them, in a column of labels or above one value.
    for (const other of ['份数：', '乙'])
      expect(
        lines([
          ['承办人：', other],
          ['培训对象：', '份数统计：'],
        ]).some((pair) => pair.startsWith('培训对象=份数')),
      ).toBe(false);
  });

  test('a value that ends with a colon stands behind a label without one', () => {
    expect(
      lines([
        ['培训对象', '各窗口：'],
        ['承办人', '甲'],
      ]),
    ).toEqual(['培训对象=各窗口： cell-left', '承办人=甲 cell-left']);
    expect(lines([['培训对象', '各村、各窗口：', '承办人', '甲']])[0]).toBe('培训对象=各村、各窗口： cell-left');
    // An unknown label with its value, and one whose neighbours have colons too.
    expect(lines([['培训对象', '地点：', '三楼']])).toContain('地点=三楼 cell-left');
    expect(lines([['培训对象：', '地点：']])).not.toContain('培训对象=地点： cell-left');
  });

  test('a list in which nothing is written yet says nothing', () => {
    expect(
      lines([
        ['负责人', '单位', '电话'],
        ['', '', ''],
        ['', '', ''],
      ]),
    ).toEqual([]);
  });

  test('the empty place of signatures and a filled form over empty rows are still read', () => {
    expect(
      lines([
        ['编制', '审核', '批准'],
        ['', '', ''],
        ['', '', ''],
      ]),
    ).toEqual(['编制= cell-above', '审核= cell-above', '批准= cell-above']);
    expect(
      lines([
        ['拟稿人', '张三', '承办人', '李四'],
        ['', '', '', ''],
        ['', '', '', ''],
      ]),
    ).toEqual(['拟稿人=张三 cell-left', '承办人=李四 cell-left']);
  });

  test('spans beyond the table and thousands of columns end', () => {
    expect(
      lines([
        [{ text: '拟稿人', rows: 65_534, columns: 1e9 }, '张三'],
        ['日期', '2026-11-20'],
      ]),
    ).toEqual([]);
  });

  test('never throws, and every pair names a known cell', () => {
    const text = fc.constantFrom('', '拟稿人', '审核：', '张三', '编制：甲 审核：', '2026-11-20', '1', '序号', '→');
    const cell = fc.record({
      text,
      rows: fc.integer({ min: 0, max: 4 }),
      columns: fc.integer({ min: 0, max: 4 }),
      header: fc.boolean(),
      hasBox: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 5 }), (rows) => {
        const known = new Set(rows.flat());
        for (const pair of pairGrid(rows, isLabel)) {
          expect(known.has(pair.labelCell)).toBe(true);
          if (pair.valueCell) expect(known.has(pair.valueCell)).toBe(true);
          expect(pair.label).toBe(plainLabel(pair.label));
        }
      }),
    );
  });
});

describe('pairs on a line', () => {
  const inline = (text: string) => splitInline(text, isLabel).map((pair) => `${pair.label}=${pair.value}`);

  test.each([
    ['编制：甲　审核：乙　批准：丙', ['编制=甲', '审核=乙', '批准=丙']],
    ['编　制：甲　审　核：　批　准：丙', ['编 制=甲', '审 核=', '批 准=丙']],
    ['编制：张飞审核：赵子龙批准：磐石', ['编制=张飞', '审核=赵子龙', '批准=磐石']],
    ['承办人：张三；负责人：李四。', ['承办人=张三', '负责人=李四。']],
    ['承办人：张三 联系处：党政办', ['承办人=张三']],
    ['承办人（及联系电话）：张三/029', ['承办人（及联系电话）=张三/029']],
    ['编制：____ 审核：____', ['编制=', '审核=']],
    ['会议强调：要做好审核工作', []],
    ['日期：2026-11-20 12:19', ['日期=2026-11-20 12:19']],
    ['编制：甲\n审核：乙', ['编制=甲', '审核=乙']],
  ])('%s', (text, expected) => {
    expect(inline(text)).toEqual(expected);
  });

  test('ranges cover label and value in the text given', () => {
    const text = '前言\n编制：甲　审核：乙';
    expect(splitInline(text, isLabel).map((pair) => text.slice(pair.start, pair.end))).toEqual([
      '编制：甲　',
      '审核：乙',
    ]);
  });
});

// Read in quadratic time these texts would take many minutes.
test('a line of a hundred thousand colons or stars', () => {
  expect(splitInline(`${'：'.repeat(100_000)} 编制：甲`, isLabel)).toMatchObject([{ label: '编制', value: '甲' }]);
  expect(plainLabel(`编${'*'.repeat(100_000)}制：`)).toHaveLength(100_002);
});

test('a label far down a long line', () => {
  expect(splitInline(`${'一'.repeat(500)} 编制：甲`, isLabel)).toMatchObject([{ label: '编制', value: '甲' }]);
});
