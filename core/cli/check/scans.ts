import { dirname } from 'node:path';
import type { Problem } from '../../base/problems.ts';
import { type Paired, pairScans } from '../../check/scans.ts';
import type { FileReport } from '../../exports/check/report.ts';

/**
 * The reports with each scan told together with the readable file of its folder that it shows, or with what is missing to
 * find one. The sentence takes the place of the one that says only that there is no text.
 */
export function withPairs(files: readonly FileReport[]): FileReport[] {
  const folders = new Map<string, Paired[]>();
  for (const { uri, paired } of files) {
    if (paired === undefined) continue;
    const folder = dirname(uri);
    const known = folders.get(folder);
    if (known) known.push(paired);
    else folders.set(folder, [paired]);
  }
  const told = new Map(
    Array.from(folders, ([folder, paired]) => [folder, new Map(pairScans(paired).map((pair) => [pair.scan, pair]))]),
  );
  return files.map((file) => {
    const { uri, paired } = file;
    const message = paired?.scan ? told.get(dirname(uri))?.get(paired.name)?.message : undefined;
    if (message === undefined) return file;
    const said = (problem: Problem): Problem => (problem.code === 'no-text' ? { ...problem, message } : problem);
    const notes = file.notes.map((note) =>
      note.problem === undefined ? note : { ...note, problem: said(note.problem) },
    );
    return { ...file, notes, problems: file.problems.map(said) };
  });
}
