import { describe, expect, it } from 'vitest';
import { fc } from '../base/testing.ts';
import { isNumberForm, isOfForm, readNumberForm, unitCodeOf } from './number-form.ts';

describe('a form of numbers', () => {
  it.each([
    ['Q/YTBM 1××—××××', 'Q/YTBM 1××—××××'],
    ['Q/YTBM 1XX-YYYY', 'Q/YTBM 1××—××××'],
    ['Q/YTBM 1xx—年份', 'Q/YTBM 1××—××××'],
    ['Q/YTBM1□□—□□□□', 'Q/YTBM 1××—××××'],
    ['Q/YTBX 1XX—XXXX', 'Q/YTBX 1××—××××'],
    ['YTBM/JC ××—2022', 'YTBM/JC ××—××××'],
    ['YTBMFW BZ 2××.×—（年号）', 'YTBMFW BZ 2××.×—××××'],
    ['Ｑ／ＹＴＢＭ　１＊＊－＊＊＊＊', 'Q/YTBM 1××—××××'],
    ['Q/YTBM ###', 'Q/YTBM ###'.replaceAll('#', '×').concat('—××××')],
    ['随便编', undefined],
    ['Q/YTBM 101—2022', undefined],
    ['GB/T 1.×—××××', undefined],
    ['', undefined],
  ])('%s is read as %s', (written, form) => {
    expect(readNumberForm(written)).toBe(form);
    if (form !== undefined) expect(isNumberForm(form)).toBe(true);
  });

  it.each([
    ['Q/YTBM 101—2022', 'Q/YTBM 1××—××××', true],
    ['Q/YTBM 1010—2022', 'Q/YTBM 1××—××××', false],
    ['Q/YTBM 201—2022', 'Q/YTBM 1××—××××', false],
    ['Q/YTBM 101.1—2022', 'Q/YTBM 1××—××××', false],
    ['Q/YTBM 101.12—2022', 'Q/YTBM 1××.×—××××', true],
    ['YTBM/JC 01—2022', 'YTBM/JC ××—××××', true],
    ['YTBM/TG 01—2022', 'YTBM/JC ××—××××', false],
    ['YTBMFW BZ 203.5—2022', 'YTBMFW BZ 2××.×—××××', true],
  ])('%s against %s: %s', (designation, form, fits) => {
    expect(isOfForm(designation, form)).toBe(fits);
  });

  it('tells the code of the unit', () => {
    expect(['Q/YTBM 1××—××××', 'YTBM/JC 01—2022', 'YTBMFW BZ 2××.×—××××'].map(unitCodeOf)).toEqual([
      'Q/YTBM',
      'YTBM',
      'YTBMFW',
    ]);
  });

  it('property: whatever is read is a form, and read again is itself', () => {
    const bits = fc.constantFrom('Q/', 'YTBM', 'X', '×', '1', ' ', '—', '.', '年号', 'JC', '*', '(', '\\', '-');
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 14 }), (parts) => {
        const form = readNumberForm(parts.join(''));
        if (form === undefined) return;
        expect(isNumberForm(form)).toBe(true);
        expect(readNumberForm(form)).toBe(form);
      }),
    );
  });
});
