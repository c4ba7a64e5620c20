import { type Moment, momentOf } from './serial.ts';

/** Numbers of formats that a file names without describing them (ECMA-376 18.8.30, and what Excel in Chinese adds). */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '#,##0',
  6: '#,##0',
  7: '#,##0.00',
  8: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'yyyy-mm-dd',
  15: 'yyyy-mm-dd',
  16: 'mm-dd',
  17: 'yyyy-mm',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'yyyy-mm-dd',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h:mm',
  33: 'h:mm:ss',
  34: 'h:mm',
  35: 'h:mm:ss',
  36: 'yyyy"年"m"月"',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h:mm',
  56: 'h:mm:ss',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};
const GENERAL = 'General';
const LONGEST_FORMAT = 255;
/** Digits that a number in a file really has. */
const PRECISION = 15;
const MOST_DECIMALS = 20;

/** The format of a number in a file: described, else built in. */
export function formatOfId(id: number, described: ReadonlyMap<number, string>): string {
  return described.get(id) ?? BUILT_IN[id] ?? GENERAL;
}

/**
 * A number as its format shows it; days as YYYY-MM-DD, whatever the order and the words of the format. What a format leaves
 * out (the day of 2026年3月) is left out.
 */
export function showNumber(value: number, format: string, from1904 = false): string {
  const [positive = '', negative, zero] = sectionsOf(format.slice(0, LONGEST_FORMAT));
  const calendar = calendarOf(positive);
  if (calendar) {
    const moment = momentOf(value, from1904);
    return moment ? showMoment(moment, calendar, value) : plainNumber(value);
  }
  // A condition of its own (`[>100]`) is rare; the number itself is never wrong.
  if (/\[[<>=]/.test(format)) return plainNumber(value);
  // A section that shows nothing hides zeros, on purpose; of another number nothing may be lost.
  if (value === 0 && zero !== undefined) return zero === '' ? '' : showInSection(0, zero);
  if (value < 0 && negative) return showInSection(-value, negative);
  return value < 0 ? `-${showInSection(-value, positive)}` : showInSection(value, positive);
}

/** A number without the noise of floating point, in digits however long it is. */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  const rounded = Number(value.toPrecision(PRECISION));
  return Number.isInteger(rounded) && Math.abs(rounded) < 1e21 ? BigInt(rounded).toString() : String(rounded);
}

/** Parts of a format between semicolons, those in quotes left alone: for numbers above 0, below it, 0, and text. */
function sectionsOf(format: string): string[] {
  const sections = [''];
  for (const [piece] of format.matchAll(/"[^"]*"?|\\.|;|[^;"\\]+|\\$/gsu))
    if (piece === ';') sections.push('');
    else sections.push(`${sections.pop()}${piece}`);
  return sections;
}

/** What a format shows of a moment. */
interface Calendar {
  year: boolean;
  month: boolean;
  day: boolean;
  hour: boolean;
  second: boolean;
  /** Hours are counted on beyond a day. */
  elapsed: boolean;
}

