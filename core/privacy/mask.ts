import { isPersonName } from '../base/names.ts';
import { labelKey, squeeze } from '../base/text.ts';

/** What stands in the place of what was masked. */
export const MASKED = {
  id: '【身份证号已隐去】',
  phone: '【电话已隐去】',
  card: '【银行卡号已隐去】',
  name: '【姓名已隐去】',
} as const;

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

// Zero-width characters may hide inside a number; spaces, hyphens and brackets (of an area code) may part it.
const ZERO = String.raw`\u00AD\u200B-\u200F\u2060-\u2064\uFEFF`;
const DIGIT = '[0-9\uFF10-\uFF19]';
const GROUP = `${DIGIT}(?:[${ZERO}]*${DIGIT})*(?:[${ZERO}]*[XxＸｘ])?`;
const PARTS = String.raw`[ \u00A0\u2000-\u200A\u202F\u3000\-－‐‑‒–—)）${ZERO}]{1,3}`;
const RUN = new RegExp(`${GROUP}(?:${PARTS}${GROUP})*`, 'gu');
const GROUPS = new RegExp(GROUP, 'gu');
const LETTER = /[A-Za-z0-9Ａ-Ｚａ-ｚ]/u;
/** A short word of letters right before (Tel138…, ID3401…) does not hide a number; a longer code of letters and digits does. */
const SHORT_WORD = /(?:^|[^A-Za-z0-9])[A-Za-z]{1,6}$/;
const AMOUNT_AFTER = /^(?:[.．]\d|\s*(?:元|万元|亿元|％|%))/u;
const AMOUNT_BEFORE = /(?:[¥￥$]\s*|\d[.．])$/u;

const EVERY_ZERO = new RegExp(`[${ZERO}]`, 'gu');
const plainDigits = (text: string): string =>
  text
    .replace(EVERY_ZERO, '')
    .replace(/[\uFF10-\uFF19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[xＸｘ]/g, 'X');

interface Group {
  start: number;
  end: number;
  digits: string;
}

/** Digits of the longest and the shortest number that can be told without a label. */
const [MOST_DIGITS, FEWEST_DIGITS] = [19, 10];

/** Masks the numbers in a run of groups. From each group on the longest meaning wins: 18 digits before the 11 in them. */
function maskRun(text: string, run: string, offset: number): string {
  const groups: Group[] = Array.from(run.matchAll(GROUPS), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    digits: plainDigits(match[0]),
  }));
  let masked = '';
  let copied = 0;
  for (let first = 0; first < groups.length; first += 1) {
    const some = longestNumber(groups, first, (start, end) => standsAlone(text, offset + start, offset + end));
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
  alone: (start: number, end: number) => boolean,
): { kind: Personal; last: number } | undefined {
  let found: { kind: Personal; last: number } | undefined;
  let digits = '';
  for (let last = first; last < groups.length; last += 1) {
    const group = groups[last];
    digits += group?.digits ?? '';
    if (digits.length > MOST_DIGITS) break;
    if (digits.length < FEWEST_DIGITS) continue;
    const shape = (): string =>
      groups
        .slice(first, last + 1)
        .map((part) => part.digits.length)
        .join(' ');
    const kind = personalKind(digits, shape);
    if (kind !== undefined && alone(groups[first]?.start ?? 0, group?.end ?? 0)) found = { kind, last };
  }
  return found;
}

function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 4);
  if (LETTER.test(after.slice(0, 1)) || AMOUNT_AFTER.test(after) || AMOUNT_BEFORE.test(before)) return false;
  return !LETTER.test(before.slice(-1)) || SHORT_WORD.test(before);
}

/** Words after which a number is personal even when its check digit is wrong (mistyped). */
const NUMBER_LABELS: readonly (readonly [Personal, string])[] = [
  ['id', '身份证号码|身份证号|身份证|公民身份号码|证件号码|证件号'],
  ['card', '银行卡号|银行账号|银行帐号|银行卡|收款账号|卡号|账号|帐号'],
  ['phone', '手机号码|手机号|手机|移动电话|联系电话|联系方式|固定电话|电话号码|电话|座机'],
];
const LABELLED_NUMBERS = NUMBER_LABELS.map(
  ([kind, words]) =>
    [kind, new RegExp(`(${words})([\\s]*[:：][\\s]*|[\\s]*)(${GROUP}(?:${PARTS}${GROUP})*)`, 'gu')] as const,
);
const kindOfLabel = (label: string): Personal | undefined =>
  NUMBER_LABELS.find(([, words]) => new RegExp(`(?:${words})$`, 'u').test(labelKey(label)))?.[0];

