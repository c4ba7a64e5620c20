import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hashOf, readRoute } from './route.ts';
import { SCREENS, screenOf } from './screens.ts';

const HERE = import.meta.dirname;
const ids = SCREENS.map((screen) => screen.id);

/** Every source file of our pages with its text, tests left out. */
function sources(): [path: string, text: string][] {
  const root = join(HERE, '..');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
    .map((path) => [path, readFileSync(join(root, path), 'utf8')]);
}

it('the table is the folders', () => {
  expect(ids.toSorted()).toEqual(readdirSync(join(HERE, 'screens')).toSorted());
});

it('each screen has a name of its own, words of its own, and is loaded out of its own folder', () => {
  expect(new Set(SCREENS.map((screen) => screen.title)).size).toBe(SCREENS.length);
  const table = readFileSync(join(HERE, 'screens.ts'), 'utf8');
  const loaded = [...table.matchAll(/id: '(\w+)'.*?import\('\.\/screens\/(\w+)\//gs)].map(([, id, folder]) => [
    id,
    folder,
  ]);
  expect(loaded).toEqual(ids.map((id) => [id, id]));
  for (const { id, title } of SCREENS) {
    expect(title).toMatch(/^\p{Script=Han}{2,6}$/u);
    expect(readdirSync(join(HERE, 'screens', id))).toContain('words.ts');
  }
});

it('each is found by its address, and any other address leads to the first', () => {
  for (const screen of SCREENS) expect(screenOf(readRoute(hashOf(screen.id)).screen)).toBe(screen);
  for (const hash of ['', '#/', '#/nowhere', '#/constructor', 'x'])
    expect(screenOf(readRoute(hash).screen)).toBe(SCREENS[0]);
});

it('every link of our pages leads to a screen', () => {
  const links = sources().flatMap(([path, text]) =>
    [...text.matchAll(/hashOf\('(\w+)'|workbench\.html#\/(\w+)/g)].map(([, link, outside]) => [path, link ?? outside]),
  );
  expect(links.length).toBeGreaterThan(4);
  expect(links.filter(([, id]) => !ids.includes(id ?? ''))).toEqual([]);
});
