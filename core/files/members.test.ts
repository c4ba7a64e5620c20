import { describe, expect, it } from 'vitest';
import { ProblemError } from '../base/problems.ts';
import { damaged, fc, fuzzRounds } from '../base/testing.ts';
import { membersOfZip } from './containers/members.ts';
import { LIMITS } from './limits.ts';
import { membersOf } from './members.ts';
import { ofdFile, textAt } from './ofd/testing.ts';
import { readDocument } from './read.ts';
import { gb18030, paragraph, wordFile, zipOf } from './testing.ts';

const NOTICE = wordFile({ body: paragraph('关于某事的通知') });
const of = (bytes: Uint8Array, name = '甲.zip') => membersOf({ name, bytes });
const brief = async (bytes: Uint8Array) =>
  (await of(bytes))?.map((member) => [
    member.name,
    'problem' in member ? member.problem.code : member.bytes.length > 0,
  ]);

describe('membersOf', () => {
  it('gives the files of an archive with their paths, and leaves out folders and what systems put there', async () => {
    const bytes = zipOf([
      { path: '通知/', content: '' },
      { path: '通知\\正文.docx', content: NOTICE },
      { path: '通知/附件/名单.txt', content: '名单' },
      { path: '__MACOSX/通知/._正文.docx', content: 'x' },
      { path: '通知/.DS_Store', content: 'x' },
      { path: '../../etc/hostname', content: 'x' },
    ]);
    expect(await brief(bytes)).toEqual([
      ['通知/正文.docx', true],
      ['通知/附件/名单.txt', true],
      ['etc/hostname', true],
    ]);
    const [first] = (await of(bytes)) ?? [];
    const content = first && 'bytes' in first ? first.bytes : new Uint8Array();
    expect((await readDocument('正文.docx', content, { uri: '正文.docx', sha256: '' })).title).toBe('关于某事的通知');
  });

  it('reads names in GBK, in UTF-8 and those written a second time', async () => {
    const names = async (path: Uint8Array, extra?: Uint8Array) =>
      (await of(zipOf([{ path, content: 'x', ...(extra && { extra }) }])))?.map(({ name }) => name);
    expect(await names(gb18030('附件1名单.txt'))).toEqual(['附件1名单.txt']);
    expect(await names(new TextEncoder().encode('附件.txt'))).toEqual(['附件.txt']);
    const inUnicode = new TextEncoder().encode('附件.txt');
    const extra = Uint8Array.of(0x55, 0x54, 1, 0, 0, 0x75, 0x70, 5 + inUnicode.length, 0, 1, 0, 0, 0, 0, ...inUnicode);
    expect(await names(new TextEncoder().encode('?.txt'), extra)).toEqual(['附件.txt']);
  });

  it('takes no document for an archive', async () => {
    const office = zipOf([
      { path: '[Content_Types].xml', content: '' },
      { path: 'xl/workbook.xml', content: '' },
    ]);
    const open = zipOf([{ path: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }]);
    for (const bytes of [
      NOTICE,
      ofdFile({ pages: [textAt('文', 1, 2)] }),
      office,
      open,
      gb18030('文'),
      new Uint8Array(),
    ])
      expect(await of(bytes)).toBeUndefined();
  });

  it('tells of each file why it cannot be read, and goes on', async () => {
    const locked = zipOf([
      { path: '甲.txt', content: '甲', flags: 1 },
      { path: '乙.txt', content: '乙' },
      { path: '丙.txt', content: '', lie: { zipped: Uint8Array.of(1, 2, 3), size: 500 } },
      { path: '丁.zip', content: zipOf([{ path: 'a', content: 'a' }]) },
    ]);
    expect(await brief(locked)).toEqual([
      ['甲.txt', 'file-encrypted'],
      ['乙.txt', true],
      ['丙.txt', 'file-broken-archive'],
      ['丁.zip', 'file-nested-archive'],
    ]);
    const [first] = (await of(locked)) ?? [];
    expect(first && 'problem' in first && first.problem.message).toContain('“甲.txt”');
  });

  it('unpacks no more than it may, and no more files than it may', () => {
    const limits = { ...LIMITS.archive, entrySize: 100, totalSize: 150 };
    const bytes = zipOf(['a', 'b', 'c'].map((path) => ({ path, content: 'x'.repeat(path === 'c' ? 101 : 90) })));
    const found = membersOfZip({ name: '甲.zip', bytes }, limits);
    expect(found.map((member) => 'problem' in member && member.problem.code)).toEqual([
      false,
      'file-bomb',
      'file-bomb',
    ]);
    const many = zipOf(
      Array.from({ length: LIMITS.members.most + 1 }, (_, index) => ({ path: `${index}`, content: '' })),
    );
    expect(() => membersOfZip({ name: '甲.zip', bytes: many })).toThrow(/file-too-much/);
  });

  it('is told to whoever reads an archive as one document', async () => {
    const codes = async (name: string, bytes: Uint8Array) => {
      try {
        await readDocument(name, bytes, { uri: name, sha256: '' });
        return 'none';
      } catch (error) {
        return error instanceof ProblemError ? error.problem.code : 'other';
      }
    };
    expect(await codes('甲.zip', zipOf([{ path: 'a', content: 'a' }]))).toBe('file-archive');
    expect(await codes('甲.zip', gb18030('文'))).toBe('file-broken-archive');
    for (const mark of [
      [0x52, 0x61, 0x72, 0x21, 0x1a, 7, 0],
      [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
      [0x1f, 0x8b, 8],
    ])
      expect(await codes('甲', Uint8Array.from(mark))).toBe('file-archive-other');
    const tar = new Uint8Array(512);
    tar.set(new TextEncoder().encode('ustar'), 257);
    expect(await codes('甲.tar', tar)).toBe('file-archive-other');
  });

  it('gives members or a coded problem for damaged archives', async () => {
    const whole = zipOf([
      { path: '甲/正文.docx', content: NOTICE },
      { path: gb18030('乙.txt'), content: '乙' },
    ]);
    await fc.assert(
      fc.asyncProperty(damaged(whole), async (bytes) => {
        try {
          await of(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(ProblemError);
        }
      }),
      { numRuns: fuzzRounds(), seed: 7 },
    );
  });
});
