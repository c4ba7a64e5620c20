import { describe, expect, it } from 'vitest';
import { sniff } from './sniff.ts';
import { compoundFile, paragraph, wordFile, zipOf } from './testing.ts';

const text = (content: string) => new TextEncoder().encode(content);

describe('sniff', () => {
  it.each([
    ['docx', wordFile({ body: paragraph('文') })],
    ['encrypted', compoundFile(['EncryptionInfo', 'EncryptedPackage'])],
    ['old-word', compoundFile(['WordDocument', '1Table'])],
    ['unknown', compoundFile(['Workbook'])],
    [
      'unknown',
      zipOf([
        { path: 'xl/workbook.xml', content: '' },
        { path: '_rels/.rels', content: '' },
      ]),
    ],
    ['unknown', text('PK 这不是压缩包')],
    ['html', text('<!-- saved from url=(0014)about:internet -->\n<!DOCTYPE html><html></html>')],
    ['html', text('\ufeff  <html>')],
    ['html', new Uint8Array(Buffer.from('\ufeff<!doctype html><p>文', 'utf16le'))],
    ['html', text('<TABLE class=a><tr>')],
    ['html', text('<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html>')],
    [
      'mhtml',
      text(
        'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n\r\n',
      ),
    ],
    ['unknown', text('一段文字')],
    ['unknown', text('<?xml version="1.0"?><w:wordDocument/>')],
    ['unknown', text('{\\rtf1')],
    ['unknown', new Uint8Array()],
  ])('%s', (kind, bytes) => {
    expect(sniff(bytes)).toBe(kind);
  });
});
