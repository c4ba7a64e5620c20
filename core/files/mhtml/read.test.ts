import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../base/problems.ts';
import { damaged, fc, fuzzRounds } from '../../base/testing.ts';
import { type DocumentModel, fieldOf } from '../../document/model.ts';
import { readDocument } from '../read.ts';
import { gb18030 } from '../testing.ts';
import { readMime } from './mime.ts';
import { mhtmlFile, quotedPrintable } from './testing.ts';

// Each page is opened as a browser's document: slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const read = (bytes: Uint8Array): Promise<DocumentModel> =>
  readDocument('甲.mht', bytes, { uri: '甲.mht', sha256: '' });
const texts = async (bytes: Uint8Array) => (await read(bytes)).blocks.map(({ text }) => text);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('pages in one file', () => {
  it.each(['base64', 'quoted-printable', '8bit'] as const)('reads a page written in %s', async (encoding) => {
    const page = mhtmlFile([
      { type: 'text/html; charset="gb2312"', content: gb18030('<p>标准化＝培训=3D</p>'), encoding },
    ]);
    expect(await texts(page)).toEqual(['标准化＝培训=3D']);
  });

  it('reads quoted-printable in which the bytes of Chinese stand as they are', async () => {
    const page = mhtmlFile([
      { type: 'text/html; charset="utf-8"', content: utf8('<p class=3D"a">窗口服务</p>'), encoding: '8bit' },
    ]);
    const plain = Buffer.from(page).toString('latin1').replace('Encoding: 8bit', 'Encoding: quoted-printable');
    expect(await texts(new Uint8Array(Buffer.from(plain, 'latin1')))).toEqual(['窗口服务']);
  });

  it('goes by the encoding that the head of a part tells before that which its page tells', async () => {
    const page = '<meta charset="utf-8"><p>标准化</p>';
    expect(await texts(mhtmlFile([{ type: 'text/html; charset=gb2312', content: gb18030(page) }]))).toEqual(['标准化']);
    const utf16 = new Uint8Array(Buffer.from('\ufeff<p>标准化</p>', 'utf16le'));
    expect(await texts(mhtmlFile([{ type: 'text/html; charset="unicode"', content: utf16 }]))).toEqual(['标准化']);
  });

  it('finds frames by their address, relative to the page that shows them, and by their number', async () => {
    const form = '<table><tr><td>拟稿人</td><td>王芳</td><td>签发人</td><td></td></tr></table>';
    for (const [source, part] of [
      ['form.htm', { location: 'http://oa.example/a/form.htm' }],
      ['http://oa.example/b/form.htm', { location: 'http://oa.example/b/form.htm' }],
      ['cid:frame-1@mhtml.blink', { id: 'frame-1@mhtml.blink' }],
    ] as const) {
      const model = await read(
        mhtmlFile([
          {
            type: 'text/html',
            location: 'http://oa.example/a/page.htm',
            content: utf8(`<h1>发文稿纸</h1><iframe src="${source}">`),
          },
          { type: 'text/html; charset=utf-8', content: utf8(form), ...part },
        ]),
      );
      expect(fieldOf(model, 'drafter')).toMatchObject({ state: 'present', value: ['王芳'], sources: [{ frame: '0' }] });
      expect(fieldOf(model, 'approver').state).toBe('blank');
    }
  });

  it('calls nothing missing where a frame does not stand in the file, and looks for none beside it', async () => {
    const page = mhtmlFile([
      { type: 'text/html', content: utf8('<table><tr><td>拟稿人</td><td>王芳</td></tr></table><iframe src="b.htm">') },
    ]);
    const beside = vi.fn(() => utf8('<p>别的</p>'));
    const model = await readDocument('甲.mht', page, { uri: '甲.mht', sha256: '', beside });
    expect(fieldOf(model, 'approver').state).toBe('unreadable');
    expect(beside).not.toHaveBeenCalled();
  });

  it('begins with the part that the head names, and knows style sheets that hide something', async () => {
    const page = mhtmlFile(
      [
        { type: 'text/css', id: 'style', content: utf8('.a{display:none}') },
        { type: 'text/html', content: utf8('<p>别的</p>') },
        {
          type: 'text/html',
          id: 'root',
          content: utf8('<link rel="stylesheet" href="cid:style"><p class="a">藏</p><p>文</p>'),
        },
      ],
      { start: '<root>' },
    );
    const model = await read(page);
    expect(model.blocks.filter(({ hidden }) => !hidden).map(({ text }) => text)).toEqual(['文']);
  });

  it('reads parts inside of parts, and a file that was cut off', async () => {
    const inner = new TextDecoder().decode(
      mhtmlFile([{ type: 'text/html', content: utf8('<p>文</p>') }], { boundary: 'inner' }),
    );
    const [head = '', ...body] = inner.split('\r\n\r\n');
    const type = /Content-Type: (.*(?:\r\n\s.*)*)/.exec(head)?.[1] ?? '';
    expect(await texts(mhtmlFile([{ type, content: utf8(body.join('\r\n\r\n')), encoding: '8bit' }]))).toEqual(['文']);
    const long = mhtmlFile([
      { type: 'text/html', content: utf8(`<p>文</p><p>${'x'.repeat(900)}</p>`), encoding: '8bit' },
    ]);
    expect((await texts(long.subarray(0, long.length - 300)))[0]).toBe('文');
  });

  it.each([
    ['no part', mhtmlFile([])],
    ['no page', mhtmlFile([{ type: 'image/png', content: Uint8Array.of(1, 2) }])],
    ['an empty page', mhtmlFile([{ type: 'text/html', content: new Uint8Array() }])],
  ])('says that there is no page: %s', async (_, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ problem: { code: 'file-broken-mhtml' } });
  });
});

