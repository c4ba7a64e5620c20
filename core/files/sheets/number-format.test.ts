import { describe, expect, it } from 'vitest';
import { fc } from '../../base/testing.ts';
import { formatOfId, plainNumber, showNumber } from './number-format.ts';

describe('showNumber', () => {
  it.each<[format: string, value: number, shown: string]>([
    ['General', 0.1 + 0.2, '0.3'],
    ['General', 100_000_000_000_000, '100000000000000'],
    ['General', -3.5, '-3.5'],
    ['General"件"', 12, '12件'],
    ['', 1 / 3, '0.333333333333333'],
    ['@', 12, '12'],
    ['0', 2.5, '3'],
    ['0.00', 1.005, '1.01'],
    ['0.0#', 1.2, '1.2'],
    ['0.##', 3, '3'],
    ['000', 7, '007'],
    ['0000-0000', 12_345, '0001-2345'],
    ['#,##0', 1_234_567, '1,234,567'],
    ['#,##0.00', -1234.5, '-1,234.50'],
    ['#,##0,', 1_234_567, '1,235'],
    ['0%', 0.256, '26%'],
    ['0.00%', 0.98765, '98.77%'],
    ['"¥"#,##0.00', 12, '¥12.00'],
    ['[$¥-804]#,##0', 12, '¥12'],
    ['0.00_ ;[红色]-0.00 ', -1.5, '-1.50'],
    ['0"人"', 3, '3人'],
    ['0;(0)', -3, '(3)'],
    ['0;;', -3, '-3'],
    ['0;-0;', 0, ''],
    ['0.0E+00', 12_345, '1.2E+04'],
    ['# ?/?', 0.5, '0.5'],
    ['[>100]0;0.00', 5, '5'],
    ['yyyy"年"m"月"d"日"', 46_100, '2026-03-19'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 46_100, '2026-03-19'],
    ['yyyy/m/d h:mm', 46_100.5, '2026-03-19 12:00'],
    ['yyyy/m/d h:mm', 46_100, '2026-03-19'],
    ['yyyy-mm-dd;@', 46_100.9, '2026-03-19'],
    ['yyyy"年"m"月"', 46_100, '2026年3月'],
    ['m"月"d"日"', 46_100, '2026-03-19'],
    ['aaaa', 46_100, '2026-03-19'],
    ['h:mm:ss', 0.75, '18:00:00'],
    ['上午/下午h"时"mm"分"', 0.75, '18:00'],
    ['[h]:mm', 1.5, '36:00'],
    ['yyyy-mm-dd', -1, '-1'],
    ['yyyy-mm-dd', 9_999_999, '9999999'],
  ])('%s shows %d as %s', (format, value, shown) => {
    expect(showNumber(value, format)).toBe(shown);
  });

  it.each<[serial: number, from1904: boolean, day: string]>([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    // Excel counts a day that never was.
    [60, false, '1900-02-29'],
    [61, false, '1900-03-01'],
    [46_100, false, '2026-03-19'],
    [0, true, '1904-01-01'],
    [44_638, true, '2026-03-19'],
    [2_958_465, false, '9999-12-31'],
    [46_099.999_999, false, '2026-03-19'],
  ])('%d (from 1904: %s) is %s', (serial, from1904, day) => {
    expect(showNumber(serial, 'yyyy-mm-dd', from1904)).toBe(day);
  });

  it('keeps every digit that a number has', () => {
    expect(plainNumber(123_456_789_012_345)).toBe('123456789012345');
    expect(plainNumber(1e20)).toBe('100000000000000000000');
    fc.assert(fc.property(fc.integer(), (value) => plainNumber(value) === String(value)));
  });

  it('shows something for whatever number and format', () => {
    const piece = fc.constantFrom(...'0#?.,%;@"\\[]_*/yymmddhhss年E+-()$', 'General', 'AM/PM', '[h]', '[>1]');
    const format = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.double(), format, (value, code) => typeof showNumber(value, code) === 'string'),
      {
        numRuns: 2000,
      },
    );
  });
});

describe('formatOfId', () => {
  it('knows the formats that Excel in Chinese leaves out of the file', () => {
    const show = (id: number) => showNumber(46_100, formatOfId(id, new Map()));
    expect([14, 22, 27, 31, 57, 58].map(show)).toEqual([
      '2026-03-19',
      '2026-03-19',
      '2026年3月',
      '2026-03-19',
      '2026年3月',
      '2026-03-19',
    ]);
    expect(formatOfId(14, new Map([[14, '0.0']]))).toBe('0.0');
    expect(formatOfId(999, new Map())).toBe('General');
  });
});
