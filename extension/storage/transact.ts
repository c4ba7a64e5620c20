import type { StoreNames } from 'idb';
import { ProblemError } from '../../core/base/problems.ts';
import { type Database, isNewer, type Schema, type WriteTransaction } from './schema.ts';

/** Requests that are under way together. */
export class Steps {
  readonly #requests: Promise<unknown>[] = [];

  add(request: Promise<unknown>): void {
    // One that nobody waits for any more, because another failed first, is no failure of its own.
    request.catch(() => undefined);
    this.#requests.push(request);
  }

  /** Resolves when all have succeeded, rejects with the first failure. */
  async done(): Promise<void> {
    await Promise.all(this.#requests);
  }

  /** Why any of them failed, once all have ended. */
  async failures(): Promise<unknown[]> {
    const settled = await Promise.allSettled(this.#requests);
    return settled.flatMap((step) => (step.status === 'rejected' ? [step.reason] : []));
  }
}

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

/**
 * Writes in one transaction, all of it or nothing, and resolves when it is safely on disk. `work` may await requests of the
 * transaction and nothing else: any other promise would close it. What it need not wait for it adds to the steps. Rejects
 * with ProblemError `ledger-newer` for a database that a newer version made.
 */
export async function transact<Answer>(
  database: Database,
  stores: readonly StoreNames<Schema>[],
  work: (transaction: WriteTransaction, steps: Steps) => Promise<Answer>,
): Promise<Answer> {
  if (isNewer(database)) throw new ProblemError('ledger-newer');
  const transaction = database.transaction([...stores], 'readwrite', { durability: 'strict' });
  const steps = new Steps();
  steps.add(transaction.done);
  try {
    const answer = await work(transaction, steps);
    await steps.done();
    return answer;
  } catch (error) {
    // A request that was refused at once aborts nothing by itself, and half of the work must not be committed.
    abort(transaction);
    // One of them tells why; the others only say that they were aborted.
    throw (await steps.failures()).find((reason) => !isAbort(reason)) ?? error;
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}
