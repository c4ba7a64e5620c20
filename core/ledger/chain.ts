import { canonicalJson } from '../base/canonical.ts';
import { sha256Now } from '../base/hash.ts';
import type { EntryDraft, Head, LedgerEntry } from './entry.ts';
import { versionNow } from './kinds/index.ts';
import { hashedText, storeEntry } from './stored.ts';

/** What sealing adds to a draft. */
export interface Seal {
  chain: string;
  /** ISO date-time UTC of the registration. */
  now: string;
  payloadDigest: string;
  blobDigests: string[];
}

/** SHA-256 over the canonical JSON of an entry without its own hash. */
export const hashEntry = (entry: Omit<LedgerEntry, 'hash'>): string => sha256Now(hashedText(entry));

/** SHA-256 over the canonical JSON of a payload. Throws TypeError on what JSON cannot hold. */
export function digestPayload(payload: unknown): string {
  return sha256Now(canonicalJson(payload));
}

/** The next entry of a chain after `head`, and as it is stored. Pure: same input, same bytes. */
export function sealEntry(draft: EntryDraft, head: Head, seal: Seal): { entry: LedgerEntry; stored: Uint8Array } {
  const entry = {
    format: 1 as const,
    chain: seal.chain,
    sequence: head.sequence + 1,
    kind: draft.kind,
    kindVersion: versionNow(draft.kind),
    factOn: draft.factOn,
    capturedAt: draft.capturedAt,
    registeredAt: seal.now,
    actor: draft.actor,
    subject: draft.subject,
    indicators: draft.indicators,
    payloadDigest: seal.payloadDigest,
    blobDigests: seal.blobDigests,
    previousHash: head.hash,
  };
  const hashed = hashedText(entry);
  const hash = sha256Now(hashed);
  return { entry: { ...entry, hash }, stored: storeEntry(hash, hashed) };
}
