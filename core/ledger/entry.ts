import type { EntryKind } from './kinds/index.ts';

export type { EntryKind };

/** The digest of "nothing before": previous hash of the first entry of a chain. */
export const GENESIS = '0'.repeat(64);

/**
 * One link of the chain. `hash` is SHA-256 over the canonical JSON of everything else in it.
 * Payload and blobs stand beside, named by digest, so that a redaction can drop them and leave the chain whole.
 */
export interface LedgerEntry {
  format: 1;
  /** One chain per installation. */
  chain: string;
  /** 1, 2, 3, … without gaps. */
  sequence: number;
  kind: EntryKind;
  kindVersion: number;
  /** The fact's own date as read from the document; '' when it tells none. */
  factOn: string;
  /** When the page or file was read, ISO date-time UTC. */
  capturedAt: string;
  /** When this entry was appended, ISO date-time UTC. */
  registeredAt: string;
  /** Seat label: 综合窗口1; never a login. */
  actor: string;
  /** What it is about, masked: title and number. */
  subject: string;
  indicators: string[];
  /** SHA-256 of the canonical JSON of the payload. */
  payloadDigest: string;
  blobDigests: string[];
  previousHash: string;
  hash: string;
}

/** An entry about to be appended: the writer masks it and adds chain, sequence, times and hashes. */
export interface EntryDraft {
  kind: EntryKind;
  factOn: string;
  capturedAt: string;
  actor: string;
  subject: string;
  indicators: string[];
  /** Plain JSON, of the version in which the kind is written now. The writer masks it once more. */
  payload: unknown;
  /** Bytes cannot be masked: only what holds no personal data. */
  blobs?: Uint8Array[];
}

/** Where a chain ends: its last entry. */
export interface Head {
  sequence: number;
  hash: string;
}

/** The head of a chain that is named. */
export interface ChainHead extends Head {
  chain: string;
}

/** Where an entry stands: its chain, or the name under which another branch of that is kept, and its number. */
export interface Place {
  chain: string;
  sequence: number;
}

/** The head of a chain that has no entry yet. */
export const EMPTY_HEAD: Head = { sequence: 0, hash: GENESIS };

/** An entry with its payload, for reading. */
export interface LedgerRecord {
  entry: LedgerEntry;
  /** Left out when it is not there (redacted, or lost), or was not asked for. */
  payload?: unknown;
  /** The name under which a branch of its chain is kept, where that is not the chain's own. */
  branch?: string;
}

/** An entry with what stands beside it, as the bytes that are stored and were hashed. */
export interface StoredRecord {
  /** Hash and canonical JSON (see stored.ts). */
  entry: Uint8Array;
  /** The same as text, where many were read from bytes at once: one by one it takes several times as long. */
  text?: string;
  /** Canonical JSON: what `payloadDigest` is of. Left out when it is not there. */
  payload?: Uint8Array;
  /** Reads the blobs that are there, one at a time, in the order of `blobDigests`. Left out when the entry names none. */
  blobs?: () => AsyncIterable<Uint8Array>;
}