/** Shortest number that a label alone makes personal: a local phone number. */
const LEAST_DIGITS = 7;

function maskLabelled(text: string): string {
  return LABELLED_NUMBERS.reduce(
    (rest, [kind, pattern]) =>
      rest.replace(pattern, (whole, label: string, between: string, number: string) =>
        plainDigits(number).replace(/\D/g, '').length < LEAST_DIGITS ? whole : `${label}${between}${MASKED[kind]}`,
      ),
    text,
  );
}

/** Labels of people from the public: applicants, their families, those who sign for a result. */
const PUBLIC_PERSON =
  '申请人|申请者|申办人|办事人|办事群众|当事人|领取人|领证人|代办人|委托人|被委托人|受益人|参保人|投保人|救助对象|补贴对象|服务对象|保障对象|户主|监护人|被监护人|配偶|残疾人|老人|死者|逝者|投诉人|举报人|信访人|来访人|咨询人|家庭成员|权利人|宅基地申请人';
const NAME_LABEL = new RegExp(`^(?:${PUBLIC_PERSON})(?:姓名|签名|签字|名称)?$`, 'u');
const NAME = String.raw`\p{Script=Han}{1,10}(?:[·•・．]\p{Script=Han}{1,10}){1,3}|\p{Script=Han}[ \u3000]{1,4}\p{Script=Han}(?!\p{Script=Han})|\p{Script=Han}{2,4}`;
const LABELLED_NAME = new RegExp(
  `((?:${PUBLIC_PERSON})(?:姓名|签名|签字|名称)?(?:（[^）]{0,6}）)?\\s*[:：]\\s*)(${NAME})(?!\\p{Script=Han})`,
  'gu',
);

const maskNames = (text: string): string =>
  mayHoldName(text)
    ? text.replace(LABELLED_NAME, (whole, label: string, name: string) =>
        isPersonName(name) ? `${label}${MASKED.name}` : whole,
      )
    : text;

/** Names of the public that a text tells by their labels. */
function namesIn(text: string): string[] {
  if (!mayHoldName(text)) return [];
  return Array.from(text.matchAll(LABELLED_NAME), (match) => squeeze(match[2] ?? '')).filter((name) =>
    isPersonName(name),
  );
}

/** A digest, which no personal number can hide in, and which must stay as it is. */
const DIGEST = /^[0-9a-f]{64}$/;

/**
 * A text with identity numbers, phone numbers, bank cards and labelled names of the public replaced by words.
 * Dates, amounts, document numbers, credit codes and item codes stay. Masking twice changes nothing more.
 */
export function maskText(text: string): string {
  if (DIGEST.test(text)) return text;
  const numbered = mayHoldNumber(text) ? maskLabelled(text) : text;
  const named = maskNames(numbered);
  return mayHoldNumber(named)
    ? named.replace(RUN, (run: string, offset: number) => maskRun(named, run, offset))
    : named;
}

/** Quick look before the slow one: fewer digits than the shortest number that is masked. */
function mayHoldNumber(text: string): boolean {
  let digits = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) digits += 1;
    if (digits === LEAST_DIGITS) return true;
  }
  return false;
}

/** Quick look before the slow one: a labelled name has a colon. */
const mayHoldName = (text: string): boolean => text.includes('：') || text.includes(':');

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTable = (value: unknown): value is string[][] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((row) => Array.isArray(row) && row.every((cell) => typeof cell === 'string'));

/** Keys beside `label` that hold what the label names. */
const VALUE_KEYS = new Set(['value', 'written', 'raw', 'text']);

/** Two to four characters that end so are the next label and nobody's name. */
const LABEL_END =
  /(?:事项|名称|日期|时间|电话|手机|号码|编号|类型|类别|地址|住址|性别|年龄|姓名|备注|状态|结果|单位|部门|方式|金额|份数|签名|签字|意见|人|号|证)$/;

