import { describe, expect, it } from 'vitest';
import { type Problem, ProblemError } from '../../base/problems.ts';
import { fieldOf } from '../../document/model.ts';
import { BUDGETS, LIMITS } from '../limits.ts';
import { readDocument } from '../read.ts';
import {
  infoText,
  leaning,
  PAPER,
  type PdfSketch,
  paragraphs,
  pdfFile,
  picture,
  ruling,
  table,
  text,
  unpainted,
} from './testing.ts';

const NAME = '甲.pdf';
const readBytes = (bytes: Uint8Array) => readDocument(NAME, bytes, { uri: NAME, sha256: 'ab'.repeat(32) });
const read = (sketch: PdfSketch) => readBytes(pdfFile(sketch));
const page = (...drawn: string[]): PdfSketch => ({ pages: [drawn.join('')] });
const whole = picture(0, 0, PAPER.width, PAPER.height);

async function blocks(sketch: PdfSketch): Promise<string[]> {
  return (await read(sketch)).blocks.map(({ kind, text: shown }) =>
    kind === 'paragraph' ? shown : `${kind}: ${shown}`,
  );
}

async function problemOf(bytes: Uint8Array): Promise<Problem | undefined> {
  try {
    await readBytes(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}

const FIRST = '为规范窗口服务，提高办事效率和服务质量，方便群众和企业办事，根据有关规定，结合我镇实际，制定本办法。';
const SECOND = '窗口人员应当遵照GB/T 24421.2—2023《服务业组织标准化工作指南　第2部分：标准体系构建》的规定，一次告知。';

describe('the lines of a page', () => {
  it('are joined to paragraphs: an indent begins one, a short line ends one', async () => {
    expect(await blocks(page(paragraphs([FIRST, SECOND, '一、要求', FIRST])))).toEqual([
      FIRST,
      SECOND.replace('　', ' '),
      '一、要求',
      FIRST,
    ]);
  });

  it('are read where a font is only named, by the tables of its encoding', async () => {
    const { blocks: found } = await read(page(text(100, 700, '源政〔2026〕12号 Q/YTBM 203—2026')));
    expect(found[0]?.text).toBe('源政〔2026〕12号 Q/YTBM 203—2026');
  });

  it('are put together of pieces by their place, whatever the order in which they are drawn', async () => {
    const pieces = [text(132, 700, '窗口'), text(100, 640, '二'), text(100, 700, '一、'), text(250, 700.5, '3月')];
    expect(await blocks(page(...pieces))).toEqual(['一、窗口\t3月', '二']);
  });

  it('know letters that are spread over a line as one word, and double drawing as one', async () => {
    const spread = Array.from('会议通知', (letter, index) => text(150 + 60 * index, 700, letter, 22)).join('');
    const bold = text(100, 600, '加粗') + text(100.4, 600, '加粗');
    expect(await blocks(page(spread, bold))).toEqual(['会议通知', '加粗']);
  });

  it('keep the frame of a date and the name behind a label apart', async () => {
    expect(
      await blocks(page(text(100, 700, '审核人：'), text(200, 700, '年'), text(240, 700, '月'), text(280, 700, '日'))),
    ).toEqual(['审核人：\t年 月 日']);
  });

  it('do not take in a signature, a date and the sign-off below them', async () => {
    const lines = [
      text(400, 500, '源潭镇人民政府'),
      text(400, 472, '2026年3月18日'),
      text(112, 444, '（联系人：王芳）'),
    ];
    expect(await blocks(page(paragraphs([FIRST, FIRST]), ...lines))).toEqual([
      FIRST,
      FIRST,
      '源潭镇人民政府',
      '2026年3月18日',
      '（联系人：王芳）',
    ]);
  });

  it('go on over the end of a page, around the head and the page number', async () => {
    const head = text(400, 810, 'Q/YTBM 203—2026', 10);
    const number = (n: number) => text(280, 40, `— ${n} —`, 12);
    const lines = paragraphs([FIRST, FIRST, FIRST, FIRST, SECOND + SECOND + SECOND]);
    const parts = lines.split(/(?<=ET\n)/);
    const [top, rest] = [parts.slice(0, -2), parts.slice(-2)];
    const below = rest.map((part, index) => part.replace(/(?<=1 0 0 1 \d+ )\d+/, String(740 - 28 * index)));
    expect(
      await blocks({ pages: [head + number(1) + top.join(''), head + number(2) + below.join(''), head + number(3)] }),
    ).toEqual([
      ...[FIRST, FIRST, FIRST, FIRST, (SECOND + SECOND + SECOND).replaceAll('　', ' ')],
      'header: Q/YTBM 203—2026',
      'footer: — 1 —',
    ]);
  });

  it('have their places', async () => {
    const found = await read({ pages: [paragraphs(['一段。', '二段。']), paragraphs(['三段。'])] });
    expect(found.blocks.map(({ source }) => source.from === 'file' && source.place)).toEqual([
      { page: 1, paragraph: 1 },
      { page: 1, paragraph: 2 },
      { page: 2, paragraph: 1 },
    ]);
  });

  it('leave out what stands askew, and say so', async () => {
    const { blocks: found, notes } = await read(page(paragraphs([FIRST]), leaning(200, 300, '内部资料')));
    expect(found.map(({ text: shown }) => shown)).toEqual([FIRST]);
    expect(notes.map((note) => note.text)).toEqual(['第1页有斜着或竖着的文字（可能是水印），没有当作正文。']);
  });

  it('stand upright on a page that is turned', async () => {
    const turned = `BT /F1 16 Tf 0 1 -1 0 100 100 Tm <6587> Tj ET\n`;
    expect(await blocks({ pages: [turned], page: '/Rotate 90' })).toEqual(['文']);
  });
});

describe('tables', () => {
  const FORM = table(
    80,
    700,
    [90, 160, 80, 110],
    [
      ['标准编号', 'Q/YTBM 203—2026', '版本', 'A/0'],
      ['标准名称', '一次性告知服务规范', '<', '<'],
      ['编制人', '王芳', '编制日期', '2026-01-20'],
      ['审核人', '', '审核日期', ''],
    ],
  );

  it('are told by their rulings, with spans, and give labelled values', async () => {
    const model = await read(page(text(200, 750, '标准审批表'), FORM));
    expect(model.blocks[1]).toMatchObject({
      kind: 'table',
      rows: [
        ['标准编号', 'Q/YTBM 203—2026', '版本', 'A/0'],
        ['标准名称', '一次性告知服务规范', '', ''],
        ['编制人', '王芳', '编制日期', '2026-01-20'],
        ['审核人', '', '审核日期', ''],
      ],
      source: { place: { page: 1, table: 1 } },
    });
    expect(fieldOf(model, 'drafter')).toMatchObject({
      value: ['王芳'],
      sources: [{ place: { page: 1, table: 1, row: 3, cell: 2 } }],
    });
    expect(fieldOf(model, 'reviewer').state).toBe('blank');
  });

  it('call a cell that holds only a picture unreadable and not empty', async () => {
    const signed = await read(page(FORM, picture(180, 606, 60, 18)));
    expect(signed.pairs.find(({ label }) => label === '审核人')).toMatchObject({ state: 'unreadable', picture: true });
  });

  it('take lines that wrap in a cell for one, and others for several', async () => {
    const rows = [ruling(80, 700, 300, 700), ruling(80, 600, 300, 600), ruling(180, 700, 180, 600)];
    const frame = [ruling(80, 700, 80, 600), ruling(300, 700, 300, 600)];
    const cell = [
      text(185, 680, '一次性告知服务规', 14),
      text(185, 660, '范', 14),
      text(185, 630, '王芳', 14),
      text(185, 612, '3月', 14),
    ];
    const found = await blocks(page(...rows, ...frame, text(85, 680, '名称', 14), ...cell));
    expect(found).toEqual(['table: 名称\t一次性告知服务规范\n王芳\n3月']);
  });

  it('part a text that is drawn over a ruling', async () => {
    const found = await blocks(
      page(
        ruling(80, 700, 280, 700),
        ruling(80, 676, 280, 676),
        ruling(80, 700, 80, 676),
        ruling(180, 700, 180, 676),
        ruling(280, 700, 280, 676),
        text(132, 684, '甲甲甲乙乙', 16),
      ),
    );
    expect(found).toEqual(['table: 甲甲甲\t乙乙']);
  });

  it('are one over a page break, with the repeated head once', async () => {
    const head = ['序号', '姓名', '成绩'];
    const rows = (from: number) => [head, ...Array.from({ length: 5 }, (_, n) => [`${from + n}`, '王芳', '90'])];
    const found = await read({
      pages: [table(80, 300, [80, 160, 100], rows(1)), table(80, 760, [80, 160, 100], rows(6))],
    });
    expect(found.blocks).toHaveLength(1);
    expect(found.blocks[0]?.rows?.map(([first]) => first)).toEqual([
      '序号',
      ...Array.from({ length: 10 }, (_, n) => `${n + 1}`),
    ]);
  });

  it('are none of a frame around a text or of a line under a heading', async () => {
    const frame = `60 400 400 300 re S\n`;
    expect(
      await blocks(page(frame, ruling(80, 640, 400, 640), text(100, 650, '通知'), text(100, 600, '正文。'))),
    ).toEqual(['通知', '正文。']);
  });
});

describe('what was not read', () => {
  it('is said page by page', async () => {
    const model = await read({ pages: [paragraphs([FIRST]), whole, ''] });
    expect(model.notes).toMatchObject([
      { kind: 'unreadable', problem: { code: 'page-picture' }, source: { place: { page: 2 } } },
    ]);
    expect(fieldOf(model, 'title').state).toBe('unreadable');
  });

  it('is everything where all pages are pictures', async () => {
    const model = await read({ pages: [whole, whole] });
    expect(model.notes).toMatchObject([{ kind: 'unreadable', problem: { code: 'no-text' } }]);
    expect(fieldOf(model, 'openingHours').state).toBe('unreadable');
  });

  it('may be missing in what was recognised from a picture, where an empty box proves nothing', async () => {
    const lines = ['关于培训的通知', '审核人：'];
    const drawn = (draw: typeof text) => lines.map((line, index) => draw(100, 700 - 40 * index, line)).join('');
    const scan = await read(page(whole, drawn(unpainted)));
    expect(scan.notes).toMatchObject([{ kind: 'incomplete', text: expect.stringContaining('识别') }]);
    expect(scan.blocks.map(({ text: shown }) => shown)).toEqual(lines);
    expect((await read(page(drawn(text), whole))).notes).toHaveLength(1);
    // A picture behind the text is only its ground.
    expect((await read(page(whole, drawn(text)))).notes).toEqual([]);
  });

  it('is a page whose letters come out as no letters', async () => {
    const model = await read({ pages: [paragraphs([FIRST]), text(100, 700, '\ue001\ue002\ue003\ue004文')] });
    expect(model.notes).toMatchObject([{ problem: { code: 'page-garbled' }, source: { place: { page: 2 } } }]);
    expect(model.blocks).toHaveLength(1);
  });

  it('is a page that is broken, and the others are read', async () => {
    const bytes = Buffer.from(pdfFile({ pages: [paragraphs([FIRST]), paragraphs([FIRST])] }));
    const broken = Buffer.from(
      bytes.toString('latin1').replace('/Type/Page/Parent 2 0 R/Contents 103', '/Type/Pagx/Kids 0 0 R/Conten 103'),
      'latin1',
    );
    const model = await readBytes(broken);
    expect(model.blocks).toHaveLength(1);
  });

  it('is nothing at all in a file without content', async () => {
    expect(await problemOf(pdfFile({ pages: [''] }))).toMatchObject({ code: 'file-empty' });
  });

  it('is a file with a password', async () => {
    const secret = `<</Filter/Standard/V 1/R 2/Length 40/P -60/O<${'5a'.repeat(32)}>/U<${'a5'.repeat(32)}>>>`;
    const bytes = pdfFile({
      pages: [text(100, 700, '文')],
      objects: { 20: secret },
      trailer: `/Encrypt 20 0 R/ID[<${'00'.repeat(16)}><${'00'.repeat(16)}>]`,
    });
    expect(await problemOf(bytes)).toMatchObject({ code: 'file-encrypted' });
  });

  it('is a file of too many pages', async () => {
    const pages = Array.from({ length: BUDGETS.pages.most + 1 }, () => '');
    expect(await problemOf(pdfFile({ pages }))).toMatchObject({ code: 'file-too-much' });
    expect(LIMITS.pdf.lightPage).toBeGreaterThan(1_000);
  });
});

describe('what a PDF says of itself', () => {
  const widget = (type: string, rest: string) =>
    `<</Type/Annot/Subtype/Widget/FT/${type}/Rect[180 690 400 712]/P 100 0 R/T(a)${rest}>>`;

  it('is a remark; the title counts where the text shows it', async () => {
    const info = `/Title ${infoText('关于培训的通知')}/Author ${infoText('党政办')}/CreationDate(D:20260318020000Z)`;
    const model = await read({ ...page(text(100, 700, '关于培训的通知')), info });
    expect(model.notes).toMatchObject([
      { kind: 'remark', text: '文件属性：创建者“党政办”（2026-03-18）。', source: { place: { properties: true } } },
    ]);
    expect(model.title).toBe('关于培训的通知');
    expect(
      (await read({ ...page(text(100, 700, '文')), info: `/Title ${infoText('Microsoft Word - 模板')}` })).title,
    ).toBe('');
  });

  it('are the boxes of a form that were filled in', async () => {
    const model = await read({
      ...page(text(100, 696, '拟稿人：')),
      catalogue: '/AcroForm<</Fields[20 0 R]>>',
      page: '/Annots[20 0 R]',
      objects: { 20: widget('Tx', `/V ${infoText('王芳')}`) },
    });
    expect(fieldOf(model, 'drafter').value).toEqual(['王芳']);
  });

  it('are signatures, present and never valid, and attached files', async () => {
    const model = await read({
      ...page(text(100, 700, '文')),
      catalogue: '/AcroForm<</Fields[20 0 R]/SigFlags 3>>/Names<</EmbeddedFiles<</Names[(a)21 0 R]>>>>',
      page: '/Annots[20 0 R]',
      objects: {
        20: widget('Sig', '/V<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 10 20 10]/Contents<aa>>>'),
        21: '<</Type/Filespec/F(a.txt)/EF<</F 22 0 R>>>>',
        22: '<</Length 1>>stream\na\nendstream',
      },
    });
    expect(model.notes.map((note) => note.text)).toEqual([
      '文件里有 1 个电子印章或签名，没有验证真伪。',
      '文件里附带了 1 个其他文件（a.txt），没有读。',
    ]);
  });
});
