import { describe, expect, it } from 'vitest';
import { fc, fuzzRounds, problemCode } from '../../base/testing.ts';
import { gb18030 } from '../testing.ts';
import { readRtfContent } from './read.ts';
import { rtfFile, unicode } from './testing.ts';

const FILE = { name: '甲.rtf', sha256: 'ab'.repeat(32) };
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
/** Text in the code page of simplified Chinese. */
const hex = (text: string): string => Array.from(gb18030(text), (byte) => `\\'${byte.toString(16)}`).join('');
const read = (inner: string) => readRtfContent(rtfFile(inner), FILE);
const texts = (inner: string): string[] => read(inner).blocks.map(({ text }) => text);
const codeOf = (bytes: Uint8Array): string => problemCode(() => readRtfContent(bytes, FILE));

describe('text', () => {
  it('reads signs in the code page, by number and by name', () => {
    expect(
      texts(`\\pard ${hex('编制人')}:${unicode('王芳')}\\par \\pard\\ldblquote a\\{b\\}\\rdblquote\\emdash\\~c\\par`),
    ).toEqual(['编制人:王芳', '“a{b}”— c']);
  });

  it('reads bytes of one sign that stand apart, and text that nobody escaped', () => {
    const raw = String.fromCharCode(...gb18030('标准'));
    expect(texts(`\\pard ${raw}\\par\\pard\\'b1\n\\'ea\\par`)).toEqual(['标准', '标']);
  });

  it('goes by the character set of the font', () => {
    expect(
      texts(`{\\fonttbl{\\f5\\fcharset128 MS;}{\\f6\\fcharset238 CE;}}\\pard\\f5\\'93\\'fa\\f6\\'b9\\f0\\par`),
    ).toEqual(['日ą']);
    expect(readRtfContent(bytesOf("{\\rtf1\\ansi\\ansicpg1252 \\pard\\'93a\\'94\\par}"), FILE).blocks[0]?.text).toBe(
      '“a”',
    );
  });

  it('passes over as many signs behind a \\u as it is told', () => {
    expect(texts("\\pard\\uc2\\u26631\\'b1\\'ea\\uc0\\u20934 a{\\uc1\\u29579?}b\\par")).toEqual(['标准a王b']);
    expect(texts('\\pard\\u-10179?\\u-8704?\\par')).toEqual(['😀']);
  });

  it('takes of two ways to write the same the one in Unicode', () => {
    expect(texts(`\\pard{\\upr{??}{\\*\\ud{${unicode('标准')}}}}\\par`)).toEqual(['标准']);
  });

  it('keeps tabs and line ends', () => {
    expect(texts('\\pard a\\tab b\\line c\\_d\\-e\\par')).toEqual(['a\tb\nc-de']);
  });

  it('takes tracked changes as accepted and leaves hidden text out', () => {
    const content = read('\\pard a{\\deleted b}{\\revised c}{\\v d}e{\\deleted\\par}f\\par');
    expect(content.blocks.map(({ text }) => text)).toEqual(['acef']);
    expect(content).toMatchObject({ tracked: true, hidden: true });
  });

  it('shows results of fields, tick boxes and signs of symbol fonts', () => {
    const field = (code: string, result: string) => `{\\field{\\*\\fldinst ${code}}{\\fldrslt ${result}}}`;
    expect(texts(`\\pard a${field(' DATE ', '2026')}b\\par`)).toEqual(['a2026b']);
    expect(texts(`\\pard ${field('SYMBOL 254 \\\\f "Wingdings" \\\\s 10', '')}{\\f2\\u-3928?}\\par`)).toEqual(['☑□']);
    const form = (result: number) => `{\\*\\formfield{\\fftype1\\ffres${result}\\ffdefres1}}`;
    expect(
      texts(`\\pard ${[0, 1, 25].map((result) => field(` FORMCHECKBOX ${form(result)}`, '')).join('')}\\par`),
    ).toEqual(['□☑☑']);
  });

  it('counts pictures once, objects and comments', () => {
    const content = read(
      '\\pard a{\\*\\shppict{\\pict\\pngblip 89504e47}}{\\nonshppict{\\pict 00}}{\\object\\objemb{\\*\\objdata 00}{\\result{\\pict 00}}}{\\*\\annotation b}\\par',
    );
    expect(content).toMatchObject({ pictures: 1, objects: 1, comments: 1, blocks: [{ text: 'a' }] });
  });

  it('passes over raw data and what it does not know', () => {
    expect(texts('\\pard a{\\pict\\bin3 }{\\}b{\\*\\unknown c}{\\xe d}\\nosuchword e\\par')).toEqual(['abe']);
  });

  it('finds headings by style, also through the style it is based on, and by outline level', () => {
    const styles = `{\\stylesheet{Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s2\\sbasedon1 ${unicode('章')};}{\\*\\cs3 Strong;}{\\s4 ${hex('标题')} 3;}}`;
    expect(
      read(`${styles}\\pard\\s1 a\\par\\pard\\s2 b\\par\\pard\\s4 c\\par\\pard\\outlinelevel1 d\\par\\pard e\\par`)
        .blocks,
    ).toMatchObject([
      { kind: 'heading', level: 1, text: 'a' },
      { kind: 'heading', level: 1, text: 'b' },
      { kind: 'heading', level: 3, text: 'c' },
      { kind: 'heading', level: 2, text: 'd' },
      { kind: 'paragraph', text: 'e' },
    ]);
  });

  it('counts automatic numbers and does not repeat those written for older programs', () => {
    const level = (format: number, text: string, more = '') =>
      `{\\listlevel\\levelnfc${format}\\levelnfcn${format}\\levelfollow2\\levelstartat1${more}{\\leveltext ${text};}{\\levelnumbers;}}`;
    const lists = `{\\*\\listtable{\\list${level(37, `\\'02\\'00${unicode('、')}`)}${level(37, `\\'03${unicode('（')}\\'01${unicode('）')}`)}{\\listname ;}\\listid7}}{\\*\\listoverridetable{\\listoverride\\listid7\\listoverridecount0\\ls1}{\\listoverride\\listid7\\listoverridecount1{\\lfolevel\\listoverridestartat\\levelstartat5}\\ls2}}`;
    const item = (list: number, at: number) => `\\pard{\\listtext x\\tab}\\ls${list}\\ilvl${at} a\\par`;
    expect(texts(`${lists}${item(1, 0)}${item(1, 1)}${item(1, 1)}${item(1, 0)}${item(2, 0)}`)).toEqual([
      '一、a',
      '（一）a',
      '（二）a',
      '二、a',
      '五、a',
    ]);
  });
});

