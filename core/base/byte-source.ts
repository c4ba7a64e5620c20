import { ProblemError } from './problems.ts';

/** The bytes of a file that is read in places, or from its beginning to its end. Nothing is held. */
export interface ByteSource extends AsyncIterable<Uint8Array> {
  size: number;
  /** Bytes from one place to another, fewer where the file ends before. */
  read(from: number, to: number): Promise<Uint8Array>;
}

/** Whether bytes that come one after another can also be read in places. */
export const isByteSource = (bytes: AsyncIterable<Uint8Array>): bytes is ByteSource =>
  'read' in bytes && typeof bytes.read === 'function';

/** Said of a file that could be opened and is gone, or was changed, before its end. */
const LOST = '读到一半读不下去了';

/**
 * The bytes of a file that a person chose. Throws ProblemError `file-unreadable` when the browser cannot read on: the stick
 * was pulled out, the file was changed.
 */
export function blobBytes(content: Blob, name: string): ByteSource {
  const lost = (error: unknown): never => {
    throw new ProblemError('file-unreadable', { name, why: LOST }, error);
  };
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const reader = content.stream().getReader();
    try {
      for (let next = await reader.read().catch(lost); !next.done; next = await reader.read().catch(lost))
        yield next.value;
    } finally {
      await reader.cancel().catch(() => undefined);
    }
  }
  return {
    size: content.size,
    read: async (from, to) => new Uint8Array(await content.slice(from, to).arrayBuffer().catch(lost)),
    [Symbol.asyncIterator]: pieces,
  };
}

/** Bytes in memory, given out in pieces of some size. */
export function memoryBytes(bytes: Uint8Array, piece = 1_000_000): ByteSource {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < bytes.length; from += piece) yield bytes.subarray(from, from + piece);
  }
  return {
    size: bytes.length,
    read: async (from, to) => bytes.subarray(from, to),
    [Symbol.asyncIterator]: pieces,
  };
}
