import type { LedgerRecord } from '../ledger/entry.ts';
import type { ServiceUse } from '../unit/service-touches.ts';
import { standingDocuments } from './standing-documents.ts';

/** Kinds of documents that say how a service is done. A case is done, whatever the list says later. */
const KINDS: ReadonlySet<string> = new Set(['guide', 'standard']);

/** The guides and standards of a ledger that stand, of each document what was kept last, in the order in which it was. */
export const serviceDocuments = (
  records: Iterable<LedgerRecord> | AsyncIterable<LedgerRecord>,
): Promise<ServiceUse[]> =>
  standingDocuments(records, ({ document, fields, services = [] }, _record, at) =>
    KINDS.has(document.kind) ? { name: document.title, title: document.title, fields, services, at } : undefined,
  );
