import { readEntry } from '../../core/ledger/stored.ts';
import { allNames } from './others.ts';
import { type TailRow, type WriteTransaction, wholeChain } from './schema.ts';
import {
  firstOfSegment,
  indexSegment,
  pack,
  recordsOf,
  rowsOfSegment,
  SEGMENT,
  type StoredPair,
  unpack,
} from './segment.ts';

/** Rows of entries that are looked through at a time. */
const AT_ONCE = 64;

/**
 * Drops payloads and blobs with these digests, wherever in the chain they stand, inside the transaction that appends the
 * entry which says so. What is found in a segment is told anew, so that nothing of the content is left in its index.
 * Awaits nothing but requests.
 */
export async function dropContents(
  transaction: WriteTransaction,
  chain: string,
  digests: readonly string[],
): Promise<void> {
  const dropped = new Set(digests);
  const names = (record: StoredPair): boolean => dropped.has(readEntry(record)?.payloadDigest ?? '');

  const kept = await namedByOthers(transaction, chain, dropped);
  for (const digest of dropped) if (!kept.has(digest)) await transaction.objectStore('blobs').delete(digest);
  const tail = transaction.objectStore('tail');
  for (const row of await tail.getAll(wholeChain(chain))) {
    if (names(row)) await tail.put(withoutPayload(row));
  }
  const segments = new Set<number>();
  for await (const row of entryRowsOf(transaction, chain)) {
    const places = recordsOf(0, row, undefined)
      .filter(names)
      .map(({ sequence }) => sequence);
    if (places.length === 0) continue;
    await emptyPlaces(transaction, chain, row.first, places);
    segments.add(firstOfSegment(row.first));
  }
  for (const first of segments) await indexAnew(transaction, chain, first);
}

/** Of these digests those that entries of other chains name: what a window kept is for itself to redact. */
async function namedByOthers(
  transaction: WriteTransaction,
  chain: string,
  digests: ReadonlySet<string>,
): Promise<Set<string>> {
  const kept = new Set<string>();
  const look = (record: StoredPair): void => {
    for (const digest of readEntry(record)?.blobDigests ?? []) if (digests.has(digest)) kept.add(digest);
  };
  for (const name of await allNames(transaction)) {
    if (name === chain) continue;
    for (const row of await transaction.objectStore('tail').getAll(wholeChain(name))) look(row);
    for await (const row of entryRowsOf(transaction, name))
      for (const record of recordsOf(0, row, undefined)) look(record);
  }
  return kept;
}

/** The packed rows of a chain in their order, some read at a time. Awaits nothing but requests. */
async function* entryRowsOf(transaction: WriteTransaction, chain: string) {
  const store = transaction.objectStore('entryRows');
  let rows = await store.getAll(wholeChain(chain), AT_ONCE);
  while (rows.length > 0) {
    yield* rows;
    const last = rows.at(-1)?.first ?? 0;
    rows = await store.getAll(IDBKeyRange.bound([chain, last], [chain, Number.MAX_SAFE_INTEGER], true), AT_ONCE);
  }
}

function withoutPayload({ payload: _, ...row }: TailRow): TailRow {
  return row;
}

/** Takes payloads out of a packed row. */
async function emptyPlaces(
  transaction: WriteTransaction,
  chain: string,
  first: number,
  places: readonly number[],
): Promise<void> {
  const store = transaction.objectStore('payloadRows');
  const row = await store.get([chain, first]);
  if (row === undefined) return;
  const kept = unpack(row).map((payload, index) => (places.includes(index) ? undefined : payload));
  await store.put({ chain, first, ...pack(kept) });
}

/** Makes the index of a segment again from what is left in it. */
async function indexAnew(transaction: WriteTransaction, chain: string, first: number): Promise<void> {
  const read = (name: 'entryRows' | 'payloadRows') =>
    Promise.all(rowsOfSegment(first).map((at) => transaction.objectStore(name).get([chain, at])));
  const [entries, payloads] = await Promise.all([read('entryRows'), read('payloadRows')]);
  const records: (StoredPair | undefined)[] = Array.from({ length: SEGMENT });
  for (const [at, row] of entries.entries()) {
    const found = row === undefined ? [] : recordsOf(row.first, row, payloads[at]);
    for (const record of found) records[record.sequence - first] = record;
  }
  await transaction.objectStore('indexes').put({ chain, first, ...indexSegment(records) });
}
