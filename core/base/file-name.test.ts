import { expect, it } from 'vitest';
import { safeFileName } from './file-name.ts';
import { fc } from './testing.ts';

it.each([
  ['../../etc/passwd', 'etc passwd'],
  ['..\\..\\windows\\a.dll', 'windows a.dll'],
  ['C:\\a.txt', 'C a.txt'],
  ['con', 'con_'],
  ['NUL.txt', 'NUL_.txt'],
  ['com1 .html', 'com1_ .html'],
  ['COM¹', 'COM¹_'],
  ['console', 'console'],
  ['关于“值班”的通知?.docx', '关于“值班”的通知 .docx'],
  ['报告\u202Excod.exe', '报告 xcod.exe'],
  [' ... ', ''],
  ['a. ', 'a'],
])('makes of %j %j', (text, name) => {
  expect(safeFileName(text, 80)).toBe(name);
});

it('cuts what is too long before its ending, and never through a character', () => {
  expect(safeFileName(`${'长'.repeat(200)}.docx`, 20)).toBe(`${'长'.repeat(15)}.docx`);
  expect(safeFileName('𠮷'.repeat(10), 7)).toBe('𠮷'.repeat(3));
});

it('gives one name that Windows takes, whatever comes in, and leaves it as it is', () => {
  const hostile = fc.string({
    unit: fc.constantFrom(...'./\\:*?"<>|a长 \u0000\u202E\u2028\uD842𠮷con1$'),
    maxLength: 40,
  });
  fc.assert(
    fc.property(hostile, fc.integer({ min: 12, max: 30 }), (text, most) => {
      const name = safeFileName(text, most);
      expect(name.length).toBeLessThanOrEqual(most);
      expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]|^[. ]|[. ]$/u);
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
      expect(safeFileName(name, most)).toBe(name);
    }),
    { numRuns: 2_000 },
  );
});
