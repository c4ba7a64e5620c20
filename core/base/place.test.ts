import { expect, it } from 'vitest';
import { isWithin, type Place, placeKey } from './place.ts';

it.each<[Place, Place, boolean]>([
  [{ table: 2, row: 3, cell: 1 }, { table: 2 }, true],
  [{ table: 2 }, { table: 2 }, true],
  [{ table: 2, row: 3, cell: 1 }, { table: 2, row: 3 }, true],
  [{ table: 21, row: 3, cell: 1 }, { table: 2 }, false],
  [{ table: 2 }, { table: 2, row: 3 }, false],
  [{ box: 1, paragraph: 2 }, { box: 1 }, true],
  [{ box: 1, paragraph: 2 }, { paragraph: 2 }, false],
  [{ paragraph: 12 }, { whole: true }, true],
  [{ whole: true }, { paragraph: 12 }, false],
  [{ properties: true }, { whole: true }, false],
  [{ properties: true }, { properties: true }, true],
])('%j in %j: %s', (inner, outer, within) => {
  expect(isWithin(inner, outer)).toBe(within);
});

it('tells places apart, whatever the order in which they were written', () => {
  const places: Place[] = [{ whole: true }, { properties: true }, { row: 1, line: 2 }, { row: 12 }, { row: 1 }];
  expect(new Set(places.map(placeKey)).size).toBe(places.length);
  expect(placeKey({ cell: 1, table: 2 })).toBe(placeKey({ table: 2, cell: 1 }));
});
