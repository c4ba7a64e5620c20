import type { ByteSource } from './byte-source.ts';
import { crc32 } from './crc32.ts';
import { directory, LOCAL, LOCAL_LENGTH, localHeader, type ZipMember } from './zip-records.ts';

/** What of an archive could be read. */
export interface ZipRead {
  /** Its members, in their order, from the beginning as far as they are written as ours are. */
  members: ZipMember[];
  /** All of it is written as ours is, to the last byte. */
  whole: boolean;
  /** More members than were asked for: the rest was not looked at. */
  tooMany: boolean;
}

/** Bytes that are read at once while headers are looked at. */
const WINDOW = 65_536;
/** Bytes of the longest name: none of ours comes near. */
const LONGEST_NAME = 1_000;

/** Reads places that lie close behind each other without asking for each. */
function createWindow(source: ByteSource) {
  let [start, held] = [0, new Uint8Array()];
  return async (from: number, length: number): Promise<Uint8Array> => {
    if (from < start || from + length > start + held.length) {
      start = from;
      held = Uint8Array.from(await source.read(from, Math.min(source.size, from + Math.max(length, WINDOW))));
    }
    return held.subarray(from - start, from - start + length);
  };
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The member whose local header stands at an offset; undefined where none of ours does. */
async function memberAt(read: ReturnType<typeof createWindow>, offset: number): Promise<ZipMember | undefined> {
  const fixed = await read(offset, LOCAL_LENGTH);
  if (fixed.length < LOCAL_LENGTH) return undefined;
  const view = new DataView(fixed.buffer, fixed.byteOffset, fixed.length);
  if (view.getUint32(0, true) !== LOCAL) return undefined;
  const length = view.getUint16(26, true);
  if (length > LONGEST_NAME) return undefined;
  const [method, crc, zipped, size] = [8, 14, 18, 22].map((at) =>
    at === 8 ? view.getUint16(at, true) : view.getUint32(at, true),
  ) as [number, number, number, number];
  const header = Uint8Array.from(await read(offset, LOCAL_LENGTH + length));
  try {
    const name = decoder.decode(header.subarray(LOCAL_LENGTH));
    const member = { name, method, crc, zipped, size, offset };
    const [own = new Uint8Array(), written = new Uint8Array()] = localHeader(member);
    const same = isSame(own, header.subarray(0, LOCAL_LENGTH)) && isSame(written, header.subarray(LOCAL_LENGTH));
    return same && (method === 8 || (method === 0 && zipped === size)) ? member : undefined;
  } catch {
    // No UTF-8.
    return undefined;
  }
}

/** Looks through an archive from its beginning: no size and no place is believed that does not fit all others. `most` members. */
export async function readZip(source: ByteSource, most: number): Promise<ZipRead> {
  const read = createWindow(source);
  const members: ZipMember[] = [];
  let end = 0;
  for (let member = await memberAt(read, 0); member !== undefined; member = await memberAt(read, end)) {
    const next = end + LOCAL_LENGTH + new TextEncoder().encode(member.name).length + member.zipped;
    if (next > source.size) return { members, whole: false, tooMany: false };
    if (members.length === most) return { members, whole: false, tooMany: true };
    members.push(member);
    end = next;
  }
  let at = end;
  for (const part of directory(members, end)) {
    if (!isSame(part, await read(at, part.length))) return { members, whole: false, tooMany: false };
    at += part.length;
  }
  return { members, whole: at === source.size, tooMany: false };
}

/**
 * The bytes of a member; undefined where they are not those of which its header tells. A member that grows beyond what its
 * header says is left as soon as it does.
 */
export async function readMember(source: ByteSource, member: ZipMember): Promise<Uint8Array | undefined> {
  const from = member.offset + LOCAL_LENGTH + new TextEncoder().encode(member.name).length;
  const zipped = await source.read(from, from + member.zipped);
  const bytes = member.method === 0 ? zipped : await inflate(zipped, member.size);
  return bytes !== undefined && bytes.length === member.size && crc32(bytes) === member.crc ? bytes : undefined;
}

async function inflate(zipped: Uint8Array, size: number): Promise<Uint8Array | undefined> {
  const bytes = new Uint8Array(size);
  let at = 0;
  const stream = new Blob([zipped as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (at + next.value.length > size) return undefined;
      bytes.set(next.value, at);
      at += next.value.length;
    }
    return at === size ? bytes : undefined;
  } catch {
    // No deflated bytes.
    return undefined;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
