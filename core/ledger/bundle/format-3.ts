import { canonicalJson } from '../../base/canonical.ts';
import { sha256Now } from '../../base/hash.ts';
import { v } from '../../base/schema.ts';
import type { ChainHead } from '../entry.ts';
import { LIMITS } from '../limits.ts';
import { FORMAT } from './format.ts';
import type { BundleAbout } from './format-2.ts';

/*
 * The third format: a zip archive, written in one way only (see core/base/zip-records.ts).
 *
 *   怎样核对.txt, 核对.html       for people without this software; bound by the manifest
 *   chains/0001/000001.ndjson     lines of entries and payloads as in the second format, some thousand entries a part
 *   blobs/<SHA-256>               bytes as they are, right in front of the part whose entries name them first
 *   bundle.json                   canonical JSON, last: what the bundle is, its chains with where they end, the SHA-256 of each
 *                                 part and page, and the digest over all of that
 *
 * The digest binds the manifest, the manifest the parts, the parts the entries, the entries their payloads and blobs, and the
 * one way of writing all bytes between them. Where two bundles of one chain parted after a common beginning, a merge keeps both:
 * the chain stands there twice, as branch 0 and 1.
 */

/** Names of the members. */
export const MANIFEST = 'bundle.json';
export const partName = (chain: number, part: number): string =>
  `chains/${String(chain + 1).padStart(4, '0')}/${String(part + 1).padStart(6, '0')}.ndjson`;
const BLOBS = 'blobs/';
export const blobName = (digest: string): string => `${BLOBS}${digest}`;
/** The digest that a member's name tells; undefined for another member. */
export const digestOfName = (name: string): string | undefined =>
  name.startsWith(BLOBS) && /^[0-9a-f]{64}$/.test(name.slice(BLOBS.length)) ? name.slice(BLOBS.length) : undefined;

/** Bytes, and entries, of a part. */
export const PART = { bytes: 4_000_000, entries: 4_096 } as const;

const label = v.pipe(v.string(), v.maxLength(1_000));
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const file = v.strictObject({ name: label, sha256: label });
const partSchema = v.strictObject({ entries: whole, ...file.entries });
const chainSchema = v.strictObject({
  branch: whole,
  chain: label,
  count: whole,
  hash: label,
  parts: v.pipe(v.array(partSchema), v.maxLength(LIMITS.parts)),
  sequence: whole,
});
const manifestSchema = v.strictObject({
  blobs: v.strictObject({ bytes: whole, count: whole }),
  chains: v.pipe(v.array(chainSchema), v.maxLength(LIMITS.chains)),
  digest: label,
  exportedAt: label,
  format: v.literal(FORMAT),
  own: v.exactOptional(label),
  pages: v.pipe(v.array(file), v.maxLength(10)),
  unit: label,
});

export type Manifest = v.InferOutput<typeof manifestSchema>;
export type ManifestChain = Manifest['chains'][number];

/** A page for people that goes into a bundle. */
export interface BundlePage {
  name: string;
  text: string;
}

/** The bundle's fingerprint: SHA-256 over the canonical JSON of everything else in the manifest. */
export const digestOfManifest = ({ digest: _own, ...rest }: Omit<Manifest, 'digest'> & { digest?: string }): string =>
  sha256Now(canonicalJson(rest));

/** The manifest of a bundle, with its digest. */
export function makeManifest(about: BundleAbout, rest: Pick<Manifest, 'blobs' | 'chains' | 'pages'>): Manifest {
  const manifest = { ...rest, ...about, format: FORMAT };
  return { ...manifest, digest: digestOfManifest(manifest) };
}

export const endOf = ({ chain, sequence, hash }: ManifestChain): ChainHead => ({ chain, sequence, hash });

/** The manifest that bytes tell; undefined where they are not written as it is. Its digest may still be wrong. */
export function readManifest(bytes: Uint8Array): Manifest | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return v.is(manifestSchema, value) && canonicalJson(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}