/** What a format shows of a moment; undefined for the format of a number. */
function calendarOf(section: string): Calendar | undefined {
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(section);
  const letters = bare(section)
    .replace(/general|通用格式|g\/通用格式/gi, '')
    .replace(/am\/pm|a\/p|上午\/下午/gi, '')
    .toLowerCase();
  const has = (letter: string): boolean => letters.includes(letter);
  // aaa: the day of the week.
  if (!elapsed && !/[ymdhse]|aaa/.test(letters)) return undefined;
  // 0.00E+00 has an e too.
  if (!elapsed && /[0#?]/.test(letters) && !/[ymdh]|aaa/.test(letters)) return undefined;
  const hour = elapsed || has('h') || has('s');
  const year = has('y') || (has('e') && !/[0#?]/.test(letters));
  const day = has('d') || has('aaa');
  return { year, month: (has('m') && (!hour || year || day)) || has('月'), day, hour, second: has('s'), elapsed };
}

/** A format without its literals and what stands in brackets. */
function bare(section: string): string {
  return section.replace(/"[^"]*"?|\\.|\[[^\]]*\]|_.|\*./gsu, '');
}

const two = (value: number): string => String(value).padStart(2, '0');

function showMoment({ year, month, day, seconds }: Moment, shown: Calendar, serial: number): string {
  const hours = shown.elapsed ? Math.floor(serial) * 24 + Math.floor(seconds / 3600) : Math.floor(seconds / 3600);
  const time = `${two(hours)}:${two(Math.floor(seconds / 60) % 60)}${shown.second ? `:${two(seconds % 60)}` : ''}`;
  if (shown.elapsed) return time;
  const date = shown.day
    ? `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
    : [shown.year && `${year}年`, shown.month && `${month}月`].filter(Boolean).join('');
  // Midnight on a day is no time that anybody wrote.
  const hasTime = shown.hour && !(shown.day && seconds === 0);
  return [date, hasTime && time].filter(Boolean).join(' ');
}

type Token = { digit: '0' | '#' | '?' } | { text: string };

/** A number of at least 0 in one section of a format. */
function showInSection(value: number, section: string): string {
  if (section.trim() === '') return plainNumber(value);
  if (/general|通用格式/i.test(section)) return amongLiterals(value, section);
  // Fractions, and numbers in Chinese signs.
  if (/[?#0]\s*\/\s*[?#\d]/.test(section)) return plainNumber(value);
  if (/e[+-]/i.test(bare(section)))
    return value
      .toExponential(decimalsOf(section))
      .replace(/e([+-])(?=\d$)/, 'e$10')
      .replace('e', 'E');
  if (/^[^"\\]*@/.test(section)) return plainNumber(value);
  const { whole, decimals, percent, scale, grouped } = tokensOf(section);
  if (![...whole, ...decimals].some((token) => 'digit' in token))
    return whole.map((token) => ('text' in token ? token.text : '')).join('');
  const places = Math.min(MOST_DECIMALS, decimals.filter((token) => 'digit' in token).length);
  const scaled = Number((value * 100 ** percent * 1000 ** -scale).toPrecision(PRECISION));
  if (scaled >= 1e21) return plainNumber(scaled);
  const [integer = '0', fraction = ''] = fixed(scaled, places).split('.');
  const behind = fractionOf(fraction, decimals);
  return `${wholeOf(integer, whole, grouped)}${behind}`.trim();
}

/** Rounds half away from zero in decimals, as programs show it: 1.005 to two places is 1.01. */
function fixed(value: number, places: number): string {
  const shifted = Number(`${value}e${places}`);
  if (!Number.isFinite(shifted) || shifted >= 1e21) return value.toFixed(places);
  const digits = BigInt(Math.round(shifted))
    .toString()
    .padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function decimalsOf(section: string): number {
  return Math.min(MOST_DECIMALS, /\.([0#?]+)/.exec(bare(section))?.[1]?.length ?? 0);
}

function tokensOf(section: string): {
  whole: Token[];
  decimals: Token[];
  percent: number;
  scale: number;
  grouped: boolean;
} {
  const whole: Token[] = [];
  const decimals: Token[] = [];
  let list = whole;
  let percent = 0;
  let scale = 0;
  let grouped = false;
  for (const [piece] of section.matchAll(/"[^"]*"?|\\.|\[[^\]]*\]|_.|\*.|./gsu)) {
    const first = piece[0] ?? '';
    if (piece === '0' || piece === '#' || piece === '?') {
      grouped ||= scale > 0;
      scale = 0;
      list.push({ digit: piece });
    } else if (piece === '.' && list === whole) {
      list = decimals;
      decimals.push({ text: '.' });
    } else if (piece === ',' && whole.some((token) => 'digit' in token)) scale += 1;
    else if (first === '"') list.push({ text: piece.replace(/^"|"$/g, '') });
    else if (first === '\\') list.push({ text: piece.slice(1) });
    else if (first === '[') list.push({ text: /^\[\$([^\]-]*)/.exec(piece)?.[1] ?? '' });
    else if (first !== '_' && first !== '*') {
      if (piece === '%') percent += 1;
      list.push({ text: piece });
    }
  }
  return { whole, decimals, percent, scale, grouped };
}

/** Digits in their places from the right; what is left over stands at the first place. */
function wholeOf(integer: string, tokens: readonly Token[], grouped: boolean): string {
  const firstDigit = tokens.findIndex((token) => 'digit' in token);
  const digits = integer === '0' ? [] : Array.from(integer);
  let count = 0;
  let shown = '';
  const put = (digit: string): void => {
    shown = `${digit}${grouped && count > 0 && count % 3 === 0 ? ',' : ''}${shown}`;
    count += 1;
  };
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const token = tokens[at] as Token;
    if ('text' in token) {
      shown = `${token.text}${shown}`;
      continue;
    }
    const digit = digits.pop() ?? (token.digit === '0' ? '0' : undefined);
    if (digit !== undefined) put(digit);
    while (at === firstDigit && digits.length > 0) put(digits.pop() ?? '');
  }
  return shown;
}

function fractionOf(fraction: string, tokens: readonly Token[]): string {
  const digits = Array.from(fraction);
  const places = tokens.filter((token) => 'digit' in token);
  let last = digits.length;
  while (last > 0 && digits[last - 1] === '0' && places[last - 1]?.digit !== '0') last -= 1;
  let at = 0;
  const shown = tokens
    .map((token) => {
      if ('text' in token) return token.text;
      at += 1;
      return at <= last ? (digits[at - 1] ?? '') : '';
    })
    .join('');
  // A point without digits behind it is shown by programs and meant by nobody.
  return last === 0 ? shown.replace('.', '') : shown;
}

/** A number as it is, between the words of its format: General"件". */
function amongLiterals(value: number, section: string): string {
  const [front = '', behind = ''] = section
    .split(/general|g\/通用格式|通用格式/i)
    .map((side) =>
      side.replace(/"([^"]*)"?|\\(.)|\[[^\]]*\]|_.|\*./gsu, (_, text = '', sign = '') => `${text}${sign}`),
    );
  return `${front}${plainNumber(value)}${behind}`;
}
