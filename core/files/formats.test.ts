import { describe, expect, it } from 'vitest';
import { PROBLEM_SENTENCES } from '../base/problems.ts';
import { endingOf, FORMATS, formatOf, formatOfName } from './formats.ts';
import { compoundFile, gb18030, paragraph, wordFile, zipOf } from './testing.ts';

const text = (content: string) => new TextEncoder().encode(content);

describe('formatOf', () => {
  it.each([
    ['docx', 'a', wordFile({ body: paragraph('文') })],
    ['encrypted', 'a', compoundFile(['EncryptionInfo', 'EncryptedPackage'])],
    ['old-word', 'a', compoundFile(['WordDocument', '1Table'])],
    ['encrypted', 'a', compoundFile(['WordDocument', 'EncryptedPackage'])],
    ['unknown', 'a', compoundFile(['Workbook'])],
    [
      'unknown',
      'a',
      zipOf([
        { path: 'xl/workbook.xml', content: '' },
        { path: '_rels/.rels', content: '' },
      ]),
    ],
    ['unknown', 'a', text('PK 这不是压缩包')],
    ['ofd', 'a', zipOf([{ path: 'OFD.xml', content: '' }])],
    ['ofd', 'a', zipOf([{ path: '\\ofd.XML', content: '' }])],
    ['zip', 'a', zipOf([{ path: '通知.txt', content: '' }])],
    ['zip', 'a.docx', zipOf([{ path: 'a/ofd.xml', content: '' }])],
    ['other-archive', 'a.zip', Uint8Array.of(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x01)],
    ['md', 'a.md', text('# 一段文字')],
    ['md', 'a.Markdown', gb18030('一段文字')],
    ['unknown', 'a.md', Uint8Array.of(0, 1, 2)],
    ['html', 'a', text('<!-- saved from url=(0014)about:internet -->\n<!DOCTYPE html><html></html>')],
    ['html', 'a', text('\ufeff  <html>')],
    ['html', 'a', new Uint8Array(Buffer.from('\ufeff<!doctype html><p>文', 'utf16le'))],
    ['html', 'a', text('<TABLE class=a><tr>')],
    ['html', 'a', text('<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html>')],
    [
      'mhtml',
      'a',
      text(
        'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n\r\n',
      ),
    ],
    ['unknown', 'a', text('一段文字')],
    ['unknown', 'a', text('<?xml version="1.0"?><w:wordDocument/>')],
    ['unknown', 'a', text('{\\rtf1')],
    ['unknown', 'a', new Uint8Array()],
    ['txt', 'a.txt', text('一段文字')],
    ['txt', 'a.TXT', text('\ufeff一段文字\u001a')],
    ['txt', 'a.txt', gb18030('一段文字')],
    ['txt', 'a.txt', new Uint8Array(Buffer.from('\ufeff一段文字', 'utf16le'))],
    ['txt', 'a.txt', text('文'.repeat(4000))],
    ['csv', 'a.csv', text('甲,乙')],
    ['csv', 'a.csv', gb18030('甲,乙'.repeat(4001))],
    ['unknown', 'a.log', text('一段文字')],
    ['unknown', 'a.docx', text('一段文字')],
    ['unknown', 'a.txt', Uint8Array.of(0, 1, 2, 3)],
    ['unknown', 'a.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['unknown', 'a.csv', Uint8Array.of(0x41, 0xff, 0xff)],
    ['html', 'a.txt', text('<html>')],
    ['docx', 'a.txt', wordFile({ body: paragraph('文') })],
  ])('%s, named %s', (id, name, bytes) => {
    expect(formatOf({ name, bytes })?.id ?? 'unknown').toBe(id);
  });

  it.each([
    '<fieldset><legend>发文单</legend></fieldset>',
    '<section class="form">',
    '<ul><li>文</li></ul>',
    '<BR>文',
    '<font color=red>文</font>',
    '\ufeff\ufeff<!-- 片段 --><legend>文</legend>',
    '<el-form label="a">',
  ])('%s begins a page', (page) => {
    expect(formatOf({ name: 'a', bytes: text(page) })?.id).toBe('html');
  });

  it.each(['<record><a/></record>', '<?xml version="1.0"?><data><a/></data>', '<w:document>', '<5 项', '<说明>文'])(
    '%s begins none',
    (page) => {
      expect(formatOf({ name: 'a', bytes: text(page) })).toBeUndefined();
    },
  );
});

describe('the table', () => {
  it('names each format once and each ending once', () => {
    expect(new Set(FORMATS.map(({ id }) => id)).size).toBe(FORMATS.length);
    const endings = FORMATS.flatMap((format) => format.endings);
    expect(new Set(endings).size).toBe(endings.length);
    for (const ending of endings) expect(endingOf(`甲${ending}`)).toBe(ending);
  });

  it('has a sentence for every refusal', () => {
    const codes = FORMATS.flatMap((format) => ('refusal' in format ? [format.refusal] : (format.impostor ?? [])));
    expect(codes.length).toBeGreaterThan(3);
    for (const code of codes) expect(PROBLEM_SENTENCES[code]).toContain('{name}');
  });

  it('goes by the last ending of a name', () => {
    expect(['甲.docx', '甲.DOC', 'a.b/甲', '.docx', '甲.', '甲.tar.csv'].map((name) => formatOfName(name)?.id)).toEqual(
      ['docx', 'old-word', undefined, undefined, undefined, 'csv'],
    );
  });
});
