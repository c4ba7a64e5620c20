import { describe, expect, it } from 'vitest';
import { type States, settledChanges } from './watch.ts';

/** Looks one after another, and what is to be told after each. */
function told(first: Record<string, string>, ...looks: Record<string, string>[]): string[][] {
  const known = new Map(Object.entries(first));
  let before: States = new Map(known);
  return looks.map((look) => {
    const now = new Map(Object.entries(look));
    const { changed, removed } = settledChanges(known, before, now);
    before = now;
    for (const path of removed) known.delete(path);
    for (const path of changed) known.set(path, now.get(path) ?? '');
    return [...changed, ...removed.map((path) => `-${path}`)];
  });
}

describe('settledChanges', () => {
  it('tells nothing where nothing changes', () => {
    expect(told({ a: '1' }, { a: '1' }, { a: '1' })).toEqual([[], []]);
  });

  it('waits until a file is no longer written', () => {
    expect(told({}, { a: '1' }, { a: '2' }, { a: '3' }, { a: '3' }, { a: '3' })).toEqual([[], [], [], ['a'], []]);
  });

  it('tells a changed file once, and a removed one', () => {
    expect(told({ a: '1', b: '1' }, { a: '2', b: '1' }, { a: '2', b: '1' }, { b: '1' })).toEqual([[], ['a'], ['-a']]);
  });

  it('tells a file that came back, and none that was put back as it was told', () => {
    expect(told({ a: '1' }, {}, { a: '1' }, { a: '1' })).toEqual([['-a'], [], ['a']]);
    expect(told({ a: '1' }, { a: '2' }, { a: '1' }, { a: '1' })).toEqual([[], [], []]);
  });
});
