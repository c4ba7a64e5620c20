import { afterEach, describe, expect, test, vi } from 'vitest';
import { progressOn } from './progress.ts';

const { isTTY } = process.stderr;
afterEach(() => {
  process.stderr.isTTY = isTTY;
  vi.restoreAllMocks();
});

/** What is written of some steps. */
function shown(terminal: boolean, steps: readonly (readonly [done: number, of: number])[]): string {
  process.stderr.isTTY = terminal;
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const told = progressOn('rows', '正在读 {done}/{total}');
  for (const [done, of] of steps) told(done, of);
  return write.mock.calls.map(([text]) => String(text)).join('');
}

describe('progress', () => {
  const long = [
    [1_000, 20_000],
    [20_000, 20_000],
  ] as const;

  test('is one line of the terminal, which is gone in the end', () => {
    expect(shown(true, long)).toBe('\r正在读 1000/20000\r正在读 20000/20000\r\u001b[K');
  });

  test('is told in hundredths where the sentence asks for it', () => {
    process.stderr.isTTY = true;
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    progressOn('rows', '正在比较 {percent}%')(19_999, 20_000);
    expect(write.mock.calls).toEqual([['\r正在比较 99%']]);
  });

  test('is not where nobody looks, nor of short work', () => {
    expect(shown(false, long)).toBe('');
    expect(shown(true, [[100, 100]])).toBe('');
  });
});
