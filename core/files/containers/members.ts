import { ProblemError, problem } from '../../base/problems.ts';
import { LIMITS } from '../limits.ts';
import type { Member, NamedBytes } from '../parser.ts';
import { type ArchiveLimits, entryNames, openArchive } from './zip.ts';

/** What systems put beside the files of people. */
const OF_A_SYSTEM = /(?:^|\/)(?:__MACOSX\/|\.[^/]*$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * The files in a zip archive, in its order; folders and what systems put there are left out. What cannot be read is that file's
 * own problem.
 * @throws ProblemError `file-broken-archive`, `file-bomb`, `file-too-much`
 */
export function membersOfZip({ name, bytes }: NamedBytes, limits: ArchiveLimits = LIMITS.archive): Member[] {
  const archive = openArchive(bytes, name, limits, 'file-broken-archive');
  const names = entryNames(bytes).filter((path) => !/[\\/]$/.test(path));
  const files = names.filter((path) => plainPath(path) !== '' && !OF_A_SYSTEM.test(path.replaceAll('\\', '/')));
  if (files.length > LIMITS.members.most)
    throw new ProblemError('file-too-much', { name, limit: LIMITS.members.most, what: '个文件' });
  return files.map((path): Member => {
    const member = plainPath(path);
    try {
      return { name: member, bytes: archive.read(path) ?? new Uint8Array() };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { name: member, problem: problem(error.problem.code, { name: member }) };
    }
  });
}

/** A path as it is shown: without steps out of the archive, and without what no text shows. */
function plainPath(path: string): string {
  const steps = path
    .toWellFormed()
    .replace(/\p{Cc}/gu, '')
    .split(/[\\/]/)
    .filter((step) => step !== '' && step !== '.' && step !== '..');
  return steps.join('/');
}
