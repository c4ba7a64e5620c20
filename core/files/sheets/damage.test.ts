import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../base/problems.ts';
import { damaged, fc, fuzzRounds } from '../../base/testing.ts';
import { assemble } from '../../document/assemble.ts';
import { readCsv } from '../csv/read.ts';
import type { FileInput, FileParts } from '../parser.ts';
import { readSpreadsheetXml } from '../sheetml/read.ts';
import { compoundOf } from '../testing.ts';
import { readXls } from '../xls/read.ts';
import { biffRecord, workbookFile as oldWorkbook, workbookStream } from '../xls/testing.ts';
import { readXlsx } from '../xlsx/read.ts';
import { merged, row, workbookFile } from '../xlsx/testing.ts';

/** Damaged files of sheets: each is read, or ends with a sentence. */

vi.setConfig({ testTimeout: 120_000 });
const ROUNDS = fuzzRounds();

type Reader = (file: FileInput) => FileParts;

/** The problem that a file ends with; 'none' for one that is read. Anything else that is thrown fails the test. */
function outcomeOf(read: Reader, bytes: Uint8Array): string {
  try {
    const parts = read({ name: '甲', bytes, uri: '甲', sha256: '' });
    assemble({ uri: '甲', sha256: '', from: 'file', reader: { id: 'a', name: 'a' }, ...parts });
    return 'none';
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
}

/** A text in which pieces are put in the place of others: XML stays XML, and says odd things. */
function garbled(text: string, pieces: readonly string[]): fc.Arbitrary<string> {
  const places = [...text.matchAll(/"[^"<>]*"|(?<=>)[^<>]+(?=<)|<\/?[\w:]+/g)].map(
    (match) => [match.index, match[0]] as const,
  );
  const change = fc.tuple(fc.nat(places.length - 1), fc.constantFrom(...pieces));
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => {
    let shown = text;
    for (const [index, piece] of changes.toSorted(([left], [right]) => right - left)) {
      const [at, old] = places[index] ?? [0, ''];
      if (!shown.startsWith(old, at)) continue;
      shown =
        shown.slice(0, at) +
        (old.startsWith('"') ? `"${piece}"` : old.startsWith('<') ? old : piece) +
        shown.slice(at + old.length);
    }
    return shown;
  });
}

const ODD = [
  '0',
  '-1',
  '1',
  '2',
  'A1',
  'XFD1048576',
  'A1:XFD1048576',
  'B2:A1',
  '1048577',
  '1e9',
  '1e400',
  'NaN',
  's',
  'str',
  'n',
  'd',
  'b',
  'e',
  'inlineStr',
  'hidden',
  'true',
  '文',
  '',
  '99999999999999999999',
  'yyyy',
  '0.00;',
  '[h]',
  ';;;',
  '#,##0,,',
  '../../a',
  'rS1',
  'R1C1',
  'Number',
  'DateTime',
];

