const START = '{\\rtf';

/** RTF, which always begins with the same signs. */
export function isRtf(bytes: Uint8Array): boolean {
  return Array.from(START).every((sign, index) => bytes[index] === sign.charCodeAt(0));
}
