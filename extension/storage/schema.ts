import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { SearchIndex } from '../../core/ledger/search-index.ts';
import type { Packed, StoredPair } from './segment.ts';

/** The database's version that is written; those before it are moved to it. */
export const VERSION = 2;

/** Whether a newer version of the product made a database: nothing may be written into what this one does not know. */
export const isNewer = ({ version }: Pick<Database, 'version'>): boolean => version > VERSION;

/** Key under which the name of this installation's chain is kept. */
export const CHAIN = 'chain';
/** Key under which a restore that is not done yet is kept: while it is there, nothing is appended. */
export const RESTORING = 'restoring';
/** Keys of marks: the last export of the whole ledger, the last merge with bundles of others, and the last redaction. */
export const LAST_EXPORT = 'last-export';
export const LAST_MERGE = 'last-merge';
export const LAST_REDACTION = 'last-redaction';

/** A record that is not packed yet. */
export type TailRow = StoredPair & { chain: string; sequence: number };

/** Place of a row: the chain, and a sequence in it. */
type Place = [chain: string, sequence: number];

/**
 * A record stands in `tail` or, packed, in `entryRows` and `payloadRows` together with the others of its segment: never in
 * both, never in neither. Whoever reads looks at all of them in one transaction.
 */
export interface Schema extends DBSchema {
  tail: { key: Place; value: TailRow };
  entryRows: { key: Place; value: Packed & { chain: string; first: number } };
  payloadRows: { key: Place; value: Packed & { chain: string; first: number } };
  /** One for each packed segment. */
  indexes: { key: Place; value: SearchIndex & { chain: string; first: number } };
  /** Bytes by digest. */
  blobs: { key: string; value: Uint8Array };
  /** The name of this installation's chain, made with the database; a restore that is not done, as JSON (see restoring.ts). */
  names: { key: string; value: string };
  /** Sequences of entries that are asked for often, each written in the same step as its entry. */
  marks: { key: string; value: number };
}
export type Database = IDBPDatabase<Schema>;
type TransactionOf<Mode extends IDBTransactionMode> = IDBPTransaction<Schema, StoreNames<Schema>[], Mode>;
/** Any transaction, for reading. */
export type Transaction = Pick<TransactionOf<IDBTransactionMode>, 'objectStore'>;
/** One that may write. */
export type WriteTransaction = Pick<TransactionOf<'readwrite'>, 'objectStore'>;

/** All places of a chain. */
export const wholeChain = (chain: string): IDBKeyRange =>
  IDBKeyRange.bound([chain, 0], [chain, Number.MAX_SAFE_INTEGER]);

/** The name of this installation's chain, read inside a transaction. */
export async function chainOf(transaction: Transaction): Promise<string> {
  const chain = await transaction.objectStore('names').get(CHAIN);
  if (chain === undefined) throw new DOMException('no chain', 'NotFoundError');
  return chain;
}
