import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Builds the extension as it stands; the build speaks only when it fails, and then the program ends. */
export function buildExtension(): void {
  const built = spawnSync('npm', ['run', '-s', 'build'], {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (built.status === 0) return;
  process.stderr.write(built.stdout + built.stderr);
  process.exit(1);
}
