import { ProblemError } from './problems.ts';

/** Bytes one behind the other. A single part is given back as it is. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Said of a file that could be opened and is gone, or was changed, before its end. */
const LOST = '读到一半读不下去了';

/**
 * The bytes of a file, piece by piece: no more than a piece of it is in memory. Throws ProblemError `file-unreadable` when
 * the browser cannot read on: the stick was pulled out, the file was changed.
 */
export async function* piecesOf(content: Blob, name: string): AsyncGenerator<Uint8Array> {
  const reader = content.stream().getReader();
  const read = () =>
    reader.read().catch((error: unknown) => {
      throw new ProblemError('file-unreadable', { name, why: LOST }, error);
    });
  try {
    for (let next = await read(); !next.done; next = await read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
