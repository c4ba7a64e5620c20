import { describe, expect, it, vi } from 'vitest';
import { damaged, fc, fuzzRounds, problemCode } from '../../base/testing.ts';
import { fieldOf } from '../../document/model.ts';
import { BUDGETS } from '../limits.ts';
import { readDocument } from '../read.ts';
import { readOfd } from './read.ts';
import {
  contentXml,
  imageAt,
  lineAt,
  type OfdParts,
  ofdFile,
  ofdXml,
  tableAt,
  textAt,
  textCode,
  textObject,
  writtenPages,
} from './testing.ts';
import { deltasOf } from './text.ts';

// Hundreds of damaged files in one test: slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const read = (made: OfdParts | Uint8Array) =>
  readOfd({
    name: '甲.ofd',
    bytes: made instanceof Uint8Array ? made : ofdFile(made),
    uri: '甲.ofd',
    sha256: 'ab'.repeat(32),
  });
const texts = (made: OfdParts | Uint8Array) => read(made).blocks.map(({ text }) => text);
const notes = (made: OfdParts | Uint8Array) => (read(made).notes ?? []).map(({ text }) => text).join('');
const page = (...drawn: string[]): OfdParts => ({ pages: [drawn.join('')] });

const codeOf = (bytes: Uint8Array): string => problemCode(() => read(bytes));

const NOTICE = writtenPages([
  { text: '源潭镇人民政府文件', align: 'centre', size: 10 },
  { text: '源政〔2026〕21号', align: 'centre' },
  { text: '源潭镇人民政府关于开展标准化培训的通知', align: 'centre', size: 7.76 },
  '各村（社区），镇直各单位：',
  '为提高窗口人员的业务能力，规范服务行为，提升群众满意度，决定开展2026年度标准化培训。现将有关事项通知如下：',
  '一、培训对象',
  '便民服务中心全体窗口人员。',
  { text: '源潭镇人民政府', align: 'right' },
  { text: '2026年3月18日', align: 'right' },
]);

