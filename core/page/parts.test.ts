import { expect, test } from 'vitest';
import { partsOfSnapshot } from './parts.ts';
import type { PageSnapshot } from './snapshot.ts';
import { snapshotOf } from './testing.ts';

const rows = '<tr><td>拟稿人</td><td>张三"\\</td><td><input value="李四"></td></tr>'.repeat(600);
const page = `<table><tr><td><div><table>${rows}</table><p>附：<a href="/a">甲</a></p></div></td></tr></table><p>尾</p>`;

function all(snapshot: PageSnapshot, size?: number): string[] {
  const parts = partsOfSnapshot(snapshot, size);
  const found: string[] = [];
  for (;;) {
    const { value, done } = parts.next();
    found.push(value);
    if (done) return found;
  }
}

test('put together the parts are the JSON of the snapshot, also of tables inside tables', async () => {
  const snapshot = await snapshotOf(page);
  const parts = all(snapshot, 5_000);
  expect(parts.join('')).toBe(JSON.stringify(snapshot));
  expect(parts.length).toBeGreaterThan(10);
  // One row more than asked for at the most.
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(10_000);
});

test('a small page is one part', async () => {
  const snapshot = await snapshotOf('<p>一</p>');
  expect(all(snapshot)).toEqual([JSON.stringify(snapshot)]);
});
