import { describe, expect, it } from 'vitest';
import { readCell } from './cells.ts';
import { readTable } from './read-table.ts';
import type { TableType } from './table-type.ts';
import { sheetOf } from './testing.ts';

const REGISTER: TableType = {
  id: 'register',
  name: '标准明细表',
  columns: [
    { key: 'number', head: '标准号', words: '标准编号 文件编号', kind: 'designation', required: true },
    { key: 'title', head: '标准名称', words: '文件名称', required: true },
    { key: 'on', head: '实施日期', kind: 'day' },
    { key: 'part', head: '子项名称' },
    { key: 'who', head: '责任人', kind: 'names' },
  ],
  sample: {},
};
const HEAD = ['序号', '标准编号', '标准名称（中文）', '实施日期'];
const read = (lines: string[][], more = {}) => readTable([sheetOf(lines, more)], REGISTER);
const told = (remarks: { row: number; what: string; text: string }[]) =>
  remarks.map(({ row, what, text }) => `${row} ${what} ${text}`);

describe('the head', () => {
  it('is found below titles, named in other words, and of two rows where groups stand above', () => {
    const plain = read([
      ['源潭镇标准明细表'],
      ['', '', '', '2026年3月'],
      HEAD,
      ['1', 'GB/T 1.1-2020', '导则', '2020-10-01'],
    ]);
    expect(plain.rows.map(({ row, values }) => [row, values])).toEqual([
      [4, { number: 'GB/T 1.1—2020', title: '导则', on: '2020-10-01' }],
    ]);
    expect(plain.unknown).toEqual([]);
    const grouped = read(
      [
        ['序号', '标准', '', '日期', ''],
        ['', '标准号', '标准名称', '发布日期', '实施日期'],
        ['1', 'GB/T 1.1—2020', '导则', '2020-03-31', '2020-10-01'],
      ],
      { spans: [{ row: 0, column: 0, rows: 2, columns: 1 }] },
    );
    expect(grouped.rows[0]?.values).toEqual({ number: 'GB/T 1.1—2020', title: '导则', on: '2020-10-01' });
    expect(grouped.unknown).toEqual(['发布日期']);
  });

  it('is not found where a column is missing, and the sheet is named', () => {
    const { rows, remarks } = read([
      ['序号', '标准名称', '实施日期'],
      ['1', '导则', '2020-10-01'],
    ]);
    expect(rows).toEqual([]);
    expect(told(remarks)).toEqual([expect.stringContaining('没有找到这种表的表头')]);
    expect(told(read([HEAD], { hidden: true }).remarks)).toEqual([expect.stringContaining('是隐藏的，没有读')]);
    expect(told(read([]).remarks)).toEqual([expect.stringContaining('是空的')]);
  });
});

describe('the rows', () => {
  it('are read or named, every one', () => {
    const { rows, remarks } = read([
      HEAD,
      ['一、通用基础', '', '', ''],
      ['1', 'GB/T 1.1-2020', '导则', '2020.10.1'],
      ['2', '', '没有编号的', '2020-10-01'],
      ['3', 'Q/MMZ 101-2024', '窗口服务规范', '45567'],
      ['4', '某某标准', '写错的', ''],
      ['5', 'GB/T 24421.1—2023', '总则', '2023年3月'],
      HEAD,
      ['合计', '', '3项', ''],
      ['注：以上标准由办公室负责查新。', '', '', ''],
    ]);
    expect(rows.map(({ row, values, section }) => [row, values.number, values.on, section])).toEqual([
      [3, 'GB/T 1.1—2020', '2020-10-01', '一、通用基础'],
      [5, 'Q/MMZ 101—2024', '2024-10-02', '一、通用基础'],
      [7, 'GB/T 24421.1—2023', undefined, '一、通用基础'],
    ]);
    expect(told(remarks)).toEqual([
      '2 skipped “一、通用基础”只有一格，当作小标题。',
      '4 lost 没有填“标准号”，这一行没有读。',
      '5 look “实施日期”看来是表格里的日期序号，按 2024-10-02 读，请核对。',
      '6 lost “标准号”里的“某某标准”不像标准号，这一格没有读。',
      '7 lost “实施日期”写的“2023年3月”不是完整的日期，请写成 2026-03-12 这样；这一格没有读。',
      '8 skipped 又是表头，不是一行。',
      '9 skipped “合计”是合计，不是一行。',
      '10 skipped “注：以上标准由办公室负责查新。”是表下面的说明，不是一行。',
    ]);
  });

  it('that are joined are one; hidden ones are read and told; marks of the template are none', () => {
    const { rows, remarks } = read(
      [
        ['说明', ...HEAD.slice(1)],
        ['示例', 'GB/T 1.1—2020', '导则', ''],
        ['', 'GB/T 1.1—2020', '导则', '2020-10-01'],
        ['', '', '', ''],
        ['', 'Q/MMZ 101—2024', '窗口服务规范', ''],
      ],
      {
        hiddenRows: [4],
        spans: [1, 2, 3].map((column) => ({ row: 2, column, rows: 2, columns: 1 })),
      },
    );
    expect(rows.map(({ row }) => row)).toEqual([3, 5]);
    expect(told(remarks)).toEqual([
      '2 skipped 是模板里的示例或填法，不导入。',
      '4 skipped 和上面一行合并在一起，算同一项。',
      '0 look 隐藏的行也读了：5。',
    ]);
  });
});

