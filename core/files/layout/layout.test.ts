import { describe, expect, it } from 'vitest';
import type { Place } from '../../base/place.ts';
import type { FileSource } from '../../base/source.ts';
import { fc } from '../../base/testing.ts';
import { displayWidth } from '../../base/text.ts';
import { budgetFor } from '../budget.ts';
import { pairsOfCells } from '../cells.ts';
import { gridsOf } from './grids.ts';
import { type Layout, openLayout } from './layout.ts';
import { linesOf } from './lines.ts';
import type { DrawnPage, PictureBox, RulingLine, TextPiece } from './page.ts';

const SIZE = 16;
/** Text stands between 80 and 512: 27 letters a line. */
const LEFT = 80;
const FULL = 27;

function piece(text: string, x: number, y: number, fontSize = SIZE): TextPiece {
  return { text, x, y, width: (displayWidth(text) * fontSize) / 2, fontSize };
}

const centred = (text: string, y: number, fontSize = 22): TextPiece =>
  piece(text, LEFT + (FULL * SIZE - (displayWidth(text) * fontSize) / 2) / 2, y, fontSize);

const page = (
  number: number,
  pieces: TextPiece[],
  rules: RulingLine[] = [],
  pictures: PictureBox[] = [],
): DrawnPage => ({
  number,
  width: 595,
  height: 842,
  pieces,
  rules,
  pictures,
});

/** Text broken into lines as a program does, the first one indented; what follows below begins at `next`. */
function prose(text: string, y: number, indent = 2): { pieces: TextPiece[]; next: number } {
  const pieces: TextPiece[] = [];
  let rest = Array.from(text);
  let at = y;
  while (rest.length > 0) {
    const first = pieces.length === 0 ? indent : 0;
    pieces.push(piece(rest.slice(0, FULL - first).join(''), LEFT + first * SIZE, at));
    rest = rest.slice(FULL - first);
    at += 28;
  }
  return { pieces, next: at };
}

const source = (place: Place): FileSource => ({ from: 'file', name: '甲', sha256: '', place });
function lay(...pages: DrawnPage[]): Layout {
  const layout = openLayout({ source, budget: budgetFor('甲') });
  for (const one of pages) layout.add(one);
  return layout.end();
}
const texts = ({ blocks }: Layout): string[] => blocks.map(({ text }) => text);
const placeOf = ({ blocks }: Layout, index: number): Place | undefined => {
  const at = blocks[index]?.source;
  return at?.from === 'file' ? at.place : undefined;
};

const box = (xs: number[], ys: number[]): RulingLine[] => [
  ...ys.map((y) => ({ x1: xs[0] ?? 0, y1: y, x2: xs.at(-1) ?? 0, y2: y })),
  ...xs.map((x) => ({ x1: x, y1: ys[0] ?? 0, x2: x, y2: ys.at(-1) ?? 0 })),
];

const LONG =
  '为提高窗口人员的业务能力，规范服务行为，提升群众满意度，经研究，决定开展本年度标准化培训，现将有关事项通知如下';

describe('lines', () => {
  const line = (...pieces: TextPiece[]) => linesOf(pieces).map(({ text }) => text);

  it('puts together what stands on one line, in the order in which it stands', () => {
    expect(line(piece('培训', 112, 100), piece('标准化', 64, 100.4), piece('通知', 64, 130))).toEqual([
      '标准化培训',
      '通知',
    ]);
  });

  it('takes letters that are drawn apart for one word', () => {
    expect(line(piece('签', 80, 100), piece('发', 112, 100), piece('人：周志强', 144, 100))).toEqual([
      '签发人：周志强',
    ]);
    expect(line(piece('姓', 80, 100), piece('名', 140, 100))).toEqual(['姓名']);
    expect(line(...Array.from('标准化培训', (letter, index) => piece(letter, 80 + 20 * index, 100)))).toEqual([
      '标准化培训',
    ]);
  });

  it('parts words and columns by their gaps', () => {
    expect(line(piece('编制：王芳', 80, 100), piece('审核：李建国', 240, 100))).toEqual(['编制：王芳\t审核：李建国']);
    expect(line(piece('第一章', 80, 100), piece('总则', 144, 100))).toEqual(['第一章 总则']);
    expect(line(piece('GB/T', 80, 100), piece('1.1', 117, 100))).toEqual(['GB/T 1.1']);
    expect(line(piece('自', 80, 100), piece('2026', 100, 100), piece('年', 136, 100))).toEqual(['自2026年']);
  });

  it('parts what numbers an item from its text, and keeps the frame of a date', () => {
    expect(line(piece('4.1', 80, 100), piece('告知要求', 150, 100))).toEqual(['4.1 告知要求']);
    expect(line(...['年', '月', '日'].map((letter, index) => piece(letter, 80 + 40 * index, 100)))).toEqual([
      '年 月 日',
    ]);
    expect(line(piece('会 议 通 知', 80, 100))).toEqual(['会议通知']);
  });

  it('counts a letter once that is drawn again to look bold', () => {
    expect(line(piece('通知', 80, 100), piece('通知', 80.6, 100), piece('知', 112, 100))).toEqual(['通知知']);
  });

  it('keeps raised marks on their line', () => {
    expect(line(piece('面积', 80, 100), piece('100m', 112, 100), piece('2', 144, 95, 8))).toEqual(['面积100m2']);
  });
});

