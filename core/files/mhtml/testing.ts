/** Builds pages in one file for tests and fixtures, the same bytes each time. Imported by tests and fixtures only. */

export interface PartSketch {
  /** Content-Type with its parameters. */
  type: string;
  content: Uint8Array;
  encoding?: 'base64' | 'quoted-printable' | '8bit';
  location?: string;
  id?: string;
}

export function mhtmlFile(parts: readonly PartSketch[], { boundary = '----=_NextPart', start = '' } = {}): Uint8Array {
  const head = [
    'From: <Saved by Blink>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    `\ttype="text/html";${start === '' ? '' : `\r\n\tstart="${start}";`}`,
    `\tboundary="${boundary}"`,
    '',
    '',
  ].join('\r\n');
  const written = parts.map(({ type, content, encoding = 'base64', location, id }) =>
    Buffer.concat([
      Buffer.from(
        [
          `--${boundary}`,
          `Content-Type: ${type}`,
          `Content-Transfer-Encoding: ${encoding}`,
          ...(location === undefined ? [] : [`Content-Location: ${location}`]),
          ...(id === undefined ? [] : [`Content-ID: <${id}>`]),
          '',
          '',
        ].join('\r\n'),
      ),
      encoding === '8bit'
        ? content
        : Buffer.from(
            encoding === 'base64'
              ? linesOf(Buffer.from(content).toString('base64'), 76, '')
              : linesOf(quotedPrintable(content), 72, '='),
          ),
      Buffer.from('\r\n'),
    ]),
  );
  return new Uint8Array(Buffer.concat([Buffer.from(head), ...written, Buffer.from(`--${boundary}--\r\n`)]));
}

/** Bytes as text in which everything but plain letters is written as its number. */
export const quotedPrintable = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) =>
    byte > 0x20 && byte < 0x7f && byte !== 0x3d
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');

/** A text in lines; none ends within the number of a byte. */
function linesOf(text: string, width: number, mark: string): string {
  return (text.match(new RegExp(`(?:=[0-9A-F]{2}|[^=]){1,${width / 3}}|.`, 'gs')) ?? []).join(`${mark}\r\n`);
}