describe('readMime', () => {
  it('ends whatever the bytes: damaged files', () => {
    const whole = mhtmlFile([
      {
        type: 'text/html; charset="gb2312"',
        content: gb18030('<p>标准化</p>'),
        encoding: 'base64',
        location: 'http://a.example/',
      },
      { type: 'text/css', content: utf8('a{}'), encoding: 'quoted-printable', id: 'b' },
    ]);
    fc.assert(
      fc.property(damaged(whole), (bytes) => {
        for (const part of readMime(bytes).parts) expect(part.bytes().length).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: fuzzRounds(), seed: 7 },
    );
  });

  it('reads damaged files to a page or a coded problem', async () => {
    const whole = mhtmlFile([{ type: 'text/html', content: utf8('<p>标准化</p>'), encoding: 'base64' }]);
    for (let round = 0; round < 40; round += 1) {
      const bytes = whole.slice();
      bytes[(round * 97) % bytes.length] = (round * 31) % 256;
      try {
        await read(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(ProblemError);
      }
    }
  });

  it('takes parts that nest without end, and many of them, only so far', () => {
    const nested = Array.from(
      { length: 200 },
      (_, depth) => `Content-Type: multipart/related; boundary=b${depth}\n\n--b${depth}\n`,
    ).join('');
    expect(readMime(utf8(`${nested}Content-Type: text/html\n\n<p>`)).parts).toEqual([]);
    const many = `Content-Type: multipart/related; boundary=b\n\n${'--b\nContent-Type: a/b\n\nx\n'.repeat(5000)}`;
    expect(readMime(utf8(many)).parts.length).toBeLessThanOrEqual(2000);
  });

  it('decodes what is written as it should not be', () => {
    expect(quotedPrintable(utf8('=é'))).toBe('=3D=C3=A9');
    const body = 'a=\r\nb=zz=4';
    const file = `Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${body}\r\n--b--`;
    expect(new TextDecoder().decode(readMime(utf8(file)).parts[0]?.bytes())).toBe('ab=zz=4\r\n');
  });
});
