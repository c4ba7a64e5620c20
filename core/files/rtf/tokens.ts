/** A piece of RTF. `parameter` is missing where none is written; a symbol is a control word of one sign. */
export type Token =
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'word'; word: string; parameter: number | undefined }
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'hex'; byte: number };

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;
const CR = 0x0d;
const LF = 0x0a;
const LONGEST_WORD = 32;

const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/** Cuts RTF into its pieces; raw data (\bin) is passed over. */
export function* tokensOf(bytes: Uint8Array): Generator<Token> {
  let at = 0;
  const signAt = (place: number): number => bytes[place] ?? 0;
  while (at < bytes.length) {
    const sign = signAt(at);
    if (sign === OPEN || sign === CLOSE) {
      at += 1;
      yield { kind: sign === OPEN ? 'open' : 'close' };
    } else if (sign === CR || sign === LF) at += 1;
    else if (sign !== BACKSLASH) {
      let end = at + 1;
      while (end < bytes.length && !isSpecial(signAt(end))) end += 1;
      yield { kind: 'bytes', bytes: bytes.subarray(at, end) };
      at = end;
    } else if (isLetter(signAt(at + 1))) {
      let end = at + 1;
      while (isLetter(signAt(end)) && end - at <= LONGEST_WORD) end += 1;
      const word = String.fromCharCode(...bytes.subarray(at + 1, end));
      const negative = signAt(end) === 0x2d && isDigit(signAt(end + 1));
      let digits = negative ? end + 1 : end;
      let value = 0;
      const from = digits;
      for (; isDigit(signAt(digits)) && digits - from < 10; digits += 1) value = 10 * value + signAt(digits) - 0x30;
      const parameter = digits === from ? undefined : negative ? -value : value;
      at = signAt(digits) === 0x20 ? digits + 1 : digits;
      if (word === 'bin') at += Math.max(0, parameter ?? 0);
      else yield { kind: 'word', word, parameter };
    } else if (signAt(at + 1) === 0x27) {
      const byte = Number.parseInt(String.fromCharCode(signAt(at + 2), signAt(at + 3)), 16);
      at += 4;
      if (!Number.isNaN(byte)) yield { kind: 'hex', byte };
    } else {
      const symbol = signAt(at + 1);
      at += 2;
      yield { kind: 'word', word: String.fromCharCode(symbol), parameter: undefined };
    }
  }
}

const isSpecial = (sign: number): boolean =>
  sign === OPEN || sign === CLOSE || sign === BACKSLASH || sign === CR || sign === LF;