const lines = [
  ['标准发布审批表'],
  ['编制人', '王芳', '编制日期', '2026-01-05'],
  ['序号', '名称', '数量', '日期'],
  ['1', '甲', '3', ''],
  ['2', '乙', '4', ''],
];
const sheetXml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><cols><col min="2" max="2" hidden="1" width="0"/></cols><sheetData>${lines.map((cells, index) => row(index + 1, cells, index === 3 ? 'hidden="1"' : '')).join('')}${row(9, [[46_100, 1], { xml: '<c t="s"><v>0</v></c>' }, { xml: '<c><f>A1</f></c>' }, 5])}</sheetData>${merged('A1:D1', 'A3:A4')}<drawing r:id="rD"/></worksheet>`;
const stylesXml =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="200" formatCode="yyyy-mm-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>';
const drawing =
  '<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>2</xdr:row></xdr:from><xdr:pic/></xdr:twoCellAnchor>';
const withParts = (raw: Record<string, string>): Uint8Array =>
  workbookFile({
    sheets: [
      { name: '一', rows: '', drawing },
      { name: '二', rows: row(1, ['甲', '乙']), state: 'hidden' },
    ],
    strings: ['<t>共享</t>'],
    raw,
  });
const whole = withParts({ 'xl/worksheets/sheet1.xml': sheetXml, 'xl/styles.xml': stylesXml });

const old = {
  sheets: [
    {
      name: '一',
      rows: [...lines, [[46_100, 1] as const, { formula: '文' }, { picture: true as const }, { error: 7 }]],
      merged: [[0, 0, 0, 3] as const],
      hiddenRows: [3],
      hiddenColumns: [2],
      box: '字',
      comments: 1,
    },
    { name: '二', state: 1 as const, rows: [['甲', '乙']] },
  ],
  formats: ['yyyy-mm-dd'],
  stringsIn: 60,
};
const stream = workbookStream(old);

const spreadsheet = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style></Styles><Worksheet ss:Name="一"><Table><Column ss:Index="3" ss:Hidden="1" ss:Span="2"/>${lines.map((cells) => `<Row ss:Index="1">${cells.map((text) => `<Cell ss:MergeAcross="0" ss:StyleID="p"><Data ss:Type="String">${text}</Data></Cell>`).join('')}</Row>`).join('')}<Row><Cell ss:Formula="a"/><Cell ss:Index="2"><Data ss:Type="Number">3</Data></Cell></Row></Table></Worksheet></Workbook>`;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('damaged sheets', () => {
  it.each<[name: string, read: Reader, file: fc.Arbitrary<Uint8Array>, reached: number]>([
    ['bytes of .xlsx', readXlsx, damaged(whole), 0],
    [
      'XML of a sheet',
      readXlsx,
      garbled(sheetXml, ODD).map((xml) => withParts({ 'xl/worksheets/sheet1.xml': xml, 'xl/styles.xml': stylesXml })),
      0.5,
    ],
    [
      'styles',
      readXlsx,
      garbled(stylesXml, ODD).map((xml) => withParts({ 'xl/worksheets/sheet1.xml': sheetXml, 'xl/styles.xml': xml })),
      0.5,
    ],
    ['bytes of .xls', readXls, damaged(oldWorkbook(old)), 0],
    ['records', readXls, damaged(stream).map((bytes) => compoundOf({ Workbook: bytes })), 0],
    [
      'odd records',
      readXls,
      fc
        .array(
          fc.tuple(
            fc.constantFrom(
              0x06,
              0x1c,
              0x5d,
              0x7d,
              0xbd,
              0xd6,
              0xe5,
              0xec,
              0xfd,
              0x1b6,
              0x203,
              0x204,
              0x205,
              0x207,
              0x208,
              0x27e,
              0x3c,
              0x809,
              0x0a,
            ),
            fc.uint8Array({ maxLength: 40 }),
          ),
          { maxLength: 12 },
        )
        .map((records) => {
          const end = Buffer.concat(records.map(([type, data]) => biffRecord(type, data)));
          const at = stream.length - 4;
          return compoundOf({
            Workbook: new Uint8Array(Buffer.concat([stream.subarray(0, at), end, stream.subarray(at)])),
          });
        }),
      0.02,
    ],
    ['a workbook in one XML file', readSpreadsheetXml, garbled(spreadsheet, ODD).map(encode), 0.5],
    ['bytes of it', readSpreadsheetXml, damaged(encode(spreadsheet)), 0],
    ['a table as text', readCsv, damaged(encode(lines.map((cells) => cells.join(',')).join('\n'))), 0],
  ])('%s', (name, read, file, reached) => {
    let readable = 0;
    let count = 0;
    fc.assert(
      fc.property(file, (bytes) => {
        const outcome = outcomeOf(read, bytes);
        expect(outcome).toMatch(/^(?:none|file-)/);
        count += 1;
        if (outcome === 'none') readable += 1;
      }),
      { numRuns: name === 'styles' || name === 'XML of a sheet' ? ROUNDS / 2 : ROUNDS },
    );
    // Damage that no file survives tries nothing but the first check.
    expect(readable).toBeGreaterThanOrEqual(count * reached);
  });

  it('reads all of them when they are whole', () => {
    const sound: [Reader, Uint8Array][] = [
      [readXlsx, whole],
      [readXls, oldWorkbook(old)],
      [readSpreadsheetXml, encode(spreadsheet)],
    ];
    for (const [read, bytes] of sound) expect(outcomeOf(read, bytes)).toBe('none');
  });
});
