import type { LedgerEntry } from '../../../../core/ledger/entry.ts';
import type { LedgerReader } from '../../../storage/ledger-reader.ts';
import { type ReadonlySignal, signal } from '../../../ui/preact.ts';

/** The entry that notes the last export of the whole ledger: how old the backup is. */
export interface LastExport {
  /** null: never exported; undefined: not known yet. */
  entry: ReadonlySignal<LedgerEntry | null | undefined>;
  /** The chain has grown: the newest entry may be an export. */
  headMoved(): void;
}

export function createLastExport(
  reader: Pick<LedgerReader, 'lastExport'>,
  failed: (error: unknown) => void,
): LastExport {
  const entry = signal<LedgerEntry | null | undefined>(undefined);
  let queue = Promise.resolve();
  return {
    entry,
    headMoved() {
      queue = queue
        .then(async () => {
          entry.value = (await reader.lastExport()) ?? null;
        })
        .catch(failed);
    },
  };
}
