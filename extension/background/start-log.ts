import { browser } from '../browser.ts';
import { beginNewLog, hasDatabases } from '../storage/new-log.ts';

/** The browser forgets it when it ends. */
const DONE = 'log-begun';

let begun: Promise<void> | undefined;

/**
 * Has the browser begin a new log for the databases, once after each of its starts (see storage/new-log.ts): the worker's first
 * act, and nothing is appended before. Where it fails, the disk being full, everything goes on, and it is tried again when
 * the worker starts the next time.
 */
export function startLog(): Promise<void> {
  begun ??= begin().catch(() => undefined);
  return begun;
}

async function begin(): Promise<void> {
  const { session } = browser.storage;
  if ((await session.get(DONE))[DONE] === true) return;
  if (await hasDatabases()) await beginNewLog();
  await session.set({ [DONE]: true });
}
