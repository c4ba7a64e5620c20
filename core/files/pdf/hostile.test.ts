import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../base/problems.ts';
import { fc, fuzzRounds } from '../../base/testing.ts';
import { LIMITS } from '../limits.ts';
import { readDocument } from '../read.ts';
import { paragraphs, pdfFile, picture, table, text } from './testing.ts';

/** Files made to break the reader or to go in circles: each is read, or ends with a sentence. */

async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    return (await readDocument('甲.pdf', bytes, { uri: '甲.pdf', sha256: '' })).blocks
      .map((block) => block.text)
      .join('|');
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code !== 'internal') return error.problem.code;
    throw error;
  }
}

const rewritten = (bytes: Uint8Array, ...changes: [from: string, to: string][]): Uint8Array =>
  new Uint8Array(
    Buffer.from(
      changes.reduce((content, [from, to]) => {
        expect(content).toContain(from);
        return content.replace(from, to);
      }, Buffer.from(bytes).toString('latin1')),
      'latin1',
    ),
  );

const small = pdfFile({ pages: [text(100, 700, '正文')] });
const outside = (body: string): string => `%PDF-1.7\n${body}`;
const bytesOf = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('files that go in circles', () => {
  it('a tree of pages that is its own branch', async () => {
    const bytes = rewritten(small, ['/Kids[100 0 R]', '/Kids[2 0 R]  ']);
    expect(['file-broken-pdf', 'file-empty', '']).toContain(await outcomeOf(bytes));
  });

  it('a page that is its own parent', async () => {
    expect(await outcomeOf(rewritten(small, ['/Parent 2 0 R', '/Parent 100 0 R']))).toBe('正文');
  });

  it('a table of offsets that leads to itself', async () => {
    const at = Buffer.from(small).lastIndexOf('xref\n0');
    expect(await outcomeOf(rewritten(small, ['/Root 1 0 R', `/Root 1 0 R/Prev ${at}`]))).toBe('正文');
  });

  it('a length that refers to the stream that it is of', async () => {
    expect(
      await outcomeOf(
        rewritten(small, [
          /\/Length \d+>>stream\nBT/.exec(Buffer.from(small).toString('latin1'))?.[0] ?? '',
          '/Length 101 0 R>>stream\nBT',
        ]),
      ),
    ).toBe('正文');
  });

  it('a drawing that draws itself', async () => {
    const form =
      '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 20 0 R>>>>/Length 8>>stream\n/X Do   \nendstream';
    const bytes = pdfFile({ pages: [`${text(100, 700, '正文')}/X Do\n`], objects: { 20: form } });
    expect(await outcomeOf(rewritten(bytes, ['/P1 6 0 R', '/X 20 0 R']))).toBe('正文');
  });

  it('a form whose field is its own child', async () => {
    const field = '<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[0 0 9 9]/Kids[20 0 R]/Parent 20 0 R>>';
    const bytes = pdfFile({
      pages: [text(100, 700, '正文')],
      catalogue: '/AcroForm<</Fields[20 0 R]>>',
      objects: { 20: field },
    });
    expect(await outcomeOf(bytes)).toBe('正文');
  });

  it('a stream of objects that stands in itself', async () => {
    const stream =
      '20 0 obj\n<</Type/ObjStm/N 1/First 5/Extends 20 0 R/Length 20>>stream\n20 0 <<>>           \nendstream\nendobj\n';
    const bytes = bytesOf(outside(`${stream}trailer\n<</Root 20 0 R/Size 21>>\nstartxref\n9\n%%EOF`));
    expect(['file-broken-pdf', 'file-empty']).toContain(await outcomeOf(bytes));
  });
});

