import { defineConfig } from 'vitest/config';
import { verifier } from './.ci/verifier.ts';

export default defineConfig({
  plugins: [verifier()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['core/**/*.test.{ts,tsx}', 'extension/**/*.test.{ts,tsx}', 'fixtures/**/*.test.ts', '.ci/**/*.test.ts'],
    // The machine has two cores; more workers than cores only makes each slower.
    maxWorkers: 2,
    // No test asserts a time; this only ends one that hangs.
    testTimeout: 60_000,
  },
});