describe('tables', () => {
  it('lays out spans and merges', () => {
    const { blocks, tables } = read(
      '\\trowd\\clvmgf\\cellx1000\\cellx3000\\pard\\intbl a\\cell b\\cell\\row\\trowd\\clvmrg\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl\\cell c\\cell d\\cell\\row\\pard e\\par',
    );
    expect(blocks.map(({ text }) => text)).toEqual(['a\tb\t\n\tc\td', 'e']);
    expect(tables[0]?.rows.flat().map((cell) => [cell.text, cell.rows, cell.columns])).toEqual([
      ['a', 2, 1],
      ['b', 1, 2],
      ['c', 1, 1],
      ['d', 1, 1],
    ]);
  });

  it('reads a table in a cell as one of its own, and covered cells as none', () => {
    const inner =
      '\\pard\\intbl\\itap2 b\\nestcell c\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}{\\nonesttables\\par}\\pard\\intbl\\itap1 d\\cell';
    expect(texts(`\\trowd\\cellx1000\\cellx2000\\pard\\intbl a\\cell ${inner}\\row`)).toEqual(['a\td', 'b\tc']);
    expect(
      texts('\\trowd\\clmgf\\cellx1000\\clmrg\\cellx2000\\cellx3000\\pard\\intbl a\\cell\\cell b\\cell\\row'),
    ).toEqual(['a\t\tb']);
  });
});

describe('parts around the text', () => {
  it('reads headers and footers that are shown, notes, boxes and properties', () => {
    const content = read(
      `{\\info{\\title ${hex('题')}}{\\author ${unicode('甲')}}{\\creatim\\yr2026\\mo3\\dy18\\hr2}}\\titlepg{\\header h\\par}{\\headerl x\\par}{\\headerf first\\par}{\\footer f\\par}\\pard a{\\super\\chftn{\\footnote\\pard n\\par}}b{\\footnote\\ftnalt\\pard e\\par}{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt\\pard box\\par}}{\\shprslt old}}\\par`,
    );
    expect(content.blocks.map(({ kind, text, source }) => [kind, text, source])).toMatchObject([
      ['paragraph', 'ab', { place: { paragraph: 1 } }],
      ['paragraph', 'box', { place: { box: 1, paragraph: 1 } }],
      ['header', 'h', { place: { header: 1 } }],
      ['header', 'first', { place: { header: 2 } }],
      ['footer', 'f', { place: { footer: 1 } }],
      ['note', 'n', { place: { footnote: 1 } }],
      ['note', 'e', { place: { endnote: 1 } }],
    ]);
    expect(content.properties).toEqual({ title: '题', creator: '甲', created: '2026-03-18T02:00:00.000Z' });
    expect(content.pictures).toBe(0);
  });
});

describe('files that cannot be read', () => {
  it('names one whose end is missing, and one that is nested too deep', () => {
    expect(codeOf(rtfFile('\\pard a\\par').subarray(0, -1))).toBe('file-not-office');
    expect(codeOf(rtfFile(`${'{'.repeat(100_000)}a${'}'.repeat(100_000)}`))).toBe('file-not-office');
  });

  it('gives what stands in it or a coded problem for every damaged file', () => {
    const pieces = [
      '{',
      '}',
      '\\par',
      '\\cell',
      '\\row',
      '\\trowd',
      '\\cellx1',
      '\\intbl',
      '\\itap2',
      '\\nestcell',
      '\\nestrow',
      '\\pard',
      '\\u-1?',
      "\\'b1",
      '\\bin9',
      '\\ls1',
      '{\\header',
      '{\\*\\shpinst',
      '{\\shptxt',
      '{\\footnote',
      '\\ftnalt',
      '{\\field',
      '{\\*\\fldinst',
      '{\\*\\listtable{\\list{\\listlevel',
      '{\\leveltext',
      '{\\stylesheet{\\s1',
      '{\\fonttbl{\\f0',
      '{\\info{\\title',
      '{\\upr',
      '{\\*\\ud',
      '\\sect',
      '\\deleted',
      '\\v',
      'a',
      '标',
      '\u0000',
      '\\uc9',
      '\\f0',
      '\\',
      '{\\pict',
      '{\\object',
      '\\itap99999',
    ];
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), fc.boolean(), (parts, closed) => {
        const inner = parts.join(' ');
        const open = inner.split('{').length - inner.split('}').length;
        const code = codeOf(rtfFile(closed ? `${inner} ${'}'.repeat(Math.max(0, open))}` : inner));
        seen.add(code);
        expect(code === 'none' || code.startsWith('file-')).toBe(true);
      }),
      { numRuns: fuzzRounds(), seed: 7 },
    );
    expect([...seen].sort()).toEqual(expect.arrayContaining(['none', 'file-not-office']));
  });
});
