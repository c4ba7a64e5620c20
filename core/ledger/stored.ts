import { canonicalJson } from '../base/canonical.ts';
import { v } from '../base/schema.ts';
import type { LedgerEntry, LedgerRecord, StoredRecord } from './entry.ts';
import { ENTRY_KINDS } from './kinds/index.ts';
import { LIMITS } from './limits.ts';

/** Hex digits of the hash in front of a stored entry. */
export const HASH_LENGTH = 64;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const text = v.pipe(v.string(), v.maxLength(20_000));
const whole = v.pipe(v.number(), v.integer());
/** All of an entry but its hash. Lax about digests: a digit that was changed is for verification to name, with its entry. */
const schema = v.strictObject({
  format: v.literal(1),
  chain: text,
  sequence: whole,
  kind: v.picklist(ENTRY_KINDS),
  kindVersion: whole,
  factOn: text,
  capturedAt: text,
  registeredAt: text,
  actor: text,
  subject: text,
  indicators: v.pipe(v.array(text), v.maxLength(200)),
  payloadDigest: text,
  blobDigests: v.pipe(v.array(text), v.maxLength(LIMITS.blobs)),
  previousHash: text,
});
/** The shape of an entry that comes from outside. */
export const entrySchema = v.strictObject({ ...schema.entries, hash: text });

/** The names in canonical order. */
const NAMES = Object.keys(schema.entries).sort().join();

/** The canonical JSON of an entry, of which its hash is made: everything but the hash itself. */
export function hashedText(entry: Omit<LedgerEntry, 'hash'>): string {
  const { hash: _own, ...rest } = entry as LedgerEntry;
  return canonicalJson(rest);
}

/** An entry as it is stored: its hash, then the bytes that were hashed. */
export const storeEntry = (hash: string, hashed: string): Uint8Array => encoder.encode(hash + hashed);

/** The hash that a stored entry states. */
export const hashOf = (stored: Uint8Array): string => String.fromCharCode(...stored.subarray(0, HASH_LENGTH));
/** The bytes that the hash of a stored entry should be of. */
export const hashedPart = (stored: Uint8Array): Uint8Array => stored.subarray(HASH_LENGTH);

/**
 * A stored entry with its fields. undefined for bytes that are no entry which this version knows, written in the one
 * way in which it can be written; whether its hash fits is for verification.
 */
export function readEntry({
  entry: stored,
  text: read,
}: Pick<StoredRecord, 'entry' | 'text'>): LedgerEntry | undefined {
  if (stored.length > LIMITS.entry) return undefined;
  try {
    const all = read ?? decoder.decode(stored);
    const json = all.slice(HASH_LENGTH);
    const parsed: unknown = JSON.parse(json);
    // Canonical text comes back as it was: no space, no name twice or elsewhere, no escape that was not needed.
    if (!v.is(schema, parsed) || JSON.stringify(parsed) !== json || Object.keys(parsed).join() !== NAMES)
      return undefined;
    return { ...parsed, hash: all.slice(0, HASH_LENGTH) };
  } catch {
    return undefined;
  }
}

/** A stored payload as plain JSON. A damaged one comes as its text: it is shown, and verification names it. */
export function readContent(payload: Uint8Array): unknown {
  const content = new TextDecoder().decode(payload);
  try {
    return JSON.parse(content);
  } catch {
    return content;
  }
}

/** A stored record for reading; undefined where its entry cannot be read. */
export function readRecord(record: StoredRecord): LedgerRecord | undefined {
  const { payload } = record;
  const entry = readEntry(record);
  return entry && { entry, ...(payload === undefined ? {} : { payload: readContent(payload) }) };
}
