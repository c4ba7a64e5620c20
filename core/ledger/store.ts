import { canonicalJson } from '../base/canonical.ts';
import { isRealDay } from '../base/dates.ts';
import { sha256, sha256Now } from '../base/hash.ts';
import { firstIssue } from '../base/schema.ts';
import { sealEntry } from './chain.ts';
import type { ChainHead, EntryDraft, LedgerEntry } from './entry.ts';
import { KINDS, readPayload, versionNow } from './kinds/index.ts';

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
  /**
   * Writes one entry, all or nothing, and resolves only after it is safely on disk. `seal` makes it from the chain's
   * head, inside the very write and without waiting for anything: so no other writer can come in between. It may be
   * called again when the head had moved. Rejects with ProblemError when the storage refuses.
   */
  append(seal: (head: ChainHead) => Append): Promise<LedgerEntry>;
}

function refuseWrong(draft: EntryDraft): void {
  const schema = KINDS[draft.kind].versions.at(-1)?.schema;
  if (schema === undefined) throw new TypeError(`kind ${draft.kind} is not written`);
  const issue = firstIssue(schema, draft.payload);
  if (issue !== undefined) throw new TypeError(`payload of ${draft.kind}: ${issue.path} ${issue.why}`);
  const [year = 0, month = 0, day = 0] = draft.factOn.split('-').map(Number);
  if (draft.factOn !== '' && !(/^\d{4}-\d\d-\d\d$/.test(draft.factOn) && isRealDay(year, month, day))) {
    throw new TypeError(`factOn is no day: ${draft.factOn}`);
  }
}

/** What appending needs from outside. */
export interface AppendPorts {
  now(): Date;
  /** Takes personal data out of a draft. Masking twice changes nothing more. */
  mask(draft: EntryDraft): EntryDraft;
}

/**
 * Appends a draft: masks and hashes what it carries, then seals it on the head inside the write.
 * Every draft is masked here, whatever its maker did before: nothing unmasked reaches a store.
 * Rejects with TypeError for a draft that is not of its kind's shape, ProblemError when the storage refuses.
 */
export async function appendDraft(store: LedgerStore, draft: EntryDraft, ports: AppendPorts): Promise<LedgerEntry> {
  const masked = ports.mask(draft);
  refuseWrong(masked);
  const payload = canonicalJson(masked.payload);
  const payloadDigest = sha256Now(payload);
  const blobs = masked.blobs ?? [];
  const blobDigests = await Promise.all(blobs.map((blob) => sha256(blob)));
  const read = readPayload({ kind: masked.kind, kindVersion: versionNow(masked.kind) }, masked.payload);
  const drop = read?.kind === 'redaction' ? read.payload.digests : [];
  return store.append((head) => {
    const { chain } = head;
    const entry = sealEntry(masked, head, { chain, now: ports.now().toISOString(), payloadDigest, blobDigests });
    return { entry, payload, blobs, drop };
  });
}
