import { describe, expect, it } from 'vitest';
import type { Block } from '../base/block.ts';
import { withLinesApart, withTextOfPage } from './own-text.ts';
import { pairsOfLines } from './signoff-text.ts';
import { titleOfText } from './title.ts';

const blocks = (texts: readonly string[], region: Block['region'] = 'body'): Block[] =>
  texts.map((text, index) => ({
    kind: 'paragraph',
    text,
    region,
    source: { from: 'file', name: '甲.docx', sha256: '', place: { paragraph: index + 1 } },
  }));

const told = (found: readonly Block[]): string[] => [
  titleOfText(found),
  ...pairsOfLines(found, titleOfText(found)).map(({ label, value }) => `${label}=${value}`),
];

const LETTER = [
  '关于同意接收实习人员的函',
  '主送机关=青禾职业学校：',
  '发文机关=青禾镇便民服务中心',
  '成文日期=2024年3月6日',
];

describe('withLinesApart', () => {
  it.each([
    [
      'with blank lines',
      '关于同意接收实习人员的函\n\n青禾职业学校：\n\n经研究，同意接收。\n\n青禾镇便民服务中心\n2024年3月6日',
    ],
    ['without', '关于同意接收实习人员的函\n青禾职业学校：\n经研究，同意接收。\n青禾镇便民服务中心\n2024年3月6日'],
    [
      'a title over two lines',
      '关于同意接收\n实习人员的函\n青禾职业学校：\n经研究，同意接收。\n青禾镇便民服务中心\n2024年3月6日',
    ],
    [
      'indented',
      '　　关于同意接收实习人员的函\n　　青禾职业学校：\n　　经研究，同意接收。\n　　青禾镇便民服务中心　2024年3月6日',
    ],
  ])('reads a whole text in one paragraph: %s', (_name, text) => {
    expect(told(withLinesApart(blocks([text])))).toEqual(LETTER);
  });

  it.each([
    ['a title over lines', '青禾镇人民政府\n关于开展窗口培训的\n通知'],
    ['an address', '青禾镇便民服务中心\n地址：青禾镇一号\n邮编000000'],
    ['one line', '经研究，同意接收。'],
  ])('leaves %s whole', (_name, text) => {
    expect(withLinesApart(blocks([text]))).toEqual(blocks([text]));
  });

  it('leaves a form around the text as it is', () => {
    const form = blocks(['甲：\n乙。\n丙。'], 'form');
    expect(withLinesApart(form)).toBe(form);
  });
});

describe('withTextOfPage', () => {
  const page = [
    '青禾县人民政府',
    '首页',
    '关于同意接收',
    '实习人员的函',
    '青禾职业学校：',
    '经研究，同意接收。',
    '青禾镇便民服务中心',
    '2024年3月6日',
    '打印',
  ];

  it('finds the text of a document in a page that marks none', () => {
    const found = withTextOfPage(blocks(page, 'form')).blocks;
    expect(told(found)).toEqual(LETTER);
    expect(found.map(({ region }) => region)).toEqual(['form', 'form', ...Array(6).fill('body'), 'form']);
  });

  it('takes in the number above the title, and tells what stands behind the text', () => {
    const { blocks: found, after } = withTextOfPage(
      blocks(['首页', '青政函〔2024〕5号', '青禾镇便民服务中心', ...page.slice(2)], 'form'),
    );
    expect(told(found)).toEqual([LETTER[0], '发文字号=青政函〔2024〕5号', ...LETTER.slice(1)]);
    expect(after.map(({ text }) => text)).toEqual(['打印']);
  });

  it('finds the letterhead over it and those who signed it off below it', () => {
    const whole = [
      '首页',
      '青禾镇便民服务中心文件',
      '青便〔2024〕3号',
      ...page.slice(2, 8),
      '拟稿人：周文　2024年3月5日',
      '（此页无正文）',
      '打印',
    ];
    const found = withTextOfPage(blocks(whole, 'form'));
    expect(found.blocks.map(({ region }) => region)).toEqual(['form', ...Array(10).fill('body'), 'form']);
  });

  it.each([
    ['drawn with line ends', { kind: 'paragraph', text: page.slice(2, 8).join('\n') }],
    [
      'in a cell of a table',
      { kind: 'table', text: page.slice(2, 8).join('\n'), rows: [[page.slice(2, 8).join('\n')]] },
    ],
  ] as const)('finds it %s', (_name, piece) => {
    const [top] = blocks(['首页'], 'form');
    const found = withTextOfPage([{ ...(top as Block), ...piece } as Block]).blocks;
    expect(told(found)).toEqual(LETTER);
  });

  it.each([
    ['a list of titles', ['关于开展窗口培训的通知', '2024-03-06', '关于报送台账的通知', '2024-03-05']],
    ['news without a signature', ['关于开展窗口培训的通知', '本站讯。', '编辑：甲']],
    ['a title in a form', ['文件标题', '关于开展窗口培训的通知', '拟稿人', '周文']],
  ])('leaves %s alone', (_name, texts) => {
    const form = blocks(texts, 'form');
    expect(withTextOfPage(form)).toEqual({ blocks: form, after: [], found: false });
  });
});
