import { DASH, GAP } from './designation-shapes.ts';

/** One of several standards that are written behind one prefix. */
export interface Member {
  number: string;
  year?: number;
}

/** The first and what is named behind it, and where that ends. */
export interface Group {
  named: Member[];
  end: number;
}

interface Prefixed extends Member {
  prefix: string;
}

/** Longest series that is named by its ends; of a longer one only these are believed. */
const MOST_IN_SPAN = 20;
/** Longest list behind one prefix. */
const MOST_IN_LIST = 50;

const YEAR = `(?:${GAP}${DASH}${GAP}(?<year>(?:19|20)\\d{2}|[5-9]\\d(?!\\d)))?`;
const NUMBER = '(?<number>\\.?\\d{1,6}(?:\\.\\d{1,4}){0,3})';
/** Behind it stands no longer number, and no word that makes it a count, a clause or a telephone. */
const STOP = `(?![A-Za-z0-9]|\\.\\d|${GAP}[-—–]${GAP}\\d|\\s?(?:[年月日号章条款页人个项次元份件天家期届%]|窗口|热线|平台|电话))`;
const SPAN = new RegExp(
  `${GAP}(?<mark>[~～〜∼至到]|[-—–])${GAP}(?<again>[A-Z][A-Z0-9]{0,7}(?:[/∕]?[TZ])?)?${GAP}${NUMBER}${YEAR}${STOP}`,
  'uy',
);
const LISTED = new RegExp(`${GAP}(?<mark>[、，,]|以?及|[和与或])${GAP}${NUMBER}${YEAR}${STOP}`, 'uy');
const LIKE_YEAR = /^(?:19|20)\d{2}$/;

const yearIn = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits.length === 2 ? `19${digits}` : digits);
const memberOf = (number: string, year: number | undefined): Member => ({
  number,
  ...(year === undefined ? {} : { year }),
});
/** `24421.1` → `24421.` and `1`; `BZ 203` → `BZ ` and `203`. */
function split(number: string): { stem: string; last: string } {
  const [, stem = '', last = ''] = /^(.*?)(\d+)$/u.exec(number) ?? [];
  return { stem, last };
}

/**
 * What is named behind a designation without its prefix: a series by its ends (GB/T 24421.1～4—2023) and further numbers
 * (GB/T 1.1、1.2; GB/T 36112—2018、36113—2018). Undefined where nothing is, or where it is not sure to be a number of a
 * standard. `at` is behind the first; a year that stands once, behind the end of a series, is that of all of it.
 */
export function membersBehind(text: string, at: number, first: Prefixed): Group | undefined {
  let named: Member[] = [memberOf(first.number, first.year)];
  let end = at;
  while (named.length < MOST_IN_LIST) {
    const more = spanAt(text, end, named, first.prefix) ?? listedAt(text, end, named);
    if (!more) break;
    ({ named, end } = more);
  }
  return named.length > 1 ? { named, end } : undefined;
}

function spanAt(text: string, at: number, named: readonly Member[], prefix: string): Group | undefined {
  SPAN.lastIndex = at;
  const { mark = '', again, number = '', year: digits } = SPAN.exec(text)?.groups ?? {};
  const from = named.at(-1);
  if (!from || number === '' || (again !== undefined && bare(again) !== bare(prefix))) return undefined;
  const end = SPAN.lastIndex;
  const { stem, last } = split(from.number);
  const to = split(number);
  if (!goesOn({ stem, last }, to, /[-—–]/.test(mark) && again === undefined)) return undefined;
  const year = yearIn(digits);
  const step = Number(to.last) - Number(last);
  const whole = `${stem}${to.last}`;
  // With two years nobody says of which year the ones between are.
  const same = from.year === undefined || from.year === year;
  const between = same && step <= MOST_IN_SPAN ? step - 1 : 0;
  const start = from.year === undefined && year !== undefined ? memberOf(from.number, year) : from;
  const filled = Array.from({ length: between }, (_, index) =>
    memberOf(`${stem}${String(Number(last) + index + 1).padStart(leadingZeros(last), '0')}`, year),
  );
  return { named: [...named.slice(0, -1), start, ...filled, memberOf(whole, year)], end };
}

const bare = (prefix: string): string => prefix.replace(/[/∕ ]/g, '');
const leadingZeros = (digits: string): number => (digits.startsWith('0') ? digits.length : 0);

/** Whether a number can be the end of a series that begins with another. After a dash a year may be meant. */
function goesOn(from: { stem: string; last: string }, to: { stem: string; last: string }, isDash: boolean): boolean {
  if (Number(to.last) <= Number(from.last)) return false;
  const hasPart = from.stem.endsWith('.');
  if (to.stem === '.') return hasPart;
  if (to.stem !== '') return hasPart ? from.stem.endsWith(to.stem) && bareStem(from.stem) === bareStem(to.stem) : false;
  if (hasPart) return to.last.length <= 2;
  const believed = to.last.length === from.last.length && !LIKE_YEAR.test(to.last);
  return believed && to.last.length > (isDash ? 3 : 2);
}

/** Without a unit's sub-system in front. */
const bareStem = (stem: string): string => stem.replace(/^.* /, '');

function listedAt(text: string, at: number, named: readonly Member[]): Group | undefined {
  LISTED.lastIndex = at;
  const { mark = '', number = '', year: digits } = LISTED.exec(text)?.groups ?? {};
  const from = named.at(-1);
  if (!from || number === '') return undefined;
  const end = LISTED.lastIndex;
  const year = yearIn(digits);
  const { stem, last } = split(from.number);
  const to = split(number);
  const hasPart = stem.endsWith('.');
  const system = /^.* /.exec(stem)?.[0] ?? '';
  const add = (whole: string, before = named): Group => ({ named: [...before, memberOf(whole, year)], end });
  if (hasPart && to.stem === '.') return add(`${stem}${to.last}`);
  // 32170.1、2—2015: a part alone is one only where a year closes the list, which is then the year of all.
  if (hasPart && to.stem === '' && to.last.length <= 2) {
    const goes = year !== undefined && from.year === undefined && Number(to.last) > Number(last);
    return goes ? add(`${stem}${to.last}`, [...named.slice(0, -1), memberOf(from.number, year)]) : undefined;
  }
  if (hasPart && to.stem === bareStem(stem)) return add(`${system}${number}`);
  const whole = /^\d+/.exec(number)?.[0] ?? '';
  if (LIKE_YEAR.test(whole)) return undefined;
  if (year !== undefined) return whole.length > 2 ? add(`${system}${number}`) : undefined;
  const alike = !hasPart && to.stem === '' && to.last.length === last.length && last.length > 3;
  return alike && !/[，,]/.test(mark) ? add(`${system}${number}`) : undefined;
}
