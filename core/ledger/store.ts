import { canonicalJson } from '../base/canonical.ts';
import { isRealDay } from '../base/dates.ts';
import { sha256, sha256Now } from '../base/hash.ts';
import { ProblemError } from '../base/problems.ts';
import { firstIssue } from '../base/schema.ts';
import { sealEntry } from './chain.ts';
import type { ChainHead, EntryDraft, LedgerEntry } from './entry.ts';
import { KINDS, readPayload, versionNow } from './kinds/index.ts';
import { LIMITS } from './limits.ts';
import { readEntry } from './stored.ts';

/** What one append writes, all or nothing. */
export interface Append {
  entry: LedgerEntry;
  /** The entry as it is stored: hash and canonical JSON (see stored.ts). */
  stored: Uint8Array;
  /** Canonical JSON of the payload, what `entry.payloadDigest` is of. */
  payload: Uint8Array;
  /** Under `entry.blobDigests`, in that order. */
  blobs: readonly Uint8Array[];
  /** Digests of payloads and blobs that a redaction drops in the same step. */
  drop: readonly string[];
  /** It notes an export of the whole ledger: the store keeps which entry was the last of these. */
  wholeExport: boolean;
}

/** Where a ledger is kept. The browser's database is one; tests bring another. */
export interface LedgerStore {
  /**
   * Writes one entry, all or nothing, and resolves only after it is safely on disk. `seal` makes it from the chain's
   * head without waiting for anything; what is written holds only if that is the head inside the very write, else `seal`
   * is asked again: so no other writer can come in between. Rejects with ProblemError when the storage refuses.
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

const inMegabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);

/** What no bundle could carry is not kept either. */
function refuseLarge({ length }: Uint8Array, limit: number): void {
  if (length <= limit) return;
  throw new ProblemError('ledger-too-large', { size: inMegabytes(length), limit: inMegabytes(limit) });
}

/** What an entry does beside being appended: which contents it drops, and whether it notes an export of the whole ledger. */
export function effectsOf(
  entry: Pick<LedgerEntry, 'kind' | 'kindVersion'>,
  payload: unknown,
): Pick<Append, 'drop' | 'wholeExport'> {
  const read = readPayload(entry, payload);
  return {
    drop: read?.kind === 'redaction' ? read.payload.digests : [],
    wholeExport: read?.kind === 'export' && read.payload.form === 'bundle',
  };
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
 * Rejects with TypeError for a draft that is not of its kind's shape, ProblemError when it is too large or the storage
 * refuses.
 */
export async function appendDraft(store: LedgerStore, draft: EntryDraft, ports: AppendPorts): Promise<LedgerEntry> {
  const masked = ports.mask(draft);
  refuseWrong(masked);
  const payload = new TextEncoder().encode(canonicalJson(masked.payload));
  refuseLarge(payload, LIMITS.payload);
  const blobs = masked.blobs ?? [];
  for (const blob of blobs) refuseLarge(blob, LIMITS.blob);
  const payloadDigest = sha256Now(payload);
  const blobDigests = await Promise.all(blobs.map((blob) => sha256(blob)));
  const { kind } = masked;
  const { drop, wholeExport } = effectsOf({ kind, kindVersion: versionNow(kind) }, masked.payload);
  return store.append((head) => {
    const seal = { chain: head.chain, now: ports.now().toISOString(), payloadDigest, blobDigests };
    const { entry, stored } = sealEntry(masked, head, seal);
    // Nothing is written that would not be read again.
    if (readEntry({ entry: stored }) === undefined) throw new TypeError(`entry of ${kind} is too long`);
    return { entry, stored, payload, blobs, drop, wholeExport };
  });
}
