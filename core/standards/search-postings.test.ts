import { expect, test } from 'vitest';
import { fc } from '../base/testing.ts';
import { firstRows, noRows } from './row-bits.ts';
import { addListTo, buildPostings, listOf, NOT_KNOWN, NOWHERE } from './search-postings.ts';

/** Whether lists name exactly the rows; how many of the grams have none. */
function compare(rows: readonly (readonly number[])[], slots: number): number {
  const postings = buildPostings(rows.length, slots, (row, add) => rows[row]?.forEach(add));
  let without = 0;
  for (const gram of new Set(rows.flat())) {
    const list = listOf(postings, gram);
    if (list === NOT_KNOWN) {
      without += 1;
      continue;
    }
    const bits = noRows(rows.length);
    addListTo(bits, postings, list);
    expect(firstRows(bits, rows.length)).toEqual(rows.flatMap((grams, row) => (grams.includes(gram) ? [row] : [])));
  }
  return without;
}

test('each gram has the rows that hold it, in short lists and in long ones', () => {
  const grams = fc.array(fc.array(fc.integer({ min: -40, max: 40 }), { maxLength: 12 }), { maxLength: 120 });
  fc.assert(fc.property(grams, (rows) => void expect(compare(rows, 1024)).toBe(0)));
});

test('grams without room have no list, the others a right one', () => {
  const grams = fc.array(fc.array(fc.integer(), { maxLength: 12 }), { minLength: 30, maxLength: 60 });
  fc.assert(fc.property(grams, (rows) => void compare(rows, 64)));
  const many = Array.from({ length: 60 }, (_, row) => [row * 3, row * 3 + 1, row * 3 + 2]);
  expect(compare(many, 64)).toBeGreaterThan(100);
});

test('far rows take more bytes, and come back', () => {
  const far = [0, 5, 132, 133, 16_600, 2_160_000];
  const rows = 2_160_001;
  const postings = buildPostings(rows, 64, (row, add) => {
    if (far.includes(row)) add(7);
  });
  const bits = noRows(rows);
  addListTo(bits, postings, listOf(postings, 7));
  expect(firstRows(bits, rows)).toEqual(far);
});

test('what nobody has is nowhere', () => {
  const postings = buildPostings(2, 64, (row, add) => add(row));
  expect(listOf(postings, 5)).toBe(NOWHERE);
  expect(
    listOf(
      buildPostings(0, 64, () => {}),
      0,
    ),
  ).toBe(NOWHERE);
});
