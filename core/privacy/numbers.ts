import { hanDigits } from '../base/numerals.ts';
import { MASKED } from './masked.ts';
import type { Openness } from './place.ts';

/** Two-digit region codes with which an identity number of the first generation can begin (GB/T 2260). */
const REGIONS = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

function isDayOfCentury(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8))];
  return year >= 1880 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/**
 * Identity number of 18 characters: birthday and check character (GB 11643). The region is not asked: codes come and go,
 * and a number that has the rest is better hidden than kept.
 */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text) || !isDayOfCentury(text.slice(6, 14))) return false;
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return '10X98765432'[sum % 11] === text[17];
}

/** Identity number of the first generation, 15 digits: region and birthday, no check digit. */
function isOldIdNumber(text: string): boolean {
  return /^\d{15}$/.test(text) && REGIONS.has(text.slice(0, 2)) && isDayOfCentury(`19${text.slice(6, 12)}`);
}

/** Unified social credit code of 18 characters with its check character (GB 32100). */
export function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text)) return false;
  const sum = CREDIT_WEIGHTS.reduce(
    (total, weight, index) => total + weight * CREDIT_ALPHABET.indexOf(text[index] ?? ''),
    0,
  );
  return CREDIT_ALPHABET[(31 - (sum % 31)) % 31] === text[17];
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    sum += index % 2 === 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9;
  }
  return sum % 10 === 0;
}

/**
 * A day, or a region and a day, in front: numbers of cases and receipts are made so. Of the regions that begin with 62,
 * as most cards do, only those that there are (甘肃 6200–6212, 6229, 6230): any other number is better hidden.
 */
