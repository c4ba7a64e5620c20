import { createReadStream, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, resolve, sep } from 'node:path';
import type { ByteSource } from '../base/byte-source.ts';
import { printable } from '../base/printable.ts';
import { ProblemError } from '../base/problems.ts';
import { fillSlots } from '../base/text.ts';
import { LIMITS } from '../files/limits.ts';
import { READ_FAULTS, WORDS } from './words.ts';

const MEGABYTE = 1_000_000;
/** What a person is told of a failure of the disk. */
function diskProblem(path: string, error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return new ProblemError('file-missing', { name: path }, error);
  const why = code === 'EACCES' || code === 'EPERM' ? READ_FAULTS.forbidden : READ_FAULTS.other;
  return new ProblemError('file-unreadable', { name: basename(path), why }, error);
}

/** Bytes of a file that there is. Throws ProblemError `file-unreadable` for what is none. */
function sizeOf(path: string): number {
  const facts = statSync(path);
  if (!facts.isFile()) throw new ProblemError('file-unreadable', { name: basename(path), why: READ_FAULTS.other });
  return facts.size;
}

/** Bytes of a file. @throws ProblemError `file-missing`, `file-too-large` (before it is read), `file-unreadable` */
export function readBytes(path: string): Uint8Array {
  try {
    const size = sizeOf(path);
    if (size > LIMITS.file.size)
      throw new ProblemError('file-too-large', {
        name: basename(path),
        size: Math.ceil(size / MEGABYTE),
        limit: LIMITS.file.size / MEGABYTE,
      });
    return readFileSync(path);
  } catch (error) {
    throw diskProblem(path, error);
  }
}

/** Bytes of a file of any size, to be read in places or piece by piece. @throws ProblemError `file-missing`, `file-unreadable` */
export function streamBytes(path: string): ByteSource {
  const guarded = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await work();
    } catch (error) {
      throw diskProblem(path, error);
    }
  };
  async function* pieces(): AsyncGenerator<Uint8Array> {
    try {
      yield* createReadStream(path, { highWaterMark: MEGABYTE });
    } catch (error) {
      throw diskProblem(path, error);
    }
  }
  return {
    size: sizeOfFile(path),
    read: (from, to) =>
      guarded(async () => {
        const file = await open(path);
        try {
          const { buffer, bytesRead } = await file.read(
            new Uint8Array(Math.max(0, to - from)),
            0,
            Math.max(0, to - from),
            from,
          );
          return buffer.subarray(0, bytesRead);
        } finally {
          await file.close();
        }
      }),
    [Symbol.asyncIterator]: pieces,
  };
}

/** Throws as `readBytes`. */
function sizeOfFile(path: string): number {
  try {
    return sizeOf(path);
  } catch (error) {
    throw diskProblem(path, error);
  }
}

/** Text of a file in UTF-8. Throws as `readBytes`. */
export function readText(path: string): string {
  return new TextDecoder().decode(readBytes(path));
}

/** Writes a result and says so on standard error. @throws ProblemError `export-failed` */
export function writeResult(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    throw new ProblemError('export-failed', { why: READ_FAULTS.other }, error);
  }
  process.stderr.write(`${fillSlots(WORDS.written, { file: printable(basename(path)) })}\n`);
}

/**
 * Reads what was saved beside a page: `reference` is relative to the page's folder and, links followed, still inside it.
 * undefined for anything else.
 */
export function besideReader(page: string): (reference: string) => Uint8Array | undefined {
  return (reference) => {
    try {
      const folder = realpathSync(dirname(page));
      const path = realpathSync(resolve(folder, reference));
      return path.startsWith(folder + sep) ? readBytes(path) : undefined;
    } catch {
      return undefined;
    }
  };
}
