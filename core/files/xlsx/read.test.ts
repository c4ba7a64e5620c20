import { describe, expect, it } from 'vitest';
import { problemCode } from '../../base/testing.ts';
import { BUDGETS, LIMITS } from '../limits.ts';
import { zipOf } from '../testing.ts';
import { readXlsx } from './read.ts';
import { type CellSketch, merged, row, type SheetParts, type WorkbookParts, workbookFile } from './testing.ts';

const readBytes = (bytes: Uint8Array) => readXlsx({ name: '甲.xlsx', bytes, uri: '甲.xlsx', sha256: '' });
const read = (sheet: Omit<SheetParts, 'name'> | SheetParts, more: Partial<WorkbookParts> = {}) =>
  readBytes(workbookFile({ sheets: [{ name: 'Sheet1', ...sheet }], ...more }));
const rows = (...lines: CellSketch[][]): string => lines.map((cells, index) => row(index + 1, cells)).join('');
const tablesOf = ({ blocks }: ReturnType<typeof read>) => blocks.flatMap((block) => block.rows ?? []);

describe('readXlsx', () => {
  it('finds the heading of a list below its title, flattens its two rows, and takes what stands below for lines', () => {
    const parts = read({
      rows: rows(
        ['标准实施情况统计表'],
        ['单位：源潭镇便民服务中心', null, null, '日期：2026年3月'],
        ['序号', '标准名称', '数量', null, '备注'],
        [null, null, '现有', '应有'],
        [1, '窗口服务规范', 3, 4],
        [2, '一次性告知规范', 1, 1],
        ['合计', null, 4, 5],
        ['注：数量以季度末为准。'],
        ['填表人：王芳', null, null, '审核人：李建国'],
      ),
      after: merged('A1:E1', 'A3:A4', 'B3:B4', 'C3:D3', 'E3:E4'),
    });
    expect(parts.title).toBe('标准实施情况统计表');
    expect(parts.blocks.map(({ kind, text, rows, source }) => [kind, rows ?? text, source])).toMatchObject([
      ['paragraph', '标准实施情况统计表', { place: { sheet: 1, row: 1, column: 1 } }],
      ['paragraph', '单位：源潭镇便民服务中心　日期：2026年3月', { place: { sheet: 1, row: 2 } }],
      [
        'table',
        [
          ['序号', '标准名称', '数量/现有', '数量/应有', '备注'],
          ['1', '窗口服务规范', '3', '4', ''],
          ['2', '一次性告知规范', '1', '1', ''],
          ['合计', '', '4', '5', ''],
        ],
        { place: { sheet: 1 } },
      ],
      ['paragraph', '注：数量以季度末为准。', { place: { row: 8 } }],
      ['paragraph', '填表人：王芳　审核人：李建国', { place: { row: 9 } }],
    ]);
  });

  it('names columns under a joined title by what says most', () => {
    const list = rows(
      ['序号', '标准', null, '发放', null, '回收', null],
      [null, '标准号', '标准名称', '份数', '日期', '份数', '日期'],
      [1, 'Q/YTBM 201—2026', '窗口服务规范', 2, '2026-02-01', 2, '2026-03-01'],
    );
    const parts = read({ rows: list, after: merged('A1:A2', 'B1:C1', 'D1:E1', 'F1:G1') });
    expect(tablesOf(parts)[0]).toEqual(['序号', '标准号', '标准名称', '发放份数', '发放日期', '回收份数', '回收日期']);
  });

  it('reads the boxes of a form with what joined cells cover', () => {
    const { pairs } = read({
      rows: rows(
        ['标准发布审批表'],
        ['标准名称', '窗口服务规范', null, null],
        ['编制人', '王芳', '编制日期', '2026-01-05'],
        ['审核意见', null, null, null],
        ['批准人', null, '批准日期', null],
      ),
      after: merged('A1:D1', 'B2:D2', 'B4:D4'),
    });
    expect(pairs.map(({ label, value, state, source }) => [label, value, state, source])).toMatchObject([
      ['标准名称', '窗口服务规范', 'filled', { place: { sheet: 1, row: 2, column: 2 } }],
      ['编制人', '王芳', 'filled', { place: { sheet: 1, row: 3, column: 2 } }],
      ['编制日期', '2026-01-05', 'filled', { place: { row: 3, column: 4 } }],
      ['审核意见', '', 'empty', { place: { row: 4, column: 2 } }],
      ['批准人', '', 'empty', { place: { row: 5, column: 2 } }],
      ['批准日期', '', 'empty', { place: { row: 5, column: 4 } }],
    ]);
  });

  it('takes a form and the list below it, and two lists between which a row is empty, apart', () => {
    const parts = read({
      rows: rows(
        ['标准宣贯培训签到表'],
        ['培训主题', '窗口服务规范', '培训时间', '2026年3月26日'],
        ['培训地点', '三楼会议室', '主讲人', '李建国'],
        ['序号', '姓名', '部门', '签名'],
        [1, '陈思远', '民政窗口'],
        [],
        ['未到人员'],
        ['序号', '姓名', '原因'],
        [1, '孙立新', '病假'],
      ),
    });
    expect(parts.blocks.map(({ rows, text }) => rows?.[0] ?? text)).toEqual([
      '标准宣贯培训签到表',
      ['培训主题', '窗口服务规范', '培训时间', '2026年3月26日'],
      ['序号', '姓名', '部门', '签名'],
      '未到人员',
      ['序号', '姓名', '原因'],
    ]);
    expect(parts.pairs.map(({ label }) => label)).toContain('培训主题');
  });

  it('takes no row of a list for the document itself, but for the versions of it', () => {
    const register = rows(
      ['标准体系明细表'],
      ['类别', '标准号', '标准名称', '实施日期'],
      ['通用', 'Q/YTBM 101—2026', '标准化工作管理规范', '2026-02-01'],
      [],
      ['类别', '标准号', '标准名称', '实施日期'],
      ['保障', 'Q/YTBM 301—2026', '设施管理规范', '2026-02-01'],
    );
    const parts = read({ rows: register });
    expect(parts.pairs).toEqual([]);
    expect(tablesOf(parts).map(([first]) => first)).toEqual(['类别', '通用', '', '类别', '保障']);
    const versions = rows(
      ['版本', '修订日期', '修订内容', '编制人', '审核人', '批准人'],
      ['A/0', '2026-01-05', '首次发布', '王芳', '李建国', '周志强'],
      [],
      ['序号', '修改内容'],
      [1, '首次发布'],
    );
    expect(read({ rows: versions }).pairs.map(({ label }) => label)).toContain('批准人');
  });

  it('gives the labels that stand last in a form their empty boxes', () => {
    const form = rows(['培训签到表'], ['培训内容', null, '培训地点'], ['培训时间', null, '主讲人']);
    expect(read({ rows: form }).pairs.map(({ label, state }) => [label, state])).toEqual([
      ['培训内容', 'empty'],
      ['培训地点', 'empty'],
      ['培训时间', 'empty'],
      ['主讲人', 'empty'],
    ]);
  });

  it('flattens a heading of three rows', () => {
    const parts = read({
      rows: rows(
        ['窗口', '办件情况', null, null, null, '满意度'],
        [null, '即办件', null, '承诺件', null],
        [null, '受理', '办结', '受理', '办结'],
        ['民政', 1, 1, 2, 2, '100%'],
      ),
      after: merged('A1:A3', 'B1:E1', 'B2:C2', 'D2:E2', 'F1:F3'),
    });
    expect(tablesOf(parts)[0]).toEqual([
      '窗口',
      '办件情况/即办件/受理',
      '办件情况/即办件/办结',
      '办件情况/承诺件/受理',
      '办件情况/承诺件/办结',
      '满意度',
    ]);
  });

  it('goes on with a list behind an empty row', () => {
    const parts = read({
      rows: rows(['序号', '姓名', '部门'], [1, '陈思远', '民政窗口'], [], [2, '赵雅琴', '社保窗口']),
    });
    expect(tablesOf(parts)).toEqual([
      ['序号', '姓名', '部门'],
      ['1', '陈思远', '民政窗口'],
      ['', '', ''],
      ['2', '赵雅琴', '社保窗口'],
    ]);
  });

  it('says of a list whose cells cover none that it is plain, the name of a group left out of account', () => {
    const list = rows(['序号', '类别', '名称'], ['一、基础标准'], [1, '通用', '甲规范'], [2, null, '乙规范']);
    expect(read({ rows: list, after: merged('A2:C2') }).blocks[0]?.plain).toBe(true);
    expect(read({ rows: list, after: merged('A2:C2', 'B3:B4') }).blocks[0]?.plain).toBeUndefined();
  });

  it('reads values as they are shown', () => {
    const cells: [CellSketch, string][] = [
      [{ xml: '<c t="s"><v>0</v></c>' }, '富文本'],
      [{ xml: '<c t="s"><v>1</v></c>' }, '一行\n二行\n三行'],
      [{ xml: '<c t="s"><v>9</v></c>' }, ''],
      ['330782199001011234', '330782199001011234'],
      [[46_100, 1], '2026-03-19'],
      [[0.5, 2], '50%'],
      [[7, 3], '007'],
      [0.1 + 0.2, '0.3'],
      ['2026年3月', '2026年3月'],
      [{ xml: '<c t="b"><v>1</v></c>' }, 'TRUE'],
      [{ xml: '<c t="e"><v>#N/A</v></c>' }, '#N/A'],
      [{ xml: '<c><f>A1+1</f><v>12</v></c>' }, '12'],
      [{ xml: '<c t="str"><f>A1</f><v>办结</v></c>' }, '办结'],
      [{ xml: '<c t="str"><f>A1</f><v></v></c>' }, ''],
      [{ xml: '<c t="d"><v>2026-03-19T00:00:00</v></c>' }, '2026-03-19'],
      ['末', '末'],
    ];
    const parts = read(
      { rows: rows(cells.map(([cell]) => cell)) },
      {
        formats: ['yyyy"年"m"月"d"日"', '0%', '000'],
        strings: [
          '<r><t>富</t></r><r><t>文本</t></r><rPh sb="0" eb="1"><t>ふ</t></rPh>',
          '<t>一行_x000D_\n二行_x000D_三行</t>',
        ],
      },
    );
    expect(tablesOf(parts)).toEqual([cells.map(([, text]) => text)]);
    expect(parts.notes).toEqual([]);
  });

  it('counts days from 1904 where the file does', () => {
    const sheets = [{ name: 'a', rows: rows([[44_638, 1], '文']) }];
    const parts = readBytes(workbookFile({ sheets, formats: ['yyyy-mm-dd'], from1904: true }));
    expect(tablesOf(parts)).toEqual([['2026-03-19', '文']]);
  });

  it('never takes a formula that nobody has worked out for an empty box', () => {
    const parts = read({ rows: rows(['批准人', { xml: '<c><f>B9</f></c>' }], ['审核人', '李建国']) });
    expect(parts.pairs.map(({ label, value, state }) => [label, value, state])).toEqual([
      ['批准人', '', 'unreadable'],
      ['审核人', '李建国', 'filled'],
    ]);
    expect(tablesOf(parts)[0]).toEqual(['批准人', '=B9']);
    expect(parts.notes).toMatchObject([
      { kind: 'incomplete', text: expect.stringContaining('有 1 格是公式还没算过，没读到') },
    ]);
  });

  it('keeps what is hidden apart and says so', () => {
    const parts = readBytes(
      workbookFile({
        sheets: [
          {
            name: '台账',
            before: '<cols><col min="2" max="2" hidden="1" width="0"/></cols>',
            rows: `${row(1, ['姓名', '身份证号', '电话'])}${row(2, ['甲', '乙', '丙'], 'hidden="1"')}${row(3, ['丁', '戊', '己'])}`,
          },
          { name: '底稿', state: 'hidden', rows: rows(['批准人', '王芳'], ['审核人', '李建国']) },
          { name: '极密', state: 'veryHidden', rows: rows(['一行']) },
        ],
      }),
    );
    const shown = parts.blocks.filter(({ hidden }) => !hidden);
    expect(shown.map(({ rows }) => rows)).toEqual([
      [
        ['姓名', '电话'],
        ['丁', '己'],
      ],
    ]);
    expect(parts.blocks.filter(({ hidden }) => hidden).map(({ rows, text }) => rows ?? text)).toEqual([
      [['身份证号'], ['甲', '乙', '丙'], ['戊']],
      [
        ['批准人', '王芳'],
        ['审核人', '李建国'],
      ],
      '一行',
    ]);
    expect(parts.pairs.every(({ hidden }) => hidden)).toBe(true);
    expect(parts.notes?.map(({ text }) => text)).toEqual([
      '有 2 张工作表隐藏了：“底稿”、“极密”。里面写的没有当作看得到的内容。',
      '工作表“台账”里有 5 格在隐藏的行或列里，没有当作看得到的内容。',
    ]);
  });

  it('shows a joined cell that begins in a hidden row or column', () => {
    const parts = read({
      before: '<cols><col min="1" max="1" hidden="1"/></cols>',
      rows: rows(['培训记录表'], [null, '主题', '规范'], [null, '地点', '会议室']),
      after: merged('A1:C1'),
    });
    expect(parts.blocks.map(({ rows, text, hidden }) => [rows ?? text, hidden])).toEqual([
      ['培训记录表', undefined],
      [
        [
          ['主题', '规范'],
          ['地点', '会议室'],
        ],
        undefined,
      ],
    ]);
  });

  it('takes a picture on a cell for its signature, counts it, and reads texts that float', () => {
    const from = (column: number, line: number) =>
      `<xdr:from><xdr:col>${column}</xdr:col><xdr:row>${line}</xdr:row></xdr:from>`;
    const parts = read({
      rows: rows(
        ['批准人', null],
        ['审核人', { xml: '<c><f>_xlfn.DISPIMG("ID_1",1)</f><v>0</v></c>' }],
        ['编制人', '王芳'],
      ),
      drawing: `<xdr:twoCellAnchor>${from(1, 0)}<xdr:pic><xdr:blipFill/></xdr:pic></xdr:twoCellAnchor><xdr:oneCellAnchor>${from(4, 8)}<xdr:sp><xdr:txBody><a:p><a:r><a:t>作</a:t></a:r><a:r><a:t>废</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:oneCellAnchor>`,
      comments: '<comment ref="A1"><text><t>批</t></text></comment><comment ref="A2"/>',
    });
    expect(parts.pairs.map(({ label, state, box }) => [label, state, box])).toEqual([
      ['批准人', 'unreadable', 'picture'],
      ['审核人', 'unreadable', 'picture'],
      ['编制人', 'filled', 'cell'],
    ]);
    expect(parts.blocks.at(-1)).toMatchObject({ text: '作废', source: { place: { sheet: 1, box: 1 } } });
    expect(parts.notes?.map(({ text }) => text)).toEqual([
      expect.stringContaining('2 条批注'),
      expect.stringContaining('1 张图片'),
    ]);
  });

  it('reads cells in whatever order, the first of two of one place, and those that do not say where they stand', () => {
    const parts = read({
      rows: `${row(3, ['丙', '己'])}${row(1, ['甲', '丁'])}${row(1, ['再', '来'])}<row><c t="inlineStr"><is><t>乙</t></is></c><c t="inlineStr"><is><t>戊</t></is></c></row>`,
    });
    expect(tablesOf(parts)).toEqual([
      ['甲', '丁'],
      ['乙', '戊'],
      ['丙', '己'],
    ]);
  });

  it('reads both families of addresses', () => {
    const strict = (xml: string): string =>
      xml
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        );
    const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows(['甲', '乙'])}</sheetData></worksheet>`;
    const book =
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rS1"/></sheets></workbook>';
    const raw = { 'xl/worksheets/sheet1.xml': strict(sheet), 'xl/workbook.xml': strict(book) };
    expect(tablesOf(read({ rows: '' }, { raw }))).toEqual([['甲', '乙']]);
  });
});

describe('workbooks made to take long', () => {
  const far = (xml: Partial<SheetParts>) => read({ rows: '', ...xml });

  it('makes nothing of what a sheet only claims to hold', () => {
    const before = process.memoryUsage().heapUsed;
    const parts = far({
      before: '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols>',
      rows: `${row(1, ['甲', '乙'])}<row r="1048576"><c r="A1048576"><v>1</v></c><c r="XFD1048576"/></row>`,
      after: merged('A1:XFD1048576', 'C3:XFD1048576'),
    });
    expect(tablesOf(parts)).toEqual([
      ['甲', '乙'],
      ['1', ''],
    ]);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50_000_000);
  });

  it.each<[code: string, parts: () => unknown]>([
    ['file-too-many-columns', () => far({ rows: '<row r="1"><c r="XFD1"><v>1</v></c></row>' })],
    ['file-empty', () => far({})],
    ['file-empty', () => far({ rows: '<row r="1"><c r="A1" s="1"/></row>' })],
    [
      'none',
      () =>
        far({
          rows: rows([
            { xml: '<c><f t="shared" si="0">B1</f><v>1</v></c>' },
            { xml: '<c><f t="shared" si="0"/><v>2</v></c>' },
          ]),
        }),
    ],
    ['file-broken-xml', () => far({ rows: '<row r="1"><c' })],
    [
      'file-external-entity',
      () => read({ rows: '' }, { raw: { 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY l "ll">]><a>&l;</a>' } }),
    ],
    ['file-not-xlsx', () => read({ rows: '' }, { raw: { 'xl/worksheets/sheet1.xml': '<a/>' } })],
    ['file-not-xlsx', () => read({ rows: '' }, { raw: { 'xl/workbook.xml': '<a/>' } })],
    ['file-not-xlsx', () => readBytes(zipOf([{ path: 'xl/workbook.xml', content: '' }]))],
    ['file-not-xlsx', () => readBytes(new TextEncoder().encode('PK 文'))],
    [
      'file-not-xlsx',
      () =>
        readBytes(
          zipOf([
            {
              path: '_rels/.rels',
              content:
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.bin"/></Relationships>',
            },
            { path: 'xl/workbook.bin', content: '\u0083\u0001' },
          ]),
        ),
    ],
    ['file-bomb', () => read({ rows: '' }, { raw: { 'xl/sharedStrings.xml': new Uint8Array(40_000_000) } })],
    [
      'file-too-much',
      () =>
        readBytes(
          workbookFile({ sheets: Array.from({ length: LIMITS.sheets.sheets + 1 }, () => ({ name: 'a', rows: '' })) }),
        ),
    ],
    [
      'file-too-much',
      () =>
        read(
          { rows: '' },
          { strings: Array.from({ length: BUDGETS.strings.most + 1 }, (_, index) => `<t>${index}</t>`) },
        ),
    ],
    // One long string in very many cells.
    [
      'file-too-much',
      () =>
        read(
          {
            rows: Array.from({ length: 200 }, (_, line) => row(line + 1, [{ xml: '<c t="s"><v>0</v></c>' }])).join(''),
          },
          { strings: [`<t>${'文'.repeat(30_000)}</t>`] },
        ),
    ],
    [
      'file-too-many-lines',
      () => far({ rows: Array.from({ length: LIMITS.sheets.rows + 1 }, (_, line) => row(line + 1, [line])).join('') }),
    ],
    // Few cells that make a large rectangle.
    [
      'file-too-many-cells',
      () =>
        far({
          rows: Array.from(
            { length: 9000 },
            (_, line) => `<row r="${line + 1}"><c><v>1</v></c><c r="CV${line + 1}"><v>1</v></c></row>`,
          ).join(''),
        }),
    ],
  ])('%s %#', (code, work) => {
    expect(problemCode(work)).toBe(code);
  });

  it('is not held up by joined cells that lie over one another', () => {
    const lines = Array.from({ length: 400 }, (_, line) =>
      row(
        line + 1,
        Array.from({ length: 26 }, () => '文'),
      ),
    ).join('');
    const ranges = Array.from({ length: 400 }, (_, line) => `A${line + 1}:Z${400}`);
    const start = performance.now();
    far({ rows: lines, after: merged(...ranges) });
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