const SERIAL = /^(?:(?!62(?:1[3-9]|2[0-8]|3[1-9]|[4-9]))\d{6})?(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;

/** Bank card: 16 to 19 digits, an issuer that is used, the Luhn digit, and nothing that a case number would be. */
function isBankCard(digits: string): boolean {
  const issuer = digits.length === 16 ? /^(?:6|5[1-5]|4|35(?:2[89]|[3-8]))/ : /^(?:6|436742|45|9558|9559)/;
  return (
    /^\d{16,19}$/.test(digits) &&
    issuer.test(digits) &&
    !SERIAL.test(digits) &&
    passesLuhn(digits) &&
    !isCreditCode(digits)
  );
}

const MOBILE = /^(?:86|0086)?1[3-9]\d{9}$/;
const LANDLINE = /^0(?:10|2\d|[3-9]\d{2})[2-8]\d{6,7}$/;

/** How people write a phone number: in one piece, 3 4 4, 3 8, 7 4, or digit by digit; a country or area code apart. */
const MOBILE_SHAPE = /^(?:[24] )?(?:11|3 4 4|3 8|7 4|4 4 3|4 3 4|(?:1 ){10}1|13|15)$/;
const LANDLINE_SHAPE = /^(?:1[012]|[34] [78]|[34] [34] 4|(?:1 ){9,11}1)$/;
const CARD_SHAPE = /^(?:1[6-9]|(?:4 ){3,4}[1-4]|6 1[0-3]|(?:1 ){15,18}1)$/;

type Personal = 'id' | 'phone' | 'card';

/** A number of the office's, which everybody may know: a service line, 400 and 800, 12345 with its area code. */
const PUBLIC_LINE = /^(?:[48]00\d{7}|(?:0\d{2,3})?(?:1[12]\d{3}|9\d{4}))$/;

const OLD_ID_SHAPE = /^(?:15|6 6 3|(?:1 ){14}1)$/;

/**
 * What kind of personal number some neighbouring groups of digits are together. `shape` gives their lengths (`3 4 4`);
 * it is asked only when the digits would do.
 */
function personalKind(digits: string, shape: () => string): Personal | undefined {
  if (isIdNumber(digits)) return 'id';
  if (isOldIdNumber(digits) && OLD_ID_SHAPE.test(shape())) return 'id';
  if (MOBILE.test(digits) && MOBILE_SHAPE.test(shape())) return 'phone';
  if (LANDLINE.test(digits) && LANDLINE_SHAPE.test(shape())) return 'phone';
  if (isBankCard(digits) && CARD_SHAPE.test(shape())) return 'card';
  return undefined;
}

// Zero-width characters may hide inside a number; spaces, hyphens, brackets (of an area code) and ends of lines may part it.
const ZERO = String.raw`\u00AD\u200B-\u200F\u2060-\u2064\uFEFF`;
const PART = String.raw` \u00A0\u2000-\u200A\u202F\u3000\-－‐‑‒–—)）${ZERO}`;

/** One way to write digits: 139…, １３９…, 一三九…. They do not stand mixed in one number: 窗口一 139…. */
interface Writing {
  group: RegExp;
  run: RegExp;
  /** A number behind its label, as the source of a pattern: on one line, or with its rest alone on the next one. */
  line: string;
}
function writingOf(digit: string): Writing {
  const group = `${digit}(?:[${ZERO}]*${digit})*(?:[${ZERO}]*[XxＸｘ])?`;
  const parted = (between: string): string => `${group}(?:[${between}]{1,3}${group})*`;
  const rest = `(?:\\r?\\n(?!(?:19|20)\\d{6}(?!\\d))${digit}{3,18}(?!${digit}|[-./:：年月件]))?`;
  return {
    group: new RegExp(group, 'gu'),
    run: new RegExp(parted(`${PART}\\r\\n`), 'gu'),
    line: `${parted(PART)}${rest}`,
  };
}
const DIGITS = writingOf('[0-9\uFF10-\uFF19]');
const HAN_DIGITS = writingOf('[〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖两幺]');
const LETTER = /[A-Za-z0-9Ａ-Ｚａ-ｚ]/u;
/** A short word of letters right before (Tel138…, ID3401…) does not hide a number; a longer code of letters and digits does. */
const SHORT_WORD = /(?:^|[^A-Za-z0-9])[A-Za-z]{1,6}$/;
const AMOUNT_AFTER = /^(?:[.．]\d|\s*(?:元|万元|亿元|％|%))/u;
const AMOUNT_BEFORE = /(?:[¥￥$]\s*|\d[.．])$/u;
/** Words before a number that make it the office's own. */
const OFFICE_LINE =
  /(?:咨询|监督(?:投诉|举报)?|服务|办公|办公室|值班|窗口|热线|总机|单位|公开|报修)(?:电话|热线|专线|号码)?[:：\s]*$|(?:传真|热线|总机)[:：\s]*$/u;

const EVERY_ZERO = new RegExp(`[${ZERO}]`, 'gu');
const plainDigits = (text: string): string =>
  hanDigits(text.replace(EVERY_ZERO, ''))
    .replace(/[\uFF10-\uFF19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[xＸｘ]/g, 'X');

interface Group {
  start: number;
  end: number;
  digits: string;
  /** A line ended between this group and the one before: where it broke off says nothing of how the number is written. */
  broken: boolean;
}

/** Where a run of groups stands, and what is public there. */
interface RunPlace {
  text: string;
  offset: number;
  open: Openness;
}

/** Digits of the longest and the shortest number that can be told without a label. */
const [MOST_DIGITS, FEWEST_DIGITS] = [19, 10];

/** Masks the numbers in a run of groups. From each group on the longest meaning wins: 18 digits before the 11 in them. */
function maskRun(run: string, { group }: Writing, place: RunPlace): string {
  const groups: Group[] = [];
  for (const match of run.matchAll(group)) {
    const before = run.slice(groups.at(-1)?.end ?? 0, match.index);
    groups.push({
      start: match.index,
      end: match.index + match[0].length,
      digits: plainDigits(match[0]),
      broken: /[\r\n]/.test(before),
    });
  }
  let masked = '';
  let copied = 0;
  for (let first = 0; first < groups.length; first += 1) {
    const some = longestNumber(groups, first, place);
    if (some === undefined) continue;
    masked += run.slice(copied, groups[first]?.start) + MASKED[some.kind];
    copied = groups[some.last]?.end ?? copied;
    first = some.last;
  }
  return masked + run.slice(copied);
}

function longestNumber(
  groups: readonly Group[],
  first: number,
  { text, offset, open }: RunPlace,
): { kind: Personal; last: number } | undefined {
  let found: { kind: Personal; last: number } | undefined;
  let digits = '';
  const from = groups[first]?.start ?? 0;
  for (let last = first; last < groups.length; last += 1) {
    const group = groups[last];
    if (group === undefined) break;
    // A day under a day is a list and no number.
    if (last > first && group.broken && (isDay(group.digits) || isDay(groups[last - 1]?.digits ?? ''))) break;
    digits += group.digits;
    if (digits.length > MOST_DIGITS) break;
    if (digits.length < FEWEST_DIGITS) continue;
    const kind = personalKind(digits, () => shapeOf(groups.slice(first, last + 1)));
    if (kind === undefined || !standsAlone(text, offset + from, offset + group.end)) continue;
    const before = text.slice(Math.max(0, offset + from - 16), offset + from);
    if (kind === 'phone' && isPublicPhone(digits, before, open)) continue;
    if (kind === 'card' && open === 'guide') continue;
    found = { kind, last };
  }
  return found;
}

const isDay = (digits: string): boolean => digits.length === 8 && isDayOfCentury(digits);

/** Lengths of groups, `3 4 4`; those that only the end of a line parted count as one. */
function shapeOf(groups: readonly Group[]): string {
  const lengths: number[] = [];
  for (const { digits, broken } of groups) {
    if (broken && lengths.length > 0) lengths.push((lengths.pop() ?? 0) + digits.length);
    else lengths.push(digits.length);
  }
  return lengths.join(' ');
}

/** Whether everybody may know a telephone: any in a guide, a line of the office elsewhere, and one that is called so anywhere. */
function isPublicPhone(digits: string, before: string, open: Openness): boolean {
  if (PUBLIC_LINE.test(digits) || open === 'guide') return true;
  if (MOBILE.test(digits)) return false;
  return open === 'office' || OFFICE_LINE.test(before);
}

function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 4);
  if (LETTER.test(after.slice(0, 1)) || AMOUNT_AFTER.test(after) || AMOUNT_BEFORE.test(before)) return false;
  return !LETTER.test(before.slice(-1)) || SHORT_WORD.test(before);
}

