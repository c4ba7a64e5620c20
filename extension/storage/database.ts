import { openDB } from 'idb';
import { ProblemError } from '../../core/base/problems.ts';
import { type ChainHead, EMPTY_HEAD, GENESIS } from '../../core/ledger/entry.ts';
import { hashOf } from '../../core/ledger/stored.ts';
import { migrateFirst } from './migrate-1.ts';
import {
  CHAIN,
  chainOf,
  type Database,
  type Schema,
  type Transaction,
  VERSION,
  type WriteTransaction,
  wholeChain,
} from './schema.ts';
import { ROW, unpack } from './segment.ts';

/** What the browser calls it when there is no room. */
const FULL = 'QuotaExceededError';
/** Why the database gave no service, for a person. */
const WHY: Readonly<Record<string, string>> = {
  [FULL]: '电脑上的存储空间不够',
  InvalidStateError: '与证据库的连接已断开',
  AbortError: '写入被浏览器中止',
  UnknownError: '浏览器读写磁盘出错，磁盘可能满了',
  NotFoundError: '证据库不完整',
};
/** The browser's own words are English; they stay in the error's cause. */
const UNKNOWN = '浏览器没有说明原因';
const BLOCKED = '别的“对标”页面还占着旧版证据库';

/** The coded problem in a failure of the database; a problem that is coded already stays. */
export function storageProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (nameOf(error) === FULL) return new ProblemError('ledger-storage-full', {}, error);
  return new ProblemError('ledger-storage-failed', { why: whyFailed(error) }, error);
}

const nameOf = (error: unknown): string => (error instanceof Error || error instanceof DOMException ? error.name : '');

/** Why the database failed, as part of a sentence. */
export const whyFailed = (error: unknown): string => WHY[nameOf(error)] ?? UNKNOWN;

/** Makes the database of today out of none, or out of the one of an earlier version. Awaits nothing but its requests. */
async function upgradeFrom(version: number, database: Database, transaction: WriteTransaction): Promise<void> {
  if (version < 1) {
    database.createObjectStore('blobs');
    await database.createObjectStore('names').put(crypto.randomUUID(), CHAIN);
  }
  database.createObjectStore('tail', { keyPath: ['chain', 'sequence'] });
  for (const name of ['entryRows', 'payloadRows', 'indexes'] as const)
    database.createObjectStore(name, { keyPath: ['chain', 'first'] });
  database.createObjectStore('marks');
  if (version === 1) await migrateFirst(database, transaction);
}

/** Another page wants a newer version: step aside, or it waits for ever. `closed` hears of it, and of any other loss. */
const stepAside = (closed: () => void) => ({
  blocking: (_current: number, _wanted: number | null, event: IDBVersionChangeEvent): void => {
    (event.target as IDBDatabase).close();
    closed();
  },
  terminated: closed,
});

/**
 * Opens a connection of its own and makes what is missing, this installation's chain too; a database of an earlier version
 * becomes one of today, all of it or nothing. One of a later version is opened as it is, for reading alone (see transact.ts).
 * `closed` is called when the connection is lost later. Throws ProblemError `ledger-storage-failed`.
 */
export async function openDatabase(name = 'duibiao', closed: () => void = () => {}): Promise<Database> {
  let failure: unknown;
  try {
    return await new Promise<Database>((resolve, reject) => {
      openDB<Schema>(name, VERSION, {
        upgrade(database, from, _to, transaction) {
          // It may write, as one of mode readwrite may.
          const writing = transaction as unknown as WriteTransaction;
          // That it ended badly is told by the opening itself.
          transaction.done.catch(() => undefined);
          upgradeFrom(from, database, writing).catch((error: unknown) => {
            failure = error;
            transaction.abort();
          });
        },
        blocked: () => reject(new ProblemError('ledger-storage-failed', { why: BLOCKED })),
        ...stepAside(closed),
      }).then(resolve, reject);
    });
  } catch (error) {
    if (nameOf(failure ?? error) === 'VersionError') return openNewer(name, closed);
    throw storageProblem(failure ?? error);
  }
}

/** Opens a database that a newer version of the product made. It can be read as far as it has the stores of today. */
async function openNewer(name: string, closed: () => void): Promise<Database> {
  try {
    return await openDB<Schema>(name, undefined, stepAside(closed));
  } catch (error) {
    throw storageProblem(error);
  }
}

/** The stores that tell where the chain ends. */
export const HEAD_STORES = ['names', 'tail', 'entryRows'] as const;

/** Where this installation's chain ends: its last entry, read inside a transaction. There is no second record of it. */
export async function lastHead(transaction: Transaction): Promise<ChainHead> {
  return headOf(transaction, await chainOf(transaction));
}

/** Where a chain ends; read inside a transaction. */
export async function headOf(transaction: Transaction, chain: string): Promise<ChainHead> {
  const last = (await transaction.objectStore('tail').openCursor(wholeChain(chain), 'prev'))?.value;
  if (last !== undefined) return { chain, sequence: last.sequence, hash: hashOf(last.entry) };
  const row = (await transaction.objectStore('entryRows').openCursor(wholeChain(chain), 'prev'))?.value;
  if (row === undefined) return { chain, ...EMPTY_HEAD };
  const entry = unpack(row).findLast((one) => one !== undefined);
  // A packed row was full. Where it is damaged it keeps all its places: nothing is appended where something stood.
  return { chain, sequence: row.first + ROW - 1, hash: entry === undefined ? GENESIS : hashOf(entry) };
}

let shared: Promise<Database> | undefined;

/** The one connection of this page or worker; opened on first use, and again after it was lost. */
export function database(): Promise<Database> {
  const forget = (): void => {
    shared = undefined;
  };
  if (shared === undefined) {
    shared = openDatabase(undefined, forget);
    shared.catch(forget);
  }
  return shared;
}
