import { chinaDay } from '../base/dates.ts';
import { compareText } from '../base/text.ts';
import type { LedgerEntry, LedgerRecord, Place } from '../ledger/entry.ts';
import { createStandings, type Standing } from '../ledger/standing.ts';
import { indicatorsNow, placeOf } from './evidence-entry.ts';
import { type NumberOf, numbersOf } from './standing-words.ts';

/** Where the evidence of an export comes from. It is gone through more than once, so that no more than one record is held. */
export interface EvidenceSource {
  /** Every record of every chain in order, this computer's chain first; payloads only where they are wanted. */
  records(wanted: (entry: LedgerEntry) => boolean): Iterable<LedgerRecord> | AsyncIterable<LedgerRecord>;
  /** What is kept under a digest; undefined when it is not there (any more). */
  blob(digest: string): Promise<Uint8Array | undefined>;
}

/** What is known of all evidence before any of it is written. */
export interface Survey {
  standingOf(record: LedgerRecord): Standing;
  numberOf: NumberOf;
  /** Place of a chain in the ledger: 1 for this computer's. */
  rankOf(place: Place): number;
  /** Pieces of evidence by what they count for now, in order; those that count for nothing at the end under ''. */
  groups: readonly EvidenceGroup[];
  /** Pieces of evidence, each once, and how many of them were withdrawn. */
  count: number;
  withdrawn: number;
  /** First and last day: of the facts, and of registration. '' where there is none. */
  facts: Span;
  registered: Span;
}

export interface EvidenceGroup {
  /** C10; '' for none. */
  indicator: string;
  /** Those that stand, and those that were withdrawn. */
  standing: number;
  withdrawn: number;
}

type Span = { from: string; to: string };
const widened = ({ from, to }: Span, day: string): Span =>
  day === '' ? { from, to } : { from: from === '' || day < from ? day : from, to: day > to ? day : to };

const numberIn = (indicator: string): number => Number(/^C(\d{1,3})$/.exec(indicator)?.[1] ?? Number.POSITIVE_INFINITY);

/** C2 before C10, what is no indicator of the scorecard behind them, and what counts for none at the end. */
function compareIndicators(left: string, right: string): number {
  if (left === '' || right === '') return left === right ? 0 : left === '' ? 1 : -1;
  const [one, other] = [numberIn(left), numberIn(right)];
  return one === other ? compareText(left, right) : one - other;
}

/** The indicators under which a piece of evidence stands; '' alone where it counts for none. */
export function groupsOf(record: LedgerRecord, standing: Standing): readonly string[] {
  const indicators = indicatorsNow(record, standing).filter((one) => one !== '');
  return indicators.length === 0 ? [''] : [...indicators].sort(compareIndicators);
}

/** Goes through all records once; of later words alone the payloads are read. */
export async function surveyEvidence({ records }: EvidenceSource): Promise<Survey> {
  const standings = createStandings();
  const seats = new Map<string, string>();
  const evidence: LedgerRecord[] = [];
  for await (const record of records(({ kind }) => kind === 'correction' || kind === 'note')) {
    standings.take(record);
    seats.set(placeOf(record).chain, record.entry.actor);
    if (record.entry.kind === 'evidence') evidence.push(record);
  }
  const chains = [...seats.keys()];
  const ranks = new Map(chains.map((chain, at) => [chain, at + 1]));
  const standingOf = (record: LedgerRecord): Standing => standings.of({ ...placeOf(record), hash: record.entry.hash });
  const groups = new Map<string, EvidenceGroup>();
  let [withdrawn, facts, registered] = [0, { from: '', to: '' }, { from: '', to: '' }];
  for (const record of evidence) {
    const standing = standingOf(record);
    const isWithdrawn = standing.withdrawnBy !== undefined;
    if (isWithdrawn) withdrawn += 1;
    facts = widened(facts, record.entry.factOn.slice(0, 10));
    registered = widened(registered, chinaDay(record.entry.registeredAt));
    for (const indicator of groupsOf(record, standing)) {
      const group = groups.get(indicator) ?? { indicator, standing: 0, withdrawn: 0 };
      group[isWithdrawn ? 'withdrawn' : 'standing'] += 1;
      groups.set(indicator, group);
    }
  }
  return {
    standingOf,
    numberOf: numbersOf(chains[0] ?? '', seats),
    rankOf: ({ chain }) => ranks.get(chain) ?? 1,
    groups: [...groups.values()].sort((left, right) => compareIndicators(left.indicator, right.indicator)),
    count: evidence.length,
    ...{ withdrawn, facts, registered },
  };
}
