import { describe, expect, it } from 'vitest';
import { problem } from '../base/problems.ts';
import type { FileSource } from '../base/source.ts';
import { documentFrom } from '../rules/testing.ts';
import { type Paired, pairedOf, pairScans } from './scans.ts';

const TITLE = '关于成立标准化工作领导小组的通知';
const text = (rest: Partial<Paired> = {}): Paired => ({
  ...{ name: '通知（电子版）.docx', title: TITLE, docNumber: '青政〔2026〕3号', writtenOn: '2026-03-02', scan: false },
  ...rest,
});
const scan = (name: string, pages = 2): Paired => ({
  ...{ name, title: '', docNumber: '', writtenOn: '', pages, scan: true },
});
const saidOf = (...files: Paired[]): string[] => pairScans(files).map(({ message }) => message);

describe('pairScans', () => {
  it('pairs by title, number, day and pages', () => {
    expect(saidOf(text({ pages: 2 }), scan(`青政〔2026〕3号 ${TITLE}（2026-03-02盖章）.pdf`))).toEqual([
      expect.stringContaining('对应的电子版是“通知（电子版）.docx”（标题、文号、日期、页数对得上），已经查过'),
    ]);
  });

  it('says what is missing for the pair', () => {
    expect(saidOf(text(), scan(`${TITLE}.pdf`))).toEqual([
      expect.stringContaining('但电子版没有页数可比，扫描件的文件名里没有文号和日期可比'),
    ]);
    expect(saidOf(text({ pages: 3 }), scan(`青政〔2026〕3号.pdf`))).toEqual([
      expect.stringContaining('但扫描件有 2 页，电子版有 3 页'),
    ]);
  });

  it('says that a scan is alone where nothing fits, or two fit as well', () => {
    const alone = expect.stringContaining('也没有找到它的电子版。请附上可编辑的电子版');
    expect(saidOf(scan('扫描0001.pdf'))).toEqual([alone]);
    expect(saidOf(text(), scan('扫描0001.pdf'))).toEqual([alone]);
    expect(saidOf(text(), text({ name: '另一份.docx' }), scan(`${TITLE}.pdf`))).toEqual([alone]);
    expect(saidOf(text({ title: '通知', name: '通知.docx', docNumber: '' }), scan('通知2.pdf'))).toEqual([alone]);
  });

  it('says nothing where no file is a scan', () => expect(saidOf(text())).toEqual([]));
});

it('knows a scan by what its reader said, and its pages by where things stand', () => {
  const source = (page: number): FileSource => ({ from: 'file', name: 'a.pdf', sha256: '', place: { page } });
  const unread = { kind: 'unreadable' as const, problem: problem('no-text', { name: 'a.pdf' }) };
  expect(pairedOf(documentFrom({ notes: [{ ...unread, source: source(3) }] }), 'a.pdf')).toMatchObject({
    scan: true,
    pages: 3,
  });
  expect(pairedOf(documentFrom({ title: TITLE, fields: { docNumber: '一' } }), 'a.docx')).toEqual({
    ...{ name: 'a.docx', title: TITLE, docNumber: '一', writtenOn: '', scan: false },
  });
});
