import { readdirSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { TABS } from './tabs.ts';

vi.mock('../browser.ts', async () => (await import('../testing.ts')).fakeDoor());

it('the table is the folders with a tab, and each part has a name and words of its own', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  const folders = files.flatMap((path) => /^([^/]+)\/\w+Tab\.tsx$/.exec(path)?.[1] ?? []);
  expect(TABS.map(({ id }) => id).toSorted()).toEqual(folders.toSorted());
  expect(new Set(TABS.map(({ title }) => title)).size).toBe(TABS.length);
  for (const { id } of TABS) expect(readdirSync(`${import.meta.dirname}/${id}`)).toContain('words.ts');
});
