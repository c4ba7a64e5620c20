import { remember } from '../base/remember.ts';
import { halfWidth } from '../base/text.ts';
import { membersBehind } from './designation-groups.ts';
import { type Captured, type Family, isIndustryCode, SHAPES, type Shape, yearOf } from './designation-shapes.ts';

/** In what a designation as written differs from its normal form. */
export type DesignationFlaw =
  /** The mark before the year is not — (: for foreign ones). */
  | 'separator'
  /** Not exactly one space between prefix and number, or spaces elsewhere. */
  | 'spacing'
  /** Full-width letters or digits. */
  | 'width'
  /** Another character was read as the one that has to stand there: O, I or l for a digit, · for a dot, 丁 for T. */
  | 'glyph'
  /** The slash is missing or another character. */
  | 'slash'
  /** Small letters. */
  | 'case'
  /** A year of two digits. */
  | 'short-year'
  /** Built like the designation of an industry, but no industry with this code is known. */
  | 'unknown-code';

/** The number of a standard, read from text. */
export interface Designation {
  /** Normal form, without a year when undated: `GB/T 1.1—2020`, `DB34/T 3067—2017`, `ISO 9001:2015`. */
  text: string;
  family: Family;
  prefix: string;
  /** The number with its parts, and in a unit's own numbers the sub-system: `1.1`, `BZ 203.5`. */
  number: string;
  year?: number;
  /** （所有部分） stands behind it. */
  allParts: boolean;
  flaws: DesignationFlaw[];
}

export interface FoundDesignation extends Designation {
  /** As written, without （所有部分）. */
  raw: string;
  /** Where it stands in the text; `end` is behind （所有部分）. */
  start: number;
  end: number;
  /** One of several that are written together (GB/T 24421.1～4, GB/T 1.1、1.2): all of them have the place of the whole. */
  grouped?: true;
}

/** Said behind a number that all parts of the series are meant. */
export const ALL_PARTS =
  /^\s{0,2}(?:[（(]\s{0,2}(?:所有|全部|各)部分\s{0,2}[)）]|(?:系列|族)(?:(?:国家|行业|地方|团体)?标准)?)/u;

/** Letters of other scripts that look like those of a designation, as texts from pictures have them. */
const LOOK_ALIKE: Readonly<Record<string, string>> = { В: 'B', Т: 'T', О: 'O', Β: 'B', Τ: 'T', Ο: 'O' };
const LOOKS_ALIKE = /[ВТОΒΤΟ]/;
const EACH_ALIKE = /[ВТОΒΤΟ]/g;
const LINE_BREAK = /[\r\n]/;

/** O for 0 and the like, · and spaces around a dot. */
const digitsOf = (text: string): string =>
  text
    .replace(/[Oo]/g, '0')
    .replace(/[Il]/g, '1')
    .replace(/\s*[.·•]\s*/g, '.');

function flawsOf(raw: string, part: Captured, found: Designation): DesignationFlaw[] {
  if (found.family === 'plan') return [];
  const { head = '', gap = '', number = '', mark, edition, later, bare, code = '' } = part;
  const year = yearOf(part);
  const foreign = found.family === 'foreign';
  // The end of a line is no space that somebody typed.
  const typed = (text: string): string => text.replace(/[^\S\n]*\r?\n[^\S\n]*/g, '');
  const gapIsRight = /^[ \u00A0\u3000]$/.test(gap) || LINE_BREAK.test(gap);
  const checks: readonly (readonly [DesignationFlaw, boolean])[] = [
    ['width', halfWidth(raw) !== raw],
    ['case', /[a-z]/.test(head.replace('Guide', ''))],
    ['slash', bare !== undefined || /[\\∕⁄_|-]/.test(head)],
    ['glyph', /[OoIl·•]/.test(number + year) || /^G8|丁/.test(code + (part.grade ?? '')) || LOOKS_ALIKE.test(raw)],
    ['separator', (mark !== undefined && mark.trim() !== (foreign ? ':' : '—')) || Boolean(edition ?? later)],
    ['spacing', !gapIsRight || /\s/.test(typed(mark ?? '') + number) || (!foreign && /\s/.test(typed(head)))],
    ['short-year', year.length === 2],
    ['unknown-code', found.family === 'industry' && part.system === undefined && isUnknown(code)],
  ];
  return checks.filter(([, present]) => present).map(([flaw]) => flaw);
}

const isUnknown = (code: string): boolean => !isIndustryCode(code) && !/^(?:JTG|TSG)$/.test(code);

/** What is written as a designation may be none: a span of years, a size of memory, the first chapter on the next line. */
function isBelieved(kind: Shape, part: Captured, prefix: string, about: { before: string; behind: string }): boolean {
  const { number = '' } = part;
  const dated = yearOf(part) !== '';
  const sure = dated || ALL_PARTS.test(about.behind) || /^\s{0,2}《/u.test(about.behind);
  const isWeak = kind.isWeak?.(part) ?? false;
  if (!/\d/.test(number + yearOf(part)) || (isWeak && !sure)) return false;
  // Letters and two years are a span of years; T/CECS 1903—2025 is none.
  if (isWeak && !prefix.includes('/') && /^(?:19|20)\d{2}$/.test(number)) return false;
  if (sure) return true;
  if (part.gap === '_' || LINE_BREAK.test((part.head ?? '') + (part.gap ?? ''))) return false;
  if (/^(?:19|20)\d{2}$/.test(number) && /^\s?年/u.test(about.behind)) return false;
  if (prefix === 'GB') return number.length > 2 && !/\d\s?$/.test(about.before);
  // Q/CSG 2 16 004—2019 is a scheme of its own.
  if (kind.family === 'unit' && /^\s\d/.test(about.behind)) return false;
  return kind.family !== 'national' || number.length > 1;
}

