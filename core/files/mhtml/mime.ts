import { LIMITS } from '../limits.ts';

/** A part of a mail or of a page in one file. */
export interface MimePart {
  /** In small letters, without parameters: text/html. */
  type: string;
  charset: string;
  /** Where it came from, as written; '' where nothing says it. */
  location: string;
  /** Content-ID without its brackets; ''. */
  id: string;
  /** Its bytes, decoded. */
  bytes(): Uint8Array;
}

/** A page in one file: its parts in order, and the one that it begins with, as its head names it. */
export interface MimeFile {
  parts: MimePart[];
  start?: MimePart;
}

type Head = ReadonlyMap<string, string>;

/** Marks that part a head from what it stands over, and lines from one another; programs write both kinds of line ends. */
const LINE = /\r\n|\r|\n/;
/** The longest head of a part, in characters. */
const LONGEST_HEAD = 64 * 1024;

/** The parts of a page in one file. What is written in another way than it should be is left out; never throws. */
export function readMime(bytes: Uint8Array): MimeFile {
  const parts: MimePart[] = [];
  const text = new TextDecoder('latin1').decode(bytes);
  const { head } = partedHead(text, 0, text.length);
  collect({ text, bytes }, 0, text.length, 0, parts);
  const wanted = parameterOf(head.get('content-type') ?? '', 'start').replace(/^<|>$/g, '');
  const start = wanted === '' ? undefined : parts.find(({ id }) => id === wanted);
  return { parts, ...(start && { start }) };
}

interface Whole {
  /** One character a byte. */
  text: string;
  bytes: Uint8Array;
}

function collect(whole: Whole, from: number, to: number, depth: number, parts: MimePart[]): void {
  if (depth > LIMITS.mhtml.depth || parts.length >= LIMITS.mhtml.parts) return;
  const { head, body } = partedHead(whole.text, from, to);
  const written = head.get('content-type') ?? '';
  const type = (written.split(';')[0] ?? '').trim().toLowerCase();
  if (!type.startsWith('multipart/')) {
    const encoding = (head.get('content-transfer-encoding') ?? '').trim().toLowerCase();
    parts.push({
      type,
      charset: parameterOf(written, 'charset'),
      location: (head.get('content-location') ?? '').replace(/\s+/g, ''),
      id: (head.get('content-id') ?? '').trim().replace(/^<|>$/g, ''),
      bytes: () => decoded(whole, body, to, encoding),
    });
    return;
  }
  const boundary = parameterOf(written, 'boundary');
  if (boundary === '') return;
  for (const [start, end] of between(whole.text, `--${boundary}`, body, to))
    collect(whole, start, end, depth + 1, parts);
}

/** The head of a part by the names of its fields, in small letters, and where what stands under it begins. */
function partedHead(text: string, from: number, to: number): { head: Head; body: number } {
  const top = text.slice(from, Math.min(to, from + LONGEST_HEAD));
  const gap = /(?:\r\n\r\n|\n\n|\r\r)/.exec(top);
  const lines = top
    .slice(0, gap?.index)
    .replace(/(?:\r\n|\r|\n)[ \t]+/g, ' ')
    .split(LINE);
  const head = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !head.has(name)) head.set(name, line.slice(colon + 1).trim());
  }
  return { head, body: gap ? from + gap.index + gap[0].length : to };
}

/** A parameter of a field: charset="gb2312". */
function parameterOf(field: string, name: string): string {
  const [, quoted, plain] = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(field) ?? [];
  return quoted ?? plain ?? '';
}

/** From where to where each part stands between its marks. */
function* between(text: string, mark: string, from: number, to: number): Generator<[start: number, end: number]> {
  let start = -1;
  for (let at = text.indexOf(mark, from); at >= 0 && at < to; at = text.indexOf(mark, at + mark.length)) {
    const after = at + mark.length;
    // A mark stands on a line of its own; that of an inner part may begin with that of the outer one.
    if ((at > 0 && !/[\r\n]/.test(text.charAt(at - 1))) || !/^(?:--|\s|$)/.test(text.slice(after, after + 2))) continue;
    if (start >= 0) yield [start, at];
    if (text.startsWith('--', after)) return;
    const line = /\r\n|\r|\n/g;
    line.lastIndex = after;
    const next = line.exec(text);
    if (!next) return;
    start = next.index + next[0].length;
  }
  // A file that was cut off still has the beginning of its last part.
  if (start >= 0 && start < to) yield [start, to];
}

function decoded({ text, bytes }: Whole, from: number, to: number, encoding: string): Uint8Array {
  if (encoding === 'base64') return fromBase64(text.slice(from, to));
  if (encoding === 'quoted-printable') return fromQuotedPrintable(text.slice(from, to), bytes.subarray(from, to));
  return bytes.subarray(from, to);
}

/** Base64 as mails have it: broken into lines, and whatever stands in it beside its letters left out. */
function fromBase64(text: string): Uint8Array {
  const letters = text.replace(/[^A-Za-z0-9+/]/g, '');
  const whole = letters.slice(0, letters.length - (letters.length % 4 === 1 ? 1 : 0));
  return Uint8Array.from(atob(whole), (letter) => letter.charCodeAt(0));
}

/** @param raw what `text` shows, byte for byte: some programs leave the bytes of Chinese as they are. */
function fromQuotedPrintable(text: string, raw: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 0x3d) {
      bytes[length] = raw[at] ?? code;
      length += 1;
      continue;
    }
    const hex = text.slice(at + 1, at + 3);
    const soft = /^(?:\r\n|[\r\n])/.exec(hex)?.[0];
    if (soft !== undefined) at += soft.length;
    else if (/^[\da-f]{2}$/i.test(hex)) {
      bytes[length] = Number.parseInt(hex, 16);
      length += 1;
      at += 2;
    } else {
      bytes[length] = code;
      length += 1;
    }
  }
  return bytes.subarray(0, length);
}
