import { decodeBase64, encodeBase64 } from '../../base/base64.ts';
import { canonicalJson } from '../../base/canonical.ts';
import { sha256Now } from '../../base/hash.ts';
import { v } from '../../base/schema.ts';
import type { ChainHead, StoredRecord } from '../entry.ts';
import { LIMITS } from '../limits.ts';
import { HASH_LENGTH } from '../stored.ts';

/*
 * The second format: lines of canonical JSON, each ended by one line feed.
 *
 *   {"exportedAt":…,"format":"duibiao/ledger@2","unit":…}
 *   {"chain":"…"}                for each chain, and behind it its records in their order:
 *   {"entry":{…},"hash":"…"}     the value of `entry` is, byte for byte, what the hash is of
 *   {"payload":…}                the value is what payloadDigest is of; the line is left out when it was redacted
 *   {"blob":"…"}                 base64, for each blob that is there, in the order of blobDigests
 *   {"chains":[{"chain":…,"count":…,"hash":…,"sequence":…},…],"digest":…}
 *
 * The digest is SHA-256 over the canonical JSON of the first line and the last one's `chains` together. It binds the
 * first line and where each chain ends; the ends bind the entries, and the entries what stands beside them. So every
 * byte of the file is bound, and whoever reads it holds a few lines at a time.
 */

const FORMAT = 'duibiao/ledger@2';

const label = v.pipe(v.string(), v.maxLength(1_000));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

const firstSchema = v.strictObject({ exportedAt: label, format: v.literal(FORMAT), unit: label });
const chainSchema = v.strictObject({ chain: label });
const endSchema = v.strictObject({ chain: label, count: whole, hash: label, sequence: whole });
const lastSchema = v.strictObject({
  chains: v.pipe(v.array(endSchema), v.maxLength(LIMITS.chains)),
  digest: label,
});

/** What the first line says of the whole. */
export interface BundleAbout {
  /** ISO date-time UTC. */
  exportedAt: string;
  /** Name of the unit, as a label. */
  unit: string;
  /**
   * Of several chains, that of the installation which wrote the bundle: it stands first. Left out where there is but one,
   * in what is no installation's own (a merge of files), and in the formats before the third.
   */
  own?: string;
}

/** Where a chain in a bundle ends, and how many entries of it there are. */
export type ChainEnd = ChainHead & { count: number };

/** The digest that stands in the last line: the bundle's fingerprint. */
export const digestOf = (about: BundleAbout, chains: readonly ChainEnd[]): string =>
  sha256Now(canonicalJson({ ...about, format: FORMAT, chains }));

/** One line in its meaning. */
export type Part =
  | { is: 'chain'; chain: string }
  | { is: 'entry'; stored: Uint8Array }
  | { is: 'payload'; payload: Uint8Array }
  | { is: 'blob'; blob: Uint8Array }
  | { is: 'last'; chains: ChainEnd[]; digest: string };

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const LINE_END = encoder.encode('\n');
const ENTRY = encoder.encode('{"entry":');
const HASH = encoder.encode(',"hash":"');
const PAYLOAD = encoder.encode('{"payload":');
const BLOB = encoder.encode('{"blob":"');
const CLOSED = encoder.encode('}');
const TEXT_CLOSED = encoder.encode('"}');

const jsonLine = (value: unknown): Uint8Array => encoder.encode(`${canonicalJson(value)}\n`);

export const firstLine = (about: BundleAbout): Uint8Array => jsonLine({ ...about, format: FORMAT });
export const chainLine = (chain: string): Uint8Array => jsonLine({ chain });
export const lastLine = (chains: readonly ChainEnd[], digest: string): Uint8Array => jsonLine({ chains, digest });

/** The lines of a record without its blobs, as pieces to be put one behind the other. */
export function recordLines({ entry, payload }: StoredRecord): Uint8Array[] {
  const [hash, hashed] = [entry.subarray(0, HASH_LENGTH), entry.subarray(HASH_LENGTH)];
  const sealed = [ENTRY, hashed, HASH, hash, TEXT_CLOSED, LINE_END];
  return payload === undefined ? sealed : [...sealed, PAYLOAD, payload, CLOSED, LINE_END];
}
export const blobLine = (blob: Uint8Array): Uint8Array[] => [BLOB, encodeBase64(blob), TEXT_CLOSED, LINE_END];

const holdsAt = (bytes: Uint8Array, at: number, part: Uint8Array): boolean =>
  at >= 0 && part.every((byte, index) => bytes[at + index] === byte);

/** What stands between the two, when both are there. */
function between(bytes: Uint8Array, before: Uint8Array, behind: Uint8Array): Uint8Array | undefined {
  const end = bytes.length - behind.length;
  return end >= before.length && holdsAt(bytes, 0, before) && holdsAt(bytes, end, behind)
    ? bytes.subarray(before.length, end)
    : undefined;
}

/** The value of a line that is canonical JSON of this shape; undefined for any other. */
function jsonOf<Schema extends v.GenericSchema>(bytes: Uint8Array, schema: Schema): v.InferOutput<Schema> | undefined {
  if (bytes.length > LIMITS.jsonLine) return undefined;
  try {
    const text = decoder.decode(bytes);
    const value: unknown = JSON.parse(text);
    return v.is(schema, value) && canonicalJson(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What the first line says; undefined when it is not written as it has to be. */
export function readFirst(bytes: Uint8Array): BundleAbout | undefined {
  const value = jsonOf(bytes, firstSchema);
  return value && { exportedAt: value.exportedAt, unit: value.unit };
}

/** Any line but the first; undefined when it is none of this format. */
export function readPart(bytes: Uint8Array): Part | undefined {
  const sealed = between(bytes, ENTRY, TEXT_CLOSED);
  if (sealed !== undefined) {
    const end = sealed.length - HASH_LENGTH;
    if (!holdsAt(sealed, end - HASH.length, HASH)) return undefined;
    const stored = new Uint8Array(end - HASH.length + HASH_LENGTH);
    stored.set(sealed.subarray(end));
    stored.set(sealed.subarray(0, end - HASH.length), HASH_LENGTH);
    return { is: 'entry', stored };
  }
  const base64 = between(bytes, BLOB, TEXT_CLOSED);
  if (base64 !== undefined) {
    const blob = decodeBase64(base64);
    return blob && { is: 'blob', blob };
  }
  const payload = between(bytes, PAYLOAD, CLOSED);
  if (payload !== undefined) return { is: 'payload', payload };
  const section = jsonOf(bytes, chainSchema);
  if (section !== undefined) return { is: 'chain', ...section };
  const last = jsonOf(bytes, lastSchema);
  return last && { is: 'last', ...last };
}
