import { addDays, isIsoDay, isRealDay, readDate } from '../base/dates.ts';
import { splitNames } from '../base/names.ts';
import { cleanText, halfWidth } from '../base/text.ts';
import { findDesignations } from '../standards/designation.ts';
import type { CellKind } from './table-type.ts';
import type { TABLE_WORDS } from './words.ts';

/** Why a cell is not read, or is read with a doubt. */
export type CellFault = Exclude<
  keyof typeof TABLE_WORDS.faults,
  'missing' | 'twice' | 'same' | 'twiceSheets' | 'sameSheets' | 'above' | 'formula'
>;

/** What a cell says. `fault` with a value: it was read all the same, and a person should look. */
export interface CellRead {
  value?: string | readonly string[];
  fault?: CellFault;
  /** What the sentence is about. */
  text?: string;
}

/** Characters of the longest text of a cell, and of one that may be long. */
const [LONGEST, LONGEST_OF_ALL] = [500, 5_000];
/** Days between 1954 and 2064, as Excel counts them: other numbers are none. */
const [FIRST_DAY, LAST_DAY] = [20_000, 60_000];
/** The day 0 of a workbook that counts from 1904, as others count it. */
const DAYS_TO_1904 = 1_462;
/** What a formula shows that went wrong. */
const FAILED = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!)$/u;
const EMPTY = /^(?:[/／—\-–]+|无|暂无|空|n\/a|待定)$/iu;

/** The ISO day of a number by which Excel counts days; undefined for a number that is none. */
function dayOfSerial(text: string, from1904: boolean): string | undefined {
  const serial = /^\d{5}(?:\.0+)?$/.test(text) ? Number(text) + (from1904 ? DAYS_TO_1904 : 0) : Number.NaN;
  if (!(serial >= FIRST_DAY && serial <= LAST_DAY)) return undefined;
  return addDays('1899-12-30', serial);
}

function readDay(text: string, from1904: boolean): CellRead {
  if (isIsoDay(text)) return { value: text };
  const day = readDate(text);
  if (day?.iso !== undefined) return { value: day.iso.slice(0, 10) };
  const serial = dayOfSerial(text, from1904);
  if (serial !== undefined) return { value: serial, fault: 'number-only', text: serial };
  // 2023.3.1 with a stray dot, 2023—3—1.
  const [, year, month, date] = /^(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})\D?$/u.exec(halfWidth(text)) ?? [];
  if (isRealDay(Number(year), Number(month), Number(date)))
    return { value: [year, month?.padStart(2, '0'), date?.padStart(2, '0')].join('-') };
  return { fault: 'not-a-day', text };
}

/** What was corrected, and what was left out of a cell for one, a person looks at. */
function readDesignations(text: string, one: boolean): CellRead {
  const found = findDesignations(text);
  const [first] = found;
  if (first === undefined) return { fault: 'not-a-designation', text };
  const numbers = [...new Set(found.map((each) => each.text))];
  const corrected = found.find(({ flaws }) => flaws.includes('glyph'));
  const doubt: Pick<CellRead, 'fault' | 'text'> = corrected
    ? { fault: 'corrected', text: corrected.text }
    : one && first.grouped
      ? { fault: 'several', text: first.text }
      : {};
  return { value: one ? first.text : numbers, ...doubt };
}

const listOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、，,;；\n]+/u)
      .map(cleanText)
      .filter((part) => part !== '' && !EMPTY.test(part)),
  ),
];

/** Spaces and line ends between characters that need none: a cell that is narrow breaks a name into lines. */
const BETWEEN = /(?<=[\p{Script=Han}、，。；：（）《》“”])\s+(?=[\p{Script=Han}、，。；：（）《》“”])/gu;

/** What the text of a cell says in a column of some kind; {} where it says nothing. @param from1904 how its workbook counts days */
export function readCell(kind: CellKind, text: string, from1904 = false): CellRead {
  const plain = cleanText(text).replace(BETWEEN, '');
  if (plain === '' || EMPTY.test(plain)) return {};
  if (FAILED.test(plain)) return { fault: 'failed', text: plain };
  if (kind === 'long')
    return text.length > LONGEST_OF_ALL ? { fault: 'too-long', text: String(text.length) } : { value: text.trim() };
  if (kind === 'day') return readDay(plain, from1904);
  if (kind === 'designation' || kind === 'designations') return readDesignations(text, kind === 'designation');
  if (kind === 'names') {
    const names = splitNames(text);
    return names.length === 0 ? { fault: 'no-names', text: plain } : { value: names };
  }
  if (kind === 'list') {
    const list = listOf(text);
    const long = list.find((part) => part.length > LONGEST);
    return long === undefined ? { value: list } : { fault: 'too-long', text: String(long.length) };
  }
  if (plain.length > LONGEST) return { fault: 'too-long', text: String(plain.length) };
  if (kind === 'number') {
    const number = /^\d{1,9}/.exec(halfWidth(plain))?.[0];
    return number === undefined ? { fault: 'not-a-number', text: plain } : { value: number };
  }
  return { value: plain };
}
