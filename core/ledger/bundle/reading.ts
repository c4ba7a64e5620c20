import type { LedgerEntry, StoredRecord } from '../entry.ts';
import type { VerifyReport } from '../report.ts';
import type { ChainCheck, RecordToCheck } from '../verify.ts';
import type { BundleAbout } from './format-2.ts';

/** A record that was read out of a bundle: it and all before it are in order. `stored` is its entry as it is stored. */
export type ReadRecord = Pick<StoredRecord, 'payload'> & { entry: LedgerEntry; stored: Uint8Array };

/**
 * What comes out of a bundle while it is read. Records come some at a time, as soon as they were checked. The blobs of a
 * record come before it, one by one: whether a record names them is known only then.
 */
export type BundlePart = { is: 'blob'; blob: Uint8Array; digest: string } | { is: 'records'; records: ReadRecord[] };

/** What is known of a bundle at its end. */
export interface BundleRead {
  /** What it says of itself; left out when that cannot be read. */
  about?: BundleAbout;
  /** The digest that stands in it, the bundle's fingerprint; left out when there is none. */
  digest?: string;
  report: VerifyReport;
}

/** The reading of a bundle: its parts in order, and at the end what is to be said of it. */
export type BundleReading = AsyncGenerator<BundlePart, BundleRead>;

/** Checks the next records of a chain: what is handed on of them, nothing when one up to here is wrong. */
export async function checkedRecords(check: ChainCheck, batch: readonly RecordToCheck[]): Promise<BundlePart[]> {
  const entries = await check.add(batch);
  if (entries === undefined || entries.length === 0) return [];
  const records = entries.map((entry, at): ReadRecord => {
    const { entry: stored = NO_BYTES, payload } = batch[at] ?? {};
    return payload === undefined ? { entry, stored } : { entry, stored, payload };
  });
  return [{ is: 'records', records }];
}

const NO_BYTES = new Uint8Array();
