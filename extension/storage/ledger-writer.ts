import { ProblemError } from '../../core/base/problems.ts';
import type { BundleReading } from '../../core/ledger/bundle/reading.ts';
import type { ChainHead, EntryDraft, Head, LedgerEntry } from '../../core/ledger/entry.ts';
import { type Append, appendDraft, type LedgerStore } from '../../core/ledger/store.ts';
import { hashOf } from '../../core/ledger/stored.ts';
import { maskDraft } from '../../core/privacy/mask.ts';
import { database, lastHead, storageProblem } from './database.ts';
import type { PreparedMerge } from './merging.ts';
import { packTail, RECORD_STORES } from './packing.ts';
import { dropContents } from './redact.ts';
import { dropRestore, restoreRecords } from './restore.ts';
import type { RestoreTarget } from './restoring.ts';
import {
  chainOf,
  type Database,
  LAST_EXPORT,
  LAST_REDACTION,
  RESTORING,
  type TailRow,
  type WriteTransaction,
  wholeChain,
} from './schema.ts';
import { firstOfSegment, SEGMENT } from './segment.ts';
import { markMerge, takeIn } from './take-in.ts';
import { type Steps, transact } from './transact.ts';

/**
 * The ledger in the browser's database. One transaction an append, on disk before it is acknowledged; `first` belongs to it
 * and comes before anything else of it.
 */
export function databaseStore(connect: () => Promise<Database>, first: Step = refuseWhileRestoring): LedgerStore {
  /** Where the chain ended after the last append; undefined when that has to be read. */
  let known: ChainHead | undefined;
  return {
    append: async (seal) => {
      try {
        const opened = await connect();
        const behind = known && (await writeBehind(opened, known, seal(known)));
        const entry = behind ?? (await writeLast(opened, seal, first));
        known = { chain: entry.chain, sequence: entry.sequence, hash: entry.hash };
        return entry;
      } catch (error) {
        known = undefined;
        throw storageProblem(error);
      }
    },
  };
}

/** Part of a transaction. Awaits nothing but its requests. */
type Step = (transaction: WriteTransaction, steps: Steps) => Promise<void>;

/** What is appended in the middle of a restore would stand in the way of the entries that are still to come. */
async function refuseWhileRestoring(transaction: WriteTransaction): Promise<void> {
  if ((await transaction.objectStore('names').get(RESTORING)) !== undefined) throw new ProblemError('ledger-restoring');
}

/** Stores that any append may write: what is redacted may stand in all that hold records. */
const STORES = ['names', ...RECORD_STORES, 'blobs', 'marks'] as const;

/** Reads where the chain ends, and puts the entry behind it. */
const writeLast = (database: Database, seal: (head: ChainHead) => Append, first: Step): Promise<LedgerEntry> =>
  transact(database, STORES, async (transaction, steps) => {
    await first(transaction, steps);
    const append = seal(await lastHead(transaction));
    await put(transaction, steps, append);
    return append.entry;
  });

/**
 * Puts an entry behind a head that is thought to be the chain's last, without waiting for an answer in between: half of the
 * way to and from the browser's process. The same transaction reads where the chain ends; undefined, and nothing is
 * written, when that is elsewhere.
 */
async function writeBehind(database: Database, head: ChainHead, append: Append): Promise<LedgerEntry | undefined> {
  // What drops contents reads a lot first.
  if (append.drop.length > 0) return undefined;
  const { blobs, wholeExport } = append;
  const beside = [...(blobs.length > 0 ? ['blobs' as const] : []), ...(wholeExport ? ['marks' as const] : [])];
  try {
    return await transact(database, ['names', 'tail', ...beside], async (transaction, steps) => {
      const end = endOfTail(transaction, head.chain);
      steps.add(end);
      await put(transaction, steps, append);
      const { chain, last, restoring } = await end;
      const same =
        !restoring && last !== undefined && last.sequence === head.sequence && hashOf(last.entry) === head.hash;
      if (chain !== head.chain || !same) throw new HeadElsewhere();
      return append.entry;
    });
  } catch (error) {
    if (error instanceof HeadElsewhere) return undefined;
    throw error;
  }
}

/** Somebody else wrote meanwhile, or a bundle is being restored. */
class HeadElsewhere extends Error {}

/** The last record in the tail of a chain, which chain is this installation's, and whether a restore is not done: asked at once. */
async function endOfTail(
  transaction: WriteTransaction,
  thought: string,
): Promise<{ chain: string; last: TailRow | undefined; restoring: boolean }> {
  const [chain, cursor, mark] = await Promise.all([
    chainOf(transaction),
    transaction.objectStore('tail').openCursor(wholeChain(thought), 'prev'),
    transaction.objectStore('names').get(RESTORING),
  ]);
  return { chain, last: cursor?.value, restoring: mark !== undefined };
}

