import type { LedgerRecord } from '../ledger/entry.ts';
import type { StandardUse } from '../standards/impact.ts';
import { namedIn } from './citing.ts';
import { standingDocuments } from './standing-documents.ts';

/**
 * Where the documents of a ledger that stand name standards, the own number of a standard left out. Whether one of its clauses
 * is meant is not kept.
 */
export async function documentUses(
  records: Iterable<LedgerRecord> | AsyncIterable<LedgerRecord>,
): Promise<StandardUse[]> {
  const documents = await standingDocuments(records, (payload, record, at) =>
    namedIn(record, payload).map(
      (designation): StandardUse => ({
        ...{ in: 'document', name: record.entry.subject, at },
        ...{ designation, title: '', clause: 'unseen' },
      }),
    ),
  );
  return documents.flat();
}
