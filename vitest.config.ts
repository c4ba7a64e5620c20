import { defineConfig } from 'vitest/config';
import { verifier } from './.ci/verifier.ts';

/** Tests of the core change nothing that outlives them, so they may share a process, and load the core once for all. */
export const SHARED = 'core/**/*.test.{ts,tsx}';
/** These start programs and threads, listen to the console, or break what is built in, for a while. */
export const APART = ['core/cli/**/*.test.ts', 'core/page/capture.test.ts'];

export default defineConfig({
  plugins: [verifier()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // The machine has two cores; more workers than cores only makes each slower.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'apart',
          include: [...APART, 'extension/**/*.test.{ts,tsx}', 'fixtures/**/*.test.ts', '.ci/**/*.test.ts'],
        },
      },
      { extends: true, test: { name: 'shared', include: [SHARED], exclude: APART, isolate: false } },
    ],
    // No test asserts a time; this only ends one that hangs.
    testTimeout: 60_000,
  },
});