describe('files that are deep, large or false', () => {
  it('arrays in arrays', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const bytes = pdfFile({ pages: [text(100, 700, '正文')], catalogue: `/Deep ${deep}` });
    expect(['正文', 'file-broken-pdf']).toContain(await outcomeOf(bytes));
  });

  it('states that are kept and never restored', async () => {
    expect(await outcomeOf(pdfFile({ pages: [`${'q 1 0 0 1 0 0 cm '.repeat(2_000)}${text(100, 700, '正文')}`] }))).toBe(
      '正文',
    );
  });

  it('more rulings than a table can have', async () => {
    const lines = Array.from(
      { length: 9_000 },
      (_, index) => `0 ${index / 10} m 500 ${index / 10} l ${index / 20} 0 m ${index / 20} 800 l S\n`,
    );
    const drawn = `${lines.join('')}${text(100, 700, '甲')}${text(300, 700, '乙')}`;
    expect(await outcomeOf(pdfFile({ pages: [drawn], packed: true }))).toContain('甲');
  });

  it('a page that unpacks to more than the memory', async () => {
    const swollen = pdfFile({ pages: [`${text(100, 700, '正文')}${' '.repeat(LIMITS.pdf.unpacked)}`], packed: true });
    expect(swollen.length).toBeLessThan(LIMITS.reading.small);
    expect(await outcomeOf(swollen)).toBe('file-bomb');
    // A large picture is left packed.
    const scan = deflateSync(Buffer.alloc(LIMITS.pdf.unpacked + 1)).toString('latin1');
    const head = `<</Type/XObject/Subtype/Image/Width 9/Height 9/Filter/FlateDecode/Length ${scan.length}>>stream\n`;
    const objects = { 20: `${head}${scan}\nendstream` };
    expect(await outcomeOf(pdfFile({ pages: [text(100, 700, '正文')], objects }))).toBe('正文');
  });

  it('a count of pages that is not true', async () => {
    expect(await outcomeOf(rewritten(small, ['/Count 1', '/Count 999999999']))).toMatch(/^file-too-much$|正文/);
    expect(await outcomeOf(rewritten(small, ['/Count 1', '/Count -1']))).toMatch(/^file-|正文|^$/);
  });

  it('numbers that are none', async () => {
    const drawn = `BT /F1 1e999 Tf 1 0 0 1 1e308 -1e308 Tm <6b63> Tj ET\n${text(100, 700, '正文')}0 0 m 1e308 1e308 l S\n`;
    expect(await outcomeOf(pdfFile({ pages: [drawn] }))).toContain('正文');
  });

  it.each(['', '%%EOF', 'x'.repeat(2_000), 'trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF'])(
    'only a head: %.10s',
    async (body) => {
      expect(await outcomeOf(bytesOf(outside(body)))).toBe('file-broken-pdf');
    },
  );
});

describe('any bytes', () => {
  const western = (sketch: Parameters<typeof pdfFile>[0]): Uint8Array =>
    rewritten(pdfFile(sketch), [
      '/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]',
      '/Subtype/Type1/BaseFont/Helvetica',
    ]);
  const cell = (x: number, y: number, content: string): string =>
    `BT /F1 12 Tf 1 0 0 1 ${x} ${y} Tm (${content}) Tj ET\n`;
  const frame = table(
    80,
    700,
    [90, 160],
    [
      ['', ''],
      ['', ''],
    ],
  );
  const cells = cell(85, 684, 'Name') + cell(180, 684, 'Zhang') + cell(85, 660, 'Date') + cell(180, 660, '2026-03-18');
  const form = frame + cells + picture(300, 300, 90, 90);
  /** The tables of an encoding take most of the time of a small file: most have none. */
  const seeds = [
    western({ pages: [form, cell(80, 760, 'Page'), ''] }),
    western({
      pages: [form],
      info: '/Title(Form)',
      catalogue: '/AcroForm<</Fields[20 0 R]>>',
      objects: { 20: '<</FT/Tx/T(a)/V(b)>>' },
    }),
    western({ pages: [form, form], packed: true }),
    western({ pages: [form] }),
    pdfFile({ pages: [paragraphs(['为规范窗口服务，制定本办法。'])] }),
  ];
  /** A change: bytes put over others, a piece cut out, or a piece put in twice. */
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    how: fc.constantFrom('over', 'cut', 'twice'),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
  });

  it('are read or end with a sentence', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...seeds),
        fc.array(change, { minLength: 1, maxLength: 5 }),
        async (seed, changes) => {
          let bytes = Buffer.from(seed);
          for (const { at, how, bytes: piece } of changes) {
            const from = 9 + Math.floor(at * (bytes.length - 9));
            const [before, after] = [bytes.subarray(0, from), bytes.subarray(from)];
            if (how === 'over') bytes = Buffer.concat([before, piece, after.subarray(piece.length)]);
            else if (how === 'cut') bytes = Buffer.concat([before, after.subarray(piece.length * 8)]);
            else bytes = Buffer.concat([before, after.subarray(0, 40), after]);
          }
          expect(typeof (await outcomeOf(new Uint8Array(bytes)))).toBe('string');
        },
      ),
      { numRuns: fuzzRounds(500) },
    );
  });

  it('cut off anywhere are read or end with a sentence', async () => {
    const [seed = new Uint8Array()] = seeds;
    for (let length = 9; length < seed.length; length += 97)
      expect(typeof (await outcomeOf(seed.slice(0, length)))).toBe('string');
  });
});
