import { expect, test } from 'vitest';
import { fc } from '../base/testing.ts';
import { firstRows, noRows } from './row-bits.ts';
import { rowsHolding } from './search-exact.ts';
import { buildSearchIndex, textOf } from './search-index.ts';

const text = (maxLength: number) =>
  fc
    .array(fc.constantFrom(...'政务服行长重规范gbtzwf012-\ud800'), { minLength: 1, maxLength })
    .map((parts) => parts.join(''));

test('a table too small for all grams changes nothing of what is found', () => {
  fc.assert(
    fc.property(
      fc.array(text(20), { maxLength: 80 }),
      fc.array(text(5), { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      (texts, parts, initials) => {
        const [large, small] = [buildSearchIndex(texts), buildSearchIndex(texts, 32)].map((index) =>
          firstRows(rowsHolding(index, parts, { initials, taken: noRows(texts.length) }), texts.length),
        );
        expect(small).toEqual(large);
      },
    ),
    { numRuns: 400 },
  );
});

test('texts come back as they were, the lone half of a pair too', () => {
  const texts = ['gbt1.1-2020标准', '', '\ud800a', '长'.repeat(700)];
  const index = buildSearchIndex(texts);
  expect(texts.map((_, row) => textOf(index, row, 600))).toEqual([...texts.slice(0, 3), '长'.repeat(600)]);
});
