import { remember } from '../base/remember.ts';
import { halfWidth } from '../base/text.ts';

/** Who issues it: state, ministry, province or city, association, the unit itself, metrology, abroad. */
export type Family = 'national' | 'industry' | 'local' | 'group' | 'unit' | 'measurement' | 'foreign';

/** In what a designation as written differs from its normal form. */
export type DesignationFlaw =
  /** The mark before the year is not — (: for foreign ones). */
  | 'separator'
  /** Not exactly one space between prefix and number, or spaces elsewhere. */
  | 'spacing'
  /** Full-width letters or digits. */
  | 'width'
  /** O, I or l where a digit has to stand. */
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
}

/** Codes of industries (domain.md 3.7): the old list, the newer ones, and those of works of engineering. */
const INDUSTRY_CODES = new Set(
  (
    'AQ BB CB CH CJ CY DA DB DL DZ EJ FZ GA GC GH GM GY HB HG HJ HS HY JB JC JG JR JT JY LB LD LS LY MH MR MT MZ NB NY ' +
    'QB QC QJ QX RB SB SC SF SH SJ SL SN SW SY TB TD TJ TY WB WH WJ WM WS WW XB XF YB YC YD YJ YS YY YZ ZY ' +
    'CJJ JGJ JTG'
  ).split(' '),
);

const GAP = String.raw`[^\S\n]{0,3}`;
const SLASH = String.raw`${GAP}[/\\∕⁄]${GAP}`;
const DIGIT = '[0-9OoIl]';
const DASH = '[-—–―‐‑−─一ー:]';
const NUMBER = `(?<number>${DIGIT}{1,6}(?:\\.${DIGIT}{1,4}){0,3})`;
const YEAR = `(?:(?<mark>${GAP}${DASH}${GAP})(?<year>(?:19|2[0Oo])${DIGIT}{2}|[5-9]\\d))?`;
/** Nothing may stand behind that would make it a longer number. */
const STOP = `(?![A-Za-z0-9]|\\.\\d|${GAP}[-—–]${GAP}\\d)`;
/** Not inside a word, an address or a longer code. */
const START = '(?<![A-Za-z0-9]|(?<!\\d)[/\\\\]|[A-Za-z0-9][-.])';

interface Shape {
  family: Family;
  /** What stands in every such designation, where that can be told without the pattern. */
  hint?: RegExp;
  pattern: RegExp;
  /** Prefix in normal form; undefined when this is no designation after all. */
  prefix(part: Readonly<Record<string, string | undefined>>): string | undefined;
  /** Too easily mistaken: believed only with a year or a 《title》 behind it. */
  weak?: true;
}

const shape = (prefix: string, tail = `${NUMBER}${YEAR}`): RegExp =>
  new RegExp(`${START}(?<head>${prefix})(?<gap>${GAP})${tail}${STOP}`, 'gu');

const SHAPES: readonly Shape[] = [
  {
    family: 'national',
    hint: /[Gg][Bb]/,
    pattern: shape(`(?<code>GBZ|GB|gb|Gb)(?:${SLASH}(?<grade>[TZtz])|${GAP}(?<bare>T))?`),
    prefix: ({ code = '', grade, bare }) =>
      `${code.toUpperCase()}${(grade ?? bare) ? `/${(grade ?? bare)?.toUpperCase()}` : ''}`,
  },
  {
    family: 'local',
    hint: /[Dd][Bb]/,
    pattern: shape(`[Dd][Bb]${GAP}(?<region>\\d{2,6})(?:${SLASH}(?<grade>[TZtz])|(?<bare>T))`),
    prefix: ({ region, grade, bare }) => `DB${region}/${(grade ?? bare)?.toUpperCase()}`,
  },
  {
    family: 'local',
    hint: /DB/,
    pattern: shape('DB(?<region>\\d{4}|\\d{2})(?= )'),
    prefix: ({ region }) => `DB${region}`,
    weak: true,
  },
  {
    family: 'industry',
    pattern: shape(`(?<code>[A-Z]{2,3})${SLASH}(?<grade>[TZ])`),
    prefix: ({ code = '', grade, year }) =>
      code.startsWith('GB') || !(INDUSTRY_CODES.has(code) || year) ? undefined : `${code}/${grade}`,
  },
  {
    family: 'industry',
    pattern: shape('(?<code>[A-Z]{2,3})'),
    prefix: ({ code = '' }) => (INDUSTRY_CODES.has(code) ? code : undefined),
    weak: true,
  },
  {
    family: 'group',
    hint: /T\s*[/\\∕⁄]/,
    pattern: shape(`T${SLASH}(?<code>[A-Z][A-Z0-9]{0,10}[A-Z])`),
    prefix: ({ code }) => `T/${code}`,
    weak: true,
  },
  {
    family: 'unit',
    hint: /Q/,
    pattern: shape(
      `Q${SLASH}(?<code>[A-Z\\u4e00-\\u9fff](?:[A-Z0-9\\u4e00-\\u9fff]{0,10}[A-Z\\u4e00-\\u9fff]))`,
      `(?:(?<system>[A-Z]{1,4})[^\\S\\n]{0,3})?${NUMBER}${YEAR}`,
    ),
    prefix: ({ code = '', year }) => (/^[A-Z0-9]+$/.test(code) || year ? `Q/${code}` : undefined),
  },
  {
    family: 'unit',
    pattern: shape(`(?<code>[A-Z]{2,8}/[A-Z]{2,4})`),
    prefix: ({ code = '', year }) => (year && !/^(?:GB|DB|ISO|IEC)\b/.test(code) ? code : undefined),
  },
  { family: 'measurement', hint: /JJ/, pattern: shape('(?<code>JJ[GF])'), prefix: ({ code }) => code },
  {
    family: 'foreign',
    hint: /ISO|IEC/,
    pattern: shape(
      `(?<code>ISO/IEC|ISO|IEC)(?:[/ ](?<grade>TR|TS|PAS))?`,
      `(?<number>\\d{2,6}(?:-(?!(?:19|20)\\d{2}(?!\\d))\\d{1,3})?)(?:(?<mark>${GAP}${DASH}${GAP})(?<year>(?:19|20)\\d{2}))?`,
    ),
    prefix: ({ code, grade }) => `${code}${grade ? `/${grade}` : ''}`,
  },
];

