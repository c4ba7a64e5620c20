/** Who issues it: state, ministry, province or city, association, the unit itself, metrology, abroad; or only planned. */
export type Family = 'national' | 'industry' | 'local' | 'group' | 'unit' | 'measurement' | 'foreign' | 'plan';

/** What a pattern has captured, by name. */
export type Captured = Readonly<Record<string, string | undefined>>;

/** How the designations of a family are written. */
export interface Shape {
  family: Family;
  /** What stands in every such designation, where that can be told without the pattern. */
  hint?: RegExp;
  pattern: RegExp;
  /** Prefix in normal form; undefined when this is no designation after all. */
  prefix(part: Captured): string | undefined;
  /** Too easily mistaken: believed only with a year or a 《title》 behind it. */
  isWeak?(part: Captured): boolean;
  /** What stands between the letters in front of a number and the number: a unit's sub-system has a space. */
  systemGap?: '';
}

/** Codes of industries (domain.md 3.7): the old list, the newer ones, and those of works of engineering and arms. */
const INDUSTRY_CODES = new Set(
  (
    'AQ BB CB CH CJ CY DA DB DL DZ EJ FZ GA GC GH GM GY HB HG HJ HS HY JB JC JG JR JT JY LB LD LS LY MH MR MT MZ NB NY ' +
    'QB QC QJ QX RB SB SC SF SH SJ SL SN SW SY TB TD TJ TY WB WH WJ WM WS WW XB XF YB YC YD YJ YS YY YZ ZY ' +
    'CJJ JGJ GJB'
  ).split(' '),
);
export const isIndustryCode = (code: string): boolean => INDUSTRY_CODES.has(code);

/** Spaces of any width, and what prints nothing. */
const BLANK = String.raw`[\t \u00A0\u00AD\u2000-\u200D\u2060\u3000\uFEFF]`;
/** Inside a line. */
export const GAP = `${BLANK}{0,3}`;
/** May go over the end of a line; believed only of a dated designation. */
const FOLD = `(?:${GAP}\\r?\\n)?${GAP}`;
const DIGIT = '[0-9OoIl]';
/** 一 and ー are typed or read for a dash, _ stands for it in names of files. */
export const DASH = '[-—–―‐‑−─﹣⁃一ー:_]{1,2}';
const FULL_YEAR = `(?:19|2[0Oo])${DIGIT}{2}`;
/** 1. 1 and 1·1 are 1.1 only where a year makes it sure that the number is meant. */
const NUMBER = `(?<number>${DIGIT}{1,6}(?:\\.${DIGIT}{1,4}){0,3}(?: ?[.·•] ?${DIGIT}{1,4}(?=${GAP}${DASH}${GAP}(?:19|20)))?)`;
const YEAR_BEHIND_DASH = `(?<mark>${FOLD}${DASH}${FOLD})(?<year>${FULL_YEAR}|[5-9]\\d)`;
/** GB/T 36112 2018 政务服务中心…: a year that no 年 makes part of the sentence. */
const YEAR_BEHIND_SPACE = String.raw`(?<space> )(?<later>(?:19|20)\d{2})(?=$|[\])）】》,，、；;]| \p{Script=Han})(?! ?[年月])`;
const YEAR_IN_BRACKETS = `${GAP}[（(](?<edition>(?:19|20)\\d{2})(?:年?版|年)?[)）]`;
const YEAR = `(?:${YEAR_BEHIND_DASH}|${YEAR_BEHIND_SPACE}|${YEAR_IN_BRACKETS})?`;
/** Nothing may stand behind that would make it another word, number or date; after a dash a series may go on (`next`). */
const STOP = `(?![A-Za-z0-9@]|\\.\\d|/\\d{1,2}/\\d)(?=(?<next>${GAP}[-—–]${GAP}\\d)?)`;
/** Not inside a word, an address or a longer code. */
const START = '(?<![A-Za-z0-9]|(?<!\\d)[/\\\\]|[A-Za-z0-9]-|[A-Za-z]\\.)';

