import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { APART, SHARED } from '../vitest.config.ts';

/** What would still stand when the next file of tests runs in the same process. Clocks and spies are put back by who uses them. */
const OUTLIVES =
  /\bvi\.(?:do)?(?:mock|Mock)\(|\bvi\.(?:stubGlobal|stubEnv|hoisted)\(|\bprocess\.(?:chdir|on)\(|\b(?:globalThis|process\.env)[.\w[\]']* = |\.prototype\b[^;]* = |Object\.defineProperty\(\w+\.prototype/;

it('files of tests that share a process change nothing that outlives them', () => {
  const cwd = join(import.meta.dirname, '..');
  const filesOf = (patterns: string[]): string[] => patterns.flatMap((pattern) => globSync(pattern, { cwd }));
  const apart = new Set(filesOf(APART));
  const changing = filesOf([SHARED]).filter((path) => OUTLIVES.test(readFileSync(join(cwd, path), 'utf8')));
  // It sees what such a file does: the one that breaks arrays for a while is among those found.
  expect(changing).toContain('core/page/capture.test.ts');
  expect(changing.filter((path) => !apart.has(path))).toEqual([]);
});
