import { decodeBase64, encodeBase64 } from '../../base/base64.ts';
import { joinBytes } from '../../base/bytes.ts';
import { canonicalJson } from '../../base/canonical.ts';
import { sha256Now } from '../../base/hash.ts';
import { createZip } from '../../base/zip-writer.ts';
import { EMPTY_HEAD, type StoredRecord } from '../entry.ts';
import { hashedText, readRecord, storeEntry } from '../stored.ts';
import { type Bundle, type BundleChain, digestBundle } from './format-1.ts';
import {
  type BundleAbout,
  blobLine,
  type ChainEnd,
  chainLine,
  digestOf,
  firstLine,
  lastLine,
  recordLines,
} from './format-2.ts';
import { blobName, MANIFEST, type ManifestChain, makeManifest, partName } from './format-3.ts';
import type { BundleSource } from './write.ts';

/** Bundles in all formats out of one thing that a test can change as it likes. Imported by tests only. */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A chain with all that stands beside its entries. */
export async function collectChain(chain: string, records: Iterable<StoredRecord>): Promise<BundleChain> {
  const collected: BundleChain = { chain, count: 0, head: EMPTY_HEAD, entries: [], payloads: {}, blobs: {} };
  for (const record of records) {
    const { entry, payload } = readRecord(record) ?? {};
    if (entry === undefined) throw new Error('no entry');
    collected.entries.push(entry);
    if (payload !== undefined) collected.payloads[entry.payloadDigest] = payload;
    let at = 0;
    for await (const blob of record.blobs?.() ?? []) {
      collected.blobs[entry.blobDigests[at] ?? ''] = decoder.decode(encodeBase64(blob));
      at += 1;
    }
    collected.head = { sequence: entry.sequence, hash: entry.hash };
  }
  collected.count = collected.entries.length;
  return collected;
}

/** The first format, as it was written; with `digest` fitting, as a careful forger would see to. */
export function writeFirstFormat(chains: BundleChain[], about: BundleAbout): string {
  const bundle: Omit<Bundle, 'digest'> = { format: 'duibiao/ledger@1', ...about, chains };
  return canonicalJson({ ...bundle, digest: digestBundle(bundle) });
}

/** The second format of the same, its last line fitting too. Payloads and blobs that no entry names have no place in it. */
export function writeSecondFormat(chains: BundleChain[], about: BundleAbout): string {
  const ends = chains.map(({ chain, count, head }) => ({ chain, count, ...head }));
  const lines = chains.flatMap((own) => [
    chainLine(own.chain),
    ...own.entries.flatMap((entry) => [
      ...linesOf(own, entry),
      ...entry.blobDigests.flatMap((digest) => {
        const bytes = decodeBase64(encoder.encode(own.blobs[digest] ?? '-'));
        return bytes === undefined ? [] : blobLine(bytes);
      }),
    ]),
  ]);
  return decoder.decode(joinBytes([firstLine(about), ...lines, lastLine(ends, digestOf(about, ends))]));
}

/** What stands in the line of an entry and of its payload. */
const linesOf = ({ payloads }: BundleChain, entry: BundleChain['entries'][number]): Uint8Array[] => {
  const payload = payloads[entry.payloadDigest];
  return recordLines({
    entry: storeEntry(entry.hash, hashedText(entry)),
    ...(payload === undefined ? {} : { payload: encoder.encode(canonicalJson(payload)) }),
  });
};

/**
 * The third format of the same, everything in the manifest fitting what is there: all counts and digests but those that
 * entries name.
 */
export async function writeThirdFormat(chains: BundleChain[], about: BundleAbout): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const zip = createZip((bytes) => void pieces.push(bytes));
  const told: ManifestChain[] = [];
  const blobs = new Map<string, number>();
  for (const [at, own] of chains.entries()) {
    for (const digest of own.entries.flatMap(({ blobDigests }) => blobDigests)) {
      const bytes = decodeBase64(encoder.encode(own.blobs[digest] ?? '-'));
      if (bytes === undefined || blobs.has(digest)) continue;
      blobs.set(digest, bytes.length);
      await zip.add(blobName(digest), bytes);
    }
    const [part, name] = [joinBytes(own.entries.flatMap((entry) => linesOf(own, entry))), partName(at, 0)];
    if (part.length > 0) await zip.add(name, part, true);
    const parts = part.length > 0 ? [{ name, entries: own.entries.length, sha256: sha256Now(part) }] : [];
    told.push({ branch: 0, chain: own.chain, count: own.count, ...own.head, parts });
  }
  const bytes = [...blobs.values()].reduce((sum, size) => sum + size, 0);
  const manifest = makeManifest(about, { blobs: { bytes, count: blobs.size }, chains: told, pages: [] });
  await zip.add(MANIFEST, encoder.encode(canonicalJson(manifest)));
  await zip.end();
  return joinBytes(pieces);
}

/** A text as the bytes of a file, in pieces of some size. */
export async function* bytesOf(text: string, size = 1_000): AsyncGenerator<Uint8Array> {
  const bytes = encoder.encode(text);
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

type Write = (bytes: Uint8Array) => Promise<void> | void;

/** A batch in one piece, but for blobs: each of these is one of its own. */
async function writeRecords(records: readonly StoredRecord[], write: Write): Promise<void> {
  let lines: Uint8Array[] = [];
  for (const record of records) {
    lines.push(...recordLines(record));
    if (record.blobs === undefined) continue;
    await write(joinBytes(lines));
    lines = [];
    for await (const blob of record.blobs()) await write(joinBytes(blobLine(blob)));
  }
  if (lines.length > 0) await write(joinBytes(lines));
}

/** The second format as it was written, piece by piece. Gives the digest of the last line. */
export async function writeSecondBundle(
  sources: readonly BundleSource[],
  about: BundleAbout,
  write: Write,
): Promise<string> {
  const ends: ChainEnd[] = [];
  await write(firstLine(about));
  for (const { head, records } of sources) {
    let count = 0;
    await write(chainLine(head.chain));
    for await (const batch of records) {
      count += batch.length;
      await writeRecords(batch, write);
    }
    ends.push({ chain: head.chain, count, hash: head.hash, sequence: head.sequence });
  }
  const digest = digestOf(about, ends);
  await write(lastLine(ends, digest));
  return digest;
}
