import { readHanDigits, readHanNumber } from './numerals.ts';
import { halfWidth } from './text.ts';

/** How a date was written. Rules of form look at it; rules of order look at `iso`. */
export type DateStyle = 'numeric' | 'han-digits' | 'year-month-day' | 'compact';

export interface WrittenDate {
  /** The characters as written. */
  raw: string;
  /** Where it stands in the text that was searched. */
  start: number;
  end: number;
  style: DateStyle;
  /** `YYYY-MM-DD`, with `THH:mm:ss` where a time was written; missing unless the date is complete and real. */
  iso?: string;
  /** Why there is no `iso`: no year, no day, or a day that the calendar does not have. */
  flaw?: 'no-year' | 'no-day' | 'impossible';
}

/** 二〇二六 → 2026, 十二 → 12, 二十三 → 23; NaN when it is no such number. */
const hanNumber = (text: string): number => readHanDigits(text) ?? readHanNumber(text) ?? Number.NaN;

const TIME = String.raw`(?:[ T\u3000]*(?<hour>[01]?\d|2[0-3])[:：时](?<minute>[0-5]\d)(?:[:：分](?<second>[0-5]\d)?(?:\.\d+)?秒?)?分?(?<zone>Z|[+-]\d\d:?\d\d)?)?`;
/** Each with what every such date holds. */
const PATTERNS: readonly (readonly [DateStyle, RegExp, RegExp])[] = [
  [
    'year-month-day',
    /月/u,
    new RegExp(
      String.raw`(?:(?<year>\d{4})\s*年\s*)?(?<month>\d{1,2})\s*月(?:\s*(?<day>\d{1,2})\s*[日号])?${TIME}`,
      'gu',
    ),
  ],
  [
    'numeric',
    /\d{4}/u,
    new RegExp(
      String.raw`(?<![\d./-])(?<year>\d{4})(?<mark>[-/.－—–‐‑−])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?!\d)${TIME}`,
      'gu',
    ),
  ],
  [
    'han-digits',
    /月/u,
    /(?:(?<year>[〇○Oo零一二三四五六七八九]{4})年)?(?<month>[一二三四五六七八九十]{1,2})月(?<day>[一二三四五六七八九十廿卅]{1,3})日/gu,
  ],
  ['compact', /\d{8}/u, /(?<!\d)(?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?!\d)/gu],
];

/** True when year, month and day name a day of the calendar. */
export function isRealDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const pad = (value: number): string => String(value).padStart(2, '0');

function readMatch(style: DateStyle, match: RegExpExecArray): WrittenDate {
  const part = match.groups ?? {};
  const number = (text: string | undefined): number =>
    text === undefined ? Number.NaN : style === 'han-digits' ? hanNumber(text) : Number(text);
  const written: WrittenDate = { raw: match[0].trim(), start: match.index, end: match.index + match[0].length, style };
  const [year, month, day] = [number(part.year), number(part.month), number(part.day)];
  // A year of leap length lets 2月29日 without a year pass as "no year" and not as "impossible".
  if (!(month >= 1 && month <= 12)) return { ...written, flaw: 'impossible' };
  if (Number.isNaN(day)) return { ...written, flaw: part.year === undefined ? 'no-year' : 'no-day' };
  if (!isRealDay(Number.isNaN(year) ? 2024 : year, month, day)) return { ...written, flaw: 'impossible' };
  if (Number.isNaN(year)) return { ...written, flaw: 'no-year' };
  const time = part.hour === undefined ? '' : `T${pad(Number(part.hour))}:${part.minute}:${part.second ?? '00'}`;
  return { ...written, iso: `${year}-${pad(month)}-${pad(day)}${time}` };
}

/** Every date has 月 or the four digits of a year; most texts have neither, and need no search. */
const MAY_HOLD_DATE = /月|[\d０-９]{4}/u;

/** Every date written in a text, in order, none overlapping another; half-width and full-width digits alike. */
export function findDates(text: string): WrittenDate[] {
  if (!MAY_HOLD_DATE.test(text)) return [];
  const narrow = halfWidth(text);
  const found = PATTERNS.flatMap(([style, hint, pattern]) =>
    hint.test(narrow) ? Array.from(narrow.matchAll(pattern), (match) => readMatch(style, match)) : [],
  );
  found.sort((left, right) => left.start - right.start || right.end - left.end);
  let end = 0;
  return found.filter((date) => {
    if (date.start < end) return false;
    end = date.end;
    return true;
  });
}

/** A text with every date in it replaced by one space; all else as written. */
export function withoutDates(text: string): string {
  let rest = '';
  let end = 0;
  for (const date of findDates(text)) {
    rest += `${text.slice(end, date.start)} `;
    end = date.end;
  }
  return rest + text.slice(end);
}

/** The one date of a box that holds a date and little else; undefined where there is none. */
export function readDate(text: string): WrittenDate | undefined {
  return findDates(text)[0];
}

/** The day of an ISO date or date-time. */
export function dayOf(iso: string): string {
  return iso.slice(0, 10);
}

/** The day in China at an instant (ISO, UTC). */
export const chinaDay = (instant: string): string => dayOf(chinaTime(instant));

/** True for an ISO day, `2026-03-02`, that the calendar has. */
export function isIsoDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return isRealDay(Number(year), Number(month), Number(day));
}

/** The ISO day so many days later. */
export function addDays(iso: string, days: number): string {
  return dayOf(new Date(Date.parse(dayOf(iso)) + days * 86_400_000).toISOString());
}

/** Days from one ISO day to another (negative when the second is earlier). */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / 86_400_000);
}

/** An ISO day moved by whole months; the day is cut to the month's last (2026-08-31 + 6 → 2027-02-28). */
export function addMonths(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = dayOf(iso).split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.getUTCFullYear()}-${pad(first.getUTCMonth() + 1)}-${pad(Math.min(day, last))}`;
}

/** An instant (ISO, UTC) as the clock in China shows it: `YYYY-MM-DDTHH:mm:ss`. The same on every machine. */
export function chinaTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19);
}

const DATE_TEXT = /^\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?(?:[ T]?\d{1,2}:\d{2}(?::\d{2})?)?$/;

/** True for a text that is a day, with its time or without, and nothing else. */
export function isDateText(text: string): boolean {
  return DATE_TEXT.test(text);
}
