import type { Progress } from '../base/progress.ts';
import { fillSlots } from '../base/text.ts';

/** Less than so much is done before a person would look for progress. */
const LONG_WORK = { files: 20, rows: 10_000 } as const;

/**
 * Shows on the terminal how far something is; the line is gone when it is done. Nothing where nobody looks, and of work that is
 * short. @param sentence with {done} and {total}, or {percent}
 */
export function progressOn(what: keyof typeof LONG_WORK, sentence: string): Progress {
  if (!process.stderr.isTTY) return () => undefined;
  return (done, total) => {
    if (total < LONG_WORK[what]) return;
    process.stderr.write(
      `\r${fillSlots(sentence, { done, total, percent: Math.floor((100 * done) / total) })}${done === total ? '\r\u001b[K' : ''}`,
    );
  };
}