function read(text: string, narrow: string, kind: Shape, match: RegExpExecArray): FoundDesignation[] {
  const part = match.groups ?? {};
  const prefix = kind.prefix(part);
  const start = match.index;
  const stop = start + match[0].length;
  const about = { before: narrow.slice(Math.max(0, start - 2), start), behind: narrow.slice(stop, stop + 16) };
  if (prefix === undefined || !isBelieved(kind, part, prefix, about)) return [];
  const digits = digitsOf(yearOf(part));
  const year = digits === '' ? undefined : Number(digits.length === 2 ? `19${digits}` : digits);
  const { number: written = '', system } = part;
  const number = `${system ? `${system}${kind.systemGap ?? ' '}` : ''}${digitsOf(written)}`;
  const first = designationOf({ family: kind.family, prefix, number, ...(year === undefined ? {} : { year }) });
  const members = kind.family === 'plan' ? undefined : membersBehind(narrow, stop, first);
  // 1.1-2020-01 is another number.
  if (part.next !== undefined && !members) return [];
  const parts = members ? undefined : ALL_PARTS.exec(about.behind)?.[0];
  const end = members?.end ?? stop + (parts?.length ?? 0);
  const raw = text.slice(start, members?.end ?? stop);
  const flaws = flawsOf(text.slice(start, stop), part, first);
  const place = { raw, start, end };
  if (!members) return [{ ...first, allParts: parts !== undefined, flaws, ...place }];
  return members.named.map((one) => ({ ...designationOf({ ...first, ...one }), flaws, ...place, grouped: true }));
}

function designationOf({
  family,
  prefix,
  number,
  year,
}: Pick<Designation, 'family' | 'prefix' | 'number' | 'year'>): Designation {
  const dated = year === undefined ? '' : `${family === 'foreign' ? ':' : '—'}${year}`;
  return {
    text: `${prefix === '' ? '' : `${prefix} `}${number}${dated}`,
    family,
    prefix,
    number,
    ...(year === undefined ? {} : { year }),
    allParts: false,
    flaws: [],
  };
}

/** Every designation begins with a letter; most text of a page has none. */
const LETTER = /[A-Za-zＡ-Ｚａ-ｚ]/;

/** The normal form of most of them, and nothing else: it needs no search. A catalogue has a hundred thousand of these. */
const PLAIN =
  /^(?:(?<national>GB(?:\/[TZ])?)|(?<local>DB\d{2,6}\/[TZ])|(?<industry>[A-Z]{2})\/T) (?<number>\d{3,6}(?:\.\d{1,4}){0,3})—(?<year>(?:19|20)\d{2})$/;

function plainDesignation(text: string): FoundDesignation | undefined {
  const { national, local, industry, number = '', year } = PLAIN.exec(text)?.groups ?? {};
  if (number === '' || (industry !== undefined && !isIndustryCode(industry))) return undefined;
  const prefix = national ?? local ?? `${industry}/T`;
  const family = national !== undefined ? 'national' : local !== undefined ? 'local' : 'industry';
  return { ...designationOf({ family, prefix, number, year: Number(year) }), raw: text, start: 0, end: text.length };
}

/**
 * Every designation of a standard written in a text, in order, none overlapping another but those that are written
 * together (`grouped`). One may go over the end of a line.
 */
export function findDesignations(text: string): FoundDesignation[] {
  const plain = plainDesignation(text);
  return plain === undefined ? searchDesignations(text) : [plain];
}

/** As `findDesignations`, for a text of any form. */
export function searchDesignations(text: string): FoundDesignation[] {
  if (!LETTER.test(text)) return [];
  const narrow = halfWidth(text).replace(EACH_ALIKE, (letter) => LOOK_ALIKE[letter] ?? letter);
  const shapes = SHAPES.filter(({ hint }) => hint === undefined || hint.test(narrow));
  const found = shapes.flatMap((kind) =>
    Array.from(narrow.matchAll(kind.pattern), (match) => read(text, narrow, kind, match)).filter(
      (group) => group.length > 0,
    ),
  );
  found.sort(([left], [right]) => (left && right ? left.start - right.start || right.end - left.end : 0));
  let end = 0;
  return found.flatMap((group) => {
    const [first] = group;
    if (!first || first.start < end) return [];
    end = first.end;
    return group;
  });
}

/** The designation in a box that holds one and little else; undefined where there is none. */
export function readDesignation(text: string): Readonly<FoundDesignation> | undefined {
  return text.length > LONGEST_BOX ? findDesignations(text)[0] : readBox(text);
}

/** Longer texts are sentences: they are not asked about again and again. */
const LONGEST_BOX = 60;
const MOST_BOXES = 1_000;
const readBox = remember(MOST_BOXES, (text): FoundDesignation | undefined => findDesignations(text)[0]);

/** The designation without its year: `GB/T 1.1—2020` → `GB/T 1.1`; what editions of one standard have in common. */
export function undated(designation: string): string {
  const mark = designation.at(-5);
  return mark === '—' || mark === ':' ? designation.replace(/[—:]\d{4}$/u, '') : designation;
}
