import { describe, expect, it } from 'vitest';
import { readWatched } from './client.ts';
import type { FileReading } from './read-file.ts';

/** A worker that answers nothing, and remembers whether it was ended. */
class Silent extends EventTarget {
  ended = false;
  postMessage(): void {}
  terminate(): void {
    this.ended = true;
  }
}
const start = (silent: Silent) => () => silent as unknown as Worker;
const never = () => new Promise<never>(() => {});

describe('readWatched', () => {
  it('gives what was read, and ends the worker', async () => {
    const silent = new Silent();
    const value = { state: 'stopped', file: { name: 'a', size: 1, sha256: '' }, reasons: [] } satisfies FileReading;
    expect(await readWatched(async () => ({ ok: true, value }), 'a.docx', { start: start(silent) })).toBe(value);
    expect(silent.ended).toBe(true);
  });

  it('ends a worker that does not come to its end, with a sentence', async () => {
    const silent = new Silent();
    await expect(readWatched(never, 'a.docx', { start: start(silent), most: 20 })).rejects.toMatchObject({
      problem: { code: 'file-too-slow', message: expect.stringContaining('“a.docx”') },
    });
    expect(silent.ended).toBe(true);
  });

  it('tells of a worker that broke', async () => {
    const silent = new Silent();
    const reading = readWatched(never, 'a.docx', { start: start(silent) });
    silent.dispatchEvent(new Event('error'));
    await expect(reading).rejects.toMatchObject({ problem: { code: 'file-too-heavy' } });
    expect(silent.ended).toBe(true);
  });

  it('ends at once when the person stops it', async () => {
    const silent = new Silent();
    const stop = new AbortController();
    const reading = readWatched(never, 'a.docx', { start: start(silent), signal: stop.signal });
    stop.abort();
    await expect(reading).rejects.toMatchObject({ problem: { code: 'file-stopped' } });
    expect(silent.ended).toBe(true);
  });

  it('hands on a problem of the reading', async () => {
    const problem = { code: 'file-too-large', message: '太大' } as const;
    await expect(
      readWatched(async () => ({ ok: false, problem }), 'a.docx', { start: start(new Silent()) }),
    ).rejects.toMatchObject({
      problem,
    });
  });
});
