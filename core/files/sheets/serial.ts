/** A day or a time as spreadsheets count it. */
export interface Moment {
  year: number;
  month: number;
  day: number;
  /** Whole seconds since midnight. */
  seconds: number;
}

/** Days from 1899-12-31, or from 1904-01-01, to 1970-01-01. */
const UNIX_1900 = 25_568;
const UNIX_1904 = 24_107;
/** The day that Excel counts and that never was: 1900-02-29. */
const NO_DAY = 60;
/** 9999-12-31. */
const LAST = 2_958_465;
const DAY_SECONDS = 86_400;

/** The day and time of a serial number; undefined for what no calendar has. Seconds are rounded: halves of them are never meant. */
export function momentOf(serial: number, from1904: boolean): Moment | undefined {
  if (!(serial >= 0) || serial >= LAST + 1) return undefined;
  const total = Math.round(serial * DAY_SECONDS);
  const days = Math.floor(total / DAY_SECONDS);
  const seconds = total - days * DAY_SECONDS;
  if (!from1904) {
    if (days === 0) return { year: 1900, month: 1, day: 0, seconds };
    if (days === NO_DAY) return { year: 1900, month: 2, day: 29, seconds };
  }
  const unix = from1904 ? days - UNIX_1904 : days - UNIX_1900 - (days > NO_DAY ? 1 : 0);
  const date = new Date(unix * DAY_SECONDS * 1000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), seconds };
}
