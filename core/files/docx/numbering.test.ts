import { describe, expect, it } from 'vitest';
import { formatNumber } from './numbering.ts';

describe('formatNumber', () => {
  it.each([
    ['decimal', 12, '12'],
    ['decimalZero', 3, '03'],
    ['lowerLetter', 27, 'aa'],
    ['upperRoman', 1994, 'MCMXCIV'],
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 12, '十二'],
    ['chineseCounting', 20, '二十'],
    ['chineseCountingThousand', 105, '一百零五'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['chineseCountingThousand', 1001, '一千零一'],
    ['japaneseCounting', 21, '二十一'],
    ['chineseLegalSimplified', 11, '壹拾壹'],
    ['ideographTraditional', 3, '丙'],
    ['decimalEnclosedCircle', 3, '③'],
    ['decimalEnclosedCircle', 30, '30'],
    ['decimalFullWidth', 12, '１２'],
    ['none', 1, ''],
    ['no such format', 4, '4'],
  ])('%s %i is %s', (format, value, shown) => {
    expect(formatNumber(value, format)).toBe(shown);
  });
});