/** Writes an entry with all that stands beside it. */
async function put(
  transaction: WriteTransaction,
  steps: Steps,
  { entry: { chain, sequence, blobDigests }, stored, payload, blobs, drop, wholeExport }: Append,
): Promise<void> {
  if (drop.length > 0) {
    await dropContents(transaction, chain, drop);
    steps.add(transaction.objectStore('marks').put(sequence, LAST_REDACTION));
  }
  steps.add(transaction.objectStore('tail').add({ chain, sequence, entry: stored, payload }));
  for (const [index, blob] of blobs.entries())
    steps.add(transaction.objectStore('blobs').put(blob, blobDigests[index]));
  if (wholeExport) steps.add(transaction.objectStore('marks').put(sequence, LAST_EXPORT));
}

export interface LedgerWriter {
  /** Appends one entry. Resolves only after it is safely on disk; rejects with ProblemError when it is not. */
  append(draft: EntryDraft): Promise<LedgerEntry>;
  /**
   * Adds to this computer's chain what a bundle has more than it, or takes over the bundle's chain where there is no entry
   * yet; last comes the entry that `noteOf` makes of how many were added. Rejects with ProblemError; nothing is appended
   * until it was asked for once more with the same bundle and went through, or `dropRestore` was asked for.
   */
  restore(reading: BundleReading, target: RestoreTarget, noteOf: (added: number) => EntryDraft): Promise<LedgerEntry>;
  /**
   * Takes in what bundles have of the chains of others, and appends the entry that tells of it to this computer's own. Rejects
   * with ProblemError; what was written until then stays, and the same merge goes on behind it.
   */
  merge(prepared: PreparedMerge, note: EntryDraft): Promise<LedgerEntry>;
  /** Takes back a restore that is not done, where nothing was there before; else what was added stays. */
  dropRestore(): Promise<void>;
  /** Resolves when everything that was asked for is done, the packing that comes after an append too. */
  settled(): Promise<void>;
}

/**
 * The writer of the ledger; the background is the only one that makes one. Appends run one after another, in the
 * order in which they were asked for. `appended` hears each new head. Between two appends whole segments are packed. `restored`
 * hears, while a bundle is restored, how many of its entries stand here.
 */
export function createLedgerWriter(
  connect: () => Promise<Database> = database,
  appended: (head: Head) => void = () => {},
  now: () => Date = () => new Date(),
  restored: (done: number) => void = () => {},
): LedgerWriter {
  const store = databaseStore(connect);
  const ports = { now, mask: maskDraft };
  let queue: Promise<void> = Promise.resolve();
  /** Everything before the newest segment was packed, or cannot be: only the one that becomes whole is left to do. */
  let swept = false;

  const pack = async ({ chain, sequence }: LedgerEntry): Promise<void> => {
    const current = firstOfSegment(sequence);
    if (swept && sequence !== current) return;
    try {
      const opened = await connect();
      const oldest = swept ? current - SEGMENT : await oldestInTail(opened, chain);
      for (let first = firstOfSegment(oldest); first < current; first += SEGMENT) await packTail(opened, chain, first);
      swept = true;
    } catch (error) {
      // Nothing is lost by it: the records stand in the tail, and the next append tries again.
      swept = false;
      console.warn(error);
    }
  };

  const inTurn = (into: LedgerStore, draft: EntryDraft): Promise<LedgerEntry> => {
    const entry = queue.then(() => appendDraft(into, draft, ports));
    queue = entry.then(
      (written) => {
        appended({ sequence: written.sequence, hash: written.hash });
        return pack(written);
      },
      () => undefined,
    );
    return entry;
  };

  return {
    append: (draft) => inTurn(store, draft),
    restore: async (reading, target, noteOf) => {
      const { added, finish } = await restoreRecords({ connect, reading, target, restored });
      const entry = await appendDraft(databaseStore(connect, finish), noteOf(added), ports);
      appended({ sequence: entry.sequence, hash: entry.hash });
      swept = false;
      queue = queue.then(() => pack(entry));
      return entry;
    },
    merge: async (prepared, note) => {
      await takeIn(connect, prepared, restored);
      return inTurn(databaseStore(connect, markMerge), note);
    },
    dropRestore: async () => dropRestore(await connect()),
    settled: () => queue,
  };
}

async function oldestInTail(database: Database, chain: string): Promise<number> {
  const cursor = await database.transaction('tail').store.openKeyCursor(wholeChain(chain));
  return cursor?.key[1] ?? 1;
}
