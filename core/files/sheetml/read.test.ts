import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../base/problems.ts';
import { LIMITS } from '../limits.ts';
import { readSpreadsheetXml } from './read.ts';
import { isSpreadsheetXml } from './sniff.ts';

const book = (inner: string): Uint8Array =>
  new TextEncoder().encode(
    `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${inner}</Workbook>`,
  );
const read = (inner: string) => readSpreadsheetXml({ name: '甲.xls', bytes: book(inner), uri: '甲.xls', sha256: '' });
const cell = (type: string, value: string, more = ''): string =>
  `<Cell${more}><Data ss:Type="${type}">${value}</Data></Cell>`;
const text = (value: string, more = ''): string => cell('String', value, more);

describe('readSpreadsheetXml', () => {
  it('is told from other XML', () => {
    expect(isSpreadsheetXml(book(''))).toBe(true);
    expect(
      isSpreadsheetXml(
        new TextEncoder().encode('\ufeff<?xml version="1.0"?><a>urn:schemas-microsoft-com:office:excel</a>'),
      ),
    ).toBe(false);
  });

  it('reads values, joined and skipped cells, what is hidden', () => {
    const parts = read(`<Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style></Styles>
      <Worksheet ss:Name="一"><Table><Column ss:Index="3" ss:Hidden="1"/>
        <Row>${text('检查记录表', ' ss:MergeAcross="3"')}</Row>
        <Row ss:Index="3">${text('检查人')}${text('王芳')}${text('底')}${text('检查日期')}${cell('DateTime', '2026-03-19T00:00:00.000')}</Row>
        <Row>${text('合格率')}${cell('Number', '0.985', ' ss:StyleID="p"')}${text('批准人', ' ss:Index="4"')}<Cell ss:Formula="=RC[-1]"/></Row>
        <Row ss:Hidden="1">${cell('Boolean', '1')}</Row>
      </Table></Worksheet>
      <Worksheet ss:Name="二"><Table><Row>${cell('Error', '#N/A')}${cell('DateTime', '2026-03-19T08:30:00.000')}</Row></Table><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>`);
    expect(parts.title).toBe('检查记录表');
    expect(parts.blocks.map(({ rows, text, hidden }) => [rows ?? text, hidden])).toEqual([
      ['检查记录表', undefined],
      [
        [
          ['检查人', '王芳', '检查日期', '2026-03-19'],
          ['合格率', '98.50%', '批准人', '=RC[-1]'],
        ],
        undefined,
      ],
      [[['底'], ['TRUE']], true],
      [[['#N/A', '2026-03-19 08:30']], true],
    ]);
    expect(parts.pairs.find(({ label }) => label === '批准人')).toMatchObject({ state: 'unreadable' });
  });

  it.each([
    ['file-empty', ''],
    ['file-too-much', '<Worksheet/>'.repeat(LIMITS.sheets.sheets + 1)],
    ['file-broken-xml', '<Worksheet>'],
    ['file-too-many-columns', `<Worksheet><Table><Row>${text('a', ' ss:Index="16384"')}</Row></Table></Worksheet>`],
  ])('%s', (code, inner) => {
    let found = 'none';
    try {
      read(inner);
    } catch (error) {
      if (error instanceof ProblemError) found = error.problem.code;
    }
    expect(found).toBe(code);
  });
});
