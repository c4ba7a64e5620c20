import { ProblemError } from '../../base/problems.ts';
import { compareText } from '../../base/text.ts';
import type { BundleAbout } from '../bundle/format-2.ts';
import type { BundleReading, ReadRecord } from '../bundle/reading.ts';
import type { BundleSource } from '../bundle/write.ts';
import type { LedgerEntry, StoredRecord } from '../entry.ts';
import type { SourceSurvey } from './survey.ts';
import type { Strand } from './union.ts';

/** Reads a source from its beginning once more. */
export type OpenSource = (source: number) => BundleReading;

const CHANGED = '合并时和核对时不一样了';

/** Whether a redaction behind an entry names a digest of it. What says which contents were dropped stays itself. */
const isRedacted = ({ redacted }: Strand['survey'], { sequence, kind }: LedgerEntry, digest: string): boolean =>
  kind !== 'redaction' && (redacted.get(digest) ?? 0) > sequence;

async function* each(blobs: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* blobs;
}

/** Records that were read together, and the blobs that came with them. */
interface Batch {
  records: ReadRecord[];
  blobs: Map<string, Uint8Array>;
}

/** A record without what was redacted later, whoever still has it: everything else is there, or it would not be in order. */
function recordOf(
  survey: Strand['survey'],
  { entry, stored, payload }: ReadRecord,
  blobs: Batch['blobs'],
): StoredRecord {
  const kept = payload !== undefined && !isRedacted(survey, entry, entry.payloadDigest);
  const own = entry.blobDigests.flatMap((digest) =>
    isRedacted(survey, entry, digest) ? [] : (blobs.get(digest) ?? []),
  );
  return {
    entry: stored,
    ...(kept ? { payload } : {}),
    ...(entry.blobDigests.length === 0 ? {} : { blobs: () => each(own) }),
  };
}

/**
 * Goes through a source forwards and gives its chains when they are asked for in their order; it is opened again only for
 * one that it has passed. Holds a batch of records with its blobs.
 */
function createWalk(open: () => BundleReading, name: string) {
  let reading: BundleReading | undefined;
  let section = -1;
  /** What was read and belongs to a later chain. */
  let left: Batch | undefined;

  const close = async (): Promise<void> => {
    await reading?.return(undefined as never).catch(() => undefined);
    [reading, section, left] = [undefined, -1, undefined];
  };
  const take = async (): Promise<Batch | undefined> => {
    const known = left;
    left = undefined;
    if (known !== undefined) return known;
    reading ??= open();
    const blobs: Batch['blobs'] = new Map();
    for (let next = await reading.next(); !next.done; next = await reading.next()) {
      if (next.value.is === 'records') return { records: next.value.records, blobs };
      blobs.set(next.value.digest, next.value.blob);
    }
    return undefined;
  };

  async function* records(wanted: number, survey: Strand['survey']): AsyncGenerator<StoredRecord[]> {
    if (section >= wanted) await close();
    let count = 0;
    while (count < survey.head.sequence) {
      const batch = await take();
      if (batch === undefined) break;
      const given: StoredRecord[] = [];
      for (const [at, record] of batch.records.entries()) {
        if (record.entry.sequence === 1 && section === wanted) {
          left = { ...batch, records: batch.records.slice(at) };
          break;
        }
        if (record.entry.sequence === 1) section += 1;
        if (section !== wanted) continue;
        if (!survey.hashes.is(count, record.entry.hash))
          throw new ProblemError('merge-stopped', { name, why: CHANGED });
        count += 1;
        given.push(recordOf(survey, record, batch.blobs));
      }
      if (given.length > 0) yield given;
      if (left !== undefined) break;
    }
    if (count !== survey.head.sequence) throw new ProblemError('merge-stopped', { name, why: CHANGED });
  }
  return { records, close };
}

/** Reads the chains of a union out of sources that have all of them, each source forwards as long as they are asked for in their order. */
export function strandWalks(
  sources: readonly Pick<SourceSurvey, 'name'>[],
  open: OpenSource,
): { records(strand: Strand): AsyncIterable<StoredRecord[]>; close(): Promise<void> } {
  const walks = sources.map(({ name }, source) => createWalk(() => open(source), name));
  async function* records({ survey, holdings }: Strand): AsyncGenerator<StoredRecord[]> {
    const [first] = holdings;
    const walk = first && walks[first.source];
    if (first !== undefined && walk !== undefined) yield* walk.records(first.section, survey);
  }
  return {
    records,
    async close() {
      for (const walk of walks) await walk.close();
    },
  };
}

/** The chains of the union for `writeBundle`, in their order. */
export function strandSources(
  strands: readonly Strand[],
  sources: readonly Pick<SourceSurvey, 'name'>[],
  open: OpenSource,
): (BundleSource & { branch: number })[] {
  const { records } = strandWalks(sources, open);
  return strands.map((strand) => ({
    head: { chain: strand.chain, ...strand.survey.head },
    branch: strand.branch,
    records: records(strand),
  }));
}

const BETWEEN = '、';

/** What a merged bundle says of itself: the units of all sources, each once. */
export function aboutUnion(sources: readonly Pick<SourceSurvey, 'about'>[], exportedAt: string): BundleAbout {
  const units = new Set(sources.flatMap(({ about }) => about.unit.split(BETWEEN)).filter((unit) => unit !== ''));
  return { exportedAt, unit: [...units].sort(compareText).join(BETWEEN).slice(0, 1_000) };
}
