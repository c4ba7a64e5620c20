/** Builds small RTF files for tests and fixtures. Imported by these only. */

/** Text as \u, with a question mark for programs that do not know it. */
export function unicode(text: string): string {
  return Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at)}?`).join('');
}

/** RTF as it is written in mainland China: its code page is 936, its first font is one of simplified Chinese. */
export function rtfFile(inner: string): Uint8Array {
  const fonts = '{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset0 Arial;}{\\f2\\fcharset2 Wingdings;}}';
  return Uint8Array.from(`{\\rtf1\\ansi\\ansicpg936\\deff0${fonts}${inner}}`, (sign) => sign.charCodeAt(0));
}
