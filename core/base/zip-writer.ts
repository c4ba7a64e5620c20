import { crc32 } from './crc32.ts';
import { directory, localHeader, type ZipMember } from './zip-records.ts';

/** Writes an archive member by member; none but the one at hand is held. */
export interface ZipWriter {
  /** Adds a member; `squeeze`: it is made smaller. Names are used once. */
  add(name: string, bytes: Uint8Array, squeeze?: boolean): Promise<void>;
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
  return {
    async add(name, bytes, squeeze = false) {
      const data = squeeze ? await deflate(bytes) : bytes;
      const member: ZipMember = {
        ...{ name, method: squeeze ? 8 : 0, crc: crc32(bytes) },
        ...{ zipped: data.length, size: bytes.length, offset },
      };
      members.push(member);
      for (const part of localHeader(member)) await put(part);
      await put(data);
    },
    async end() {
      for (const part of directory(members, offset)) await put(part);
    },
  };
}

async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const squeezed = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(squeezed).arrayBuffer());
}
