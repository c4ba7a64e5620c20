import type { LedgerEntry } from '../../core/ledger/entry.ts';
import { ask } from '../messages/ask.ts';
import { integrityWork } from '../worker/client.ts';

/**
 * Appends a checkpoint, signed by this installation, where something was kept since the last one; undefined where nothing was.
 * What leaves as a whole has one at its end. Rejects with a coded problem.
 */
export async function seal(): Promise<LedgerEntry | undefined> {
  const made = await integrityWork.makeCheckpoint();
  return made && ask('checkpoint', made);
}