const ALL_PARTS = /^\s{0,2}[（(]\s{0,2}所有部分\s{0,2}[)）]/u;
const glyphs = (text: string): string => text.replace(/[Oo]/g, '0').replace(/[Il]/g, '1');

function flawsOf(
  raw: string,
  part: Readonly<Record<string, string | undefined>>,
  found: Designation,
): DesignationFlaw[] {
  const { head = '', gap = '', number = '', mark, year = '', bare, code = '' } = part;
  const checks: readonly (readonly [DesignationFlaw, boolean])[] = [
    ['width', halfWidth(raw) !== raw],
    ['case', /[a-z]/.test(head)],
    ['slash', bare !== undefined || /[\\∕⁄]/.test(head)],
    ['glyph', /[OoIl]/.test(number + year)],
    ['separator', mark !== undefined && mark.trim() !== (found.family === 'foreign' ? ':' : '—')],
    [
      'spacing',
      !/^[ \u00A0\u3000]$/.test(gap) || /\s/.test(mark ?? '') || (found.family !== 'foreign' && /\s/.test(head)),
    ],
    ['short-year', year.length === 2],
    ['unknown-code', found.family === 'industry' && !INDUSTRY_CODES.has(code)],
  ];
  return checks.filter(([, present]) => present).map(([flaw]) => flaw);
}

function read(text: string, kind: Shape, match: RegExpExecArray): FoundDesignation | undefined {
  const part = match.groups ?? {};
  const prefix = kind.prefix(part);
  const { number = '', year = '', system } = part;
  if (prefix === undefined || !/\d/.test(number + year)) return undefined;
  const start = match.index;
  const end = start + match[0].length;
  const parts = ALL_PARTS.exec(text.slice(end, end + 16));
  const behind = text.slice(end + (parts?.[0].length ?? 0)).slice(0, 4);
  const sure = year !== '' || parts !== null || /^\s{0,2}《/u.test(behind);
  if (kind.weak && !sure) return undefined;
  // 2019—2020 behind two letters is a span of years; two digits behind GB without a year are a size of memory.
  if (kind.weak && /^(?:19|20)\d{2}$/.test(number)) return undefined;
  if (prefix === 'GB' && !sure && number.length < 3) return undefined;
  const digits = glyphs(year);
  const fullYear = digits === '' ? undefined : Number(digits.length === 2 ? `19${digits}` : digits);
  const plain = `${system ? `${system} ` : ''}${glyphs(number)}`;
  const dated = fullYear === undefined ? '' : `${kind.family === 'foreign' ? ':' : '—'}${fullYear}`;
  const raw = text.slice(start, end);
  const found: Designation = {
    text: `${prefix} ${plain}${dated}`,
    family: kind.family,
    prefix,
    number: plain,
    ...(fullYear === undefined ? {} : { year: fullYear }),
    allParts: parts !== null,
    flaws: [],
  };
  return { ...found, flaws: flawsOf(raw, part, found), raw, start, end: end + (parts?.[0].length ?? 0) };
}

/** Every designation begins with a letter; most text of a page has none. */
const LETTER = /[A-Za-zＡ-Ｚａ-ｚ]/;

/** Every designation of a standard written in a text, in order, none overlapping another. */
export function findDesignations(text: string): FoundDesignation[] {
  if (!LETTER.test(text)) return [];
  const narrow = halfWidth(text);
  const shapes = SHAPES.filter(({ hint }) => hint === undefined || hint.test(narrow));
  const found = shapes.flatMap((kind) =>
    Array.from(narrow.matchAll(kind.pattern), (match) => read(text, kind, match)).filter((one) => one !== undefined),
  );
  found.sort((left, right) => left.start - right.start || right.end - left.end);
  let end = 0;
  return found.filter((one) => {
    if (one.start < end) return false;
    end = one.end;
    return true;
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
