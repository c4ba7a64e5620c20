import type { LedgerEntry, LedgerRecord, Place } from '../ledger/entry.ts';
import { type EvidencePayload, readPayload } from '../ledger/kinds/index.ts';
import { createStandings } from '../ledger/standing.ts';

/** What of a ledger is needed for them. */
export const mayBeDocument = ({ kind }: LedgerEntry): boolean => kind === 'evidence' || kind === 'correction';

/**
 * What is wanted of the documents of a ledger that stand, of each document what was kept last, in the order in which it was.
 * Samples are none. @param wanted undefined for a document that is none of those
 */
export async function standingDocuments<Wanted>(
  records: Iterable<LedgerRecord> | AsyncIterable<LedgerRecord>,
  wanted: (payload: EvidencePayload, record: LedgerRecord, at: Place) => Wanted | undefined,
): Promise<Wanted[]> {
  const standings = createStandings();
  const all = new Map<string, { one: Wanted; at: Place; key: string }>();
  for await (const record of records) {
    standings.take(record);
    const { entry } = record;
    // The same entry may stand in two branches of a chain.
    if (all.has(entry.hash)) continue;
    const read = readPayload(entry, record.payload);
    if (read?.kind !== 'evidence' || read.payload.sample) continue;
    const at = { chain: record.branch ?? entry.chain, sequence: entry.sequence };
    const one = wanted(read.payload, record, at);
    // What was entered by hand has no key: each is a document of its own.
    if (one !== undefined) all.set(entry.hash, { one, at, key: read.payload.document.key || entry.hash });
  }
  const latest = new Map<string, Wanted>();
  for (const [hash, { one, at, key }] of all) {
    if (standings.of({ ...at, hash }).withdrawnBy !== undefined) continue;
    latest.delete(key);
    latest.set(key, one);
  }
  return [...latest.values()];
}
