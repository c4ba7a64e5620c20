import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../base/problems.ts';
import { fc, problemCode } from '../../base/testing.ts';
import { LIMITS } from '../limits.ts';
import { gb18030 } from '../testing.ts';
import { readCsv } from './read.ts';
import { readRecords } from './records.ts';

const records = (text: string) => [...readRecords(text, '甲.csv')];
const read = (content: string | Uint8Array) =>
  readCsv({
    name: '甲.csv',
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    uri: '甲.csv',
    sha256: 'ab'.repeat(32),
  });

const codeOf = (content: string | Uint8Array): string => problemCode(() => read(content));

describe('readRecords', () => {
  it.each<[string, string, string[][]]>([
    [
      'commas',
      '甲,乙\r\n丙,丁\r\n',
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    ],
    [
      'semicolons',
      '甲;乙\n丙;丁',
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    ],
    [
      'tabs',
      '甲\t乙\n丙\t丁',
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    ],
    [
      'tabs between cells with commas',
      '甲,乙\t1\n丙\t2\n丁,戊\t3',
      [
        ['甲,乙', '1'],
        ['丙', '2'],
        ['丁,戊', '3'],
      ],
    ],
    ['the separator that is declared', 'sep=;\r\n甲,乙;丙\r\n', [['甲,乙', '丙']]],
    [
      'old line ends',
      '甲,乙\r丙,丁',
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
    ],
    ['empty cells', ',甲,\n', [['', '甲', '']]],
    ['blank lines as rows without cells', '甲,乙\n\n丙,丁', [['甲', '乙'], [], ['丙', '丁']]],
    [
      'quotes',
      '"甲,乙","丙""丁""","戊\r\n己"\n庚,,',
      [
        ['甲,乙', '丙"丁"', '戊\r\n己'],
        ['庚', '', ''],
      ],
    ],
    ['an empty quoted cell', '"",甲', [['', '甲']]],
    ['what follows a closing quote', '"甲"乙,丙', [['甲乙', '丙']]],
    ['a quote inside a cell', '甲"乙",丙', [['甲"乙"', '丙']]],
    ['one column', '甲\n乙', [['甲'], ['乙']]],
  ])('reads %s', (_, text, expected) => {
    expect(records(text)).toEqual(expected);
  });

  it('reads back every table, written with any separator and line end', () => {
    const cell = fc.oneof(fc.string({ unit: fc.constantFrom(...'甲乙1 ,;\t"\n') }), fc.string());
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      );
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), (rows, separator, end) => {
        const write = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = rows.map((row) => row.map(write).join(separator) + end).join('');
        expect(records(`sep=${separator}\n${text}`)).toEqual(rows);
      }),
    );
  });

  it('takes time in proportion to the text', () => {
    const texts = [
      '"'.repeat(60_000),
      '""'.repeat(30_000),
      `${'甲,'.repeat(150)}\n`.repeat(2000),
      `"${'甲\n'.repeat(30_000)}`,
    ];
    for (const text of texts) {
      try {
        records(text);
      } catch (error) {
        expect(error).toBeInstanceOf(ProblemError);
      }
    }
  });
});

describe('readCsv', () => {
  it('gives lines above the table, the table, and its boxes with row and column', () => {
    const { title, blocks, pairs } = read(
      '标准发布审批表,,,\n,,,\n编制人,王芳,编制日期,2026-01-05\n批准人,,批准日期,\n,,,\n',
    );
    expect(title).toBe('标准发布审批表');
    expect(blocks.map(({ kind, text, source }) => [kind, text, source])).toMatchObject([
      ['paragraph', '标准发布审批表', { place: { row: 1, column: 1 } }],
      ['table', '编制人\t王芳\t编制日期\t2026-01-05\n批准人\t\t批准日期\t', { place: { whole: true } }],
    ]);
    expect(blocks[1]?.rows).toEqual([
      ['编制人', '王芳', '编制日期', '2026-01-05'],
      ['批准人', '', '批准日期', ''],
    ]);
    expect(pairs.map(({ label, value, state, source }) => [label, value, state, source])).toMatchObject([
      ['编制人', '王芳', 'filled', { place: { row: 3, column: 2 } }],
      ['编制日期', '2026-01-05', 'filled', { place: { row: 3, column: 4 } }],
      ['批准人', '', 'empty', { place: { row: 4, column: 2 } }],
      ['批准日期', '', 'empty', { place: { row: 4, column: 4 } }],
    ]);
  });

  it('never takes a label whose box is empty for a line above the table', () => {
    const { pairs } = read('拟稿人,\n审核人,李建国\n');
    expect(pairs.map(({ label, state }) => [label, state])).toEqual([
      ['拟稿人', 'empty'],
      ['审核人', 'filled'],
    ]);
  });

  it('reads UTF-8 with and without its mark, UTF-16 and GB 18030', () => {
    const text = '拟稿人,王芳\n审核人,李建国';
    for (const bytes of [`\ufeff${text}`, text, gb18030(text), new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))])
      expect(read(bytes).blocks[0]?.rows).toEqual([
        ['拟稿人', '王芳'],
        ['审核人', '李建国'],
      ]);
  });

  it('makes rows of one width and leaves empty columns out', () => {
    expect(read('甲,乙,,\n丙\n,,,\n丁,,戊,\n').blocks[0]?.rows).toEqual([
      ['甲', '乙', ''],
      ['丙', '', ''],
      ['', '', ''],
      ['丁', '', '戊'],
    ]);
  });

  it('looks for boxes only in as many rows as a form has', () => {
    const rows = `${'，,1\n'.repeat(LIMITS.sheets.formRows)}批准人,周志强\n`;
    expect(read(rows).pairs).toEqual([]);
    expect(read(rows).blocks[0]?.rows).toHaveLength(LIMITS.sheets.formRows + 1);
  });

  it.each([
    ['file-empty', ',,\n,,\n'],
    ['file-not-text', Uint8Array.of(0xff, 0xff, 0x41)],
    ['file-open-quote', '甲,"乙\n丙,丁\n'],
    ['none', '甲,乙\n'.repeat(LIMITS.csv.rows)],
    ['file-too-many-lines', '甲,乙\n'.repeat(LIMITS.csv.rows + 1)],
    ['none', `甲${',乙'.repeat(LIMITS.csv.columns - 1)}`],
    ['file-too-many-columns', `甲${',乙'.repeat(LIMITS.csv.columns)}`],
    ['file-too-many-cells', `甲${',乙'.repeat(99)}\n`.repeat(LIMITS.csv.cells / 100 + 1)],
    ['none', `甲,${'乙'.repeat(LIMITS.csv.cell)}`],
    ['file-line-too-long', `甲,${'乙'.repeat(LIMITS.csv.cell + 1)}`],
  ])('%s', (code, content) => {
    expect(codeOf(content)).toBe(code);
  });

  it('gives parts or a coded problem for any text', () => {
    const piece = fc.constantFrom('甲', '"', ',', ';', '\t', '\n', '\r', '批准人', '：', 'sep=', ' ', '\u3000');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) =>
        ['none', 'file-empty', 'file-open-quote'].includes(codeOf(pieces.join(''))),
      ),
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => /^(?:none|file-)/.test(codeOf(bytes))));
  });
});
