import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { LedgerEntry } from '../../core/ledger/entry.ts';
import { effectsOf } from '../../core/ledger/store.ts';
import { hashedText, readContent, storeEntry } from '../../core/ledger/stored.ts';
import { isSegment, putSegment } from './packing.ts';
import { chainOf, type Database, LAST_EXPORT, type TailRow, type WriteTransaction } from './schema.ts';
import { firstOfSegment, SEGMENT } from './segment.ts';
import { Steps } from './transact.ts';

/** The database of the first version: entries as objects, payloads as canonical JSON by digest. Nothing writes it any more. */
interface FirstSchema extends DBSchema {
  entries: { key: [chain: string, sequence: number]; value: LedgerEntry };
  payloads: { key: string; value: string };
}
type FirstTransaction = Pick<IDBPTransaction<FirstSchema, StoreNames<FirstSchema>[], 'readwrite'>, 'objectStore'>;

const encoder = new TextEncoder();

/** The bytes that the hash of an entry should be of; none where somebody made of it what JSON cannot hold: no hash fits that. */
function entryForm(entry: LedgerEntry): Uint8Array {
  const hash = String(entry.hash);
  try {
    return storeEntry(hash, hashedText(entry));
  } catch {
    return storeEntry(hash, '');
  }
}

/** The places of the segment in which a place is; only itself when no counting leads there. */
function segmentRange([chain, sequence]: [string, number]): { first: number; places: IDBKeyRange } {
  if (!Number.isSafeInteger(sequence) || sequence < 1) return { first: 0, places: IDBKeyRange.only([chain, sequence]) };
  const first = firstOfSegment(sequence);
  return { first, places: IDBKeyRange.bound([chain, first], [chain, first + SEGMENT - 1]) };
}

const isWholeExport = (entry: LedgerEntry, payload: Uint8Array | undefined): boolean => {
  if (entry.kind !== 'export' || payload === undefined) return false;
  return effectsOf(entry, readContent(payload)).wholeExport;
};

/** The bytes of a payload, or of whatever stands in its place. */
const payloadForm = (content: unknown): Uint8Array => encoder.encode(String(content));

/** A payload that no entry names is the last trace of one that is gone: it is kept under its digest, as blobs are. */
async function keepStrays(old: FirstTransaction, moved: ReadonlySet<string>, now: WriteTransaction): Promise<void> {
  const payloads = old.objectStore('payloads');
  for (const digest of await payloads.getAllKeys()) {
    if (!moved.has(digest)) await now.objectStore('blobs').put(payloadForm(await payloads.get(digest)), digest);
  }
}

/**
 * Moves everything of a first database into the form of today: entries and payloads as bytes, whole segments packed, the
 * last export marked. What was tampered with keeps the bytes that it had, and the hash that does not fit them. Awaits
 * nothing but requests of the transaction; when it fails or is killed, the old database is still there.
 */
export async function migrateFirst(database: Database, transaction: WriteTransaction): Promise<void> {
  const old = transaction as unknown as FirstTransaction;
  const [entries, payloads] = [old.objectStore('entries'), old.objectStore('payloads')];
  const own = await chainOf(transaction);
  const moved = new Set<string>();
  let place = (await entries.openKeyCursor())?.key;
  while (place !== undefined) {
    const [chain] = place;
    const { first, places } = segmentRange(place);
    const found = await entries.getAll(places);
    const contents = await Promise.all(found.map(({ payloadDigest }) => payloads.get(String(payloadDigest))));
    const rows = found.map((entry, index): TailRow => {
      const beside = contents[index] === undefined ? {} : { payload: payloadForm(contents[index]) };
      return { chain: entry.chain, sequence: entry.sequence, entry: entryForm(entry), ...beside };
    });
    for (const { payloadDigest } of found) moved.add(payloadDigest);
    const exported = found.findLast((entry, index) => isWholeExport(entry, rows[index]?.payload));
    if (exported?.chain === own) await transaction.objectStore('marks').put(exported.sequence, LAST_EXPORT);

    place = (await entries.openKeyCursor(IDBKeyRange.lowerBound(places.upper, true)))?.key;
    // The end of a chain stays in the tail, where it goes on.
    const packs = isSegment(first, rows) && place?.[0] === chain;
    const steps = new Steps();
    if (packs) putSegment(transaction, steps, { chain, first, records: rows });
    else for (const row of rows) steps.add(transaction.objectStore('tail').put(row));
    await steps.done();
  }
  await keepStrays(old, moved, transaction);
  const first = database as unknown as IDBPDatabase<FirstSchema>;
  first.deleteObjectStore('entries');
  first.deleteObjectStore('payloads');
}