const between = (slash: string): string => `${FOLD}${slash}${FOLD}`;
const SLASH = between('[/\\\\∕⁄]');
/** In the names of files no / can stand. */
const FILE_SLASH = between('[/\\\\∕⁄_]');
const ANY_SLASH = between('[/\\\\∕⁄_|-]');

const shape = (prefix: string, tail = `${NUMBER}${YEAR}`): RegExp =>
  new RegExp(`${START}(?<head>${prefix})(?<gap>_|${FOLD})${tail}${STOP}`, 'gu');

const withGrade = (code: string, grade: string | undefined): string =>
  grade === undefined ? code : `${code}/${grade.toUpperCase().replace('丁', 'T')}`;

/** Which of the places of a year is filled. */
export const yearOf = ({ year, later, edition }: Captured): string => year ?? later ?? edition ?? '';

const always = (): boolean => true;
/** Letters of an association and digits of a number that nothing else has. */
const [LONG_CODE, LONG_NUMBER] = [4, 4];

export const SHAPES: readonly Shape[] = [
  {
    family: 'national',
    hint: /[Gg][Bb8]/,
    pattern: shape(`(?<code>[Gg][Bb][ZJ]?|G8(?=${SLASH}))(?:${ANY_SLASH}(?<grade>[TZtz丁])|${GAP}(?<bare>[Tt]))?`),
    prefix: (part) => {
      const code = (part.code ?? '').toUpperCase();
      if (code === 'G8' && yearOf(part) === '') return undefined;
      return withGrade(code.replace('8', 'B'), part.grade ?? part.bare);
    },
  },
  {
    family: 'local',
    hint: /[Dd][Bb]/,
    pattern: shape(`[Dd][Bb]${GAP}(?<region>\\d{2,6})(?:${FILE_SLASH}(?<grade>[TZtz])|${GAP}(?<bare>T))`),
    prefix: ({ region, grade, bare }) => withGrade(`DB${region}`, grade ?? bare),
  },
  {
    family: 'local',
    hint: /DB/,
    pattern: shape('DB(?<region>\\d{4}|\\d{2})(?<mandatory>/|(?= ))'),
    prefix: ({ region, mandatory }) => `DB${region}${mandatory}`,
    isWeak: always,
  },
  {
    family: 'local',
    hint: /DBJ/,
    pattern: shape(`DBJ(?<region>\\d{0,3})(?:${SLASH}(?<grade>T))?`, `(?<number>\\d{1,3}(?:-\\d{1,4})?)${YEAR}`),
    prefix: ({ region, grade }) => withGrade(`DBJ${region}`, grade),
    isWeak: always,
  },
  {
    family: 'industry',
    hint: /[A-Z]{2}[^A-Z]{0,8}[TZ]/,
    pattern: shape(`(?<code>[A-Z]{2,3})(?:(?<slash>${FILE_SLASH})(?<grade>[TZ])|(?<bare>T))`),
    prefix: (part) => {
      const { code = '', slash = '', grade, bare } = part;
      const [known, dated] = [isIndustryCode(code), yearOf(part) !== ''];
      const believed = bare ? known && dated : known || (dated && !slash.includes('_'));
      return code.startsWith('GB') || !believed ? undefined : withGrade(code, grade ?? bare);
    },
  },
  {
    family: 'industry',
    hint: /[A-Z]{2}/,
    pattern: shape('(?<code>[A-Z]{2,3})'),
    prefix: ({ code = '' }) => (isIndustryCode(code) ? code : undefined),
    isWeak: always,
  },
  {
    // Works of traffic and special equipment have a letter in front of the number: JTG D20.
    family: 'industry',
    hint: /JTG|TSG/,
    pattern: shape(`(?<code>JTG|TSG)(?:${SLASH}(?<grade>T))?`, `(?<system>[A-Z](?=\\d))?${NUMBER}${YEAR}`),
    prefix: ({ code = '', grade }) => withGrade(code, grade),
    isWeak: always,
    systemGap: '',
  },
  {
    family: 'group',
    hint: /T\s*[/\\∕⁄_]/,
    pattern: shape(`T${FILE_SLASH}(?<code>[A-Z0-9]{0,11}[A-Z])`),
    prefix: ({ code = '' }) => (code.length > 1 ? `T/${code}` : undefined),
    // T/CAMET 04011 is too long to be something else.
    isWeak: ({ code = '', number = '' }) => code.length < LONG_CODE || number.length < LONG_NUMBER,
  },
  {
    // The association of engineering works, before T/CECS.
    family: 'group',
    hint: /CECS/,
    pattern: shape('(?<code>CECS)'),
    prefix: ({ code }) => code,
    isWeak: always,
  },
  {
    family: 'unit',
    hint: /Q/,
    pattern: shape(
      `Q${FILE_SLASH}(?<code>(?:\\d{6} ?)?[A-Z\\u4e00-\\u9fff](?:[A-Z0-9\\u4e00-\\u9fff]{0,10}[A-Z\\u4e00-\\u9fff]))`,
      `(?:[-·]?(?<system>[A-Z]{1,4})-?${GAP})?${NUMBER}${YEAR}`,
    ),
    prefix: (part) => {
      const { code = '' } = part;
      return /^[A-Z0-9 ]+$/.test(code) || yearOf(part) !== '' ? `Q/${code}` : undefined;
    },
  },
  {
    family: 'unit',
    hint: /[A-Z]\/[A-Z]{2}/,
    pattern: shape('(?<code>[A-Z]{2,8}/[A-Z]{2,4})'),
    prefix: (part) => {
      const { code = '' } = part;
      return yearOf(part) !== '' && !/^(?:GB|DB|ISO|IEC)\b/.test(code) ? code : undefined;
    },
  },
  {
    // The sub-systems that a unit's numbers name (domain.md 4.2), without Q/.
    family: 'unit',
    hint: /JC|BZ|TG|GW/,
    pattern: shape('(?<code>[A-Z]{3,10})', `(?<system>(?<= )(?:JC|BZ|TG|GW)) ?${NUMBER}${YEAR}`),
    prefix: (part) => (yearOf(part) === '' ? undefined : part.code),
  },
  {
    family: 'measurement',
    hint: /JJ/,
    pattern: shape('(?<code>JJ[GF])(?:[(](?<region>\\p{Script=Han}{1,3})[)])?'),
    prefix: ({ code, region }) => `${code}${region === undefined ? '' : `(${region})`}`,
  },
  {
    family: 'foreign',
    hint: /[Ii][Ss][Oo]|IEC/,
    pattern: shape(
      '(?<code>(?:ISO|Iso|iso)/IEC|ISO|Iso|iso|IEC)(?:[/ ](?<type>TR|TS|PAS)| (?<guide>Guide))?',
      `(?<number>\\d{1,6}(?:-(?!(?:19|20)\\d{2}(?!\\d))\\d{1,3}){0,2})(?:(?<mark>${GAP}${DASH}${GAP})(?<year>(?:19|20)\\d{2}))?`,
    ),
    prefix: (part) => {
      const { code = '', type, guide, number = '' } = part;
      if (guide === undefined && yearOf(part) === '' && number.length < 3) return undefined;
      return `${code.toUpperCase()}${type ? `/${type}` : ''}${guide ? ` ${guide}` : ''}`;
    },
  },
  {
    family: 'plan',
    hint: /-[TZQ]-/,
    pattern: /(?<![\dA-Za-z-])(?<number>(?:19|20)\d{6}-[TZQ]-\d{3})(?![\dA-Za-z-])/gu,
    prefix: () => '',
  },
];
