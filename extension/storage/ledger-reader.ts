import type { ChainHead, EntryKind, LedgerEntry, LedgerRecord } from '../../core/ledger/entry.ts';
import { blobsOf, type ChainReader, createChainReader, type Guarded } from './chain-reader.ts';
import { database, HEAD_STORES, headOf, storageProblem } from './database.ts';
import { otherHeads } from './others.ts';
import { type Restoring, restoringOf } from './restoring.ts';
import { type Database, LAST_EXPORT, LAST_MERGE } from './schema.ts';

export type { ChainReader };

/**
 * Reads the ledger for display. The only way of panel and workbench into the database; it writes nothing. It is the reader of
 * this installation's own chain; what was taken in of others stands beside that.
 */
export function createLedgerReader(connect: () => Promise<Database> = database) {
  const guarded: Guarded = async (read) => {
    try {
      return await read(await connect());
    } catch (error) {
      throw storageProblem(error);
    }
  };
  const own = createChainReader(guarded);

  /** The chains of others that were taken in, under the names by which they are kept, in their order. */
  const others = (): Promise<ChainHead[]> => guarded((opened) => otherHeads(opened.transaction(HEAD_STORES)));
  const readers = new Map<string, ChainReader>();
  /** The reader of one of those chains. */
  const beside = (chain: string): ChainReader => {
    const reader = readers.get(chain) ?? createChainReader(guarded, chain);
    readers.set(chain, reader);
    return reader;
  };

  /** The entry that notes the last export of the whole ledger; undefined when there never was one. */
  const lastExport = async (): Promise<LedgerEntry | undefined> => {
    const sequence = await guarded((opened) => opened.get('marks', LAST_EXPORT));
    return sequence === undefined ? undefined : (await own.at([sequence]))[0];
  };

  /** The restore of a bundle that is not done, and how many of its entries stand here; undefined when there is none. */
  const restoring = (): Promise<(Restoring & { done: number }) | undefined> =>
    guarded(async (opened) => {
      const transaction = opened.transaction(HEAD_STORES);
      const unfinished = await restoringOf(transaction);
      if (unfinished === undefined) return undefined;
      return { ...unfinished, done: (await headOf(transaction, unfinished.chain)).sequence };
    });

  /** Every record of every chain, this installation's own first; see `records`. */
  async function* allRecords(upTo?: ChainHead, wanted?: (entry: LedgerEntry) => boolean): AsyncGenerator<LedgerRecord> {
    yield* own.records(upTo, wanted);
    for (const other of await others()) yield* beside(other.chain).records(other, wanted);
  }

  /** The record of the last merge and what was found out in it; undefined when there never was one. */
  const lastMerge = async (): Promise<{ record: LedgerRecord; log: Uint8Array | undefined } | undefined> => {
    const sequence = await guarded((opened) => opened.get('marks', LAST_MERGE));
    const record = sequence === undefined ? undefined : await own.read(sequence);
    if (record === undefined) return undefined;
    const { value } = await blobsOf(guarded, record.entry.blobDigests).next();
    return { record, log: value ?? undefined };
  };

  /** What is kept under a digest; undefined when it is not there (redacted, or lost). */
  const blob = async (digest: string): Promise<Uint8Array | undefined> =>
    (await blobsOf(guarded, [digest]).next()).value ?? undefined;

  return { ...own, lastExport, restoring, others, beside, allRecords, lastMerge, blob };
}

export type LedgerReader = ReturnType<typeof createLedgerReader>;

/** The newest entries, of some kinds only when they are named. */
export async function latestEntries(limit: number, kinds?: readonly EntryKind[]): Promise<LedgerEntry[]> {
  return (await createLedgerReader().find(kinds === undefined ? {} : { kinds }, limit)).entries;
}

/** What is kept beside an entry under its digest; undefined when it is not there (redacted, or lost). */
export async function readBlob(digest: string): Promise<Uint8Array | undefined> {
  try {
    return await (await database()).get('blobs', digest);
  } catch (error) {
    throw storageProblem(error);
  }
}
