import type { ChainHead, EntryDraft, Head, LedgerEntry } from '../../core/ledger/entry.ts';
import { type Append, appendDraft, type LedgerStore } from '../../core/ledger/store.ts';
import { maskDraft } from '../../core/privacy/mask.ts';
import { database, lastHead, storageProblem } from './database.ts';
import { packTail, RECORD_STORES } from './packing.ts';
import { dropContents } from './redact.ts';
import { type Database, LAST_EXPORT, LAST_REDACTION, wholeChain } from './schema.ts';
import { firstOfSegment, SEGMENT } from './segment.ts';
import { transact } from './transact.ts';

/** The ledger in the browser's database. One transaction an append, on disk before it is acknowledged. */
export function databaseStore(connect: () => Promise<Database>): LedgerStore {
  return {
    append: async (seal) => {
      try {
        return await write(await connect(), seal);
      } catch (error) {
        throw storageProblem(error);
      }
    },
  };
}

/** Stores that an append may write: what is redacted may stand in any of them. */
const STORES = ['names', ...RECORD_STORES, 'blobs', 'marks'] as const;

const write = (database: Database, seal: (head: ChainHead) => Append): Promise<LedgerEntry> =>
  transact(database, STORES, async (transaction, steps) => {
    const { entry, stored, payload, blobs, drop, wholeExport } = seal(await lastHead(transaction));
    const { chain, sequence } = entry;
    if (drop.length > 0) {
      await dropContents(transaction, chain, drop);
      steps.add(transaction.objectStore('marks').put(sequence, LAST_REDACTION));
    }
    steps.add(transaction.objectStore('tail').add({ chain, sequence, entry: stored, payload }));
    for (const [index, blob] of blobs.entries())
      steps.add(transaction.objectStore('blobs').put(blob, entry.blobDigests[index]));
    if (wholeExport) steps.add(transaction.objectStore('marks').put(sequence, LAST_EXPORT));
    return entry;
  });

export interface LedgerWriter {
  /** Appends one entry. Resolves only after it is safely on disk; rejects with ProblemError when it is not. */
  append(draft: EntryDraft): Promise<LedgerEntry>;
  /** Resolves when everything that was asked for is done, the packing that comes after an append too. */
  settled(): Promise<void>;
}

/**
 * The writer of the ledger; the background is the only one that makes one. Appends run one after another, in the
 * order in which they were asked for. `appended` hears each new head. Between two appends whole segments are packed.
 */
export function createLedgerWriter(
  connect: () => Promise<Database> = database,
  appended: (head: Head) => void = () => {},
  now: () => Date = () => new Date(),
): LedgerWriter {
  const store = databaseStore(connect);
  let queue: Promise<void> = Promise.resolve();
  /** Everything before the newest segment was packed, or cannot be: only the one that becomes whole is left to do. */
  let swept = false;

  const pack = async ({ chain, sequence }: LedgerEntry): Promise<void> => {
    const current = firstOfSegment(sequence);
    if (swept && sequence !== current) return;
    try {
      const opened = await connect();
      const oldest = swept ? current - SEGMENT : await oldestInTail(opened, chain);
      for (let first = firstOfSegment(oldest); first < current; first += SEGMENT) await packTail(opened, first);
      swept = true;
    } catch (error) {
      // Nothing is lost by it: the records stand in the tail, and the next append tries again.
      swept = false;
      console.warn(error);
    }
  };

  return {
    append: (draft) => {
      const entry = queue.then(() => appendDraft(store, draft, { now, mask: maskDraft }));
      queue = entry.then(
        (written) => {
          appended({ sequence: written.sequence, hash: written.hash });
          return pack(written);
        },
        () => undefined,
      );
      return entry;
    },
    settled: () => queue,
  };
}

async function oldestInTail(database: Database, chain: string): Promise<number> {
  const cursor = await database.transaction('tail').store.openKeyCursor(wholeChain(chain));
  return cursor?.key[1] ?? 1;
}
