import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

describe('the dead-code check', () => {
  it('looks at the whole house, and would see a dead file and a dead export', () => {
    const copy = mkdtempSync(join(tmpdir(), 'duibiao-dead-'));
    try {
      for (const name of [
        'core',
        'extension',
        'fixtures',
        'e2e',
        '.ci',
        'package.json',
        'knip.json',
        'tsconfig.json',
        'wxt.config.ts',
        'vitest.config.ts',
        'playwright.config.ts',
        'biome.json',
        '.gitignore',
      ]) {
        cpSync(join(root, name), join(copy, name), { recursive: true });
      }
      symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
      writeFileSync(join(copy, 'core', 'base', 'nobody.ts'), 'export const nobody = 1;\n');
      writeFileSync(
        join(copy, 'core', 'base', 'hash.ts'),
        'export const unused = 1;\nexport const sha256Now = String;\nexport const sha256 = String;\n',
      );
      const done = spawnSync(
        process.execPath,
        [join(root, 'node_modules', 'knip', 'bin', 'knip.js'), '--reporter', 'json'],
        { cwd: copy, encoding: 'utf8' },
      );
      expect(done.status).toBe(1);
      const issues: { file: string; files: { name: string }[]; exports: { name: string }[] }[] = JSON.parse(
        done.stdout,
      ).issues;
      const dead = issues.flatMap((issue) => [
        ...issue.files.map((one) => one.name),
        ...issue.exports.map((one) => one.name),
      ]);
      expect(dead.some((name) => name.endsWith('nobody.ts'))).toBe(true);
      expect(dead).toContain('unused');
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }, 60_000);
});
