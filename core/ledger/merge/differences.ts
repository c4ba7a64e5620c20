import { canonicalJson } from '../../base/canonical.ts';
import { compareText } from '../../base/text.ts';
import type { LedgerRecord, Place } from '../entry.ts';
import { type EvidencePayload, readPayload } from '../kinds/index.ts';
import { createStandings, type Standings } from '../standing.ts';
import { type At, hasSeen, placeOf } from './seen.ts';
import { itemOf, type Said, type SaidRating } from './survey.ts';
import type { Strand } from './union.ts';

/** One side of a disagreement. `says` is what stands against what, in the order of the disagreement's `points`. */
export interface Version extends Said, Place {
  hash: string;
  subject: string;
  says: string[];
}

/**
 * The same thing said differently in two chains, by people of whom none had the other's word before their eyes. rating: points
 * of the same item; document: values of the same document in the same state; standing: what the same evidence counts for.
 */
export interface Disagreement {
  is: 'rating' | 'document' | 'standing';
  /** What differs: an indicator, roles of fields (`factOn`, `title` too), or `indicators` and `withdrawn`. */
  points: string[];
  /** Of a rating: the scorecard of the indicator. */
  scorecard?: string;
  versions: Version[];
}

/** Entries of several chains with the same content, each with half of its hash: one of them counts, all are kept. */
export type Identical = (Place & { hash: string })[];

export interface Differences {
  identical: Identical[];
  disagreements: Disagreement[];
  /** Disagreements beyond those that are told one by one. */
  untold: number;
}

/** Things of which the contents are looked into, to tell what differs. */
const MOST_LOOKED = 2_000;

/** Reads entries once more. */
export type ReadAt = (places: readonly At[]) => Promise<(LedgerRecord | undefined)[]>;

const byPlace = (left: At, right: At): number => left.strand - right.strand || left.sequence - right.sequence;

/** Entries by what some digest of them says, where several chains have it. */
function* together(
  strands: readonly Strand[],
  digestsOf: (strand: Strand) => { length: number; at(index: number): string },
): Generator<At[]> {
  const first = new Map<string, At>();
  const more = new Map<string, At[]>();
  for (const [strand, one] of strands.entries()) {
    const digests = digestsOf(one);
    for (let index = one.shared; index < digests.length; index += 1) {
      const digest = digests.at(index);
      if (digest === '') continue;
      const at = { strand, sequence: index + 1 };
      const earlier = first.get(digest);
      if (earlier === undefined) first.set(digest, at);
      else {
        const all = more.get(digest);
        if (all === undefined) more.set(digest, [earlier, at]);
        else all.push(at);
      }
    }
  }
  for (const all of more.values()) if (all.some(({ strand }) => strand !== all[0]?.strand)) yield all;
}

/** The last of each chain. */
function latest(all: readonly At[]): At[] {
  const last = new Map<number, At>();
  for (const at of all) last.set(at.strand, at);
  return [...last.values()];
}

/** Whether somebody who had all of these before their eyes said a word about one of them. */
function isDecided(strands: readonly Strand[], versions: readonly At[]): boolean {
  const hashes = versions.map(({ strand, sequence }) => strands[strand]?.survey.hashes.at(sequence - 1) ?? '');
  return strands.some(({ survey }, strand) =>
    survey.corrections.some(({ entry, payload }) => {
      const read = readPayload(entry, payload);
      if (read?.kind !== 'correction') return false;
      const { other, sequence } = read.payload;
      const hash = other?.hash.slice(0, 32) ?? survey.hashes.at(sequence - 1);
      const by = { strand, sequence: entry.sequence };
      return hashes.includes(hash) && versions.every((version) => hasSeen(strands, by, version));
    }),
  );
}

function versionOf(strands: readonly Strand[], at: At, { entry }: LedgerRecord, says: string[]): Version {
  const { actor, registeredAt, subject, hash } = entry;
  return { ...placeOf(strands, at), actor, registeredAt, subject, hash, says };
}

/** The latest ratings of each item that nobody rated anew with the others before their eyes, where their points differ. */
function ratingsApart(strands: readonly Strand[]): [At, SaidRating][][] {
  const items = new Map<string, [At, SaidRating][]>();
  for (const [strand, { survey, shared }] of strands.entries()) {
    for (const said of survey.ratings.values()) {
      if (said.sequence <= shared) continue;
      const item = itemOf(said);
      const one: [At, SaidRating] = [{ strand, sequence: said.sequence }, said];
      items.set(item, [...(items.get(item) ?? []), one]);
    }
  }
  return [...items.values()]
    .map((all) => all.filter(([at]) => !all.some(([other]) => other !== at && hasSeen(strands, other, at))))
    .filter((all) => new Set(all.map(([, { score }]) => score)).size > 1);
}

const shown = (value: unknown): string =>
  Array.isArray(value) ? value.join('、') : typeof value === 'object' ? canonicalJson(value) : String(value);

/** What a document is said to be: the values of its fields that are there, its title and the day of the fact. */
function valuesOf({ entry }: LedgerRecord, { document, fields }: EvidencePayload): Map<string, string> {
  const present = fields.filter(({ state, value }) => state === 'present' && value !== undefined);
  const all: [string, unknown][] = [
    ['title', document.title],
    ['factOn', entry.factOn],
    ...present.map(({ role, value }): [string, unknown] => [role, value]),
  ];
  return new Map(all.filter(([, value]) => value !== '').map(([role, value]) => [role, shown(value)]));
}

const evidenceOf = (record: LedgerRecord | undefined): EvidencePayload | undefined => {
  const read = record && readPayload(record.entry, record.payload);
  return read?.kind === 'evidence' ? read.payload : undefined;
};

