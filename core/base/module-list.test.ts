import { describe, expect, it } from 'vitest';
import { exportName, withModule } from './module-list.ts';

const SOURCE = `import type { Thing } from './thing.ts';
import { alpha } from './alpha.ts';
import { gamma } from './gamma.ts';

/** Every thing. */
export const THINGS: readonly Thing[] = [alpha, gamma];
`;

describe('a list with one module more', () => {
  it('imports it among the others, and names it at the end or in its order', () => {
    const added = { name: 'beta', path: './beta.ts', list: 'THINGS' } as const;
    expect(withModule(SOURCE, added)).toContain(
      "import { alpha } from './alpha.ts';\nimport { beta } from './beta.ts';\nimport { gamma } from './gamma.ts';",
    );
    expect(withModule(SOURCE, added)).toContain('= [alpha, gamma, beta];');
    expect(withModule(SOURCE, { ...added, sorted: true })).toContain('= [alpha, beta, gamma];');
  });

  it('breaks a list that grows too long for a line', () => {
    const long = withModule(SOURCE, { name: 'z'.repeat(100), path: './z.ts', list: 'THINGS' });
    expect(long).toContain(`= [\n  alpha,\n  gamma,\n  ${'z'.repeat(100)},\n];`);
    expect(withModule(long, { name: 'beta', path: './beta.ts', list: 'THINGS' })).toContain('  beta,\n];');
  });

  it('refuses a file without the list', () => {
    expect(() => withModule(SOURCE, { name: 'beta', path: './beta.ts', list: 'OTHERS' })).toThrow('OTHERS');
  });
});

it('names what a file exports', () => {
  expect(exportName('drafter-required')).toBe('drafterRequired');
});