describe('paragraphs', () => {
  it('puts the lines of a paragraph together and parts it from the next by its indent', () => {
    const first = prose(`${LONG}：`, 200);
    const second = prose(
      '各窗口应当高度重视，安排好值班，按时参加培训，不得无故缺席，培训结束后统一考核。',
      first.next,
    );
    const third = prose('联系人：陈思远。', second.next);
    const layout = lay(
      page(1, [centred('关于开展标准化培训的通知', 120), ...first.pieces, ...second.pieces, ...third.pieces]),
    );
    expect(texts(layout)).toEqual([
      '关于开展标准化培训的通知',
      `${LONG}：`,
      '各窗口应当高度重视，安排好值班，按时参加培训，不得无故缺席，培训结束后统一考核。',
      '联系人：陈思远。',
    ]);
    expect(layout.title).toBe('关于开展标准化培训的通知');
    expect(placeOf(layout, 1)).toEqual({ page: 1, paragraph: 2 });
  });

  it('goes on over the end of a page, but not where a new paragraph begins there', () => {
    const text = `${LONG}，请认真执行`;
    const whole = prose(`${text}。`, 700).pieces;
    const [first, ...rest] = whole;
    const over = rest.map((line, index) => ({ ...line, y: 100 + 28 * index }));
    const next = prose('各窗口应当高度重视。', 300).pieces;
    expect(texts(lay(page(1, first ? [first] : []), page(2, [...over, ...next])))).toEqual([
      `${text}。`,
      '各窗口应当高度重视。',
    ]);
    const full = '一'.repeat(FULL - 3);
    expect(texts(lay(page(1, prose(`${full}。`, 700).pieces), page(2, prose(`${full}，二`, 100).pieces)))).toEqual([
      `${full}。`,
      `${full}，二`,
    ]);
  });

  it('parts items without an indent by their marks, and keeps hanging lines with their item', () => {
    const full = '窗'.repeat(FULL - 3);
    const layout = lay(
      page(1, [
        piece(`a) ${full.slice(3)}，`, LEFT + 2 * SIZE, 100),
        piece('按时参加；', LEFT + 4 * SIZE, 128),
        piece(`b) ${full.slice(3)}。`, LEFT + 2 * SIZE, 156),
        piece(`c) ${full.slice(3)}。`, LEFT + 2 * SIZE, 184),
        ...prose(`${LONG}。`, 212).pieces,
      ]),
    );
    expect(texts(layout).map((text) => text.slice(0, 2))).toEqual(['a)', 'b)', 'c)', '为提']);
    expect(texts(layout)[0]).toMatch(/，按时参加；$/);
  });

  it('keeps lines of two columns and lines far on the right apart', () => {
    const body = prose(`${LONG}。`, 200);
    const two = [
      piece('经济类型：有限责任公司', 80, 340),
      piece('生产规模：3.0万吨每年', 350, 340),
      piece('有效期限：壹年', 80, 368),
    ];
    expect(texts(lay(page(1, [...body.pieces, ...two]))).slice(1)).toEqual([
      '经济类型：有限责任公司\t生产规模：3.0万吨每年',
      '有效期限：壹年',
    ]);
    const day = [piece('开票日期：2020年10月10日', 320, 340), piece('机器编号：016000351595', 80, 368)];
    expect(texts(lay(page(1, [...body.pieces, ...day]))).slice(1)).toEqual([
      '开票日期：2020年10月10日',
      '机器编号：016000351595',
    ]);
  });

  it('keeps a signature and its day apart', () => {
    const body = prose(`${LONG}。`, 200);
    const layout = lay(page(1, [...body.pieces, piece('源潭镇人民政府', 350, 340), piece('2026年3月18日', 350, 368)]));
    expect(texts(layout).slice(1)).toEqual(['源潭镇人民政府', '2026年3月18日']);
  });

  it('puts together a large title over two lines', () => {
    const layout = lay(
      page(1, [
        centred('源潭镇人民政府文件', 80, 36),
        centred('源政〔2026〕12号', 120, 16),
        centred('源潭镇人民政府关于开展2026年度', 170),
        centred('标准化培训的通知', 200),
        ...prose(`${LONG}。`, 260).pieces,
      ]),
    );
    expect(texts(layout).slice(0, 3)).toEqual([
      '源潭镇人民政府文件',
      '源政〔2026〕12号',
      '源潭镇人民政府关于开展2026年度标准化培训的通知',
    ]);
  });

  it.each([
    ['3 术语和定义', true],
    ['附录A（资料性）检查记录表', true],
    ['5 个工作日内办结', false],
    ['3 号楼一层，办理时间为工作日', false],
  ])('%s begins a chapter below a full line: %s', (text, begins) => {
    const full = '窗'.repeat(FULL);
    expect(texts(lay(page(1, [piece(full, LEFT, 100), piece(text, LEFT, 128)])))).toHaveLength(begins ? 2 : 1);
  });

  it('puts together a title whose first line is full, and no heading with large text below it', () => {
    const letters = '源潭镇人民政府关于印发便民服务中心窗口工作人员绩效考核';
    const title = lay(
      page(1, [
        ...prose(letters, 100, 0).pieces,
        centred('管理办法的通知', 128, SIZE),
        ...prose(`${LONG}。`, 200).pieces,
      ]),
    );
    expect(texts(title)).toEqual([`${letters}管理办法的通知`, `${LONG}。`]);
    const [first, second] = [`${'一'.repeat(19)}，`, `${'二'.repeat(10)}。`];
    const large = [
      piece(first.slice(0, 18), LEFT + 2 * 22, 140, 22),
      piece(`${first.slice(18)}${second}`, LEFT, 178, 22),
    ];
    const body = Array.from({ length: 5 }, () => `${LONG}。`);
    const rest = body.flatMap((text, index) => prose(text, 300 + 84 * index).pieces);
    expect(texts(lay(page(1, [centred('前言', 100), ...large, ...rest]))).slice(0, 2)).toEqual([
      '前言',
      first + second,
    ]);
  });

  it('goes on below a line that had no room for the next word', () => {
    const full = prose('窗'.repeat(2 * FULL), 300).pieces;
    const layout = lay(
      page(1, [
        piece('窗'.repeat(FULL - 6), LEFT + 2 * SIZE, 100),
        piece('Q/YTBM203—2026的规定。', LEFT, 128),
        piece('窗'.repeat(FULL - 6), LEFT + 2 * SIZE, 156),
        piece('口的规定。', LEFT, 184),
        ...full,
      ]),
    );
    expect(
      texts(layout)
        .slice(0, 3)
        .map((text) => text.slice(-8)),
    ).toEqual(['2026的规定。', '窗'.repeat(8), '口的规定。']);
  });

  it('takes a table of contents for apparatus, line by line', () => {
    const layout = lay(
      page(1, [
        piece(`前言${'…'.repeat(23)} Ⅰ`, LEFT, 100),
        piece(`1 范围${'…'.repeat(22)}1`, LEFT, 128),
        piece('前言', LEFT, 200),
      ]),
    );
    expect(layout.blocks.map(({ region }) => region)).toEqual(['form', 'form', 'body']);
  });
});

