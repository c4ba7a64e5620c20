const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PAD = 0x3d;

/** The six bits of each character; 64 for what is none. */
const BITS = new Uint8Array(256).fill(64);
for (let bits = 0; bits < 64; bits += 1) BITS[ALPHABET.charCodeAt(bits)] = bits;

/** The two characters for each 12 bits, read as one number and written as one: the order of bytes does not matter. */
const PAIRS = new Uint16Array(
  Uint8Array.from({ length: 8_192 }, (_, at) => ALPHABET.charCodeAt(at % 2 === 0 ? at >> 7 : (at >> 1) & 63)).buffer,
);

/** Bytes as base64 (RFC 4648, padded), in ASCII bytes and not as a text: whoever writes megabytes goes on with bytes. */
export function encodeBase64(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const pairs = new Uint16Array(Math.ceil(bytes.length / 3) * 2);
  const encoded = new Uint8Array(pairs.buffer);
  for (let index = 0, at = 0; index < bytes.length; index += 3, at += 2) {
    const three = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    pairs[at] = PAIRS[three >> 12] ?? 0;
    pairs[at + 1] = PAIRS[three & 4_095] ?? 0;
  }
  const rest = bytes.length % 3;
  if (rest > 0) encoded.fill(PAD, encoded.length - 3 + rest);
  return encoded;
}

/** The bytes of base64 in ASCII bytes. undefined for anything that `encodeBase64` would not have written just so. */
export function decodeBase64(encoded: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const { length } = encoded;
  if (length % 4 !== 0) return undefined;
  const padded = encoded[length - 1] !== PAD ? 0 : encoded[length - 2] !== PAD ? 1 : 2;
  const bytes = new Uint8Array((length / 4) * 3 - padded);
  const whole = padded === 0 ? length : length - 4;
  let at = 0;
  let seen = 0;
  for (let index = 0; index < whole; index += 4, at += 3) {
    const first = BITS[encoded[index] ?? 0] ?? 64;
    const second = BITS[encoded[index + 1] ?? 0] ?? 64;
    const third = BITS[encoded[index + 2] ?? 0] ?? 64;
    const fourth = BITS[encoded[index + 3] ?? 0] ?? 64;
    seen |= first | second | third | fourth;
    bytes[at] = (first << 2) | (second >> 4);
    bytes[at + 1] = (second << 4) | (third >> 2);
    bytes[at + 2] = (third << 6) | fourth;
  }
  if (padded > 0) {
    const first = BITS[encoded[whole] ?? 0] ?? 64;
    const second = BITS[encoded[whole + 1] ?? 0] ?? 64;
    const third = padded === 1 ? (BITS[encoded[whole + 2] ?? 0] ?? 64) : 0;
    // The bits that no byte needs are 0, or the same bytes could be written in several ways.
    seen |= first | second | third | (padded === 1 ? (third & 3) << 6 : (second & 15) << 6);
    bytes[at] = (first << 2) | (second >> 4);
    if (padded === 1) bytes[at + 1] = (second << 4) | (third >> 2);
  }
  return seen < 64 ? bytes : undefined;
}
