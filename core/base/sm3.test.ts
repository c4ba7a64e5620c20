import { expect, it } from 'vitest';
import { sm3Now } from './sm3.ts';

// GB/T 32905-2016, annex A.
it.each([
  ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
  ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
])('is the SM3 of the standard for %s', (text, digest) => {
  expect(sm3Now(new TextEncoder().encode(text))).toBe(digest);
});