describe('tables', () => {
  const xs = [80, 160, 320, 400, 512];
  const ys = [100, 130, 160, 220];
  /** 标准名称 over three columns; 备注 without a line below its first row. */
  const rules = [
    ...ys.map((y) => ({ x1: 80, y1: y, x2: y === 160 ? 320 : 512, y2: y })),
    ...xs.map((x, index) => ({ x1: x, y1: index === 2 || index === 3 ? 130 : 100, x2: x, y2: 220 })),
  ];

  it('reads cells with their spans between rules, at their place in the text', () => {
    const layout = lay(
      page(
        1,
        [
          centred('标准修订申请表', 60),
          piece('标准名称', 90, 120),
          piece('窗口服务规范', 180, 120),
          piece('申请人', 90, 150),
          piece('王芳', 180, 150),
          piece('备注', 330, 190),
          piece('第一行写不下的内', 90, 180, 8),
          piece('容接着写', 90, 192, 8),
          piece('另一段', 90, 204, 8),
          piece('填表说明：如实填写。', 80, 260),
        ],
        rules,
      ),
    );
    expect(layout.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'paragraph']);
    expect(layout.blocks[1]?.rows).toEqual([
      ['标准名称', '窗口服务规范', '', ''],
      ['申请人', '王芳', '备注', ''],
      ['第一行写不下的内容接着写\n另一段', '', '', ''],
    ]);
    const cells = layout.tables[0]?.rows ?? [];
    expect(cells[0]?.map(({ columns }) => columns)).toEqual([1, 3]);
    expect(cells[1]?.[2]).toMatchObject({ rows: 2, source: { place: { page: 1, table: 1, row: 2, cell: 3 } } });
    expect(pairsOfCells(cells)).toContainEqual(expect.objectContaining({ label: '标准名称', value: '窗口服务规范' }));
  });

  it('reads a table that is open at both sides, and drawn with double and broken lines', () => {
    const grid = gridsOf([
      ...[100, 101.5, 130, 160].map((y) => ({ x1: 80, y1: y, x2: 300, y2: y })),
      { x1: 200, y1: 100, x2: 200, y2: 131 },
      { x1: 200.4, y1: 130, x2: 200.4, y2: 160 },
    ]);
    expect(grid.map(({ boxes }) => boxes.length)).toEqual([4]);
  });

  it('cuts a text that goes on from one cell into the next, and knows cells with pictures', () => {
    const picture = { x: 180, y: 135, width: 60, height: 20 };
    const { tables } = lay(
      page(1, [piece('审核人  李建国', 88, 120), piece('批准人', 90, 150)], box([80, 160, 320], [100, 130, 160]), [
        picture,
      ]),
    );
    expect(tables[0]?.block.rows).toEqual([
      ['审核人', '李建国'],
      ['批准人', ''],
    ]);
    expect(pairsOfCells(tables[0]?.rows ?? [])).toContainEqual(
      expect.objectContaining({ label: '批准人', state: 'unreadable', box: 'picture' }),
    );
  });

  it('keeps cells apart that begin below a wide one', () => {
    const [grid] = gridsOf([
      ...[100, 160].map((y) => ({ x1: 80, y1: y, x2: 320, y2: y })),
      { x1: 80, y1: 130, x2: 100, y2: 130 },
      ...[80, 320].map((x) => ({ x1: x, y1: 100, x2: x, y2: 160 })),
      { x1: 200, y1: 130, x2: 200, y2: 160 },
    ]);
    expect(grid?.boxes.map(({ row, rows, columns }) => [row, rows, columns])).toEqual([
      [0, 1, 2],
      [1, 1, 1],
      [1, 1, 1],
    ]);
  });

  it('takes a row with one text for a table where it goes on from the page before', () => {
    const rows = (...texts: string[]) => texts.map((text, index) => piece(text, index === 0 ? 90 : 180, 120));
    const layout = lay(
      page(1, rows('申请人', '王芳'), box([80, 160, 320], [100, 130])),
      page(2, rows('备注'), box([80, 160, 320], [100, 130])),
    );
    expect(layout.blocks.map(({ rows: found }) => found)).toEqual([
      [
        ['申请人', '王芳'],
        ['备注', ''],
      ],
    ]);
  });

  it('takes a label with a picture beside it for a table, and puts a date together that is cut', () => {
    const picture = { x: 180, y: 105, width: 60, height: 20 };
    const drawn = box([80, 160, 320], [100, 130]);
    expect(lay(page(1, [piece('批准人', 90, 120)], drawn, [picture])).tables).toHaveLength(1);
    const cut = [piece('日期', 90, 110), piece('2026年3', 170, 110), piece('月17日', 170, 126)];
    expect(lay(page(1, cut, drawn)).tables[0]?.block.rows).toEqual([['日期', '2026年3月17日']]);
  });

  it('takes a frame of several lines around the whole text for no table', () => {
    const layout = lay(
      page(
        1,
        [piece('采矿许可证', 200, 200), piece('地址：云南省', 200, 240)],
        box([60, 70, 520, 530], [60, 70, 760, 770]),
      ),
    );
    expect(layout.tables).toEqual([]);
    expect(texts(layout)).toEqual(['采矿许可证', '地址：云南省']);
  });

  it('takes a frame, an underline and a drawing for no table', () => {
    expect(gridsOf(box([80, 512], [100, 700]))).toEqual([]);
    expect(gridsOf([{ x1: 80, y1: 100, x2: 512, y2: 100 }])).toEqual([]);
    expect(lay(page(1, [piece('文', 80, 50)], box([80, 160, 320], [100, 130]))).tables).toEqual([]);
    const hatched = Array.from({ length: 3000 }, (_, index) => index * 10);
    expect(gridsOf(box(hatched, hatched))).toEqual([]);
  });

  it('goes on with a table over pages, its head once', () => {
    const head = (y: number) => [piece('序号', 90, y), piece('姓名', 180, y)];
    const layout = lay(
      page(1, [...head(120), piece('1', 90, 150), piece('陈思远', 180, 150)], box([80, 160, 320], [100, 130, 160])),
      page(2, [...head(120), piece('2', 90, 150), piece('赵雅琴', 180, 150)], box([80, 160, 320], [100, 130, 160])),
      page(3, [piece('表二', 80, 60), ...head(120)], box([80, 160, 320], [100, 130, 160])),
    );
    expect(layout.blocks.map(({ rows }) => rows)).toEqual([
      [
        ['序号', '姓名'],
        ['1', '陈思远'],
        ['2', '赵雅琴'],
      ],
      undefined,
      [
        ['序号', '姓名'],
        ['', ''],
      ],
    ]);
    expect(layout.tables[0]?.rows[2]?.[0]?.source.place).toEqual({ page: 2, table: 1, row: 2, cell: 1 });
  });
});

