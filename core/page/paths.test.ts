import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { capture } from './capture.ts';
import { walkNodes } from './nodes.ts';
import { elementAt, pathOf, wholePath } from './paths.ts';
import { open } from './testing.ts';

const CASES = new URL('../../fixtures/cases/', import.meta.url).pathname;

it('of an element leads back to it, also within shadow roots and forms with strange controls', () => {
  const { window } = open(
    '<div id="a"><p></p><p><b></b></p></div><form><input name="id"><i id="a"></i></form><div id="host"></div><p id="a b"><u></u></p>',
  );
  const { document } = window;
  const root = document.getElementById('host')?.attachShadow({ mode: 'open' });
  if (root) root.innerHTML = '<section><em></em></section>';
  const all = [...document.querySelectorAll('*'), ...(root?.querySelectorAll('*') ?? [])];
  expect(all.length).toBeGreaterThan(12);
  for (const element of all) expect(elementAt(document, pathOf(element)), pathOf(element)).toBe(element);
  expect(pathOf(document.querySelector('b') as Element)).toBe('#a 2 1');
  expect(pathOf(root?.querySelector('em') as Element)).toBe('#host 0 1 1');
});

it.each(
  readdirSync(CASES)
    .filter((name) => existsSync(join(CASES, name, 'page.html')))
    .slice(0, 30),
)('is written as the capture writes it: %s', async (name) => {
  const { window } = open(readFileSync(join(CASES, name, 'page.html'), 'utf8'));
  const snapshot = await capture(window.document);
  for (const frame of snapshot.frames.slice(0, 1))
    walkNodes(frame.nodes, (node, base) => {
      const path = wholePath(base, node.path);
      // Steps up are written where a label stands beside its box.
      if (path.includes('..')) return;
      const element = elementAt(window.document, path);
      if (element) expect(pathOf(element)).toBe(path);
    });
});
