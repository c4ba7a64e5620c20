/** How far into a file its kind or its encoding is looked for, in bytes. */
export const HEAD_LENGTH = 4096;

/** Encoding by the byte-order mark; undefined without one. */
export function markedEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined;
}

/** Text in an encoding; undefined when the bytes are none of it, or the encoding is not known. `cut`: the end may be missing. */
export function decodeStrictly(bytes: Uint8Array, encoding: string, cut = false): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    return undefined;
  }
}

/** The head of a page or a mail, one character a byte where no mark says otherwise; undefined for what has no text in front. */
export function headText(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, HEAD_LENGTH);
  const mark = markedEncoding(head);
  const text = new TextDecoder(mark ?? 'latin1').decode(head);
  return mark?.startsWith('utf-16') || !text.includes('\0') ? text : undefined;
}

/** Signs of Windows' code page for Western Europe from 0x80 on; there some programs decode as if it were Latin-1. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Text in Windows' code page for Western Europe. */
export function decodeWestern(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => WESTERN[byte - 0x80] ?? String.fromCharCode(byte)).join('');
}

/** What old programs put behind the last line. */
const END_MARK = '\u001a';
/** What no text has: control characters other than tabs, line ends and form feeds. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/;

/**
 * Plain text as people save it: by its mark, else UTF-8, else GB 18030 (which holds GBK and GB 2312). undefined for bytes that
 * are none of these or hold what no text has. `cut`: the bytes are only the head of a file.
 */
export function decodePlainText(bytes: Uint8Array, cut = false): string | undefined {
  const mark = markedEncoding(bytes);
  const text = mark
    ? decodeStrictly(bytes, mark, cut)
    : (decodeStrictly(bytes, 'utf-8', cut) ?? decodeStrictly(bytes, 'gb18030', cut));
  const shown = text?.endsWith(END_MARK) ? text.slice(0, -1) : text;
  return shown === undefined || CONTROL.test(shown) ? undefined : shown;
}

/** Whether the head of a file is plain text. */
export function isPlainText(bytes: Uint8Array): boolean {
  return decodePlainText(bytes.subarray(0, HEAD_LENGTH), bytes.length > HEAD_LENGTH) !== undefined;
}
