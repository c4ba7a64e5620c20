import { blobBytes } from '../../core/base/byte-source.ts';
import { ProblemError } from '../../core/base/problems.ts';
import { readBundle } from '../../core/ledger/bundle/read.ts';
import type { BundleReading, ReadRecord } from '../../core/ledger/bundle/reading.ts';
import { GENESIS, type Head } from '../../core/ledger/entry.ts';
import { type MergeLog, mergeSources } from '../../core/ledger/merge/merge.ts';
import type { Witness } from '../../core/ledger/merge/questions.ts';
import { type SourceSurvey, surveyBundle, surveyChain } from '../../core/ledger/merge/survey.ts';
import type { Strand } from '../../core/ledger/merge/union.ts';
import type { OpenSource } from '../../core/ledger/merge/write.ts';
import { reportOn } from '../../core/ledger/report.ts';
import { readEntry, readRecord } from '../../core/ledger/stored.ts';
import type { LedgerReader } from './ledger-reader.ts';
import { branchName, chainOfName, isChainName } from './others.ts';

/** A bundle's file. */
export interface BundleFile {
  name: string;
  content: Blob;
}

/** What is to be written of a chain: under which name, and what stands under it now. */
export interface Taking {
  strand: Strand;
  name: string;
  at: Head;
}

/** Bundles beside this computer's ledger, before anything is written. */
export interface PreparedMerge {
  log: MergeLog;
  /** Records that are missing here, all of them of other chains. */
  takings: Taking[];
  added: number;
  /** Records of this computer's own chain that a bundle has more: these a restore brings, and no merge. */
  ownMissing: number;
  sources: SourceSurvey[];
  open: OpenSource;
}

/** How this computer's own ledger is called among the sources. */
const HERE = '这台电脑';
const BAD_NAME = '里的链名不是这个软件取的';

/** The chains that stand here, this installation's own first, each under its name. */
async function chainsHere(reader: LedgerReader) {
  const own = await reader.head();
  return [{ name: own.chain, head: own }, ...(await reader.others()).map((head) => ({ name: head.chain, head }))];
}

async function surveyHere(reader: LedgerReader, told: (count: number) => void): Promise<SourceSurvey & { own: true }> {
  const chains = [];
  let count = 0;
  for (const { name, head } of await chainsHere(reader)) {
    const { survey, take } = surveyChain(chainOfName(name));
    for await (const batch of reader.stored(head)) {
      for (const record of batch) {
        const read = readRecord(record);
        if (read !== undefined) take(read);
      }
      count += batch.length;
      told(count);
    }
    chains.push(survey);
  }
  return { name: HERE, own: true, about: { exportedAt: '', unit: '' }, fingerprint: '', chains, report: reportOn([]) };
}

/** What stands here as if it were a bundle. Blobs are left out: what is here already is not written again. */
async function* readHere(reader: LedgerReader): BundleReading {
  for (const { head } of await chainsHere(reader)) {
    for await (const batch of reader.stored(head)) {
      const records = batch.flatMap(({ entry: stored, text, payload }): ReadRecord[] => {
        const entry = readEntry({ entry: stored, ...(text === undefined ? {} : { text }) });
        return entry === undefined ? [] : [{ entry, stored, ...(payload === undefined ? {} : { payload }) }];
      });
      yield { is: 'records', records };
    }
  }
  return { report: reportOn([]) };
}

/** What goes by beside the files. */
export interface MergeAbout {
  /** ISO date-time UTC. */
  now: string;
  witnesses?: readonly Witness[];
  /** Hears how many records were read, of all files together. */
  told?: (count: number) => void;
}

/**
 * Reads bundles and what stands here, and tells how they stand to each other; writes nothing. Rejects with ProblemError
 * where a file is no bundle, or one that is not in order.
 */
export async function prepareMerge(
  reader: LedgerReader,
  files: readonly BundleFile[],
  { now, witnesses = [], told = () => {} }: MergeAbout,
): Promise<PreparedMerge> {
  let before = 0;
  const here = await surveyHere(reader, told);
  const sources: (SourceSurvey & { own?: true })[] = [here];
  before = here.chains.reduce((sum, { head }) => sum + head.sequence, 0);
  for (const { name, content } of files) {
    const base = before;
    const survey = await surveyBundle(readBundle(blobBytes(content, name), name, { now }), name, (count) =>
      told(base + count),
    );
    const fault = survey.report.fault?.message;
    if (fault !== undefined) throw new ProblemError('merge-faulty', { name, why: fault });
    if (survey.chains.some(({ chain }) => !isChainName(chain)))
      throw new ProblemError('merge-stopped', { name, why: BAD_NAME });
    before += survey.chains.reduce((sum, { head }) => sum + head.sequence, 0);
    sources.push(survey);
  }
  const open: OpenSource = (source) => {
    const file = files[source - 1];
    return file === undefined ? readHere(reader) : readBundle(blobBytes(file.content, file.name), file.name);
  };
  const { strands, log } = await mergeSources({ sources, open, now, witnesses });
  const plan = await planOf(reader, strands);
  return { log, sources, open, ...plan };
}

/** What of the strands is missing here, and where it goes. */
async function planOf(
  reader: LedgerReader,
  strands: readonly Strand[],
): Promise<Pick<PreparedMerge, 'takings' | 'added' | 'ownMissing'>> {
  const here = await chainsHere(reader);
  const own = here[0]?.name;
  /** Names that go on, each in one way only. */
  const used = new Set<string>();
  const takings: Taking[] = [];
  let ownMissing = 0;
  for (const strand of strands) {
    const { survey, holdings } = strand;
    const sections = holdings.filter(({ source }) => source === 0);
    if (sections.some(({ sequence }) => sequence === survey.head.sequence)) continue;
    const beginnings = sections.flatMap(({ section }) => here[section] ?? []).filter(({ name }) => !used.has(name));
    if (beginnings.some(({ name, head }) => name === own && head.sequence > 0)) {
      ownMissing += survey.head.sequence - (beginnings[0]?.head.sequence ?? 0);
      continue;
    }
    const [known] = beginnings.filter(({ name }) => name !== own);
    let branch = 0;
    while (
      used.has(branchName(strand.chain, branch)) ||
      here.some(({ name }) => name === branchName(strand.chain, branch))
    )
      branch += 1;
    const name = known?.name ?? branchName(strand.chain, branch);
    used.add(name);
    takings.push({ strand, name, at: known?.head ?? { sequence: 0, hash: GENESIS } });
  }
  const added = takings.reduce((sum, { strand, at }) => sum + strand.survey.head.sequence - at.sequence, 0);
  return { takings, added, ownMissing };
}
