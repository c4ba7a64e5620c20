import type { LedgerEntry, LedgerRecord } from '../ledger/entry.ts';
import { readPayload } from '../ledger/kinds/index.ts';
import { createStandings } from '../ledger/standing.ts';
import type { ServiceUse } from '../unit/service-touches.ts';

/** Kinds of documents that say how a service is done. A case is done, whatever the list says later. */
const KINDS: ReadonlySet<string> = new Set(['guide', 'standard']);

/** What of a ledger is needed for them. */
export const mayBeServiceDocument = ({ kind }: LedgerEntry): boolean => kind === 'evidence' || kind === 'correction';

/** The guides and standards of a ledger that stand, of each document what was kept last, in the order in which it was. */
export async function serviceDocuments(
  records: Iterable<LedgerRecord> | AsyncIterable<LedgerRecord>,
): Promise<ServiceUse[]> {
  const standings = createStandings();
  const all = new Map<string, { use: ServiceUse & Required<Pick<ServiceUse, 'at'>>; key: string }>();
  for await (const one of records) {
    standings.take(one);
    const read = readPayload(one.entry, one.payload);
    if (read?.kind !== 'evidence' || read.payload.sample || !KINDS.has(read.payload.document.kind)) continue;
    const { document, fields, services = [] } = read.payload;
    const at = { chain: one.branch ?? one.entry.chain, sequence: one.entry.sequence };
    // The same entry may stand in two branches of a chain.
    if (!all.has(one.entry.hash))
      all.set(one.entry.hash, {
        use: { name: document.title, title: document.title, fields, services, at },
        key: document.key,
      });
  }
  const latest = new Map<string, ServiceUse>();
  for (const [hash, { use, key }] of all) {
    if (standings.of({ ...use.at, hash }).withdrawnBy !== undefined) continue;
    latest.delete(key);
    latest.set(key, use);
  }
  return [...latest.values()];
}
