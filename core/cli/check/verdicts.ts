import { dirname, resolve } from 'node:path';
import type { Register, Said } from '../../check/standing.ts';
import { parseVerdicts, verdictNote } from '../../check/verdict-file.ts';
import type { VerdictId } from '../../check/verdicts.ts';
import { readText } from '../disk.ts';

const STANDING: Readonly<Record<VerdictId, Said['standing']>> = {
  fixed: 'fixed',
  'not-applicable': 'accepted',
  'false-alarm': 'accepted',
  'to-do': 'open',
};

/**
 * What people said of findings, out of a file. Its paths are from its own folder; those of the register are as the run writes
 * them.
 * @throws ProblemError `file-missing`, `file-unreadable`, and those of `parseVerdicts`
 */
export function readVerdicts(path: string): Register {
  const folder = dirname(resolve(path));
  return new Map(
    parseVerdicts(readText(path), path).map((said) => {
      const { finding, verdict, uri } = said;
      const place = uri === '' || /^[a-z][a-z\d+.-]+:/i.test(uri) ? '' : resolve(folder, uri);
      // Of a document whose path is not known nobody can say that a finding is gone.
      return [
        finding,
        { standing: STANDING[verdict], note: verdictNote(said), times: Number.POSITIVE_INFINITY, rule: '', uri: place },
      ];
    }),
  );
}
