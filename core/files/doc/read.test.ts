import { describe, expect, it } from 'vitest';
import { damaged, fc, fuzzRounds, problemCode } from '../../base/testing.ts';
import { readDocContent } from './read.ts';
import { type DocSketch, docFile, inList, line, sprm, tableRow, u32 } from './testing.ts';

const FILE = { name: '甲.doc', sha256: 'ab'.repeat(32) };
const read = (sketch: DocSketch) => readDocContent(docFile(sketch), FILE);
const texts = (sketch: DocSketch): string[] => read(sketch).blocks.map(({ text }) => text);

const SPECIAL = sprm(0x0855, 1);
const DELETED = sprm(0x0800, 1);
const special = (text: string) => ({ text, properties: SPECIAL });

describe('text', () => {
  it('reads pieces of either width in the order of the text', () => {
    const runs = [{ text: '编制：' }, { text: 'ABC \x93x\x94', narrow: true }, { text: '（甲）' }];
    expect(texts({ body: [{ runs }, line('第二段')] })).toEqual(['编制：ABC “x”（甲）', '第二段']);
  });

  it('keeps tabs and line ends and shows results of fields only', () => {
    const runs = [
      { text: '日期：\t' },
      special('\u0013'),
      { text: ' DATE ' },
      special('\u0014'),
      { text: '2026-01-05' },
      special('\u0015'),
      { text: '\u000b止\u001f处\u001e' },
    ];
    expect(texts({ body: [{ runs }] })).toEqual(['日期：\t2026-01-05\n止处-']);
  });

  it('takes tracked changes as accepted, over the end of a paragraph too', () => {
    const runs = [
      { text: '经办' },
      { text: '必须', properties: DELETED },
      { text: '应', properties: sprm(0x0801, 1) },
      { text: '办' },
    ];
    const content = read({ body: [{ runs, end: { text: '\r', properties: DELETED } }, line('结')] });
    expect(content.blocks.map(({ text }) => text)).toEqual(['经办应办结']);
    expect(content.tracked).toBe(true);
  });

  it('leaves hidden text out and says so', () => {
    const content = read({
      body: [{ runs: [{ text: '见' }, { text: '密', properties: sprm(0x083c, 1) }, { text: '明' }] }],
    });
    expect(content.blocks[0]?.text).toBe('见明');
    expect(content.hidden).toBe(true);
  });

  it('counts pictures, objects and comments', () => {
    const at = sprm(0x6a03, ...u32(0));
    const runs = [
      { text: '文' },
      { text: '\u0001', properties: [...SPECIAL, ...at] },
      { text: '\u0001', properties: [...SPECIAL, ...at, ...sprm(0x080a, 1)] },
      { text: '\u0001', properties: [...SPECIAL, ...at, ...sprm(0x0806, 1)] },
      special('\u0005'),
    ];
    expect(read({ body: [{ runs }] })).toMatchObject({ pictures: 1, objects: 1, comments: 1 });
  });

  it('finds headings by Word’s own styles, by outline level and through the style it is based on', () => {
    const styles = [
      { name: '正文' },
      { name: '标题 1', own: 1 },
      { name: '章标题', properties: sprm(0x2640, 1) },
      { name: '节标题', basedOn: 2 },
    ];
    const body = [line('甲', { style: 1 }), line('乙', { style: 3 }), line('丙', { properties: sprm(0x2640, 2) })];
    expect(
      read({ styles, body: [...body, line('丁', { style: 1, properties: sprm(0x2640, 9) })] }).blocks,
    ).toMatchObject([
      { kind: 'heading', level: 1, text: '甲' },
      { kind: 'heading', level: 2, text: '乙' },
      { kind: 'heading', level: 3, text: '丙' },
      { kind: 'paragraph', text: '丁' },
    ]);
  });

  it('counts automatic numbers', () => {
    const lists = [
      [
        { format: 37, text: '\u0000、' },
        { format: 37, text: '（\u0001）' },
      ],
      [
        { format: 0, text: '\u0000', follow: 0 },
        { format: 0, text: '\u0000.\u0001', follow: 0 },
      ],
    ];
    const item = (list: number, level = 0) => line('文', { properties: inList(list, level) });
    const body = [item(1), item(1, 1), item(1, 1), item(2), item(2, 1), item(1), item(1, 1), item(0)];
    expect(texts({ lists, body })).toEqual([
      '一、文',
      '（一）文',
      '（二）文',
      '1 文',
      '1.1 文',
      '二、文',
      '（一）文',
      '文',
    ]);
  });
});

