import { addMonths, findDates } from '../base/dates.ts';
import { halfWidth, squeeze } from '../base/text.ts';

const QUARTERS: Readonly<Record<string, number>> = { 一: 3, 二: 6, 三: 9, 四: 12, '1': 3, '2': 6, '3': 9, '4': 12 };

/** The day before the first of the month behind this one. */
function endOfMonth(year: string, month: number): string {
  const next = addMonths(`${year}-${String(month).padStart(2, '0')}-01`, 1);
  const end = new Date(`${next}T00:00:00Z`);
  end.setUTCDate(0);
  return end.toISOString().slice(0, 10);
}

/**
 * The last day of what a text names for sure: a day (the later of two), 2026年3月, 2026年第二季度, 2026年上半年, 2026年. undefined for
 * all else, a month of no year first of all. @returns ISO day
 */
export function lastDayOf(text: string): string | undefined {
  const plain = squeeze(halfWidth(text));
  const [last] = findDates(plain).slice(-1);
  if (last?.iso !== undefined) return last.iso.slice(0, 10);
  const [, year, month, quarter, half] =
    /^(?:.*[至到—–~-])?(\d{4})(?:年度?)?(?:[.\-/]?(\d{1,2})月?|第?([一二三四1-4])季度|(上|下)半年|)(?:底|末)?$/u.exec(
      plain,
    ) ?? [];
  if (year === undefined || !/^20\d\d$/.test(year)) return undefined;
  if (month !== undefined) {
    const number = Number(month);
    return number >= 1 && number <= 12 ? endOfMonth(year, number) : undefined;
  }
  if (quarter !== undefined) return endOfMonth(year, QUARTERS[quarter] ?? 12);
  if (half !== undefined) return endOfMonth(year, half === '上' ? 6 : 12);
  return `${year}-12-31`;
}
