import { expect, it } from 'vitest';
import { fc } from '../base/testing.ts';
import { lastDayOf } from './due.ts';

it.each<[string, string | undefined]>([
  ['2026-03-12', '2026-03-12'],
  ['2026年3月12日 09:00', '2026-03-12'],
  ['2026-03-12至2026-03-14', '2026-03-14'],
  ['2026年3月', '2026-03-31'],
  ['2026-02', '2026-02-28'],
  ['2024年2月底', '2024-02-29'],
  ['2026年１２月', '2026-12-31'],
  ['2026年第二季度', '2026-06-30'],
  ['2026年3季度', '2026-09-30'],
  ['2026年上半年', '2026-06-30'],
  ['2026年下半年', '2026-12-31'],
  ['2026年度', '2026-12-31'],
  ['2026', '2026-12-31'],
  ['3月', undefined],
  ['第二季度', undefined],
  ['2026年13月', undefined],
  ['1926年', undefined],
  ['适时', undefined],
  ['每年3月', undefined],
  ['', undefined],
])('%s ends on %s', (text, day) => expect(lastDayOf(text)).toBe(day));

it('gives a day of the calendar or none, whatever the text', () => {
  const text = fc.string({
    unit: fc.constantFrom('2', '0', '6', '1', '3', '年', '月', '日', '-', '季', '度', '第', '上', '半'),
  });
  fc.assert(
    fc.property(text, (some) => {
      const day = lastDayOf(some);
      if (day !== undefined) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
    }),
  );
});
