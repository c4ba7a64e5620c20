import { expect, it } from 'vitest';
import { RECORD_TYPES } from '../records/index.ts';
import { KIND_LABELS, kindOf } from './kind.ts';

it.each(RECORD_TYPES.map(({ example }) => example))('%s is a record by its title alone', (title) => {
  expect(kindOf({ title, docNumber: '', kindWord: '', labels: [], blocks: [] }).kind).toBe('record');
});

it('tells a record by words of its types and by no others', () => {
  const known = new Set(
    RECORD_TYPES.flatMap(({ boxes }) => boxes.flatMap(({ name, words = '' }) => [name, ...words.split(' ')])),
  );
  const [, , telling = new Set<string>()] = KIND_LABELS.find(([kind]) => kind === 'record') ?? [];
  expect(telling.size).toBeGreaterThan(40);
  expect([...telling].filter((word) => !known.has(word))).toEqual([]);
});
