import type { EntryDraft, Head, LedgerEntry } from '../../core/ledger/entry.ts';
import { type Append, appendDraft, type LedgerStore } from '../../core/ledger/store.ts';
import { type Database, database, OWN, type StoredHead, storageProblem } from './database.ts';

/** The ledger in the browser's database. One transaction an append, on disk before it is acknowledged. */
export function databaseStore(connect: () => Promise<Database>): LedgerStore {
  /** Head after the last append: spares a read. The transaction compares it with what is stored. */
  let known: StoredHead | undefined;

  const stored = async (): Promise<StoredHead> => {
    try {
      known ??= await (await connect()).get('heads', OWN);
      if (known === undefined) throw new DOMException('no chain', 'NotFoundError');
      return known;
    } catch (error) {
      throw storageProblem(error);
    }
  };

  const write = async ({ entry, payload, blobs, drop }: Append): Promise<boolean> => {
    const transaction = (await connect()).transaction(['heads', 'entries', 'payloads', 'blobs'], 'readwrite', {
      durability: 'strict',
    });
    const heads = transaction.objectStore('heads');
    const head = await heads.get(OWN);
    if (head?.chain !== entry.chain || head.sequence + 1 !== entry.sequence || head.hash !== entry.previousHash) {
      known = head;
      await transaction.done;
      return false;
    }
    const next: StoredHead = { chain: entry.chain, sequence: entry.sequence, hash: entry.hash };
    // Nothing is awaited in between: a promise of another kind would close the transaction.
    const settled = await Promise.allSettled([
      transaction.objectStore('entries').add(entry),
      transaction.objectStore('payloads').put(payload, entry.payloadDigest),
      heads.put(next, OWN),
      ...blobs.map((blob, index) => transaction.objectStore('blobs').put(blob, entry.blobDigests[index])),
      ...drop.flatMap((digest) => [
        transaction.objectStore('payloads').delete(digest),
        transaction.objectStore('blobs').delete(digest),
      ]),
      transaction.done,
    ]);
    const failures = settled.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
    if (failures.length > 0) {
      // A full disk shows in one of them, the others only say that they were aborted.
      throw failures.find((reason) => reason instanceof Error && reason.name === 'QuotaExceededError') ?? failures[0];
    }
    known = next;
    return true;
  };

  return {
    chain: async () => (await stored()).chain,
    head: async () => {
      const { sequence, hash } = await stored();
      return { sequence, hash };
    },
    append: async (append) => {
      try {
        return await write(append);
      } catch (error) {
        known = undefined;
        throw storageProblem(error);
      }
    },
  };
}

export interface LedgerWriter {
  /** Appends one entry. Resolves only after it is safely on disk; rejects with ProblemError when it is not. */
  append(draft: EntryDraft): Promise<LedgerEntry>;
}

/**
 * The writer of the ledger; the background is the only one that makes one. Appends run one after another, in the
 * order in which they were asked for. `appended` hears each new head.
 */
export function createLedgerWriter(
  connect: () => Promise<Database> = database,
  appended: (head: Head) => void = () => {},
  now: () => Date = () => new Date(),
): LedgerWriter {
  const store = databaseStore(connect);
  let queue: Promise<unknown> = Promise.resolve();
  return {
    append: (draft) => {
      const entry = queue.then(() => appendDraft(store, draft, now));
      queue = entry.then(
        ({ sequence, hash }) => appended({ sequence, hash }),
        () => undefined,
      );
      return entry;
    },
  };
}
