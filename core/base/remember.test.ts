import { expect, it } from 'vitest';
import { remember } from './remember.ts';

it('asks once for each key, also where the answer is nothing, and anew when it has forgotten', () => {
  const asked: string[] = [];
  const lengthOf = remember(2, (key) => {
    asked.push(key);
    return key === '' ? undefined : key.length;
  });
  expect([lengthOf('a'), lengthOf(''), lengthOf(''), lengthOf('a')]).toEqual([1, undefined, undefined, 1]);
  expect(asked).toEqual(['a', '']);
  expect(lengthOf('bcd')).toBe(3);
  expect(lengthOf('a')).toBe(1);
  expect(asked).toEqual(['a', '', 'bcd', 'a']);
});