describe('what stands around the text', () => {
  it('takes numbers of pages and repeated lines out of the text', () => {
    const layout = lay(
      ...[1, 2, 3].map((number) =>
        page(number, [
          piece('Q/YTBM 301—2026', 80, 50, 10),
          ...prose(`${LONG}，第${'一二三'[number - 1]}遍。`, 120).pieces,
          piece(`— ${number} —`, 280, 800, 10),
        ]),
      ),
    );
    expect(layout.blocks.map(({ kind, text }) => [kind, text.slice(-12)])).toEqual([
      ...['一', '二', '三'].map((nth) => ['paragraph', `有关事项通知如下，第${nth}遍。`.slice(-12)]),
      ['header', 'YTBM 301—2026'.slice(-12)],
      ['footer', '— 1 —'],
    ]);
    expect(placeOf(layout, 3)).toEqual({ page: 1, header: 1 });
  });

  it('takes headings that count on for no header', () => {
    const layout = lay(
      ...[1, 2].map((number) => page(number, [piece(`附件${number}`, 80, 50), piece('文。', 80, 120)])),
    );
    expect(layout.blocks.map(({ kind }) => kind)).toEqual(Array(4).fill('paragraph'));
  });

  it.each(['— 1 —', '- 12 -', '第 1 页 共 3 页', '1/3', 'Ⅱ', '3'])(
    'takes %s at the foot of a single page for its number',
    (text) => {
      expect(lay(page(1, [piece('文', 80, 100), piece(text, 280, 800)])).blocks[1]?.kind).toBe('footer');
    },
  );

  it('leaves other lines at the edge of a single page in the text', () => {
    expect(
      lay(page(1, [piece('密级：无', 80, 50), piece('2026年3月18日印发', 80, 800)])).blocks.map(({ kind }) => kind),
    ).toEqual(['paragraph', 'paragraph']);
  });

  it('leaves out and counts what is not upright', () => {
    const layout = lay(page(1, [piece('文', 80, 100), { ...piece('内部资料', 200, 400, 60), turned: true }]));
    expect([texts(layout), layout.turned]).toEqual([['文'], [1]]);
  });
});

it('lays out anything', () => {
  const number = fc.oneof(
    fc.integer({ min: -100, max: 900 }),
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1e300, 0),
  );
  const anyPiece = fc.record({
    text: fc.string({ unit: 'grapheme' }),
    x: number,
    y: number,
    width: number,
    fontSize: number,
  });
  const anyRule = fc.record({ x1: number, y1: number, x2: number, y2: number });
  const anyPage = fc.record({
    number: fc.constant(1),
    width: number,
    height: number,
    pieces: fc.array(anyPiece, { maxLength: 30 }),
    rules: fc.array(anyRule, { maxLength: 30 }),
    pictures: fc.array(fc.record({ x: number, y: number, width: number, height: number }), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(anyPage, { maxLength: 4 }), (pages) => {
      const letters = (text: string) => text.replace(/\s/g, '').length;
      const { blocks } = lay(...pages);
      expect(blocks.reduce((sum, { text }) => sum + letters(text), 0)).toBeLessThanOrEqual(
        pages.flatMap(({ pieces }) => pieces).reduce((sum, { text }) => sum + letters(text), 0),
      );
    }),
    { numRuns: 500, seed: 7 },
  );
});
