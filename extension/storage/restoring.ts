import { v } from '../../core/base/schema.ts';
import type { ChainHead } from '../../core/ledger/entry.ts';
import { RESTORING, type Transaction } from './schema.ts';

/** A bundle that is to be restored: where its first chain ends, and what identifies it. */
export interface RestoreTarget extends ChainHead {
  name: string;
  fingerprint: string;
}

/** A restore that is not done. */
export interface Restoring extends RestoreTarget {
  /** Where this installation's chain ended before; 0 where it had no entry. */
  from: number;
}

const label = v.pipe(v.string(), v.maxLength(1_000));
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const schema = v.strictObject({
  name: label,
  fingerprint: label,
  chain: label,
  sequence: whole,
  hash: label,
  from: whole,
});

/** The restore that is not done, read inside a transaction. */
export async function restoringOf(transaction: Transaction): Promise<Restoring | undefined> {
  const stored = await transaction.objectStore('names').get(RESTORING);
  try {
    const read: unknown = stored === undefined ? undefined : JSON.parse(stored);
    return v.is(schema, read) ? read : undefined;
  } catch {
    return undefined;
  }
}
