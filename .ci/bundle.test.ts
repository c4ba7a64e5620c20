import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshBundle, manifestOf, statesOf } from './bundle.cjs';

let root = '';
const FILES = ['core/a.ts', 'package.json'];
const write = (path: string, text: string): void => writeFileSync(join(root, path), text);
/** Long after the files were written. */
const later = (): number => Date.now() + 60_000;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'duibiao-bundle-'));
  mkdirSync(join(root, 'core'));
  mkdirSync(join(root, '.output/cli/1'), { recursive: true });
  write('core/a.ts', 'one');
  write('package.json', '{}');
  write('.output/cli/1/main.cjs', '');
  writeFileSync(
    manifestOf(root),
    JSON.stringify({ entry: '.output/cli/1/main.cjs', files: statesOf(root, FILES, later()) }),
  );
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the bundle of the command line', () => {
  it('is run while nothing that it was made of changed', () => {
    expect(freshBundle(root)).toBe(join(root, '.output/cli/1/main.cjs'));
  });

  it.each<[string, () => void]>([
    ['a source was changed', () => write('core/a.ts', 'other')],
    [
      'a source of the same length was written and dated back',
      () => {
        write('core/a.ts', 'two');
        utimesSync(join(root, 'core/a.ts'), 1, 1);
      },
    ],
    ['a source is gone', () => rmSync(join(root, 'core/a.ts'))],
    ['the packages changed', () => write('package.json', '{ }')],
    ['the bundle is gone', () => rmSync(join(root, '.output/cli/1'), { recursive: true })],
    ['what names it is cut off', () => write('.output/cli/manifest.json', '{"entry":".output/cli/1/ma')],
    ['nothing names it', () => rmSync(manifestOf(root))],
  ])('is not run when %s', (_, change) => {
    change();
    expect(freshBundle(root)).toBeUndefined();
  });

  it('is not kept when a source was changed while it was made, or is gone', () => {
    const since = Date.now();
    expect(statesOf(root, FILES, later())).toHaveLength(2);
    write('core/a.ts', 'two');
    expect(statesOf(root, FILES, since)).toBeUndefined();
    rmSync(join(root, 'core/a.ts'));
    expect(statesOf(root, FILES, later())).toBeUndefined();
  });
});
