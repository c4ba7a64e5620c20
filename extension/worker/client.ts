import { proxy, type Remote, wrap } from 'comlink';
import { ProblemError } from '../../core/base/problems.ts';
import type { Work } from './work.ts';
import type { Reply, WorkerEnds } from './worker.ts';

let remote: Remote<WorkerEnds> | undefined;

/** The worker, started by the first who needs it and kept: one for the life of the page. */
function worker(): Remote<WorkerEnds> {
  remote ??= wrap<WorkerEnds>(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
  return remote;
}

async function unwrap<Answer>(reply: Promise<Reply<Answer>>): Promise<Answer> {
  const got = await reply;
  if (!got.ok) throw new ProblemError(got.problem);
  return got.value;
}

/** Long work over the ledger and over files, done in the worker. Failures are ProblemErrors, as if the work were done here. */
export const ledgerWork: Work = {
  verify: (checked = () => {}, after) => unwrap(worker().verify(proxy(checked), after)),
  verifyFile: (content, name, witness) => unwrap(worker().verifyFile(content, name, witness)),
  compareFile: (content, name, read = () => {}) => unwrap(worker().compareFile(content, name, proxy(read))),
  sheet: (most) => unwrap(worker().sheet(most)),
  exportFile: (form, unit) => unwrap(worker().exportFile(form, unit)),
  readFile: (content, name, unit) => unwrap(worker().readFile(content, name, unit)),
};
