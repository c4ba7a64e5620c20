import { expect, it } from 'vitest';
import { timeWords } from './time.ts';

const now = new Date('2026-11-26T15:00');

it.each([
  ['2026-11-26T09:41', '今天 09:41'],
  ['2026-11-26T00:05:59', '今天 00:05'],
  ['2026-11-25T23:59', '11月25日 23:59'],
  ['2025-11-26T09:41', '2025年11月26日 09:41'],
  ['2026-03-02', '3月2日'],
  ['2026-11-26', '今天'],
  ['上周三', '上周三'],
  ['', ''],
])('%s is written %s', (at, words) => expect(timeWords(at, now)).toBe(words));