describe('text', () => {
  it('reads a 公文 as its paragraphs', () => {
    expect(texts({ pages: NOTICE })).toEqual([
      '源潭镇人民政府文件',
      '源政〔2026〕21号',
      '源潭镇人民政府关于开展标准化培训的通知',
      '各村（社区），镇直各单位：',
      '为提高窗口人员的业务能力，规范服务行为，提升群众满意度，决定开展2026年度标准化培训。现将有关事项通知如下：',
      '一、培训对象',
      '便民服务中心全体窗口人员。',
      '源潭镇人民政府',
      '2026年3月18日',
      '— 1 —',
    ]);
    expect(read({ pages: NOTICE }).blocks[4]?.source).toMatchObject({ place: { page: 1, paragraph: 5 } });
  });

  it('becomes a model with its number, title and day', async () => {
    const model = await readDocument('甲.ofd', ofdFile({ pages: NOTICE }), { uri: '甲.ofd', sha256: '' });
    expect([model.kind, model.kindWord, model.title]).toEqual([
      'official',
      '通知',
      '源潭镇人民政府关于开展标准化培训的通知',
    ]);
    expect(fieldOf(model, 'docNumber').value).toBe('源政〔2026〕21号');
    expect(fieldOf(model, 'writtenOn').value).toBe('2026-03-18');
  });

  it.each([
    ['g 3 5.64', [5.64, 5.64, 5.64]],
    ['1 g 2 5 7', [1, 5, 5, 7]],
    ['g 1000000000 5', [5, 5, 5, 5, 5]],
    ['g 2', [0, 0]],
    ['g -5 3 1', [1]],
    ['x 2', [0, 2]],
    ['1,2', [1, 2]],
  ])('reads distances as written: %s', (written, deltas) => {
    expect(deltasOf(written, 5)).toEqual(deltas);
  });

  it('knows where letters stand by their distances', () => {
    const code = (text: string, deltas: string, x = 20) =>
      textObject({}, textCode(text, { X: x, Y: 50, DeltaX: deltas }));
    expect(texts(page(code('签发人王芳', '11.28 11.28 22.56 5.64')))).toEqual(['签发人\t王芳']);
    expect(texts(page(code('标准化', 'g 2 6.1')))).toEqual(['标准化']);
    expect(texts(page(code('后面前面', '5.64 -25.64 5.64')))).toEqual(['前面 后面']);
    const down = textObject({}, textCode('签发人', { X: 20, Y: 50, DeltaY: 'g 2 6' }));
    expect(texts(page(down))).toEqual(['签发人']);
  });

  it('goes on at the place of the code before, and applies a matrix to places but its shift to no distance', () => {
    const two = textCode('甲', { X: 20, Y: 50 }) + textCode('乙', { X: 25.64 });
    expect(texts(page(textObject({}, two)))).toEqual(['甲乙']);
    const moved = textObject({ CTM: '2 0 0 2 10 20' }, textCode('放大', { X: 5, Y: 10, DeltaX: '5.64' }));
    const beside = textAt('右边', 10 + 2 * (5 + 2 * 5.64), 40, 11.28);
    expect(texts(page(moved, beside))).toEqual(['放大右边']);
  });

  it('takes objects in blocks and drawings, shows templates on every page, and leaves out what is not shown', () => {
    const drawing = ofdXml(
      'Res',
      `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="7" Width="50" Height="20"><ofd:Content>${textAt('图形里的字', 0, 6)}<ofd:CompositeObject ResourceID="7" Boundary="0 20 50 20"/></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`,
    );
    const made: OfdParts = {
      pages: [
        `<ofd:PageBlock>${textAt('块里的字', 28, 60)}</ofd:PageBlock><ofd:CompositeObject ResourceID="7" Boundary="28 80 50 20"/>`,
        textAt('第二页', 28, 60) + textObject({ Visible: 'false' }, textCode('不显示', { X: 28, Y: 90 })),
      ],
      template: textAt('源潭镇便民服务中心', 28, 20),
      common: '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>',
      raw: { 'Doc_0/DocumentRes.xml': drawing },
    };
    const blocks = read(made).blocks.map(({ kind, text }) => `${kind} ${text}`);
    expect(blocks.filter((block) => block.endsWith('图形里的字')).length).toBeLessThanOrEqual(8);
    expect(new Set(blocks)).toEqual(
      new Set(['paragraph 块里的字', 'paragraph 图形里的字', 'paragraph 第二页', 'header 源潭镇便民服务中心']),
    );
    expect(notes(made)).toContain('隐藏');
  });

  it('leaves out what is not upright', () => {
    const made = page(
      textAt('正文', 28, 60),
      textObject({ CTM: '0.7 0.7 -0.7 0.7 60 100' }, textCode('内部资料', { X: 0, Y: 0 })),
    );
    expect(texts(made)).toEqual(['正文']);
    expect(notes(made)).toContain('第1页有斜着');
  });

  it('reads paths from the root, with back-slashes and in any letter case', () => {
    const document = (base: string) =>
      ofdXml('Document', `<ofd:CommonData/><ofd:Pages><ofd:Page ID="1" BaseLoc="${base}"/></ofd:Pages>`);
    for (const base of [
      '/Doc_0/Pages/Page_0/Content.xml',
      'pages\\page_0\\content.xml',
      'Doc_0/Pages/Page_0/Content.xml',
      './Pages/../Pages/Page_0/Content.xml',
    ])
      expect(texts({ ...page(textAt('文', 28, 60)), raw: { 'Doc_0/Document.xml': document(base) } })).toEqual(['文']);
  });

  it('moves a page whose own area does not begin at its corner', () => {
    const area = '<ofd:Area><ofd:PhysicalBox>0 -297 210 297</ofd:PhysicalBox></ofd:Area>';
    const content = contentXml(textAt('文', 28, -100) + textAt('— 1 —', 98, -12), area);
    const { blocks } = read({ pages: [''], raw: { 'Doc_0/Pages/Page_0/Content.xml': content } });
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'footer']);
  });
});

