import { describe, expect, it } from 'vitest';
import { damaged, fc, fuzzRounds, problemCode } from '../../base/testing.ts';
import { LIMITS } from '../limits.ts';
import { gb18030 } from '../testing.ts';
import { readTxt } from './read.ts';

const read = (content: string | Uint8Array) =>
  readTxt({
    name: '甲.txt',
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    uri: '甲.txt',
    sha256: 'ab'.repeat(32),
  });
const lines = (content: string | Uint8Array) =>
  read(content).blocks.map(({ text, source }) => [text, source.from === 'file' && source.place.line]);

const codeOf = (content: string | Uint8Array): string => problemCode(() => read(content));

describe('readTxt', () => {
  it('takes every line that is not blank for a paragraph, whatever ends it', () => {
    const expected = [
      ['关于某事的通知', 1],
      ['各村：', 3],
      ['正文。', 4],
    ];
    expect(lines('关于某事的通知\r\n\r\n各村：\r\n　　正文。\r\n')).toEqual(expected);
    expect(lines('关于某事的通知\n \t\u3000\n各村：\n    正文。')).toEqual(expected);
    expect(lines('关于某事的通知\r\r各村：\r正文。\r\r\r')).toEqual(expected);
  });

  it('reads UTF-8, UTF-16 by its mark, and GB 18030', () => {
    const text = '拟稿人：王芳\n审核人：李建国';
    const shown = ['拟稿人：王芳', '审核人：李建国'];
    const texts = (bytes: Uint8Array | string) => read(bytes).blocks.map((block) => block.text);
    expect(texts(`\ufeff${text}`)).toEqual(shown);
    expect(texts(new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')))).toEqual(shown);
    expect(texts(new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16()))).toEqual(shown);
    expect(texts(gb18030(text))).toEqual(shown);
  });

  it('keeps tabs, which part what stands on one line', () => {
    expect(lines('编制：王芳\t 审核：李建国\t')).toEqual([['编制：王芳\t审核：李建国', 1]]);
  });

  it('names the file by its first line that is a title', () => {
    expect(read('源潭镇\n标准化培训记录表\n主题：宣贯').title).toBe('标准化培训记录表');
  });

  it.each([
    ['file-empty', ' \n\u3000\r\n'],
    ['file-not-text', Uint8Array.of(0xff, 0xff, 0x41)],
    ['file-not-text', '文\u0001'],
    ['none', '文\n'.repeat(LIMITS.txt.lines - 1)],
    ['file-too-many-lines', '文\n'.repeat(LIMITS.txt.lines + 1)],
    ['none', '文'.repeat(LIMITS.txt.line)],
    ['file-line-too-long', '文'.repeat(LIMITS.txt.line + 1)],
  ])('%s', (code, content) => {
    expect(codeOf(content)).toBe(code);
  });

  it('gives parts or a coded problem for any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => /^(?:none|file-)/.test(codeOf(bytes))));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) =>
        ['none', 'file-empty', 'file-not-text'].includes(codeOf(text)),
      ),
    );
  });

  it('gives parts or a coded problem for damaged files of either encoding', () => {
    const text = '关于某事的通知\r\n\r\n各村：\n\t正文\u{20000}。\n附件：1. 甲\n';
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(text, (one) => one.charCodeAt(0)).buffer),
    ]);
    for (const whole of [new TextEncoder().encode(text), gb18030(text.replace('\u{20000}', '')), utf16])
      fc.assert(
        fc.property(damaged(whole), (bytes) => {
          expect(codeOf(bytes)).toMatch(/^(?:none|file-)/);
        }),
        { numRuns: fuzzRounds(), seed: 7 },
      );
  });
});
