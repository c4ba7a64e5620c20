import type { Database, TailRow, WriteTransaction } from './schema.ts';
import { isPackable, packSegment, SEGMENT, type StoredPair } from './segment.ts';
import { type Steps, transact } from './transact.ts';

/** Stores in which a record can stand, and what is found in it. */
export const RECORD_STORES = ['tail', 'entryRows', 'payloadRows', 'indexes'] as const;

/** Writes the records of a whole segment in their packed form. */
export function putSegment(
  transaction: WriteTransaction,
  steps: Steps,
  { chain, first, records }: { chain: string; first: number; records: readonly StoredPair[] },
): void {
  const { entries, payloads, index } = packSegment(first, records);
  for (const { first: at, row } of entries)
    steps.add(transaction.objectStore('entryRows').put({ chain, first: at, ...row }));
  for (const { first: at, row } of payloads)
    steps.add(transaction.objectStore('payloadRows').put({ chain, first: at, ...row }));
  steps.add(transaction.objectStore('indexes').put({ chain, first, ...index }));
}

/** Whether these rows are a segment from its first record to its last, none missing, and can be packed. */
export const isSegment = (first: number, rows: readonly TailRow[]): boolean =>
  rows.length === SEGMENT && rows.every((row, index) => row.sequence === first + index && isPackable(row));

/**
 * Moves the segment that begins with this sequence out of the tail into its packed form, in one transaction: a reader sees
 * one or the other, and a kill in the middle leaves the tail. False when it does not stand in the tail, whole.
 */
export const packTail = (database: Database, chain: string, first: number): Promise<boolean> =>
  transact(database, RECORD_STORES, async (transaction, steps) => {
    const places = IDBKeyRange.bound([chain, first], [chain, first + SEGMENT - 1]);
    const records = await transaction.objectStore('tail').getAll(places);
    if (!isSegment(first, records)) return false;
    putSegment(transaction, steps, { chain, first, records });
    steps.add(transaction.objectStore('tail').delete(places));
    return true;
  });
