import { describe, expect, it } from 'vitest';
import { addMonths, chinaTime, daysBetween, findDates, isRealDay, readDate, withoutDates } from './dates.ts';
import { fc } from './testing.ts';

describe('dates', () => {
  it.each([
    ['2026-11-23 12:19', '2026-11-23T12:19:00'],
    ['2026年11月21日', '2026-11-21'],
    ['二〇二六年九月十四日', '2026-09-14'],
    ['二〇二六年十一月二十三日', '2026-11-23'],
    ['20220914', '2022-09-14'],
    ['2026/1/5 8:05:09', '2026-01-05T08:05:09'],
    ['２０２６－１１－２０', '2026-11-20'],
    ['2026‑03‑18', '2026-03-18'],
    ['2022年9月14日 10时20分', '2022-09-14T10:20:00'],
    ['赵子龙 同意 2026-11-23 12:12:49，复稿无误', '2026-11-23T12:12:49'],
  ])('reads %s', (text, iso) => {
    expect(readDate(text)?.iso).toBe(iso);
  });

  it.each([
    ['9月14日', 'no-year'],
    ['十二月三十一日', 'no-year'],
    ['2026年9月', 'no-day'],
    ['2026.2.30', 'impossible'],
    ['2026年2月29日', 'impossible'],
    ['2026年13月1日', 'impossible'],
  ])('%s is no complete date: %s', (text, flaw) => {
    expect(readDate(text)).toMatchObject({ flaw });
    expect(readDate(text)).not.toHaveProperty('iso');
  });

  it.each(['6.9.1', 'GB/T 1.1—2020', '10.1.2.3', '12345678901', '共12月度'])('finds none in %s', (text) => {
    expect(findDates(text).filter((date) => date.iso)).toEqual([]);
  });

  it('finds several in order', () => {
    expect(findDates('2022-09-20 发布 2022-10-01 实施').map((date) => date.iso)).toEqual(['2022-09-20', '2022-10-01']);
  });

  it('reads back every day of the calendar in every writing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2099 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, day) => {
          fc.pre(isRealDay(year, month, day));
          const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          return [iso, iso.replaceAll('-', '/'), `${year}年${month}月${day}日`, `${year}.${month}.${day}`].every(
            (text) => readDate(text)?.iso === iso,
          );
        },
      ),
    );
  });

  it('counts days and months', () => {
    expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2);
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('2026-01-15', -3)).toBe('2025-10-15');
  });
});

it('chinaTime shows the day of the clock on the wall', () => {
  expect(chinaTime('2026-03-01T23:30:00.000Z')).toBe('2026-03-02T07:30:00');
});

it('takes the dates out of a text and leaves the rest as written', () => {
  expect(withoutDates('自２０２６年１月２日起至2026-03-04止')).toBe('自 起至 止');
  expect(withoutDates('没有日期')).toBe('没有日期');
});
