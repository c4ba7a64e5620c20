import { crc32 } from './crc32.ts';
import { directory, localHeader, type ZipMember } from './zip-records.ts';

/** A member's bytes as they go into an archive. */
export type ZipData = Pick<ZipMember, 'method' | 'crc' | 'size'> & { data: Uint8Array };

/** Writes an archive member by member; none but the one at hand is held. */
export interface ZipWriter {
  /** Adds a member; `squeeze`: it is made smaller. Names are used once. */
  add(name: string, bytes: Uint8Array, squeeze?: boolean): Promise<void>;
  /** Adds one whose bytes were made ready before. */
  put(name: string, ready: ZipData): Promise<void>;
  /** Writes what comes behind the members. */
  end(): Promise<void>;
}

/** `write` is waited for. Same members in the same order: same bytes, on the same kind of engine. */
export function createZip(write: (bytes: Uint8Array) => Promise<void> | void): ZipWriter {
  const members: ZipMember[] = [];
  let offset = 0;
  const put = async (bytes: Uint8Array): Promise<void> => {
    offset += bytes.length;
    await write(bytes);
  };
  const putMember = async (name: string, { data, ...facts }: ZipData): Promise<void> => {
    const member: ZipMember = { name, ...facts, zipped: data.length, offset };
    members.push(member);
    for (const part of localHeader(member)) await put(part);
    await put(data);
  };
  return {
    add: async (name, bytes, squeeze) => putMember(name, await readyForZip(bytes, squeeze)),
    put: putMember,
    async end() {
      for (const part of directory(members, offset)) await put(part);
    },
  };
}

/** Makes the bytes of a member ready; it is made smaller beside whatever else is done. */
export async function readyForZip(bytes: Uint8Array, squeeze = false): Promise<ZipData> {
  const squeezed = squeeze ? deflate(bytes) : bytes;
  const facts = { method: squeeze ? 8 : 0, crc: crc32(bytes), size: bytes.length };
  return { ...facts, data: await squeezed };
}

/** Written straight into the stream: by way of a Blob it takes half as long again. */
async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const { writable, readable } = new CompressionStream('deflate-raw');
  const writer = writable.getWriter();
  const writing = writer.write(bytes as Uint8Array<ArrayBuffer>).then(() => writer.close());
  const [squeezed] = await Promise.all([new Response(readable).arrayBuffer(), writing]);
  return new Uint8Array(squeezed);
}
