import { describe, expect, it } from 'vitest';
import { problemCode } from '../../base/testing.ts';
import { LIMITS } from '../limits.ts';
import { compoundOf } from '../testing.ts';
import { readXls } from './read.ts';
import { type CellSketch, type SheetSketch, type WorkbookSketch, workbookFile, workbookStream } from './testing.ts';

const readBytes = (bytes: Uint8Array) => readXls({ name: '甲.xls', bytes, uri: '甲.xls', sha256: '' });
const read = (sheet: Omit<SheetSketch, 'name'>, more: Partial<WorkbookSketch> = {}) =>
  readBytes(workbookFile({ sheets: [{ name: 'Sheet1', ...sheet }], ...more }));
const tablesOf = ({ blocks }: ReturnType<typeof read>) => blocks.flatMap((block) => block.rows ?? []);

describe('readXls', () => {
  it.each([8, 5] as const)('reads values as they are shown (version %i)', (version) => {
    const cells: [CellSketch, string][] = [
      ['窗口服务规范', '窗口服务规范'],
      [12, '12'],
      [-3, '-3'],
      [0.1 + 0.2, '0.3'],
      [[46_100, 1], '2026-03-19'],
      [[0.5, 2], '50%'],
      [[7, 3], '007'],
      [{ truth: true }, 'TRUE'],
      [{ error: 42 }, '#N/A'],
      [{ formula: 5 }, '5'],
      [{ formula: '办结' }, '办结'],
      [{ formula: true }, 'TRUE'],
      [{ formula: null }, ''],
      ['末', '末'],
    ];
    const formats = ['yyyy"年"m"月"d"日"', '0%', '000'];
    expect(tablesOf(read({ rows: [cells.map(([cell]) => cell)] }, { formats, version }))).toEqual([
      cells.map(([, text]) => text),
    ]);
  });

  it.each([LIMITS.sheets.cell, 100, 41, 40, 39, 17])(
    'reads strings that go on in another record after %i bytes',
    (stringsIn) => {
      const rows = [
        ['窗口服务规范宣贯培训记录', 'a', '一次性告知'],
        ['乙', '主讲人：李建国；地点：三楼会议室', '丙'],
      ];
      expect(tablesOf(read({ rows }, { stringsIn: Math.min(stringsIn, 8224) }))).toEqual(rows);
    },
  );

  it('counts days from 1904 where the file does', () => {
    const parts = read({ rows: [[[44_638, 1], '文']] }, { formats: ['yyyy-mm-dd'], from1904: true });
    expect(tablesOf(parts)).toEqual([['2026-03-19', '文']]);
  });

  it('reads the boxes of a form with what joined cells cover', () => {
    const { title, pairs } = read({
      rows: [
        ['标准发布审批表', null, null, null],
        ['编制人', '王芳', '编制日期', '2026-01-05'],
        ['审核意见', null, null, null],
        ['批准人', { picture: true }, '批准日期', null],
      ],
      merged: [
        [0, 0, 0, 3],
        [2, 2, 1, 3],
      ],
    });
    expect(title).toBe('标准发布审批表');
    expect(pairs.map(({ label, value, state, source }) => [label, value, state, source])).toMatchObject([
      ['编制人', '王芳', 'filled', { place: { sheet: 1, row: 2, column: 2 } }],
      ['编制日期', '2026-01-05', 'filled', {}],
      ['审核意见', '', 'empty', { place: { row: 3, column: 2 } }],
      ['批准人', '', 'unreadable', {}],
      ['批准日期', '', 'empty', {}],
    ]);
  });

  it('keeps what is hidden apart, counts comments and pictures, reads texts that float', () => {
    const parts = readBytes(
      workbookFile({
        sheets: [
          {
            name: '台账',
            rows: [
              ['姓名', '身份证号', '电话'],
              ['甲', '乙', '丙'],
              ['丁', '戊', '己'],
            ],
            hiddenRows: [1],
            hiddenColumns: [1],
            comments: 2,
            box: '作废',
          },
          { name: '底稿', state: 2, rows: [['一行']] },
        ],
      }),
    );
    expect(parts.blocks.map(({ rows, text, hidden }) => [rows ?? text, hidden])).toEqual([
      [
        [
          ['姓名', '电话'],
          ['丁', '己'],
        ],
        undefined,
      ],
      ['作废', undefined],
      [[['身份证号'], ['甲', '乙', '丙'], ['戊']], true],
      ['一行', true],
    ]);
    expect(parts.notes?.map(({ text }) => text)).toEqual([
      expect.stringContaining('“底稿”'),
      expect.stringContaining('“台账”里有 5 格'),
      expect.stringContaining('2 条批注'),
    ]);
  });

  const stream = workbookStream({ sheets: [{ name: 'a', rows: [['甲', '乙']] }] });
  const inFile = (bytes: Uint8Array): Uint8Array => compoundOf({ Workbook: bytes });

  it.each<[code: string, bytes: Uint8Array]>([
    ['none', inFile(stream)],
    ['file-encrypted', workbookFile({ sheets: [{ name: 'a', rows: [['甲']] }], encrypted: true })],
    ['file-empty', workbookFile({ sheets: [{ name: 'a', rows: [] }] })],
    ['file-empty', workbookFile({ sheets: [] })],
    ['file-not-office', inFile(stream.subarray(0, stream.length - 10))],
    ['file-not-office', inFile(stream.subarray(0, 30))],
    ['file-not-office', inFile(new Uint8Array(600))],
    ['file-not-office', compoundOf({ Contents: stream })],
    ['file-not-office', new TextEncoder().encode('文')],
    [
      'file-too-much',
      workbookFile({ sheets: Array.from({ length: LIMITS.sheets.sheets + 1 }, () => ({ name: 'a', rows: [] })) }),
    ],
  ])('%s %#', (code, bytes) => {
    expect(problemCode(() => readBytes(bytes))).toBe(code);
  });
});