/** Words after which a number is personal even when its check digit is wrong (mistyped). */
const NUMBER_LABELS: readonly (readonly [Personal, string])[] = [
  ['id', '身份证号码|身份证件号码|身份证号|身份证|公民身份号码|证件号码|证件号|身份号码'],
  ['card', '银行卡号|银行账号|银行帐号|银行账户|银行卡|收款账号|社保卡账号|一卡通账号|一卡通|卡号|账号|帐号'],
  ['phone', '手机号码|手机号|手机|移动电话|联系电话|联系方式|固定电话|电话号码|电话|座机|住宅电话|联络方式'],
];
const LABELLED_NUMBERS = NUMBER_LABELS.map(
  ([kind, words]) =>
    [
      kind,
      [DIGITS, HAN_DIGITS].map(
        ({ line }) =>
          new RegExp(`(?<!【)(${words})(（[^）]{0,6}）)?([\\s]*(?:[:：]|为|是)[\\s]*|[\\s]*)(${line})`, 'gu'),
      ),
    ] as const,
);

/** Shortest number that a label alone makes personal: a local phone number. */
const LEAST_DIGITS = 7;

function maskLabelled(text: string, open: Openness): string {
  let rest = text;
  for (const [kind, patterns] of LABELLED_NUMBERS) {
    // In a guide the numbers of accounts and telephones are those of the office.
    if (open === 'guide' && kind !== 'id') continue;
    for (const pattern of patterns)
      rest = rest.replace(pattern, (...match: unknown[]) => {
        const [whole, label, note = '', between, number, offset, all] = match as [
          string,
          string,
          string,
          string,
          string,
          number,
          string,
        ];
        const digits = plainDigits(number).replace(/\D/g, '');
        const before = `${all.slice(Math.max(0, offset - 16), offset)}${label}`;
        const stays = digits.length < LEAST_DIGITS || (kind === 'phone' && isPublicPhone(digits, before, open));
        return stays ? whole : `${label}${note ?? ''}${between}${MASKED[kind]}`;
      });
  }
  return rest;
}

/**
 * A text with its personal numbers replaced by words: identity numbers, telephones, bank cards, also in full width, in
 * Chinese digits, with spaces and over the ends of lines. Dates, amounts, document numbers, credit and item codes stay.
 */
export function maskNumbers(text: string, open: Openness): string {
  if (!mayHoldNumber(text)) return text;
  let masked = maskLabelled(text, open);
  for (const writing of [DIGITS, HAN_DIGITS]) {
    const whole = masked;
    masked = whole.replace(writing.run, (run: string, offset: number) =>
      maskRun(run, writing, { text: whole, offset, open }),
    );
  }
  return masked;
}

/** Codes of all characters that are a digit in some writing. */
const DIGIT_CODES = new Set(
  Array.from('0123456789０１２３４５６７８９〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖两幺', (sign) =>
    sign.charCodeAt(0),
  ),
);

/** Quick look before the slow one: fewer digits than the shortest number that is masked. */
function mayHoldNumber(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (DIGIT_CODES.has(text.charCodeAt(at))) digits += 1;
    if (digits === LEAST_DIGITS) return true;
  }
  return false;
}
