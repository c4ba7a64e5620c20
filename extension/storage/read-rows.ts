import type { Database } from './schema.ts';
import { type Found, firstOfRow, ROW, recordsOf, unpack } from './segment.ts';

/**
 * The records of the rows that begin with these sequences, row after row, packed or not; what is not there is left out. One
 * transaction: a row that is being packed is seen in one form or the other.
 */
export async function readRows(
  database: Database,
  chain: string,
  firsts: readonly number[],
  withPayloads: boolean,
): Promise<Found[]> {
  const transaction = database.transaction(['tail', 'entryRows', 'payloadRows']);
  const rows = await Promise.all(
    firsts.map(async (first) => {
      const [entries, payloads] = await Promise.all([
        transaction.objectStore('entryRows').get([chain, first]),
        withPayloads ? transaction.objectStore('payloadRows').get([chain, first]) : undefined,
      ]);
      if (entries !== undefined) return recordsOf(first, entries, payloads);
      return transaction.objectStore('tail').getAll(IDBKeyRange.bound([chain, first], [chain, first + ROW - 1]));
    }),
  );
  return rows.flat();
}

/** The payloads of the rows that begin with these sequences, packed or not, by the sequences of their records. */
export async function readPayloads(
  database: Database,
  chain: string,
  firsts: readonly number[],
): Promise<Map<number, Uint8Array>> {
  const transaction = database.transaction(['tail', 'payloadRows']);
  const payloads = new Map<number, Uint8Array>();
  await Promise.all(
    firsts.map(async (first) => {
      const packed = await transaction.objectStore('payloadRows').get([chain, first]);
      const found =
        packed === undefined
          ? await transaction.objectStore('tail').getAll(IDBKeyRange.bound([chain, first], [chain, first + ROW - 1]))
          : unpack(packed).map((payload, index) => ({ sequence: first + index, payload }));
      for (const { sequence, payload } of found) if (payload !== undefined) payloads.set(sequence, payload);
    }),
  );
  return payloads;
}

/** The first sequences of the rows in which these records stand, in the order of the chain. */
export function rowsBetween(from: number, to: number): number[] {
  const firsts: number[] = [];
  for (let first = firstOfRow(from); first <= to; first += ROW) firsts.push(first);
  return firsts;
}
