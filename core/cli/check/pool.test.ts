import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sha256 } from '../../base/hash.ts';
import { LIMITS } from '../../files/limits.ts';
import { BUILT_IN_CATALOGUE } from '../../standards/pack.ts';
import { type PoolOptions, reportAll } from './pool.ts';
import type { ReportSettings } from './report-file.ts';

// Threads are started, and some of them stopped.
vi.setConfig({ testTimeout: 240_000 });

const SETTINGS: ReportSettings = {
  unit: undefined,
  catalogue: BUILT_IN_CATALOGUE,
  today: '2026-11-23',
  stage: undefined,
  severities: {},
  packs: [],
  mappings: [],
  details: false,
  all: false,
  masked: false,
  cache: undefined,
};

/** A thread that never ends with one file, never answers for a second, fills its memory with a third and falls over a fourth. */
const ODD_PROGRAM = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', (batch) => {
      for (const [index, path] of batch) {
        if (path.includes('endless')) for (;;);
        if (path.includes('waiting')) return;
        if (path.includes('heavy')) for (const held = []; ; ) held.push(new Array(10_000).fill({}));
        if (path.includes('broken')) throw new Error('not foreseen');
        parentPort.postMessage([index, [{ uri: path, problems: [] }]]);
      }
    });
  `)}`,
);
const LOW = { ...LIMITS.reading, processor: 3_000, memory: 24, small: 0 };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duibiao-pool-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const put = (name: string, text = '办公室：您好'): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
/** So many files, of which those at the given places are odd ones. */
const filesWith = (count: number, odd: Readonly<Record<number, string>>): string[] =>
  Array.from({ length: count }, (_, index) => put(`${index}-${odd[index] ?? 'good'}.txt`, `第 ${index} 份`));
const texts = async (paths: readonly string[], options: PoolOptions): Promise<string[]> =>
  (await reportAll(paths, SETTINGS, options)).map(({ uri, problems }) => problems[0]?.message ?? uri);

describe('reportAll', () => {
  it.each([1, 2])('stops files that never end or need too much, and goes on with the others: %i jobs', async (jobs) => {
    const odd = { 0: 'endless', 7: 'heavy', 8: 'heavy', 47: 'heavy' };
    const paths = filesWith(48, odd);
    const done: number[] = [];
    const told = await texts(paths, { jobs, limits: LOW, program: ODD_PROGRAM, progress: (count) => done.push(count) });
    for (const [index, path] of paths.entries()) {
      const text = told[index] ?? '';
      if (path.includes('endless')) expect(text).toContain(`“${index}-endless.txt”读了很久还没读完`);
      else if (path.includes('heavy')) expect(text).toContain(`“${index}-heavy.txt”读起来要用的内存太多`);
      else expect(text).toBe(path);
    }
    expect(done).toEqual(paths.map((_, index) => index + 1));
  });

  it('stops a single file too, and tells its fingerprint and the code of its problem', async () => {
    const path = put('endless.txt');
    const options = { jobs: 1, limits: LOW, program: ODD_PROGRAM };
    const [report] = await reportAll([path], SETTINGS, options);
    expect(report).toMatchObject({
      unread: true,
      sha256: await sha256(new TextEncoder().encode('办公室：您好')),
      problems: [{ code: 'file-too-slow' }],
    });
  });

  it('tells a fault in a thread that nobody foresaw as one, of that file alone', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const paths = filesWith(17, { 3: 'broken' });
    const told = await texts(paths, { jobs: 1, limits: LOW, program: ODD_PROGRAM });
    expect(told[3]).toContain('内部出错');
    expect(told.toSpliced(3, 1)).toEqual(paths.toSpliced(3, 1));
    expect(said).toHaveBeenCalledOnce();
    said.mockRestore();
  });

  it('reads a small file of a format that is always watched in a thread, whatever its name', async () => {
    const options = { jobs: 1, limits: { ...LIMITS.reading, processor: 3_000 }, program: ODD_PROGRAM };
    for (const name of ['endless.pdf', 'endless.txt'])
      expect(await texts([put(name, '%PDF-1.7\n')], options)).toEqual([expect.stringContaining('读了很久还没读完')]);
    // Any other small file is read here, where that program is not asked.
    const text = put('endless-text.txt');
    expect(await texts([text], options)).toEqual([text]);
  });

  it('stops a file that waits for something that never comes', async () => {
    const told = await texts([put('waiting.txt')], { jobs: 1, limits: { ...LOW, clock: 1_000 }, program: ODD_PROGRAM });
    expect(told[0]).toContain('“waiting.txt”读了很久还没读完');
  });

  it('gives the time to each file, however long all of them take', async () => {
    const slow = new URL(
      `data:text/javascript,${encodeURIComponent(`
        import { parentPort } from 'node:worker_threads';
        parentPort.on('message', (batch) => {
          for (const [index, path] of batch) {
            // Asking is mostly the system's time: both count, as they do for the limit.
            const before = process.threadCpuUsage();
            for (let used = 0; used < 500_000; ) {
              const { user, system } = process.threadCpuUsage(before);
              used = user + system;
            }
            parentPort.postMessage([index, [{ uri: path, problems: [] }]]);
          }
        });
      `)}`,
    );
    const paths = filesWith(8, {});
    expect(await texts(paths, { jobs: 1, limits: LOW, program: slow })).toEqual(paths);
  });

  it('reads the same in a thread as without one', async () => {
    const paths = filesWith(3, {});
    const alone = await reportAll(paths, SETTINGS, { jobs: 1 });
    expect(alone.map(({ uri, rulePack }) => [uri, rulePack !== undefined])).toEqual(paths.map((path) => [path, true]));
    expect(await reportAll(paths, SETTINGS, { jobs: 1, limits: { ...LIMITS.reading, small: 0 } })).toEqual(alone);
  });
});
