import { joinBytes } from '../../base/bytes.ts';
import { ProblemError } from '../../base/problems.ts';
import { fillSlots } from '../../base/text.ts';
import type { ChainHead, StoredRecord } from '../entry.ts';
import { LIMITS } from '../limits.ts';
import type { StoredBatches } from '../verify.ts';
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

/** A chain that goes into a bundle. */
export interface BundleSource {
  /** Where it ends. The records are taken as they are: whether they lead there is what verification tells. */
  head: ChainHead;
  records: StoredBatches;
}

const TOO_MANY = '证据超过 {limit} 条，一个证据包放不下';

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

/**
 * Writes a bundle piece by piece; `write` is waited for, so that no more is in memory than a batch of records. Same
 * chains, time and unit: same bytes. Gives the digest of the last line. Throws ProblemError `export-failed` for more
 * entries than a bundle may have.
 */
export async function writeBundle(sources: readonly BundleSource[], about: BundleAbout, write: Write): Promise<string> {
  const ends: ChainEnd[] = [];
  let left: number = LIMITS.entries;
  await write(firstLine(about));
  for (const { head, records } of sources) {
    let count = 0;
    await write(chainLine(head.chain));
    for await (const batch of records) {
      count += batch.length;
      left -= batch.length;
      if (left < 0) throw new ProblemError('export-failed', { why: fillSlots(TOO_MANY, { limit: LIMITS.entries }) });
      await writeRecords(batch, write);
    }
    ends.push({ chain: head.chain, count, hash: head.hash, sequence: head.sequence });
  }
  const digest = digestOf(about, ends);
  await write(lastLine(ends, digest));
  return digest;
}
