import { expect, it } from 'vitest';
import { RECORD_TYPES } from '../records/index.ts';
import { KIND_LABELS } from './kind.ts';

it('tells a record by words of its types and by no others', () => {
  const known = new Set(
    RECORD_TYPES.flatMap(({ boxes }) => boxes.flatMap(({ name, words = '' }) => [name, ...words.split(' ')])),
  );
  const [, , telling = new Set<string>()] = KIND_LABELS.find(([kind]) => kind === 'record') ?? [];
  expect(telling.size).toBeGreaterThan(40);
  expect([...telling].filter((word) => !known.has(word))).toEqual([]);
});
