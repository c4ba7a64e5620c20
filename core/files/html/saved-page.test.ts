import { describe, expect, it } from 'vitest';
import type { Beside } from '../parser.ts';
import { decodeHtml, openPage } from './saved-page.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** 标准化 in GB 18030. */
const GB_TEXT = new Uint8Array([0xb1, 0xea, 0xd7, 0xbc, 0xbb, 0xaf]);
const open = async (html: string, files: Record<string, string> = {}) => {
  const asked: string[] = [];
  const beside: Beside = (reference) => {
    asked.push(reference);
    const content = files[reference];
    return content === undefined ? undefined : utf8(content);
  };
  return { ...(await openPage('甲.html', utf8(html), beside)), asked };
};
const frames = (document: Document) =>
  Array.from(document.querySelectorAll('iframe'), (frame) => frame.contentDocument?.body?.textContent ?? null);

describe('decodeHtml', () => {
  it('goes by the mark, the declaration, and else by what fits', () => {
    const declared = (charset: string, bytes: Uint8Array) =>
      decodeHtml(new Uint8Array([...utf8(`<meta charset="${charset}">`), ...bytes]));
    expect(declared('gb2312', GB_TEXT)).toContain('标准化');
    expect(declared('utf-8', utf8('标准化'))).toContain('标准化');
    expect(declared('gb2312', utf8('\ufeff标准化'))).not.toContain('�');
    expect(declared('utf-8', GB_TEXT)).toContain('标准化');
    expect(declared('no-such-charset', GB_TEXT)).toContain('标准化');
    expect(decodeHtml(GB_TEXT)).toBe('标准化');
    expect(decodeHtml(new Uint8Array(Buffer.from('\ufeff标准化', 'utf16le')))).toBe('标准化');
    expect(decodeHtml(utf8('<meta http-equiv="Content-Type" content="text/html; charset=utf-8">标准化'))).toContain(
      '标准化',
    );
  });
});

describe('openPage', () => {
  it('runs no script', async () => {
    const { document } = await open(
      '<title>甲</title><script>document.title="乙"</script><img src=x onerror="document.title=1"><iframe srcdoc="<script>parent.document.title=2</script>"></iframe>',
    );
    expect(document.title).toBe('甲');
  });

  it('fills frames that were saved beside it, frames inside them, and srcdoc', async () => {
    const { document, asked } = await open(
      '<iframe src="./甲_files/a.html?x=1"></iframe><iframe srcdoc="<p>丙</p>"></iframe>',
      {
        './甲_files/a.html': '<p>乙</p><iframe src="b%20.html"></iframe>',
        './甲_files/b .html': '<p>丁</p>',
      },
    );
    expect(frames(document)).toEqual(['乙', '丙']);
    const [first] = document.querySelectorAll('iframe');
    expect(first?.contentDocument && frames(first.contentDocument)).toEqual(['丁']);
    expect(asked).toEqual(['./甲_files/a.html', './甲_files/b .html']);
  });

  it.each([
    'https://oa.invalid/a.html',
    '//oa.invalid/a.html',
    '/etc/hostname',
    '../a.html',
    'b/../../a.html',
    '%2e%2e/a.html',
    '..\\a.html',
    'file:///etc/hostname',
    'C:\\a.html',
    'javascript:1',
    'data:text/html,甲',
  ])('leaves a frame of %s alone', async (source) => {
    const { document, asked } = await open(`<iframe src="${source}"></iframe>`, { [source]: '<p>错</p>' });
    expect(document.querySelector('iframe')?.contentDocument).toBeNull();
    expect(asked).toEqual([]);
  });

  it('leaves a frame that was not saved without a document and an empty one empty', async () => {
    const { document } = await open('<iframe src="gone.html"></iframe><iframe></iframe>');
    expect(frames(document)).toEqual([null, '']);
    expect(document.querySelector('iframe')?.contentDocument).toBeNull();
  });

  it('ends with frames that hold themselves', async () => {
    const { document } = await open('<iframe src="a.html"></iframe>', {
      'a.html': '<iframe src="a.html"></iframe>'.repeat(10),
    });
    expect(document.querySelector('iframe')?.contentDocument).not.toBeNull();
  });

  it('puts saved style sheets in', async () => {
    const { document } = await open('<link rel="stylesheet" href="a.css"><p class="x">甲</p>', {
      'a.css': '.x { display: none }',
    });
    const text = document.querySelector('p');
    expect(text && document.defaultView?.getComputedStyle(text).display).toBe('none');
  });

  it('shows a body that only scripts would show', async () => {
    const { document } = await open(
      '<body style="visibility: hidden; color: red"><p style="visibility: hidden">甲</p>乙',
    );
    expect(document.body.getAttribute('style')).toBe('color: red;');
    expect(document.querySelector('p')?.getAttribute('style')).toContain('hidden');
  });

  it('takes its address from the remark of the browser that saved it', async () => {
    expect((await open('<!-- saved from url=(0030)http://oa.invalid/doc?id=12 -->\n<html>')).document.URL).toBe(
      'http://oa.invalid/doc?id=12',
    );
    expect((await open('<p>')).document.URL).toBe('https://saved-page.invalid/%E7%94%B2.html');
  });
});
