import type { Head, LedgerEntry } from '../../../../core/ledger/entry.ts';
import type { LedgerReader } from '../../../storage/ledger-reader.ts';
import { type ReadonlySignal, signal } from '../../../ui/preact.ts';
import { LEDGER } from './words.ts';

/** The entry that notes the last export of the whole ledger: how old the backup is. */
export interface LastExport {
  /** null: never exported; undefined: not known yet. */
  entry: ReadonlySignal<LedgerEntry | null | undefined>;
  headMoved(head: Head): void;
}

/** Looks backwards through the chain once, later only at what is new. */
export function createLastExport(reader: Pick<LedgerReader, 'search'>, failed: (error: unknown) => void): LastExport {
  const entry = signal<LedgerEntry | null | undefined>(undefined);
  let searched = 0;
  let queue = Promise.resolve();

  const look = async (head: Head): Promise<void> => {
    const filter = { kinds: ['export'], words: LEDGER.bundleName } as const;
    for await (const [newest] of reader.search(filter, searched, head.sequence + 1)) {
      if (newest === undefined) continue;
      entry.value = newest;
      break;
    }
    searched = Math.max(searched, head.sequence);
    if (entry.value === undefined) entry.value = null;
  };

  return {
    entry,
    headMoved(head) {
      queue = queue.then(() => look(head)).catch(failed);
    },
  };
}
