import type { LedgerEntry } from '../../core/ledger/entry.ts';
import { openDatabase } from '../../extension/storage/database.ts';
import { createLedgerReader } from '../../extension/storage/ledger-reader.ts';
import { createLedgerWriter } from '../../extension/storage/ledger-writer.ts';
import { draftOf } from './ledger-draft.ts';

const NAME = 'bench-append';
const RAW = 'bench-raw';

function openRaw(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(RAW, 1);
    request.onupgradeneeded = () => request.result.createObjectStore('records', { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** One put in a transaction of its own, strict: what an append could cost at the least. */
function rawPut(database: IDBDatabase, record: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.objectStore('records').put(record);
  });
}

const drop = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = request.onerror = request.onblocked = () => resolve();
  });

/**
 * @public called inside the page
 *
 * Milliseconds of each round, ours and the raw put of the same bytes, in turn. A round is `size` entries one after another.
 */
export async function measure(
  rounds: number,
  warmUp: number,
  size: number,
): Promise<{ ours: number[]; raw: number[] }> {
  await Promise.all([drop(NAME), drop(RAW)]);
  const ledger = await openDatabase(NAME);
  const { append } = createLedgerWriter(() => Promise.resolve(ledger));
  const reader = createLedgerReader(() => Promise.resolve(ledger));
  const database = await openRaw();
  const [ours, raw]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const entries: LedgerEntry[] = [];
    const start = performance.now();
    for (let number = 0; number < size; number += 1) entries.push(await append(draftOf(round * size + number)));
    const middle = performance.now();
    const records: { entry: LedgerEntry; payload: string }[] = [];
    for (const entry of entries) {
      records.push({ entry, payload: JSON.stringify((await reader.read(entry.sequence))?.payload) });
    }
    const again = performance.now();
    for (const record of records) await rawPut(database, record);
    const end = performance.now();
    if (round < warmUp) continue;
    ours.push(middle - start);
    raw.push(end - again);
  }
  ledger.close();
  database.close();
  await Promise.all([drop(NAME), drop(RAW)]);
  return { ours, raw };
}
