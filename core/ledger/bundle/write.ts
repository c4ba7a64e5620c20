import { joinBytes } from '../../base/bytes.ts';
import { canonicalJson } from '../../base/canonical.ts';
import { sha256, sha256Now } from '../../base/hash.ts';
import { ProblemError } from '../../base/problems.ts';
import { fillSlots } from '../../base/text.ts';
import { createZip, readyForZip, type ZipWriter } from '../../base/zip-writer.ts';
import type { ChainHead, StoredRecord } from '../entry.ts';
import { LIMITS } from '../limits.ts';
import type { StoredBatches } from '../verify.ts';
import { type BundleAbout, recordLines } from './format-2.ts';
import {
  type BundlePage,
  blobName,
  MANIFEST,
  type Manifest,
  type ManifestChain,
  makeManifest,
  PART,
  partName,
} from './format-3.ts';

/** A chain that goes into a bundle. */
export interface BundleSource {
  /** Where it ends. The records are taken as they are: whether they lead there is what verification tells. */
  head: ChainHead;
  records: StoredBatches;
  /** Which of the branches of one chain it is; left out of one that has no other. */
  branch?: number;
}

const TOO_MANY = '证据超过 {limit} 条，一个证据包放不下';
const encoder = new TextEncoder();

/** Gathers the lines of a chain and writes a part when there are enough. */
function createParts(zip: ZipWriter, chain: number) {
  const parts: ManifestChain['parts'] = [];
  let lines: Uint8Array[] = [];
  let [bytes, entries] = [0, 0];
  const put = async (): Promise<void> => {
    if (entries === 0) return;
    const part = joinBytes(lines);
    const name = partName(chain, parts.length);
    const [ready, digest] = await Promise.all([readyForZip(part, true), sha256(part)]);
    await zip.put(name, ready);
    parts.push({ name, entries, sha256: digest });
    [lines, bytes, entries] = [[], 0, 0];
  };
  return {
    parts,
    put,
    async add(record: StoredRecord): Promise<void> {
      const own = recordLines(record);
      const length = own.reduce((sum, line) => sum + line.length, 0);
      if (bytes + length > PART.bytes || entries === PART.entries) await put();
      lines.push(...own);
      bytes += length;
      entries += 1;
    },
  };
}

/** Each record with its blobs. The first blob of the next record is read while those of one are worked on. */
async function* withBlobs(
  batch: readonly StoredRecord[],
): AsyncGenerator<{ record: StoredRecord; blobs: AsyncIterable<Uint8Array> | readonly Uint8Array[] }> {
  const begin = (at: number) => {
    const blobs = batch[at]?.blobs?.()[Symbol.asyncIterator]();
    const first = blobs?.next();
    first?.catch(() => undefined);
    return blobs && { blobs, first };
  };
  let next = begin(0);
  for (const [at, record] of batch.entries()) {
    const own = next;
    next = begin(at + 1);
    yield { record, blobs: own === undefined ? [] : behind(own) };
  }
}

async function* behind({
  blobs,
  first,
}: {
  blobs: AsyncIterator<Uint8Array>;
  first: Promise<IteratorResult<Uint8Array>> | undefined;
}): AsyncGenerator<Uint8Array> {
  for (let next = await first; next !== undefined && !next.done; next = await blobs.next()) yield next.value;
}

/**
 * Writes a bundle piece by piece; `write` is waited for, so that no more is in memory than a part of the entries, or two blobs.
 * `pages` are for people who have nothing but the bundle. Same chains, time, unit and pages: same bytes. Gives the digest of its
 * manifest. Throws ProblemError `export-failed` for more entries than a bundle may have.
 */
export async function writeBundle(
  sources: readonly BundleSource[],
  about: BundleAbout,
  write: (bytes: Uint8Array) => Promise<void> | void,
  pages: readonly BundlePage[] = [],
): Promise<string> {
  const zip = createZip(write);
  const chains: ManifestChain[] = [];
  const blobs = { bytes: 0, count: 0 };
  const known = new Set<string>();
  const told: Manifest['pages'] = [];
  let left: number = LIMITS.entries;
  for (const { name, text } of pages) {
    const bytes = encoder.encode(text);
    await zip.add(name, bytes, true);
    told.push({ name, sha256: sha256Now(bytes) });
  }
  const addBlob = async (blob: Uint8Array): Promise<void> => {
    const [digest, ready] = await Promise.all([sha256(blob), readyForZip(blob)]);
    if (known.has(digest)) return;
    known.add(digest);
    blobs.count += 1;
    blobs.bytes += blob.length;
    await zip.put(blobName(digest), ready);
  };
  for (const [at, { head, records, branch = 0 }] of sources.entries()) {
    const { add, put, parts } = createParts(zip, at);
    let count = 0;
    for await (const batch of records) {
      count += batch.length;
      left -= batch.length;
      if (left < 0) throw new ProblemError('export-failed', { why: fillSlots(TOO_MANY, { limit: LIMITS.entries }) });
      for await (const { record, blobs: own } of withBlobs(batch)) {
        for await (const blob of own) await addBlob(blob);
        await add(record);
      }
    }
    await put();
    chains.push({ branch, chain: head.chain, count, hash: head.hash, parts, sequence: head.sequence });
  }
  const manifest = makeManifest(about, { blobs, chains, pages: told });
  await zip.add(MANIFEST, encoder.encode(canonicalJson(manifest)));
  await zip.end();
  return manifest.digest;
}
