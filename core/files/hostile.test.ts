import { describe, expect, it } from 'vitest';
import { type Problem, ProblemError } from '../base/problems.ts';
import type { DocumentModel } from '../document/model.ts';
import { docFile, line } from './doc/testing.ts';
import { BUDGETS, LIMITS } from './limits.ts';
import { readDocument } from './read.ts';
import { paragraph, run, wordFile } from './testing.ts';

/** Files made to use up time and memory: each is read, or ends with a sentence that says what was too much. */

const read = (name: string, bytes: Uint8Array): Promise<DocumentModel> =>
  readDocument(name, bytes, { uri: name, sha256: '' });
const page = (html: string): Uint8Array => new TextEncoder().encode(`<!doctype html><body>${html}`);

async function problemOf(name: string, bytes: Uint8Array): Promise<Problem | undefined> {
  try {
    await read(name, bytes);
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}

/** Raw parts that deflate less well than one piece repeated: the bound on swelling is not what is tried here. */
const many = (count: number, piece: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join('');

describe('Word files made to take long', () => {
  it('resolves a chain of styles, each based on the one before', async () => {
    const styles = many(
      8_000,
      (index) =>
        `<w:style w:type="paragraph" w:styleId="s${index}"><w:name w:val="n${index}"/>${
          index === 0 ? '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>' : `<w:basedOn w:val="s${index - 1}"/>`
        }</w:style>`,
    );
    const { blocks } = await read('甲.docx', wordFile({ styles, body: paragraph('题', '<w:pStyle w:val="s7999"/>') }));
    expect(blocks).toMatchObject([{ kind: 'heading', level: 2, text: '题' }]);
  });

  it('resolves styles that are based on one another in a circle', async () => {
    const styles = many(
      3_000,
      (index) =>
        `<w:style w:type="paragraph" w:styleId="s${index}"><w:basedOn w:val="s${(index + 1) % 3_000}"/>${
          index === 2_999 ? '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>' : ''
        }</w:style>`,
    );
    const { blocks } = await read('甲.docx', wordFile({ styles, body: paragraph('题', '<w:pStyle w:val="s0"/>') }));
    expect(blocks).toMatchObject([{ level: 1 }]);
  });

  const numbered = (text: string, count: number): Uint8Array =>
    wordFile({
      numbering: `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
      body: paragraph('文', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>').repeat(count),
    });

  it('refuses a number whose description, or which itself, is longer than Word can write', async () => {
    expect(await problemOf('甲.docx', numbered('%1'.repeat(4_000), 1))).toMatchObject({
      code: 'file-number-too-long',
      message: expect.stringContaining(`超过 ${LIMITS.docx.marker} 个字`),
    });
    // VIII is four letters, so that the eighth number is the first that is too long.
    const each = '%1'.repeat(100);
    expect((await read('甲.docx', numbered(each, 2))).blocks).toHaveLength(2);
    expect(await problemOf('甲.docx', numbered(each, 8))).toMatchObject({ code: 'file-number-too-long' });
  });

  it.each([
    ['held', wordFile({ body: `<w:p>${run('a').repeat(BUDGETS.held.most / 3 + 1)}</w:p>` })],
    ['paragraphs', wordFile({ body: many(BUDGETS.paragraphs.most + 1, (index) => paragraph(String(index))) })],
    [
      'cells',
      wordFile({
        body: `<w:tbl>${many(BUDGETS.cells.most / 60 + 1, (row) => `<w:tr>${`<w:tc><w:p>${row}</w:p></w:tc>`.repeat(60)}</w:tr>`)}</w:tbl>`,
      }),
    ],
    [
      'characters',
      wordFile({
        body: many(5, (part) => paragraph(many(BUDGETS.characters.most / 15, (index) => `${part}${index % 10_000}`))),
      }),
    ],
  ] as const)('says when there is too much: %s', async (what, bytes) => {
    const { most, word } = BUDGETS[what];
    expect(await problemOf('甲.docx', bytes)).toMatchObject({
      code: 'file-too-much',
      message: expect.stringContaining(`“甲.docx”里有超过 ${most} ${word}`),
    });
  });
});

describe('old Word files made to take long', () => {
  const rtf = (inner: string): Uint8Array => new TextEncoder().encode(`{\\rtf1 ${inner}}`);
  const most = BUDGETS.characters.most;

  it.each([
    ['one endless paragraph', '甲.rtf', rtf('a'.repeat(2 * most + 1)), 'characters'],
    ['an endless name of a font', '甲.rtf', rtf(`{\\fonttbl{\\f0 ${'a'.repeat(2 * most + 1)}}}`), 'characters'],
    ['a table of one endless row', '甲.rtf', rtf('\\cell '.repeat(BUDGETS.held.most)), 'held'],
    ['many paragraphs', '甲.rtf', rtf('a\\par '.repeat(BUDGETS.paragraphs.most + 1)), 'paragraphs'],
    ['one endless binary paragraph', '甲.doc', docFile({ body: [line('a'.repeat(most))] }), 'characters'],
    [
      'many binary paragraphs',
      '甲.doc',
      docFile({ body: [line('a\r'.repeat(BUDGETS.paragraphs.most))] }),
      'paragraphs',
    ],
  ] as const)('says when there is too much: %s', async (_, name, bytes, what) => {
    expect(await problemOf(name, bytes)).toMatchObject({
      code: 'file-too-much',
      message: expect.stringContaining(BUDGETS[what].word),
    });
  });
});

describe('pages made to take long', () => {
  it.each([
    ['tags', '<p>a</p>'.repeat(BUDGETS.tags.most + 1)],
    ['frames', '<iframe srcdoc="<p>文</p>"></iframe>'.repeat(1_000)],
    ['attributesOfOne', `<p ${many(100_000, (index) => `a${index}=1 `)}>文</p>`],
    ['attributes', `<p ${many(400, (index) => `a${index} `)}>`.repeat(BUDGETS.attributes.most / 400 + 1)],
  ] as const)('says when there is too much: %s', async (what, html) => {
    const { most, word } = BUDGETS[what];
    expect(await problemOf('甲.html', page(html))).toMatchObject({
      code: 'file-too-much',
      message: expect.stringContaining(`“甲.html”里有超过 ${most} ${word}`),
    });
  });

  it('reads a page beside a frame that is too much, and says that the frame was not read', async () => {
    const inner = '<p>a</p>'.repeat(BUDGETS.tags.most + 1);
    const { blocks, notes } = await read('甲.html', page(`<p>一</p><iframe srcdoc="${inner}"></iframe><p>二</p>`));
    expect(blocks.map(({ text }) => text)).toEqual(['一', '二']);
    expect(notes.map(({ problem }) => problem?.code)).toContain('frame-unreadable');
  });

  it('looks at no more style rules than it may, and says so', async () => {
    const rules = many(LIMITS.html.rules + 1, (index) => `.c${index}{display:none}`);
    const { blocks, notes } = await read('甲.html', page(`<style>${rules}</style><p class="c0">一</p><p>二</p>`));
    expect(blocks.map(({ text }) => text)).toEqual(['二']);
    expect(notes.map(({ problem }) => problem?.code)).toContain('page-too-many-styles');
  });

  it('holds no more elements against many style rules than it may, and says so', async () => {
    const rules = many(2_000, (index) => `.x .c${index}{display:none}`);
    const asked = many(300, (index) => `<p class="c${index}">文</p>`);
    const { blocks, notes } = await read('甲.html', page(`<style>${rules}</style>${asked}`));
    expect(blocks).toHaveLength(300);
    expect(notes.map(({ problem }) => problem?.code)).toContain('page-too-many-styles');
  });
});
