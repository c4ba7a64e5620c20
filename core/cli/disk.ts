import { readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import { type ProblemCode, ProblemError } from '../base/problems.ts';
import { LIMITS } from '../files/limits.ts';
import { READ_FAULTS } from './words.ts';

const MEGABYTE = 1_000_000;
/** Ledger bundles carry files of their own. */
export const BUNDLE_LIMIT = 500 * MEGABYTE;

/** Bytes of a file. @throws ProblemError `file-missing`, `file-too-large` (before it is read), `file-unreadable` */
export function readBytes(path: string, limit: number = LIMITS.file.size): Uint8Array {
  const name = basename(path);
  try {
    const facts = statSync(path);
    if (!facts.isFile()) throw new ProblemError('file-unreadable', { name, why: READ_FAULTS.other });
    if (facts.size > limit)
      throw new ProblemError('file-too-large', {
        name,
        size: Math.ceil(facts.size / MEGABYTE),
        limit: limit / MEGABYTE,
      });
    return readFileSync(path);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new ProblemError('file-missing', { name: path }, error);
    const why = code === 'EACCES' || code === 'EPERM' ? READ_FAULTS.forbidden : READ_FAULTS.other;
    throw new ProblemError('file-unreadable', { name, why }, error);
  }
}

/** Text of a file in UTF-8. Throws as `readBytes`. */
export function readText(path: string, limit?: number): string {
  return new TextDecoder().decode(readBytes(path, limit));
}

/** JSON of a file; `code` is the problem that its reader tells, with the slots path and why. */
export function readJson(path: string, code: ProblemCode): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProblemError(code, { path: basename(path), why: READ_FAULTS.notJson }, error);
  }
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
