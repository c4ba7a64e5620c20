/** Signs of a way to write numbers in words: the digits 0 … 9, then ten, hundred and thousand. */
interface Signs {
  digits: readonly string[];
  units: readonly [ten: string, hundred: string, thousand: string];
}

const PLAIN: Signs = { digits: [...'〇一二三四五六七八九'], units: ['十', '百', '千'] };
/** The forms of cheques and contracts, which cannot be changed by a stroke. */
const LEGAL: Signs = { digits: [...'零壹贰叁肆伍陆柒捌玖'], units: ['拾', '佰', '仟'] };
/** Between two places that do not follow one another: 一百零五. */
const GAP = '零';
const HIGHEST = 9999;

/** 1 … 9999 in words: 十, 二十三, 一百零五; `legal` as 壹拾壹. 0 is the sign alone; what has no words is written in digits. */
export function writeHanNumber(value: number, style: 'plain' | 'legal' = 'plain'): string {
  const { digits, units } = style === 'legal' ? LEGAL : PLAIN;
  if (!Number.isInteger(value) || value <= 0 || value > HIGHEST) return value === 0 ? (digits[0] ?? '') : String(value);
  let text = '';
  const places = Array.from(String(value), Number);
  for (const [index, digit] of places.entries()) {
    const unit = places.length - 1 - index;
    if (digit > 0) text += (digits[digit] ?? '') + (unit > 0 ? units[unit - 1] : '');
    else if (!text.endsWith(GAP)) text += GAP;
  }
  text = text.replace(/零$/, '');
  return style === 'plain' && value >= 10 && value < 20 ? text.slice(1) : text;
}

/** 2026 → 二〇二六: digit by digit, as years are written. */
export function writeHanDigits(value: number): string {
  return Array.from(String(value), (digit) => PLAIN.digits[Number(digit)] ?? digit).join('');
}

/** 二〇二六 → 2026, 零 and round signs for the zero alike; undefined when anything but digits stands there. */
export function readHanDigits(text: string): number | undefined {
  const digits = Array.from(text.replace(/[○Oo零]/g, '〇'), (sign) => PLAIN.digits.indexOf(sign));
  return digits.length === 0 || digits.includes(-1) ? undefined : Number(digits.join(''));
}

/** A text in which every Chinese digit is a plain one: 一三九〇零 → 13900, 幺 and 两 as they are read aloud. */
export function hanDigits(text: string): string {
  return text.replace(/[〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖两幺]/g, (sign) => {
    const plain = PLAIN.digits.indexOf(sign);
    if (plain >= 0) return String(plain);
    if (sign === '○') return '0';
    if (sign === '两') return '2';
    return sign === '幺' ? '1' : String(LEGAL.digits.indexOf(sign));
  });
}

const COUNTED = /^(?:(.)千)?零?(?:(.)百)?零?(?:(.)?十)?零?(.)?$/u;

/**
 * 十五 → 15, 二十 → 20, 一百零五 → 105, 两 → 2, 廿三 → 23. Undefined for anything else: two digits side by side (三五个 is
 * "three to five") and 二百五, which people say and nobody counts with.
 */
export function readHanNumber(text: string): number | undefined {
  const plain = text
    .replace(/[〇○]/g, GAP)
    .replace(/两/g, '二')
    .replace(/廿/g, '二十')
    .replace(/卅/g, '三十')
    .replace(/^一十/, '十');
  const found = COUNTED.exec(plain);
  if (!found) return undefined;
  const [thousands, hundreds, tens, ones] = found.slice(1).map((sign) => (sign ? PLAIN.digits.indexOf(sign) : 0));
  const ten = plain.includes('十') ? tens || 1 : 0;
  const value = (thousands ?? 0) * 1000 + (hundreds ?? 0) * 100 + ten * 10 + (ones ?? 0);
  // The pattern is wider than the grammar: only what would be written so counts.
  return value > 0 && writeHanNumber(value) === plain ? value : undefined;
}
