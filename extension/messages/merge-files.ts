import { ProblemError } from '../../core/base/problems.ts';
import { ask } from './ask.ts';
import { offerFile } from './hand-over.ts';
import type { AskOf } from './message.ts';
import type { ToBackground } from './to-background.ts';

/** Times that a merge is asked for again when the browser has stopped the background: it goes on where it was. */
const ATTEMPTS = 5;

/** Has the background merge files; null where nothing of them was missing here. Rejects with a coded problem. */
export async function mergeFiles(files: readonly File[], merging: Omit<AskOf<ToBackground['merge']>, 'files'>) {
  for (let attempt = 1; ; attempt += 1) {
    const offered = files.map((file) => ({ name: file.name, ...offerFile(file) }));
    try {
      return await ask('merge', { files: offered.map(({ name, ticket }) => ({ name, ticket })), ...merging });
    } catch (error) {
      const stopped = error instanceof ProblemError && error.problem.code === 'background-stopped';
      if (!stopped || attempt === ATTEMPTS) throw error;
    } finally {
      for (const { withdraw } of offered) withdraw();
    }
  }
}
