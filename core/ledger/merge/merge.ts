import { compareText } from '../../base/text.ts';
import type { LedgerRecord } from '../entry.ts';
import { readRecord } from '../stored.ts';
import { type ClockDoubt, clockDoubts } from './clocks.ts';
import { compareStrands, type Disagreement, type Identical } from './differences.ts';
import { type Question, questionsOf, type Witness } from './questions.ts';
import type { At } from './seen.ts';
import type { SourceSurvey } from './survey.ts';
import { type Strand, unite } from './union.ts';
import { seatsOf } from './who.ts';
import { type OpenSource, strandWalks } from './write.ts';

/** A file that was brought; the same export brought twice is one, with both names. */
export interface LogSource {
  names: string[];
  fingerprint: string;
  unit: string;
  exportedAt: string;
  /** Its chains and how many records it has of each. */
  chains: { chain: string; count: number }[];
  entries: number;
}

/** A chain, or one branch of it, as it stands after the merge. */
export interface LogChain {
  chain: string;
  branch: number;
  who: string;
  count: number;
  hash: string;
  /** Records from the beginning on that an earlier branch has too. */
  shared: number;
  /** Fingerprints of the sources that have some of it. */
  from: string[];
}

/** What came of comparing bundles: all that is told, kept and handed out. Same bundles, same time: same bytes. */
export interface MergeLog {
  schema: 'duibiao/merge@1';
  sources: LogSource[];
  chains: LogChain[];
  /** Records of the union, and how many of them are one more of the same and are not counted again. */
  entries: number;
  identicalCount: number;
  identical: Identical[];
  disagreements: Disagreement[];
  untold: number;
  questions: Question[];
  clocks: ClockDoubt[];
}

/** What merging needs: the sources as they were read once, and the way to read them once more. */
export interface ToMerge {
  sources: readonly (SourceSurvey & { own?: true })[];
  open: OpenSource;
  /** ISO date-time UTC of this computer. */
  now: string;
  witnesses?: readonly Witness[];
}

export interface Merge {
  strands: Strand[];
  log: MergeLog;
}

/** Unites the sources and tells how they stand to each other; writes nothing. */
export async function mergeSources({ sources, open, now, witnesses = [] }: ToMerge): Promise<Merge> {
  const strands = unite(sources);
  const { identical, ...rest } = await compareStrands(strands, (places) => readPlaces(strands, sources, open, places));
  const log: MergeLog = {
    schema: 'duibiao/merge@1',
    sources: logSources(sources),
    chains: strands.map(({ chain, branch, survey, shared, holdings }) => ({
      chain,
      branch,
      who: seatsOf(survey),
      count: survey.head.sequence,
      hash: survey.head.hash,
      shared,
      from: [...new Set(holdings.map(({ source }) => sources[source]?.fingerprint ?? ''))].sort(compareText),
    })),
    entries: strands.reduce((sum, { survey, shared }) => sum + survey.head.sequence - shared, 0),
    identicalCount: identical.reduce((sum, places) => sum + places.length - 1, 0),
    identical,
    ...rest,
    questions: questionsOf(strands, sources, witnesses),
    clocks: clockDoubts(strands, sources, now),
  };
  return { strands, log };
}

function logSources(sources: ToMerge['sources']): LogSource[] {
  const brought = new Map<string, LogSource>();
  for (const { name, fingerprint, about, chains, own } of sources) {
    if (own) continue;
    const known = brought.get(fingerprint);
    if (known !== undefined) {
      known.names = [...new Set([...known.names, name])].sort(compareText);
      continue;
    }
    brought.set(fingerprint, {
      names: [name],
      fingerprint,
      unit: about.unit,
      exportedAt: about.exportedAt,
      chains: chains.map(({ chain, head }) => ({ chain, count: head.sequence })),
      entries: chains.reduce((sum, { head }) => sum + head.sequence, 0),
    });
  }
  const key = ({ names, fingerprint }: LogSource): string => `${names[0]}\n${fingerprint}`;
  return [...brought.values()].sort((left, right) => compareText(key(left), key(right)));
}

/** The records at some places, sources read once more up to the last of them. */
async function readPlaces(
  strands: readonly Strand[],
  sources: ToMerge['sources'],
  open: OpenSource,
  places: readonly At[],
): Promise<(LedgerRecord | undefined)[]> {
  const found = new Map<string, LedgerRecord>();
  const { records, close } = strandWalks(sources, open);
  for (const [strand, one] of strands.entries()) {
    const wanted = new Set(places.filter((at) => at.strand === strand).map(({ sequence }) => sequence));
    const last = Math.max(0, ...wanted);
    let sequence = 0;
    if (last > 0)
      for await (const batch of records(one)) {
        for (const record of batch) {
          sequence += 1;
          const read = wanted.has(sequence) ? readRecord(record) : undefined;
          if (read !== undefined) found.set(`${strand} ${sequence}`, read);
        }
        if (sequence >= last) break;
      }
  }
  await close();
  return places.map(({ strand, sequence }) => found.get(`${strand} ${sequence}`));
}