const isPublicName = (label: string, value: string): boolean =>
  NAME_LABEL.test(labelKey(label)) && isPersonName(value) && !LABEL_END.test(labelKey(value));

/** A value whose label stands apart from it. */
function maskUnder(label: string, value: string): string {
  if (isPublicName(label, value)) return MASKED.name;
  const kind = kindOfLabel(label);
  const digits = plainDigits(value).replace(/\D/g, '').length;
  return kind !== undefined && digits >= LEAST_DIGITS ? MASKED[kind] : maskText(value);
}

/** Cells under or right of a label are masked as its values. */
function maskTable(rows: readonly string[][]): string[][] {
  const heads = rows[0] ?? [];
  return rows.map((row, line) =>
    row.map((cell, column) => {
      const beside = maskUnder(row[column - 1] ?? '', cell);
      return line === 0 || beside !== cell ? beside : maskUnder(heads[column] ?? '', cell);
    }),
  );
}

function maskValue(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value);
  if (isTable(value)) return maskTable(value);
  if (Array.isArray(value)) return value.map(maskValue);
  if (!isObject(value)) return value;
  const label = typeof value.label === 'string' ? value.label : undefined;
  // fromEntries makes own properties of every key, `__proto__` too.
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([key, part]) => [
        key,
        label !== undefined && VALUE_KEYS.has(key) && typeof part === 'string'
          ? maskUnder(label, part)
          : maskValue(part),
      ]),
  );
}

function collectNames(value: unknown, names: Set<string>): void {
  const under = (label: string | undefined, text: string): void => {
    if (label !== undefined && isPublicName(label, text)) names.add(squeeze(text));
  };
  if (typeof value === 'string') for (const name of namesIn(value)) names.add(name);
  else if (isTable(value)) {
    for (const [line, row] of value.entries()) {
      for (const [column, cell] of row.entries()) {
        under(row[column - 1], cell);
        if (line > 0) under(value[0]?.[column], cell);
        for (const name of namesIn(cell)) names.add(name);
      }
    }
  } else if (Array.isArray(value)) for (const part of value) collectNames(part, names);
  else if (isObject(value)) {
    const label = typeof value.label === 'string' ? value.label : undefined;
    for (const [key, part] of Object.entries(value)) {
      if (VALUE_KEYS.has(key) && typeof part === 'string') under(label, part);
      collectNames(part, names);
    }
  }
}

/** Names of the public that labels show in any plain JSON: `申请人：…`, a cell beside or under 申请人, `{label, value}`. */
export function publicNames(value: unknown): Set<string> {
  const names = new Set<string>();
  collectNames(value, names);
  return names;
}

const mapStrings = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((part) => mapStrings(part, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapStrings(part, change)]));
};

/** What may stand right before and after a name of two characters; any other neighbour makes it part of a word. */
const BEFORE_SHORT = String.raw`(?<!\p{Script=Han})|(?<=关于|为|给)`;
const AFTER_SHORT = String.raw`(?=的|同志|女士|先生|户|申请|办理|$|[^\p{Script=Han}])`;

/**
 * Plain JSON with these names masked wherever they stand: a name of three or more characters anywhere, a shorter one
 * (which may be part of a word) only where it stands alone.
 */
export function hideNames<Payload>(payload: Payload, names: Iterable<string>): Payload {
  const patterns = [...names].sort().map((name) => {
    const safe = name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    return Array.from(name).length >= 3 ? safe : `(?:${BEFORE_SHORT})${safe}${AFTER_SHORT}`;
  });
  if (patterns.length === 0) return payload;
  const everyName = new RegExp(patterns.join('|'), 'gu');
  return mapStrings(payload, (text) => text.replace(everyName, MASKED.name)) as Payload;
}

/** Plain JSON with every string masked, and with it the names of the public that its own labels show. */
export function maskPayload<Payload>(payload: Payload): Payload {
  return hideNames(maskValue(payload) as Payload, publicNames(payload));
}

/** A thing that is about to be stored, its subject and payload masked. */
export function maskDraft<Draft extends { subject: string; payload: unknown }>(draft: Draft): Draft {
  return { ...draft, subject: maskText(draft.subject), payload: maskPayload(draft.payload) };
}
