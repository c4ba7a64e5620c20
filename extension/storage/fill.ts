import { canonicalJson } from '../../core/base/canonical.ts';
import { sha256Now } from '../../core/base/hash.ts';
import { sealEntry } from '../../core/ledger/chain.ts';
import type { EntryDraft, Head } from '../../core/ledger/entry.ts';
import { lastHead } from './database.ts';
import { isSegment, putSegment } from './packing.ts';
import type { Database, TailRow } from './schema.ts';
import { firstOfSegment, SEGMENT } from './segment.ts';
import { Steps } from './transact.ts';

/**
 * Appends many entries in the product's own form, a segment a transaction, unmasked and not on disk at once. For tests and
 * benchmarks, which need a long ledger soon; the product appends one by one. `draftOf` gives the n-th entry of the chain.
 */
export async function fillLedger(
  database: Database,
  count: number,
  draftOf: (sequence: number) => EntryDraft,
): Promise<Head> {
  const { chain, ...start } = await lastHead(database.transaction(['names', 'tail', 'entryRows']));
  let head: Head = start;
  const end = head.sequence + count;
  while (head.sequence < end) {
    const first = head.sequence + 1;
    const last = Math.min(end, firstOfSegment(first) + SEGMENT - 1);
    const rows: TailRow[] = [];
    const blobs = new Map<string, Uint8Array>();
    for (let sequence = first; sequence <= last; sequence += 1) {
      const draft = draftOf(sequence);
      const payload = new TextEncoder().encode(canonicalJson(draft.payload));
      const blobDigests = (draft.blobs ?? []).map((blob) => sha256Now(blob));
      for (const [at, blob] of (draft.blobs ?? []).entries()) blobs.set(blobDigests[at] ?? '', blob);
      const seal = { chain, now: draft.capturedAt, payloadDigest: sha256Now(payload), blobDigests };
      const { entry, stored } = sealEntry(draft, head, seal);
      head = { sequence, hash: entry.hash };
      rows.push({ chain, sequence, entry: stored, payload });
    }
    const transaction = database.transaction(['tail', 'entryRows', 'payloadRows', 'indexes', 'blobs'], 'readwrite', {
      durability: 'relaxed',
    });
    const steps = new Steps();
    steps.add(transaction.done);
    if (isSegment(first, rows) && last < end) putSegment(transaction, steps, { chain, first, records: rows });
    else for (const row of rows) steps.add(transaction.objectStore('tail').put(row));
    for (const [digest, blob] of blobs) steps.add(transaction.objectStore('blobs').put(blob, digest));
    await steps.done();
  }
  return head;
}
