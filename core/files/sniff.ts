import { entryNames } from './containers/zip.ts';

/** What a file is by its bytes; its name is never asked. */
export type FileKind = 'docx' | 'encrypted' | 'old-word' | 'html' | 'mhtml' | 'unknown';

const ZIP = [0x50, 0x4b];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Names of streams in a compound file stand in directory entries of this length, as UTF-16. */
const DIRECTORY_ENTRY = 128;
/** How far into a text the first tag is looked for. */
const HEAD_LENGTH = 4096;

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

/** Tells the kind of file by its content. Never throws. */
export function sniff(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, ZIP)) return isWordArchive(bytes) ? 'docx' : 'unknown';
  if (startsWith(bytes, COMPOUND_FILE)) return sniffCompoundFile(bytes);
  return sniffText(bytes);
}

function isWordArchive(bytes: Uint8Array): boolean {
  try {
    const names = entryNames(bytes).map((name) => name.replaceAll('\\', '/').toLowerCase());
    return names.some((name) => name.startsWith('word/')) && names.some((name) => name.endsWith('.rels'));
  } catch {
    return false;
  }
}

function sniffCompoundFile(bytes: Uint8Array): FileKind {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let kind: FileKind = 'unknown';
  for (let at = 0; at + DIRECTORY_ENTRY <= bytes.length; at += DIRECTORY_ENTRY) {
    const length = view.getUint16(at + 64, true);
    if (length < 4 || length > 64) continue;
    const name = utf16(bytes.subarray(at, at + length - 2));
    if (name === 'EncryptedPackage') return 'encrypted';
    if (name === 'WordDocument') kind = 'old-word';
  }
  return kind;
}

const utf16 = (bytes: Uint8Array): string => new TextDecoder('utf-16le').decode(bytes);

function sniffText(bytes: Uint8Array): FileKind {
  const head = bytes.subarray(0, HEAD_LENGTH);
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const text = new TextDecoder(wide ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'latin1').decode(head);
  if (!wide && text.includes('\0')) return 'unknown';
  if (/^(?:[\w-]+:.*\r?\n|[ \t].*\r?\n)*?content-type:\s*multipart\/related/i.test(text)) return 'mhtml';
  // The mark of UTF-8 read as Latin-1 stands for three characters; comments and declarations may come before the first tag.
  const start = text
    .replace(/^(?:\u00ef\u00bb\u00bf|\ufeff)/, '')
    .replace(/^(?:\s+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>)*/, '');
  return /^<(?:!doctype\s+html|html|head|body|title|meta|frameset|table|form|div|p|span|h[1-6]|center|script|style|link)[\s/>]/i.test(
    start,
  )
    ? 'html'
    : 'unknown';
}
