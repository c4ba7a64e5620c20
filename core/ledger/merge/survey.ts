import type { BundleAbout } from '../bundle/format-2.ts';
import type { BundleReading } from '../bundle/reading.ts';
import { isInstant } from '../doubts.ts';
import { EMPTY_HEAD, type Head, type LedgerEntry, type LedgerRecord } from '../entry.ts';
import { type ImportPayload, type RatingPayload, readPayload } from '../kinds/index.ts';
import type { VerifyReport } from '../report.ts';
import { readContent } from '../stored.ts';
import { contentOf } from './contents.ts';
import { createDigests, type Digests } from './digests.ts';

/*
 * The first of two readings: what merging has to know of a source before anything is written. Of an entry some fifty bytes
 * are kept, of its payload nothing.
 */

/** What an entry says for a person who decides. */
export interface Said {
  sequence: number;
  actor: string;
  registeredAt: string;
}
export type SaidRating = Said & Pick<RatingPayload, 'scorecard' | 'indicator' | 'score' | 'reason'>;
export type SaidImport = Said & Pick<ImportPayload, 'sources' | 'chains'>;

/** A registration earlier than the one before. */
export interface SetBack {
  sequence: number;
  milliseconds: number;
}

/** What is known of one chain of a source. */
export interface ChainSurvey {
  chain: string;
  head: Head;
  /** Hashes of the entries, in their order. */
  hashes: Digests;
  /** What each entry is about, and what it says (contents.ts). */
  about: Digests;
  contents: Digests;
  /** Digests that redactions name, with the last redaction that does. */
  redacted: Map<string, number>;
  /** What was put right, each as it was said. */
  corrections: LedgerRecord[];
  /** The latest rating of each item. */
  ratings: Map<string, SaidRating>;
  imports: SaidImport[];
  /** Labels of the seats, with how many entries are of each. */
  seats: Map<string, number>;
  setBack: SetBack[];
  /** The latest time of registration, and whose it is; '' and 0 without entries. */
  latestAt: string;
  latest: number;
}

/** One bundle, or this computer's own ledger. */
export interface SourceSurvey {
  name: string;
  about: BundleAbout;
  /** The digest that binds the bundle; '' of what is none. */
  fingerprint: string;
  chains: ChainSurvey[];
  report: VerifyReport;
}

/** Different seats and items of one chain that are counted: more than any has, and few enough for a hostile one. */
const MOST = 10_000;
/** The same of corrections: what is said beyond them is kept, but no disagreement is looked for in it. */
const MOST_CORRECTIONS = 100_000;

/** Gathers what is known of a chain, record by record. */
export function surveyChain(chain: string): { survey: ChainSurvey; take(record: LedgerRecord): void } {
  const survey: ChainSurvey = {
    chain,
    head: EMPTY_HEAD,
    hashes: createDigests(),
    about: createDigests(),
    contents: createDigests(),
    redacted: new Map(),
    corrections: [],
    ratings: new Map(),
    imports: [],
    seats: new Map(),
    setBack: [],
    latestAt: '',
    latest: 0,
  };
  let before = '';
  const takeTimes = ({ registeredAt, sequence }: LedgerEntry): void => {
    if (!isInstant(registeredAt)) return;
    if (registeredAt < before && survey.setBack.length < MOST)
      survey.setBack.push({ sequence, milliseconds: Date.parse(before) - Date.parse(registeredAt) });
    if (registeredAt >= survey.latestAt) [survey.latestAt, survey.latest] = [registeredAt, sequence];
    before = registeredAt;
  };
  const takeSaid = (record: LedgerRecord): void => {
    const { sequence, actor, registeredAt } = record.entry;
    const read = readPayload(record.entry, record.payload);
    const said = { sequence, actor, registeredAt };
    if (read?.kind === 'correction' && survey.corrections.length < MOST_CORRECTIONS) survey.corrections.push(record);
    if (read?.kind === 'redaction') for (const digest of read.payload.digests) survey.redacted.set(digest, sequence);
    else if (read?.kind === 'import' && survey.imports.length < MOST)
      survey.imports.push({ ...said, sources: read.payload.sources, chains: read.payload.chains });
    else if (read?.kind === 'rating') {
      const item = itemOf(read.payload);
      if (survey.ratings.size < MOST || survey.ratings.has(item))
        survey.ratings.set(item, { ...said, ...read.payload });
    }
  };
  return {
    survey,
    take(record) {
      const { entry } = record;
      const { about, content } = contentOf(record);
      survey.hashes.add(entry.hash);
      survey.about.add(about);
      survey.contents.add(content);
      survey.head = { sequence: entry.sequence, hash: entry.hash };
      if (survey.seats.size < MOST || survey.seats.has(entry.actor))
        survey.seats.set(entry.actor, (survey.seats.get(entry.actor) ?? 0) + 1);
      takeTimes(entry);
      if (SAYS_MORE.has(entry.kind)) takeSaid(record);
    },
  };
}

const SAYS_MORE: ReadonlySet<LedgerEntry['kind']> = new Set(['correction', 'redaction', 'import', 'rating']);

/** By which ratings of the same item are known. */
export const itemOf = ({ scorecard, indicator }: Pick<RatingPayload, 'scorecard' | 'indicator'>): string =>
  JSON.stringify([scorecard, indicator]);

/** Reads a bundle to its end. Rejects with ProblemError where it is none; a fault stands in the report. */
export async function surveyBundle(
  reading: BundleReading,
  name: string,
  told: (count: number) => void = () => {},
): Promise<SourceSurvey> {
  const chains: ReturnType<typeof surveyChain>[] = [];
  let count = 0;
  let next = await reading.next();
  for (; !next.done; next = await reading.next()) {
    if (next.value.is !== 'records') continue;
    for (const { entry, payload } of next.value.records) {
      // A chain begins with its first entry, the second branch of the same chain too.
      if (entry.sequence === 1) chains.push(surveyChain(entry.chain));
      chains.at(-1)?.take({ entry, ...(payload === undefined ? {} : { payload: readContent(payload) }) });
    }
    count += next.value.records.length;
    told(count);
  }
  const { about = { exportedAt: '', unit: '' }, digest: fingerprint = '', report } = next.value;
  const surveys = chains.map(({ survey }) => survey);
  // Those without an entry are kept too; they have no place among the records.
  const empty = report.chains.filter(({ head }) => head.sequence === 0).map(({ chain }) => surveyChain(chain).survey);
  return { name, about, fingerprint, chains: [...surveys, ...empty], report };
}
