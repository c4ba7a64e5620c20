import { readdirSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { TABS } from './tabs.ts';

vi.mock('../browser.ts', async () => (await import('../testing.ts')).fakeDoor());

it('the table is the folders, and each part has a name and words of its own', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(TABS.map(({ id }) => id).toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
  expect(new Set(TABS.map(({ title }) => title)).size).toBe(TABS.length);
  for (const { id } of TABS) expect(readdirSync(`${import.meta.dirname}/${id}`)).toContain('words.ts');
});
