import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import { ProblemError } from '../../core/base/problems.ts';
import { type ChainHead, EMPTY_HEAD, type LedgerEntry } from '../../core/ledger/entry.ts';

/** Key under which the name of this installation's chain is kept. */
export const CHAIN = 'chain';

interface Schema extends DBSchema {
  entries: { key: [chain: string, sequence: number]; value: LedgerEntry };
  /** Canonical JSON by digest. */
  payloads: { key: string; value: string };
  /** Bytes by digest. */
  blobs: { key: string; value: Uint8Array };
  /** The name of this installation's chain, made with the database. */
  names: { key: string; value: string };
}
export type Database = IDBPDatabase<Schema>;

const VERSION = 1;

/** Why the database gave no service, for a person. */
const WHY: Readonly<Record<string, string>> = {
  VersionError: '证据库由更新版本的“对标”建立，请升级',
  InvalidStateError: '与证据库的连接已断开',
  AbortError: '写入被浏览器中止',
  UnknownError: '浏览器读写磁盘出错',
  NotFoundError: '证据库不完整',
};
/** The browser's own words are English; they stay in the error's cause. */
const UNKNOWN = '浏览器没有说明原因';
const BLOCKED = '别的“对标”页面还占着旧版证据库';

/** The coded problem in a failure of the database; a problem that is coded already stays. */
export function storageProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return new ProblemError('ledger-storage-full', {}, error);
  const why = WHY[name] ?? UNKNOWN;
  return new ProblemError('ledger-storage-failed', { why }, error);
}

/**
 * Opens a connection of its own and makes what is missing, this installation's chain too. `closed` is called when the
 * connection is lost later. Throws ProblemError `ledger-storage-failed`.
 */
export async function openDatabase(name = 'duibiao', closed: () => void = () => {}): Promise<Database> {
  try {
    return await new Promise<Database>((resolve, reject) => {
      openDB<Schema>(name, VERSION, {
        upgrade(database, _from, _to, transaction) {
          database.createObjectStore('entries', { keyPath: ['chain', 'sequence'] });
          database.createObjectStore('payloads');
          database.createObjectStore('blobs');
          database.createObjectStore('names');
          void transaction.objectStore('names').put(crypto.randomUUID(), CHAIN);
        },
        blocked: () => reject(new ProblemError('ledger-storage-failed', { why: BLOCKED })),
        // Another page wants a newer version: step aside, or it waits for ever.
        blocking(_current, _wanted, event) {
          (event.target as IDBDatabase).close();
          closed();
        },
        terminated: closed,
      }).then(resolve, reject);
    });
  } catch (error) {
    throw storageProblem(error);
  }
}

/** The stores that tell where the chain ends. */
type HeadStores = Pick<IDBPTransaction<Schema, StoreNames<Schema>[], IDBTransactionMode>, 'objectStore'>;

/** Where this installation's chain ends: its last entry, read inside a transaction. There is no second record of it. */
export async function lastHead(transaction: HeadStores): Promise<ChainHead> {
  const chain = await transaction.objectStore('names').get(CHAIN);
  if (chain === undefined) throw new DOMException('no chain', 'NotFoundError');
  const whole = IDBKeyRange.bound([chain, 0], [chain, Number.MAX_SAFE_INTEGER]);
  const last = (await transaction.objectStore('entries').openCursor(whole, 'prev'))?.value;
  return { chain, ...(last === undefined ? EMPTY_HEAD : { sequence: last.sequence, hash: last.hash }) };
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