describe('tables', () => {
  it('reads cells between rules, and pairs them', () => {
    const made = page(
      textAt('标准修订申请表', 75, 30, 7),
      tableAt(
        28,
        40,
        [30, 50, 30, 40],
        [
          ['标准编号', 'Q/YTBM 301—2026', '版本', 'A/1'],
          ['申请人', '王芳', '批准人', ''],
        ],
      ),
    );
    const { blocks, pairs, title } = read(made);
    expect(blocks[1]?.rows).toEqual([
      ['标准编号', 'Q/YTBM 301—2026', '版本', 'A/1'],
      ['申请人', '王芳', '批准人', ''],
    ]);
    expect(title).toBe('标准修订申请表');
    expect(pairs).toContainEqual(
      expect.objectContaining({
        label: '批准人',
        state: 'empty',
        source: expect.objectContaining({ place: { page: 1, table: 1, row: 2, cell: 4 } }),
      }),
    );
  });

  it('takes thin filled shapes for rules, many in one path, and filled areas for none', () => {
    const bar = (x: number, y: number, width: number, height: number) =>
      `M ${x} ${y} L ${x + width} ${y} L ${x + width} ${y + height} L ${x} ${y + height} C`;
    const path = (data: string) =>
      `<ofd:PathObject ID="1" Boundary="28 40 100 20" Fill="true" Stroke="false"><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
    const grid = [0, 10, 20].map((y) => bar(0, y, 100, 0.2)).concat([0, 50, 100].map((x) => bar(x, 0, 0.2, 20)));
    const text = textAt('甲', 30, 47, 4) + textAt('乙', 80, 57, 4);
    expect(read(page(path(grid.join(' ')), text)).blocks[0]?.rows).toEqual([
      ['甲', ''],
      ['', '乙'],
    ]);
    expect(read(page(path(bar(0, 0, 50, 20) + bar(50, 0, 50, 20)), text)).blocks.every(({ rows }) => !rows)).toBe(true);
  });
});

describe('what stands around the text', () => {
  it('lists what is attached, says that seals are there and not that they are genuine, and what the file says of itself', () => {
    const made: OfdParts = {
      pages: NOTICE,
      info: '<ofd:Title>别的标题</ofd:Title><ofd:Author>王芳</ofd:Author><ofd:CreationDate>2026-03-18</ofd:CreationDate>',
      more: '<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>',
      body: '<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>',
      raw: {
        'Doc_0/Attachs/Attachments.xml': ofdXml(
          'Attachments',
          '<ofd:Attachment ID="1" Name="培训计划表" Format="xlsx"><ofd:FileLoc>计划.xlsx</ofd:FileLoc></ofd:Attachment><ofd:Attachment ID="2" Visible="false"><ofd:FileLoc>a.xml</ofd:FileLoc></ofd:Attachment>',
        ),
        'Doc_0/Signs/Signatures.xml': ofdXml(
          'Signatures',
          '<ofd:Signature ID="1" Type="Seal" BaseLoc="Sign_0/Signature.xml"/>',
        ),
      },
    };
    const { attachments, title } = read(made);
    expect(attachments).toMatchObject([{ name: '培训计划表.xlsx', how: 'attached' }]);
    expect(title).toBe('源潭镇人民政府关于开展标准化培训的通知');
    expect(notes(made)).toMatch(/1 个电子印章或签名，没有验证真伪.*培训计划表\.xlsx.*创建者“王芳”（2026-03-18）/);
  });

  it('lists no fewer attached files than the text names: the others may lie beside it', () => {
    const made: OfdParts = {
      pages: writtenPages(['附件：1.培训计划表', '2.人员名单']),
      more: '<ofd:Attachments>Attachments.xml</ofd:Attachments>',
      raw: { 'Doc_0/Attachments.xml': ofdXml('Attachments', '<ofd:Attachment ID="1" Name="a.xml"/>') },
    };
    expect(read(made).attachments).toEqual([]);
  });

  it('gives notes on the text as such, with their page', () => {
    const annotation = (type: string, remark: string) =>
      `<ofd:Annot ID="1" Type="${type}"><ofd:Remark>${remark}</ofd:Remark></ofd:Annot>`;
    const { blocks } = read({
      pages: ['', textAt('正文', 28, 60)],
      more: '<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>',
      raw: {
        'Doc_0/Annots/Annotations.xml': ofdXml(
          'Annotations',
          '<ofd:Page PageID="11"><ofd:FileLoc>Page_1/Annotation.xml</ofd:FileLoc></ofd:Page>',
        ),
        'Doc_0/Annots/Page_1/Annotation.xml': ofdXml(
          'PageAnnot',
          annotation('Watermark', '内部') + annotation('Highlight', '此处请改'),
        ),
      },
    });
    expect(blocks.slice(1)).toMatchObject([
      { kind: 'note', text: '此处请改', region: 'form', source: { place: { page: 2, comment: 1 } } },
    ]);
  });

  it('reads every document of the file and says how many there are', () => {
    const body = '<ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>';
    const made: OfdParts = { ...page(textAt('文', 28, 60)), raw: { 'OFD.xml': ofdXml('OFD', body.repeat(2)) } };
    expect(read(made).blocks.map(({ source }) => source.from === 'file' && source.place.page)).toEqual([1, 2]);
    expect(notes(made)).toContain('2 份文档');
  });

  it('tells pages that are pictures, that no font explains, and that are damaged, each with its number', () => {
    const made: OfdParts = {
      pages: [textAt('文', 28, 60), imageAt(0, 0, 210, 297), textAt('\ue001\ue002', 28, 60), '', ''],
      raw: { 'Doc_0/Pages/Page_4/Content.xml': '<ofd:Page' },
    };
    const { notes: told, unreadable } = read(made);
    expect(told?.map(({ problem }) => problem?.code).filter(Boolean)).toEqual([
      'page-picture',
      'page-garbled',
      'page-broken',
    ]);
    expect(unreadable?.map(({ source }) => source.from === 'file' && source.place.page)).toEqual([2, 3, 5]);
  });

  it('says of a page that stands across that it was not read, and of a file with drawings alone that there is no text', () => {
    const across = textObject({ CTM: '0 1 -1 0 100 20' }, textCode('横放的文字'.repeat(8), { X: 0, Y: 0 }));
    const made: OfdParts = { pages: [across, textAt('文', 28, 60)] };
    expect(read(made).notes?.map(({ problem }) => problem?.code)).toContain('page-turned');
    expect(read(page(lineAt(10, 10, 90, 10))).notes?.[0]?.problem?.code).toBe('no-text');
  });

  it('takes marks of lists in a font of their own for no garbled text', () => {
    expect(texts(page(textAt('\uf06c 培训对象和时间', 28, 60)))).toHaveLength(1);
  });

  it('says that a template is missing, and calls nothing absent then', () => {
    const before = '<ofd:Template TemplateID="5"/>';
    const made: OfdParts = {
      pages: [''],
      raw: { 'Doc_0/Pages/Page_0/Content.xml': contentXml(textAt('文', 28, 60), before) },
    };
    expect(notes(made)).toContain('少了 1 个部分');
    expect(read(made).unreadable).toMatchObject([{ what: 'body' }]);
  });

  it('says of a scan that there is no text', () => {
    const { notes: told, unreadable } = read(page(imageAt(0, 0, 210, 297)));
    expect(told?.[0]?.problem?.code).toBe('no-text');
    expect(unreadable).toMatchObject([{ what: 'anything' }]);
  });
});

describe('hostile files', () => {
  const list = (count: number) =>
    Array.from({ length: count }, () => '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>').join('');
  it.each<[string, Uint8Array]>([
    ['file-empty', ofdFile({ pages: [''] })],
    ['file-empty', ofdFile({ pages: [] })],
    ['file-not-ofd', new TextEncoder().encode('不是压缩包')],
    ['file-not-ofd', ofdFile({ pages: [], raw: { 'OFD.xml': '<OFD/>' } })],
    ['file-broken-ofd', ofdFile({ pages: [], raw: { 'OFD.xml': '<ofd:OFD' } })],
    ['file-broken-ofd', ofdFile({ pages: [], raw: { 'Doc_0/Document.xml': '<a/>' } })],
    [
      'file-external-entity',
      ofdFile({ ...page('文'), raw: { 'Doc_0/Pages/Page_0/Content.xml': '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>' } }),
    ],
    [
      'file-too-much',
      ofdFile({
        ...page(textAt('文', 28, 60)),
        raw: { 'Doc_0/Document.xml': ofdXml('Document', `<ofd:Pages>${list(BUDGETS.pages.most + 1)}</ofd:Pages>`) },
      }),
    ],
    [
      'none',
      ofdFile({
        ...page(textAt('文', 28, 60)),
        template: '<ofd:Template TemplateID="2"/>',
        raw: {
          'Doc_0/Document.xml': ofdXml(
            'Document',
            `<ofd:CommonData><ofd:TemplatePage ID="2" BaseLoc="Pages/Page_0/Content.xml"/></ofd:CommonData><ofd:Pages>${list(3)}</ofd:Pages>`,
          ),
        },
      }),
    ],
    [
      'none',
      ofdFile({
        ...page(textAt('文', 28, 60)),
        template: '',
        raw: { 'Doc_0/Document.xml': ofdXml('Document', `<ofd:Pages>${list(1)}</ofd:Pages>`) },
      }),
    ],
  ])('%s', (code, bytes) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it('never reaches for a part outside the package', () => {
    const document = ofdXml('Document', '<ofd:Pages><ofd:Page ID="1" BaseLoc="../../../../etc/hostname"/></ofd:Pages>');
    expect(read({ ...page('文'), raw: { 'Doc_0/Document.xml': document } }).notes?.[0]?.problem?.code).toBe(
      'page-broken',
    );
  });

  it('draws nothing without end: drawings in drawings, absurd distances, paths without number', () => {
    const nested = `<ofd:CompositeObject ResourceID="7"/>`.repeat(40);
    const unit = ofdXml(
      'Res',
      `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="7"><ofd:Content>${nested}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`,
    );
    const made = { pages: [nested], common: '<ofd:PublicRes>r.xml</ofd:PublicRes>', raw: { 'Doc_0/r.xml': unit } };
    expect(codeOf(ofdFile(made))).toBe('file-too-much');
    expect(
      texts(page(textObject({}, textCode('文字', { X: 1e300, Y: 50, DeltaX: 'g 1000000000 1e300' })))),
    ).toHaveLength(1);
    const data = `M 0 0 ${'L 1 0 L 1 1 '.repeat(200_000)}`;
    const path = `<ofd:PathObject ID="1" Boundary="0 0 9 9"><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
    expect(texts(page(path, textAt('文', 28, 60)))).toEqual(['文']);
    expect(texts(page(lineAt(0, 0, 1e308, 1e308).repeat(3), textAt('文', 28, 60)))).toEqual(['文']);
  });

  it('gives parts or a coded problem for every damaged file', () => {
    const whole = ofdFile({
      pages: [...NOTICE, tableAt(28, 40, [30, 50], [['申请人', '王芳']])],
      template: textAt('页眉', 28, 20),
      info: '<ofd:Title>题</ofd:Title>',
    });
    fc.assert(
      fc.property(damaged(whole), (bytes) => {
        expect(codeOf(bytes)).toMatch(/^(?:none|file-)/);
      }),
      { numRuns: fuzzRounds(), seed: 7 },
    );
  });

  it('gives parts or a coded problem for every odd page', () => {
    const piece = fc.constantFrom(
      '<ofd:TextObject Size="5" Boundary="1 2 3 4">',
      '<ofd:TextObject Size="-5" CTM="0 0 0 0 0 0">',
      '<ofd:TextObject Size="1e999" CTM="1 x">',
      '<ofd:TextCode X="1" Y="2" DeltaX="g 99999999999 1">',
      '<ofd:TextCode DeltaY="g g g">',
      '<ofd:TextCode>',
      '</ofd:TextCode>',
      '</ofd:TextObject>',
      '<ofd:PathObject Fill="true"><ofd:AbbreviatedData>',
      '</ofd:AbbreviatedData></ofd:PathObject>',
      'M 0 0 L 1e400 5 C C Q 1 2 3 4 B',
      '<ofd:PageBlock>',
      '</ofd:PageBlock>',
      '<ofd:ImageObject/>',
      '<ofd:CompositeObject ResourceID="1"/>',
      '文',
      '\u{1F600}e\u0301',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(codeOf(ofdFile({ pages: [textAt('文', 1, 2), pieces.join('')] }))).toBe('none');
      }),
      { numRuns: fuzzRounds(), seed: 7 },
    );
  });
});
