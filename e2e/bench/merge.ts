import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '../../core/base/canonical.ts';
import { sha256Now } from '../../core/base/hash.ts';
import { streamBytes } from '../../core/cli/disk.ts';
import { readBundle, verifyBundle } from '../../core/ledger/bundle/read.ts';
import { writeBundle } from '../../core/ledger/bundle/write.ts';
import { sealEntry } from '../../core/ledger/chain.ts';
import { EMPTY_HEAD, type Head, type StoredRecord } from '../../core/ledger/entry.ts';
import { mergeSources } from '../../core/ledger/merge/merge.ts';
import { type SourceSurvey, surveyBundle } from '../../core/ledger/merge/survey.ts';
import { aboutUnion, strandSources } from '../../core/ledger/merge/write.ts';
import { draftOf } from './ledger-draft.ts';
import { atMost, type BenchRow, median } from './row.ts';

const WINDOWS = 6;
const ENTRIES = 20_000;
/** Of every chain so many are what the next window kept too. */
const SHARED = 500;
const ROUNDS = 3;
const NOW = '2026-12-01T00:00:00.000Z';
const encoder = new TextEncoder();

/** The records of one window, a batch at a time. */
function* recordsOf(window: number): Generator<StoredRecord[], Head> {
  let head = EMPTY_HEAD;
  for (let from = 1; from <= ENTRIES; from += 256) {
    yield Array.from({ length: Math.min(256, ENTRIES - from + 1) }, (_, index): StoredRecord => {
      const number = from + index;
      const { blobs: _blobs, ...draft } = draftOf(number <= SHARED ? number : window * ENTRIES + number);
      const payload = encoder.encode(canonicalJson(draft.payload));
      const { entry, stored } = sealEntry({ ...draft, actor: `综合窗口${window}` }, head, {
        chain: `window-${window}`,
        now: new Date(Date.UTC(2026, 2, 2) + number * 60_000).toISOString(),
        payloadDigest: sha256Now(payload),
        blobDigests: [],
      });
      head = { sequence: entry.sequence, hash: entry.hash };
      return { entry: stored, payload };
    });
  }
  return head;
}

async function writeWindow(path: string, window: number): Promise<void> {
  const end = recordsOf(window);
  let next = end.next();
  while (!next.done) next = end.next();
  const stream = createWriteStream(path);
  const head = { chain: `window-${window}`, ...next.value };
  const about = { exportedAt: '2026-11-23T00:00:00.000Z', unit: '青禾镇便民服务中心' };
  await writeBundle([{ head, records: recordsOf(window) }], about, async (bytes) => {
    if (!stream.write(bytes)) await new Promise<void>((resolve) => stream.once('drain', () => resolve()));
  });
  await new Promise<void>((resolve) => stream.end(() => resolve()));
}

/** Merges files and gives the digest of what would be written, its bytes counted and not kept. */
async function merge(paths: readonly string[]): Promise<{ digest: string; bytes: number; identical: number }> {
  const open = (source: number) => readBundle(streamBytes(paths[source] ?? ''), paths[source] ?? '');
  const sources: SourceSurvey[] = [];
  for (const [source, path] of paths.entries()) sources.push(await surveyBundle(open(source), path));
  const { strands, log } = await mergeSources({ sources, open, now: NOW });
  let bytes = 0;
  const digest = await writeBundle(strandSources(strands, sources, open), aboutUnion(sources, NOW), (piece) => {
    bytes += piece.length;
  });
  return { digest, bytes, identical: log.identicalCount };
}

/** Six bundles of 20 000 entries each are merged, and merged once more in another order: the same result. */
export async function mergeBench(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-bench-merge-'));
  try {
    const paths: string[] = [];
    for (let window = 1; window <= WINDOWS; window += 1) {
      paths.push(join(folder, `${window}.zip`));
      await writeWindow(paths.at(-1) ?? '', window);
    }
    const first = await merge(paths);
    const [ours, verifying]: [number[], number[]] = [[], []];
    let peak = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      let start = performance.now();
      for (const path of paths) await verifyBundle(streamBytes(path), path);
      verifying.push(performance.now() - start);
      start = performance.now();
      const again = await merge(paths.toReversed());
      ours.push(performance.now() - start);
      peak = Math.max(peak, process.memoryUsage().rss);
      if (again.digest !== first.digest || again.bytes !== first.bytes || again.identical !== first.identical)
        throw new Error('the same bundles gave another result');
    }
    const identical = `${first.identical} the same, ${Math.round(first.bytes / 1e6)} MB, peak ${Math.round(peak / 1e6)} MB`;
    return [
      atMost(4, {
        id: 'merge-6x20k',
        value: median(ours),
        unit: 'ms',
        reference: `verifying the six bundles once (${identical}; medians of ${ROUNDS} rounds only)`,
        referenceValue: median(verifying),
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
