import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { canonicalJson } from '../../core/base/canonical.ts';
import { sha256Now } from '../../core/base/hash.ts';
import type { BundleChain } from '../../core/ledger/bundle/format-1.ts';
import { hashEntry } from '../../core/ledger/chain.ts';
import { EMPTY_HEAD, type EntryDraft, type Head, type LedgerEntry } from '../../core/ledger/entry.ts';

/**
 * A database as the first version of this product made and wrote it, for the tests of how it is moved into today's. Nothing
 * of it is ever changed: it is what stands on the computers. Imported by tests only.
 */

export interface FirstSchema extends DBSchema {
  entries: { key: [chain: string, sequence: number]; value: LedgerEntry };
  /** Canonical JSON by digest. */
  payloads: { key: string; value: string };
  /** Bytes by digest. */
  blobs: { key: string; value: Uint8Array };
  /** The name of this installation's chain, made with the database. */
  names: { key: string; value: string };
}
export type FirstDatabase = IDBPDatabase<FirstSchema>;

export function openFirstDatabase(chain: string): Promise<FirstDatabase> {
  return openDB<FirstSchema>('duibiao', 1, {
    upgrade(database, _from, _to, transaction) {
      database.createObjectStore('entries', { keyPath: ['chain', 'sequence'] });
      database.createObjectStore('payloads');
      database.createObjectStore('blobs');
      database.createObjectStore('names');
      void transaction.objectStore('names').put(chain, 'chain');
    },
  });
}

/** Appends drafts one after another, every kind in its first version, dropping what a redaction names. */
export async function appendFirst(
  database: FirstDatabase,
  drafts: readonly EntryDraft[],
  now: () => Date,
): Promise<LedgerEntry[]> {
  const chain = (await database.get('names', 'chain')) ?? '';
  const whole = IDBKeyRange.bound([chain, 0], [chain, Number.MAX_SAFE_INTEGER]);
  const last = (await database.transaction('entries').store.openCursor(whole, 'prev'))?.value;
  let head: Head = last === undefined ? EMPTY_HEAD : { sequence: last.sequence, hash: last.hash };
  const appended: LedgerEntry[] = [];
  const transaction = database.transaction(['entries', 'payloads', 'blobs'], 'readwrite');
  const [payloads, blobStore] = [transaction.objectStore('payloads'), transaction.objectStore('blobs')];
  const steps: Promise<unknown>[] = [];
  for (const draft of drafts) {
    const payload = canonicalJson(draft.payload);
    const blobs = draft.blobs ?? [];
    const unhashed = {
      format: 1 as const,
      chain,
      sequence: head.sequence + 1,
      kind: draft.kind,
      kindVersion: 1,
      factOn: draft.factOn,
      capturedAt: draft.capturedAt,
      registeredAt: now().toISOString(),
      actor: draft.actor,
      subject: draft.subject,
      indicators: draft.indicators,
      payloadDigest: sha256Now(payload),
      blobDigests: blobs.map((blob) => sha256Now(blob)),
      previousHash: head.hash,
    };
    const entry = { ...unhashed, hash: hashEntry(unhashed) };
    steps.push(transaction.objectStore('entries').add(entry));
    steps.push(payloads.put(payload, entry.payloadDigest));
    for (const [index, blob] of blobs.entries()) steps.push(blobStore.put(blob, entry.blobDigests[index]));
    const drop = draft.kind === 'redaction' ? (draft.payload as { digests: string[] }).digests : [];
    for (const digest of drop) steps.push(payloads.delete(digest), blobStore.delete(digest));
    head = { sequence: entry.sequence, hash: entry.hash };
    appended.push(entry);
  }
  await Promise.all([...steps, transaction.done]);
  return appended;
}

/** All that the database holds of its chain, as it was exported then. */
export async function chainOfFirst(database: FirstDatabase): Promise<BundleChain> {
  const chain = (await database.get('names', 'chain')) ?? '';
  const entries = await database.getAll('entries', IDBKeyRange.bound([chain, 1], [chain, Number.MAX_SAFE_INTEGER]));
  const collected: BundleChain = { chain, count: entries.length, head: EMPTY_HEAD, entries, payloads: {}, blobs: {} };
  for (const { sequence, hash, payloadDigest, blobDigests } of entries) {
    collected.head = { sequence, hash };
    const payload = await database.get('payloads', payloadDigest);
    if (payload !== undefined) collected.payloads[payloadDigest] = parsed(payload);
    for (const digest of blobDigests) {
      const blob = await database.get('blobs', digest);
      if (blob !== undefined) collected.blobs[digest] = btoa(String.fromCharCode(...blob));
    }
  }
  return collected;
}

/** A damaged payload came as its text. */
function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return payload;
  }
}