describe('tables', () => {
  it('lays out spans and merges and locates cells', () => {
    const body = [
      ...tableRow(['甲', '乙'], [0, 1000, 3000], [0x60]),
      ...tableRow(['', '丙', '丁'], [0, 1000, 2000, 3010], [0x20]),
      line('后'),
    ];
    const { blocks, tables } = read({ body });
    expect(blocks.map(({ text }) => text)).toEqual(['甲\t乙\t\n\t丙\t丁', '后']);
    expect(tables[0]?.rows.flat().map((cell) => [cell.text, cell.rows, cell.columns, cell.source.place])).toEqual([
      ['甲', 2, 1, { table: 1, row: 1, cell: 1 }],
      ['乙', 1, 2, { table: 1, row: 1, cell: 2 }],
      ['丙', 1, 1, { table: 1, row: 2, cell: 2 }],
      ['丁', 1, 1, { table: 1, row: 2, cell: 3 }],
    ]);
  });

  it('reads a table in a cell as one of its own', () => {
    const depth = (level: number) => [...sprm(0x2416, 1), ...sprm(0x6649, ...u32(level))];
    const inner = (text: string) => line(text, { properties: [...depth(2), ...sprm(0x244b, 1)] });
    const body = [
      { runs: [{ text: '外' }], properties: depth(1), end: { text: '\u0007' } },
      inner('内'),
      inner('值'),
      line('', { properties: [...depth(2), ...sprm(0x244c, 1)] }),
      { runs: [{ text: '后' }], properties: depth(1), end: { text: '\u0007' } },
      { runs: [], properties: [...depth(1), ...sprm(0x2417, 1)], end: { text: '\u0007' } },
    ];
    expect(texts({ body })).toEqual(['外\t后', '内\t值']);
  });

  it('leaves deleted rows out', () => {
    const [cell, other, end] = tableRow(['旧', '旧'], [0, 1000, 2000]);
    const deleted = [cell, other, end && { ...end, end: { text: '\u0007', properties: DELETED } }].flatMap(
      (paragraph) => paragraph ?? [],
    );
    expect(texts({ body: [...deleted, ...tableRow(['甲', '乙'], [0, 1000, 2000])] })).toEqual(['甲\t乙']);
  });

  it('sees a signature picture in a cell', () => {
    const [label, value, end] = tableRow(['批准', ''], [0, 1000, 2000]);
    if (!label || !value || !end) throw new Error('no row');
    value.runs = [{ text: '\u0001', properties: [...SPECIAL, ...sprm(0x6a03, ...u32(0))] }];
    expect(read({ body: [label, value, end] }).tables[0]?.rows[0]?.[1]).toMatchObject({ text: '', picture: true });
  });
});

describe('parts around the text', () => {
  it('reads headers, footers, notes and properties', () => {
    const content = read({
      body: [{ runs: [{ text: '正文' }, special('\u0002'), { text: '续' }] }],
      footnotes: [{ at: 2, paragraphs: [{ runs: [special('\u0002'), { text: '脚注文' }] }] }],
      header: [line('Q/YTBM 101—2022')],
      footer: [line('第1页')],
      title: '题',
      author: '甲',
    });
    expect(content.blocks.map(({ kind, text, source }) => [kind, text, source])).toMatchObject([
      ['paragraph', '正文续', { place: { paragraph: 1 } }],
      ['header', 'Q/YTBM 101—2022', { place: { header: 1 } }],
      ['footer', '第1页', { place: { footer: 1 } }],
      ['note', '脚注文', { place: { footnote: 1 } }],
    ]);
    expect(content.properties).toEqual({ title: '题', creator: '甲' });
  });
});

describe('files that cannot be read', () => {
  const body = [line('文')];
  it.each([
    ['file-encrypted', docFile({ body, flags: 0x0300 })],
    ['file-old-word', docFile({ body, version: 0x68 })],
    ['file-not-office', docFile({ body, flags: 0 })],
    ['file-not-office', docFile({ body }).subarray(0, 3000)],
  ])('%s', (code, bytes) => {
    expect(problemCode(() => readDocContent(bytes, FILE))).toBe(code);
  });

  it('gives what stands in it or a coded problem for every damaged file', () => {
    const whole = docFile({
      styles: [{ name: '正文' }, { name: '标题 1', own: 1 }],
      lists: [[{ format: 37, text: '\u0000、' }]],
      body: [
        line('题', { style: 1 }),
        line('项', { properties: inList(1) }),
        ...tableRow(['甲', '乙'], [0, 1000, 3000], [0x60]),
        ...tableRow(['', '丙', '丁'], [0, 1000, 2000, 3010], [0x20]),
        { runs: [{ text: '正文' }, special('\u0002'), special('\u0013'), { text: 'ABC', narrow: true }] },
      ],
      footnotes: [{ at: 12, paragraphs: [line('脚注')] }],
      header: [line('页眉')],
    });
    const seen = new Set<string>();
    fc.assert(
      fc.property(damaged(whole, { changes: 20 }), (bytes) => {
        const code = problemCode(() => readDocContent(bytes, FILE));
        seen.add(code);
        expect(code === 'none' || code.startsWith('file-')).toBe(true);
      }),
      { numRuns: fuzzRounds(), seed: 7 },
    );
    // Both ends are met: else nothing was tried.
    expect([...seen]).toEqual(expect.arrayContaining(['none', 'file-not-office']));
  });
});
