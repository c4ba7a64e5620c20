import type { ChainHead, EntryDraft, Head, LedgerEntry } from '../../core/ledger/entry.ts';
import { type Append, appendDraft, type LedgerStore } from '../../core/ledger/store.ts';
import { maskDraft } from '../../core/privacy/mask.ts';
import { type Database, database, lastHead, storageProblem } from './database.ts';

/** The ledger in the browser's database. One transaction an append, on disk before it is acknowledged. */
export function databaseStore(connect: () => Promise<Database>): LedgerStore {
  /**
   * Where the chain ended after the last append through a connection: spares reading it. That the next number is still
   * free is what compares it with the store, inside the transaction; when it is taken, the head is read there.
   */
  const known = new WeakMap<Database, ChainHead>();
  return {
    append: async (seal) => {
      try {
        const opened = await connect();
        const head = known.get(opened);
        known.delete(opened);
        const entry = await write(opened, seal, head).catch((error: unknown) => {
          if (head === undefined || !isNamed(error, 'ConstraintError')) throw error;
          return write(opened, seal, undefined);
        });
        known.set(opened, { chain: entry.chain, sequence: entry.sequence, hash: entry.hash });
        return entry;
      } catch (error) {
        throw storageProblem(error);
      }
    },
  };
}

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

async function write(
  database: Database,
  seal: (head: ChainHead) => Append,
  head: ChainHead | undefined,
): Promise<LedgerEntry> {
  const transaction = database.transaction(['names', 'entries', 'payloads', 'blobs'], 'readwrite', {
    durability: 'strict',
  });
  const [payloads, blobStore] = [transaction.objectStore('payloads'), transaction.objectStore('blobs')];
  const steps: Promise<unknown>[] = [transaction.done];
  try {
    const { entry, payload, blobs, drop } = seal(head ?? (await lastHead(transaction)));
    // From here on nothing is awaited but the requests: any other promise would close the transaction.
    steps.push(transaction.objectStore('entries').add(entry));
    steps.push(payloads.put(payload, entry.payloadDigest));
    for (const [index, blob] of blobs.entries()) steps.push(blobStore.put(blob, entry.blobDigests[index]));
    for (const digest of drop) {
      steps.push(payloads.delete(digest));
      steps.push(blobStore.delete(digest));
    }
    await Promise.all(steps);
    return entry;
  } catch (error) {
    // A request that was refused at once aborts nothing by itself, and half an entry must not be committed.
    abort(transaction);
    const settled = await Promise.allSettled(steps);
    const reasons: unknown[] = settled.flatMap((step) => (step.status === 'rejected' ? [step.reason] : []));
    // One of them tells why; the others only say that they were aborted.
    throw reasons.find((reason) => !isNamed(reason, 'AbortError')) ?? error;
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
      const entry = queue.then(() => appendDraft(store, draft, { now, mask: maskDraft }));
      queue = entry.then(
        ({ sequence, hash }) => appended({ sequence, hash }),
        () => undefined,
      );
      return entry;
    },
  };
}
