import { canonicalJson } from '../base/canonical.ts';
import { isRealDay } from '../base/dates.ts';
import { sha256, sha256Now } from '../base/hash.ts';
import { firstIssue } from '../base/schema.ts';
import { sealEntry } from './chain.ts';
import type { EntryDraft, Head, LedgerEntry } from './entry.ts';
import { KINDS, readPayload } from './kinds.ts';
import { maskPayload, maskText } from './mask.ts';

/** What one append writes, all or nothing. */
export interface Append {
  entry: LedgerEntry;
  /** Canonical JSON of the payload, under `entry.payloadDigest`. */
  payload: string;
  /** Under `entry.blobDigests`, in that order. */
  blobs: readonly Uint8Array[];
  /** Digests of payloads and blobs that a redaction drops in the same step. */
  drop: readonly string[];
}

/** Where a ledger is kept. The browser's database is one; tests bring another. */
export interface LedgerStore {
  /** The chain of this installation. */
  chain(): Promise<string>;
  head(): Promise<Head>;
  /**
   * Writes one entry if the stored head is still the one that it was sealed on. True only after it is safely on disk;
   * false when the head has moved and nothing was written. Throws ProblemError when the storage refuses.
   */
  append(append: Append): Promise<boolean>;
}

/** Tries before giving up against other writers; with a single writer the first one succeeds. */
const MOST_TRIES = 100;

function refuseWrong(draft: EntryDraft): void {
  const row = KINDS[draft.kind];
  const schema = row.payloads[row.version];
  if (schema === undefined) throw new TypeError(`kind ${draft.kind} is not written`);
  const issue = firstIssue(schema, draft.payload);
  if (issue !== undefined) throw new TypeError(`payload of ${draft.kind}: ${issue.path} ${issue.why}`);
  const [year = 0, month = 0, day = 0] = draft.factOn.split('-').map(Number);
  if (draft.factOn !== '' && !(/^\d{4}-\d\d-\d\d$/.test(draft.factOn) && isRealDay(year, month, day))) {
    throw new TypeError(`factOn is no day: ${draft.factOn}`);
  }
}

/**
 * Appends a draft: masks it, hashes it, and compares and writes in one step; retries on a newer head when it moved.
 * Every draft is masked here, whatever its maker did before: nothing unmasked reaches a store.
 * Throws TypeError for a draft that is not of its kind's shape, ProblemError when the storage refuses.
 */
export async function appendDraft(store: LedgerStore, draft: EntryDraft, now: () => Date): Promise<LedgerEntry> {
  const masked: EntryDraft = { ...draft, subject: maskText(draft.subject), payload: maskPayload(draft.payload) };
  refuseWrong(masked);
  const payload = canonicalJson(masked.payload);
  const blobs = masked.blobs ?? [];
  const blobDigests = await Promise.all(blobs.map((blob) => sha256(blob)));
  const drop = masked.kind === 'redaction' ? (readPayload('redaction', masked.payload)?.digests ?? []) : [];
  const chain = await store.chain();
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const entry = sealEntry(masked, await store.head(), {
      chain,
      now: now().toISOString(),
      payloadDigest: sha256Now(payload),
      blobDigests,
    });
    if (await store.append({ entry, payload, blobs, drop })) return entry;
  }
  throw new Error('the head of the ledger kept moving');
}