describe('cells that are one', () => {
  const HEADS = ['标准号', '标准名称', '责任人'];
  const spans = [0, 1, 2].map((column) => ({ row: 1, column, rows: 2, columns: 1 }));

  it('say what their first one says: what still stands under them nobody sees', () => {
    const under = read([HEADS, ['GB/T 1.1—2020', '导则', '王芳'], ['GB/T 2—2020', '', '李强']], { spans });
    expect(under.rows.map(({ row, values }) => [row, values])).toEqual([
      [2, { number: 'GB/T 1.1—2020', title: '导则', who: ['王芳'] }],
    ]);
    expect(told(under.remarks)).toEqual(['3 skipped 和上面一行合并在一起，算同一项。']);
    const beside = read([HEADS, ['GB/T 1.1—2020', '导则', '王芳']], {
      spans: [{ row: 1, column: 1, rows: 1, columns: 2 }],
    });
    expect(beside.rows[0]?.values).toEqual({ number: 'GB/T 1.1—2020', title: '导则' });
  });

  it('end with the rows of the sheet, however far they are joined', () => {
    const deep = read([HEADS, ['GB/T 1.1—2020', '导则', '王芳'], ['GB/T 2—2020', '规则', '']], {
      spans: Array.from({ length: 2_000 }, () => ({ row: 1, column: 2, rows: 1_048_575, columns: 1 })),
    });
    expect(deep.rows.map(({ values }) => values.who)).toEqual([['王芳'], ['王芳']]);
  });
});

describe('a cell', () => {
  it.each<[Parameters<typeof readCell>[0], string, ReturnType<typeof readCell>]>([
    ['text', '对拒绝\n配合统\n计调查的处罚', { value: '对拒绝配合统计调查的处罚' }],
    ['text', 'Word 2016 版', { value: 'Word 2016 版' }],
    ['text', '/', {}],
    ['text', '无', {}],
    ['day', '2024/9/14', { value: '2024-09-14' }],
    ['day', '20240914', { value: '2024-09-14' }],
    ['day', '二〇二四年九月十四日', { value: '2024-09-14' }],
    ['day', '2024-02-30', { fault: 'not-a-day', text: '2024-02-30' }],
    ['day', '1', { fault: 'not-a-day', text: '1' }],
    ['names', '王芳、李明', { value: ['王芳', '李明'] }],
    ['designation', 'GB/T 36ll2-2018', { value: 'GB/T 36112—2018', fault: 'corrected', text: 'GB/T 36112—2018' }],
    ['designation', 'GB/T 1.1～2—2020', { value: 'GB/T 1.1—2020', fault: 'several', text: 'GB/T 1.1—2020' }],
    ['designations', 'GB/T 1.1～2—2020', { value: ['GB/T 1.1—2020', 'GB/T 1.2—2020'] }],
    ['designations', 'GB/T 1.1—2020；Q/MMZ 101—2024', { value: ['GB/T 1.1—2020', 'Q/MMZ 101—2024'] }],
    ['number', '3项', { value: '3' }],
    ['list', '甲、乙，甲', { value: ['甲', '乙'] }],
  ])('%s: %j', (kind, text, expected) => {
    expect(readCell(kind, text)).toEqual(expected);
  });
});
