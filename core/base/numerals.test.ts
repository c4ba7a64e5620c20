import { describe, expect, it } from 'vitest';
import { readHanDigits, readHanNumber, writeHanDigits, writeHanNumber } from './numerals.ts';
import { fc } from './testing.ts';

describe('numbers in words', () => {
  it.each([
    [0, '〇', '零'],
    [2, '二', '贰'],
    [10, '十', '壹拾'],
    [12, '十二', '壹拾贰'],
    [20, '二十', '贰拾'],
    [105, '一百零五', '壹佰零伍'],
    [110, '一百一十', '壹佰壹拾'],
    [1001, '一千零一', '壹仟零壹'],
    [1010, '一千零一十', '壹仟零壹拾'],
    [9999, '九千九百九十九', '玖仟玖佰玖拾玖'],
    [10_000, '10000', '10000'],
    [-1, '-1', '-1'],
    [1.5, '1.5', '1.5'],
  ])('%d is written %s, in the legal forms %s', (value, plain, legal) => {
    expect([writeHanNumber(value), writeHanNumber(value, 'legal')]).toEqual([plain, legal]);
  });

  it.each([
    ['两', 2],
    ['十', 10],
    ['一十五', 15],
    ['廿三', 23],
    ['卅', 30],
    ['卅一', 31],
    ['一百〇五', 105],
  ])('%s is read as %d', (text, value) => {
    expect(readHanNumber(text)).toBe(value);
  });

  it.each(['', '零', '〇', '三五', '二百五', '十十', '五百一', '一千一', '百', '十零', '二十廿', '15', '甲', '一二三'])(
    '%s is no number that anybody counts with',
    (text) => {
      expect(readHanNumber(text)).toBeUndefined();
    },
  );

  it('reads back every number that it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => readHanNumber(writeHanNumber(value)) === value),
    );
  });

  it('reads and writes digit by digit', () => {
    expect(writeHanDigits(2026)).toBe('二〇二六');
    expect(['二〇二六', '二零二六', '二○二六', '二O二六'].map(readHanDigits)).toEqual([2026, 2026, 2026, 2026]);
    expect(['', '十', '二〇二x'].map(readHanDigits)).toEqual([undefined, undefined, undefined]);
    fc.assert(fc.property(fc.nat(), (value) => readHanDigits(writeHanDigits(value)) === value));
  });
});
