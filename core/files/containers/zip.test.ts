import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { problemCode } from '../../base/testing.ts';
import { zipOf } from '../testing.ts';
import { entryNames, openArchive } from './zip.ts';

const MEGABYTE = 1024 * 1024;
/** Two gigabytes of zeros in two megabytes: the same flushed block again and again. */
function bomb(): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(MEGABYTE), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: 2048 }, () => block), deflateRawSync(Buffer.alloc(0))]);
}

describe('openArchive', () => {
  it('reads entries whatever the case and the slashes of their names', () => {
    const archive = openArchive(zipOf([{ path: 'Word\\Document.xml', content: '文' }]), '甲');
    expect(new TextDecoder().decode(archive.read('/word/document.xml'))).toBe('文');
    expect(archive.read('word/none.xml')).toBeUndefined();
    expect(entryNames(zipOf([{ path: 'A/b', content: '' }]))).toEqual(['A/b']);
  });

  it('refuses a bomb that says how big it is', () => {
    const bytes = zipOf([{ path: 'a', content: '', lie: { zipped: bomb(), size: 2048 * MEGABYTE } }]);
    expect(problemCode(() => openArchive(bytes, '甲').read('a'))).toBe('file-bomb');
  });

  it('stops a bomb that says it is small, without having it in memory', () => {
    const bytes = zipOf([{ path: 'a', content: '', lie: { zipped: bomb(), size: 1000 } }]);
    const before = process.memoryUsage().arrayBuffers;
    expect(problemCode(() => openArchive(bytes, '甲').read('a'))).toBe('file-bomb');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200 * MEGABYTE);
  });

  it('holds the sum of all entries to the limit', () => {
    const limits = { entries: 10, entrySize: 100, totalSize: 150, ratio: 1000, ratioFrom: 0 };
    const archive = openArchive(
      zipOf(['a', 'b'].map((path) => ({ path, content: '0123456789'.repeat(9) }))),
      '甲',
      limits,
    );
    expect(archive.read('a')?.length).toBe(90);
    expect(problemCode(() => archive.read('b'))).toBe('file-bomb');
    const many = zipOf(Array.from({ length: 11 }, (_, index) => ({ path: `${index}`, content: '' })));
    expect(problemCode(() => openArchive(many, '甲', limits))).toBe('file-bomb');
  });

  it('takes an entry that swells out of proportion for a bomb, though it keeps to the limits of size', () => {
    const limits = { entries: 10, entrySize: 10_000, totalSize: 10_000, ratio: 20, ratioFrom: 1_000 };
    const packed = zipOf([
      { path: 'small', content: '0'.repeat(900) },
      { path: 'large', content: '0'.repeat(5_000) },
    ]);
    const archive = openArchive(packed, '甲', limits);
    expect(archive.read('small')?.length).toBe(900);
    expect(problemCode(() => archive.read('large'))).toBe('file-bomb');
  });

  it('names what is no archive, is cut off or holds less than it says', () => {
    const whole = zipOf([{ path: 'a', content: '一二三四五六七八九十'.repeat(50) }]);
    expect(problemCode(() => openArchive(new TextEncoder().encode('不是压缩包'), '甲'))).toBe('file-not-docx');
    expect(problemCode(() => openArchive(whole.subarray(0, whole.length - 30), '甲'))).toBe('file-not-docx');
    const short = zipOf([{ path: 'a', content: '', lie: { zipped: deflateRawSync(Buffer.from('短')), size: 500 } }]);
    expect(problemCode(() => openArchive(short, '甲').read('a'))).toBe('file-not-docx');
    const rubbish = zipOf([{ path: 'a', content: '', lie: { zipped: Buffer.from('不是 deflate 的东西'), size: 500 } }]);
    expect(problemCode(() => openArchive(rubbish, '甲').read('a'))).toBe('file-not-docx');
  });
});
