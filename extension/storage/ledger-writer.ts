import type { ChainHead, EntryDraft, Head, LedgerEntry } from '../../core/ledger/entry.ts';
import { type Append, appendDraft, type LedgerStore } from '../../core/ledger/store.ts';
import { type Database, database, OWN, storageProblem } from './database.ts';

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

async function write(database: Database, seal: (head: ChainHead) => Append): Promise<LedgerEntry> {
  const transaction = database.transaction(['heads', 'entries', 'payloads', 'blobs'], 'readwrite', {
    durability: 'strict',
  });
  const [heads, payloads, blobStore] = [
    transaction.objectStore('heads'),
    transaction.objectStore('payloads'),
    transaction.objectStore('blobs'),
  ];
  const steps: Promise<unknown>[] = [transaction.done];
  try {
    const head = await heads.get(OWN);
    if (head === undefined) throw new DOMException('no chain', 'NotFoundError');
    // From here on nothing is awaited but the requests: any other promise would close the transaction.
    const { entry, payload, blobs, drop } = seal(head);
    steps.push(transaction.objectStore('entries').add(entry));
    steps.push(payloads.put(payload, entry.payloadDigest));
    for (const [index, blob] of blobs.entries()) steps.push(blobStore.put(blob, entry.blobDigests[index]));
    for (const digest of drop) {
      steps.push(payloads.delete(digest));
      steps.push(blobStore.delete(digest));
    }
    steps.push(heads.put({ chain: entry.chain, sequence: entry.sequence, hash: entry.hash }, OWN));
    await Promise.all(steps);
    return entry;
  } catch (error) {
    // A request that was refused at once aborts nothing by itself, and half an entry must not be committed.
    abort(transaction);
    const reasons = (await Promise.allSettled(steps)).flatMap((step) =>
      step.status === 'rejected' ? [step.reason] : [],
    );
    // A full disk shows in one of them; the others only say that they were aborted.
    throw reasons.find((reason) => reason instanceof Error && reason.name === 'QuotaExceededError') ?? error;
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
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