/** What of the same document is told differently; nothing where it had moved on in between: then both may be right. */
function documentApart(
  strands: readonly Strand[],
  all: readonly { at: At; record: LedgerRecord | undefined }[],
): Disagreement | undefined {
  const read = all.flatMap(({ at, record }) => {
    const evidence = evidenceOf(record);
    return record === undefined || evidence === undefined
      ? []
      : [{ at, record, evidence, values: valuesOf(record, evidence) }];
  });
  const states = new Set(read.map(({ evidence }) => canonicalJson([evidence.document.stage, evidence.trail])));
  if (read.length < 2 || states.size > 1) return undefined;
  const roles = [...new Set(read.flatMap(({ values }) => [...values.keys()]))];
  const points = roles.filter((role) => {
    const told = read.flatMap(({ values }) => values.get(role) ?? []);
    return new Set(told).size > 1;
  });
  if (points.length === 0) return undefined;
  const versions = read.map(({ at, record, values }) =>
    versionOf(
      strands,
      at,
      record,
      points.map((role) => values.get(role) ?? ''),
    ),
  );
  return { is: 'document', points, versions };
}

/** What the same evidence is made to count for, where that differs and somebody has put it right on one side. */
function standingApart(
  strands: readonly Strand[],
  standings: Standings,
  all: readonly { at: At; record: LedgerRecord | undefined }[],
): Disagreement | undefined {
  const read = all.flatMap(({ at, record }) => {
    if (record === undefined) return [];
    const { indicators, withdrawnBy } = standings.of({ chain: String(at.strand), ...at, hash: record.entry.hash });
    const counts = [...(indicators?.list ?? record.entry.indicators)].sort(compareText);
    return [{ at, record, indicators: counts.join('、'), withdrawn: withdrawnBy === undefined ? '' : 'true' }];
  });
  const points = (['indicators', 'withdrawn'] as const).filter(
    (point) => new Set(read.map((one) => one[point])).size > 1,
  );
  if (points.length === 0) return undefined;
  const versions = read.map(({ at, record, ...said }) =>
    versionOf(
      strands,
      at,
      record,
      points.map((point) => said[point]),
    ),
  );
  return { is: 'standing', points, versions };
}

/** Corrections of all chains, each under the number of its strand, since two branches have the same name. */
function standingsOf(strands: readonly Strand[]): { standings: Standings; corrected: ReadonlySet<string> } {
  const standings = createStandings();
  const corrected = new Set<string>();
  for (const [strand, { survey }] of strands.entries()) {
    for (const record of survey.corrections) {
      standings.take({ ...record, branch: String(strand) });
      const read = readPayload(record.entry, record.payload);
      if (read?.kind !== 'correction') continue;
      const { other, sequence } = read.payload;
      corrected.add(other?.hash.slice(0, 32) ?? survey.hashes.at(sequence - 1));
    }
  }
  return { standings, corrected };
}

/** What is the same in several chains and counted once, and what is said differently and waits for a person. Pure. */
export async function compareStrands(strands: readonly Strand[], readAt: ReadAt): Promise<Differences> {
  const hashAt = ({ strand, sequence }: At): string => strands[strand]?.survey.hashes.at(sequence - 1) ?? '';
  const { standings, corrected } = standingsOf(strands);
  const isWithdrawn = (at: At): boolean =>
    standings.of({ chain: String(at.strand), sequence: at.sequence, hash: hashAt(at) }).withdrawnBy !== undefined;

  const same = [...together(strands, ({ survey }) => survey.contents)];
  const stood = same.map(latest).filter((all) => all.some((at) => corrected.has(hashAt(at))));
  const documents: At[][] = [];
  for (const all of together(strands, ({ survey }) => survey.about)) {
    const standing = latest(all.filter((at) => !isWithdrawn(at)));
    const contents = new Set(standing.map(({ strand, sequence }) => strands[strand]?.survey.contents.at(sequence - 1)));
    if (contents.size > 1) documents.push(standing);
  }
  const ratings = ratingsApart(strands);
  const open = (all: At[]): boolean => !isDecided(strands, all);
  const wanted = [
    ...ratings.map((all) => ({
      is: 'rating' as const,
      places: all.map(([at]) => at),
      said: all.map(([, one]) => one),
    })),
    ...stood.filter(open).map((places) => ({ is: 'standing' as const, places, said: [] })),
    ...documents.filter(open).map((places) => ({ is: 'document' as const, places, said: [] })),
  ];
  const looked = wanted.slice(0, MOST_LOOKED);
  const places = looked.flatMap((one) => one.places).sort(byPlace);
  const records = new Map<string, LedgerRecord | undefined>();
  for (const [index, record] of (places.length === 0 ? [] : await readAt(places)).entries()) {
    const at = places[index];
    if (at !== undefined) records.set(`${at.strand} ${at.sequence}`, record);
  }
  const disagreements = looked.flatMap(({ is, places: all, said }): Disagreement[] => {
    const read = all.map((at) => ({ at, record: records.get(`${at.strand} ${at.sequence}`) }));
    if (is === 'document') return [documentApart(strands, read) ?? []].flat();
    if (is === 'standing') return [standingApart(strands, standings, read) ?? []].flat();
    const versions = read.flatMap(({ at, record }, index) => {
      const { score = null, reason = '' } = said[index] ?? {};
      return record === undefined
        ? []
        : [versionOf(strands, at, record, [score === null ? '' : String(score), reason])];
    });
    const { indicator = '', scorecard = '' } = said[0] ?? {};
    return [{ is, points: [indicator], scorecard, versions }];
  });
  return {
    identical: same.map((all) => [...all].sort(byPlace).map((at) => ({ ...placeOf(strands, at), hash: hashAt(at) }))),
    disagreements,
    untold: wanted.length - looked.length,
  };
}
