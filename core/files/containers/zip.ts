import { Inflate } from 'fflate';
import { type ProblemCode, ProblemError } from '../../base/problems.ts';
import { decodeStrictly } from '../encoding.ts';
import { LIMITS } from '../limits.ts';

/** Bounds on an archive (limits.ts); a test sets its own. */
export type ArchiveLimits = Readonly<Record<keyof typeof LIMITS.archive, number>>;

interface Entry {
  name: string;
  method: number;
  zippedSize: number;
  size: number;
  encrypted: boolean;
  /** Offset of the local header. */
  offset: number;
}

/** A zip archive whose entries are unzipped one at a time, on demand; paths in any letter case and with either slash. */
export interface Archive {
  has(path: string): boolean;
  /** Bytes of one entry; undefined when there is no such entry. Throws `file-bomb`, `file-encrypted`, and `broken` of `openArchive`. */
  read(path: string): Uint8Array | undefined;
}

const END_RECORD = 0x06054b50;
const CENTRAL_HEADER = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
/** Zipped bytes given to the inflater at once; deflate grows at most 1032 times, so one step stays under 17 MB. */
const STEP = 16 * 1024;

class BadArchive extends Error {}

const normalPath = (path: string): string => path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/** Reads the central directory: what an archive says of itself. Throws BadArchive where it is none. */
function directory(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lowest = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  let end = bytes.length - END_LENGTH;
  while (end >= lowest && view.getUint32(end, true) !== END_RECORD) end -= 1;
  if (end < lowest) throw new BadArchive('no end record');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL_HEADER)
      throw new BadArchive('directory cut off');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = nameOf(
      bytes.subarray(at + 46, at + 46 + nameLength),
      bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength),
    );
    const path = normalPath(name);
    // The first of two entries of one name wins, so that a second one cannot replace what was looked at.
    if (!entries.has(path))
      entries.set(path, {
        name,
        method: view.getUint16(at + 10, true),
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        zippedSize: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
      });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

const UNICODE_PATH = 0x7075;

/**
 * The name of an entry. Programs on Chinese Windows write it in GBK and say nothing of it; some write it a second time in UTF-8
 * (Info-ZIP's field 7075: a version, a checksum, the name). A name that says it is UTF-8 is so by its bytes as well.
 */
function nameOf(written: Uint8Array, extra: Uint8Array): string {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = view.getUint16(at + 2, true);
    const inUnicode = view.getUint16(at, true) === UNICODE_PATH && length > 5 && at + 4 + length <= extra.length;
    const name = inUnicode ? decodeStrictly(extra.subarray(at + 9, at + 4 + length), 'utf-8') : undefined;
    if (name !== undefined) return name;
    at += 4 + length;
  }
  return decodeStrictly(written, 'utf-8') ?? new TextDecoder('gb18030').decode(written);
}

/** Names of all entries as written. Throws when the bytes are no readable archive. */
export function entryNames(bytes: Uint8Array): string[] {
  return Array.from(directory(bytes).values(), ({ name }) => name);
}

/**
 * Bytes that a file makes when it is unpacked; of one that is no readable archive its own. Directories may lie, but no more
 * than they say is ever unpacked.
 */
export function unpackedSize(bytes: Uint8Array): number {
  try {
    return Array.from(directory(bytes).values()).reduce((sum, { size }) => sum + size, 0);
  } catch {
    return bytes.length;
  }
}

/**
 * Opens an archive without unzipping anything.
 * `name` is the file's name for the sentence of a problem. Throws `file-bomb`, and `broken` where the bytes are no readable archive.
 */
export function openArchive(
  bytes: Uint8Array,
  name: string,
  limits: ArchiveLimits = LIMITS.archive,
  broken: ProblemCode = 'file-not-docx',
): Archive {
  const guard = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      throw new ProblemError(broken, { name }, error);
    }
  };
  const entries = guard(() => directory(bytes));
  if (entries.size > limits.entries) throw new ProblemError('file-bomb', { name });
  let spent = 0;

  const check = (size: number, zippedSize: number): void => {
    const swollen = size > limits.ratioFrom && size > zippedSize * limits.ratio;
    if (swollen || size > limits.entrySize || spent + size > limits.totalSize)
      throw new ProblemError('file-bomb', { name });
  };

  const read = (entry: Entry): Uint8Array => {
    if (entry.encrypted) throw new ProblemError('file-encrypted', { name });
    check(entry.size, entry.zippedSize);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (view.getUint32(entry.offset, true) !== LOCAL_HEADER) throw new BadArchive('no local header');
    const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
    if (start + entry.zippedSize > bytes.length) throw new BadArchive('entry cut off');
    const zipped = bytes.subarray(start, start + entry.zippedSize);
    const unzipped = entry.method === 0 ? zipped : inflate(zipped, entry);
    spent += unzipped.length;
    return unzipped;
  };

  /** The size in the directory may lie: what really comes out is held against it at every step. */
  const inflate = (zipped: Uint8Array, entry: Entry): Uint8Array => {
    if (entry.method !== 8) throw new BadArchive('unknown method');
    const whole = new Uint8Array(entry.size);
    let length = 0;
    let done = false;
    const inflater = new Inflate((chunk, last) => {
      if (length + chunk.length > entry.size) throw new ProblemError('file-bomb', { name });
      whole.set(chunk, length);
      length += chunk.length;
      done = last;
    });
    for (let at = 0; at < zipped.length; at += STEP)
      inflater.push(zipped.subarray(at, at + STEP), at + STEP >= zipped.length);
    if (!done || length !== entry.size) throw new BadArchive('entry shorter than said');
    return whole;
  };

  return {
    has: (path) => entries.has(normalPath(path)),
    read: (path) => {
      const entry = entries.get(normalPath(path));
      return entry && guard(() => read(entry));
    },
  };
}
