import { decodeBase64, encodeBase64 } from '../../base/base64.ts';
import { joinBytes } from '../../base/bytes.ts';
import { canonicalJson } from '../../base/canonical.ts';
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
import type { BundleSource } from './write.ts';

/** Bundles in both formats out of one thing that a test can change as it likes. Imported by tests only. */

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
  const lines = chains.flatMap(({ chain, entries, payloads, blobs }) => [
    chainLine(chain),
    ...entries.flatMap((entry) => {
      const payload = payloads[entry.payloadDigest];
      return [
        ...recordLines({
          entry: storeEntry(entry.hash, hashedText(entry)),
          ...(payload === undefined ? {} : { payload: encoder.encode(canonicalJson(payload)) }),
        }),
        ...entry.blobDigests.flatMap((digest) => {
          const bytes = decodeBase64(encoder.encode(blobs[digest] ?? '-'));
          return bytes === undefined ? [] : blobLine(bytes);
        }),
      ];
    }),
  ]);
  return decoder.decode(joinBytes([firstLine(about), ...lines, lastLine(ends, digestOf(about, ends))]));
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
