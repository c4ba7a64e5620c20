import { chinaDay, daysBetween } from '../base/dates.ts';
import { fillSlots } from '../base/text.ts';
import type { LedgerEntry, LedgerRecord, Place } from '../ledger/entry.ts';
import { createStandings } from '../ledger/standing.ts';
import type { SelfRating } from './ratings.ts';
import type { ScoreCategory, Scorecard, ScoreGroup, ScoreItem } from './scorecard.ts';

/** Days between fact and registration from which a line says so, calmly. */
const WIDE_GAP = 90;

/** One entry that stands for an item. */
export interface EvidenceLine extends Place {
  /** Its number for people: of another chain than this computer's with the seat. */
  number: string;
  subject: string;
  factOn: string;
  registeredOn: string;
  actor: string;
  hash: string;
  /** Days from the fact to its registration; left out when the fact's date is not known. */
  gapDays?: number;
  /** The gap is so wide that the reader should be told. */
  wideGap: boolean;
  /** Entries of other windows with the same content, by their numbers for people; they are not counted again. */
  also?: readonly string[];
}

/**
 * backed: rated and with evidence; rated: rated without evidence; evidence: evidence without a rating;
 * unclear: neither; no-text: the item's text was not obtained.
 */
export type ItemState = 'backed' | 'rated' | 'evidence' | 'unclear' | 'no-text';

export interface SheetItem {
  item: ScoreItem;
  rating?: SelfRating;
  /** Newest first; only the newest of them in a sheet from `withNewestEvidence`. */
  evidence: EvidenceLine[];
  /** How many there are. */
  evidenceCount: number;
  state: ItemState;
}

/** How points fall: `points = backed + rated + forgone + unclear`, always. */
export interface Points {
  points: number;
  /** 自报 with evidence. */
  backed: number;
  /** 自报 without evidence. */
  rated: number;
  /** Given up by the unit itself: every item of the group is rated, and this is what is left. */
  forgone: number;
  /** 不清楚: not rated, or the ratings of a group exceed its points. */
  unclear: number;
}

export interface SheetGroup {
  group: ScoreGroup;
  items: SheetItem[];
  points: Points;
  /** The ratings together are more than the group has; they are not counted until that is mended. */
  over?: number;
}

export interface SheetCategory {
  category: ScoreCategory;
  groups: SheetGroup[];
  points: Points;
}

export interface Sheet {
  scorecard: Scorecard;
  categories: SheetCategory[];
  unplaced: SheetItem[];
  /** Points of the groups whose text is known: the only ones that are counted. */
  known: Points;
  /** Points of the categories of which only the total is known. */
  withoutText: number;
  /** Items by state; together they are all the items. */
  items: Record<ItemState, number>;
}

/** Days from an entry's fact to its registration, and whether the gap is so wide that the reader should be told. */
export function registrationGap(entry: Pick<LedgerEntry, 'factOn' | 'registeredAt'>): {
  gapDays?: number;
  wideGap: boolean;
} {
  if (entry.factOn === '') return { wideGap: false };
  const gapDays = daysBetween(entry.factOn, chinaDay(entry.registeredAt));
  return { gapDays, wideGap: gapDays > WIDE_GAP };
}

const record = (points: number): Points => ({ points, backed: 0, rated: 0, forgone: 0, unclear: 0 });

function sum(parts: readonly Points[]): Points {
  return parts.reduce(
    (total, part) => ({
      points: total.points + part.points,
      backed: total.backed + part.backed,
      rated: total.rated + part.rated,
      forgone: total.forgone + part.forgone,
      unclear: total.unclear + part.unclear,
    }),
    record(0),
  );
}

/** Which entries have the same content, by halves of their hashes: those of one group have the same word. */
export type SameContent = ReadonlyMap<string, string>;

const OF_OTHERS = '{actor}第{sequence}号';

/** Lines of an indicator, of which those with the same content become one, that of the chain that comes first. */
function countOnce(lines: readonly EvidenceLine[], same: SameContent): EvidenceLine[] {
  const counted = new Map<string, EvidenceLine[]>();
  for (const line of lines) {
    const half = line.hash.slice(0, 32);
    const content = same.get(half) ?? half;
    counted.set(content, [...(counted.get(content) ?? []), line]);
  }
  return [...counted.values()].flatMap((all) => {
    const [first, ...others] = all;
    return first === undefined
      ? []
      : [others.length === 0 ? first : { ...first, also: others.map(({ number }) => number) }];
  });
}

/** Evidence lines by indicator, chain by chain, of each the newest first; later corrections move a line to other indicators or take it away. */
function evidenceOf(records: Iterable<LedgerRecord>, same: SameContent): Map<string, EvidenceLine[]> {
  const chains = new Map<string, { line: EvidenceLine; own: readonly string[] }[]>();
  const standings = createStandings();
  let here: string | undefined;
  for (const record of records) {
    standings.take(record);
    const { entry, branch: chain = entry.chain } = record;
    here ??= chain;
    if (entry.kind !== 'evidence') continue;
    const registeredOn = chinaDay(entry.registeredAt);
    const { sequence, subject, factOn, actor, hash, indicators: own } = entry;
    const number = chain === here ? String(sequence) : fillSlots(OF_OTHERS, { actor, sequence });
    const lines = chains.get(chain) ?? [];
    chains.set(chain, lines);
    lines.push({
      line: { ...{ chain, sequence, number, subject, factOn, registeredOn, actor, hash }, ...registrationGap(entry) },
      own,
    });
  }
  const byIndicator = new Map<string, EvidenceLine[]>();
  for (const { line, own } of [...chains.values()].flatMap((lines) => lines.reverse())) {
    const { withdrawnBy, indicators } = standings.of(line);
    if (withdrawnBy !== undefined) continue;
    for (const indicator of new Set(indicators?.list ?? own)) {
      const others = byIndicator.get(indicator);
      if (others === undefined) byIndicator.set(indicator, [line]);
      else others.push(line);
    }
  }
  if (same.size > 0) for (const [indicator, all] of byIndicator) byIndicator.set(indicator, countOnce(all, same));
  return byIndicator;
}

function stateOf(item: ScoreItem, rating: SelfRating | undefined, evidence: readonly EvidenceLine[]): ItemState {
  if (item.name === null) return 'no-text';
  if (rating !== undefined && rating.score !== null) return evidence.length > 0 ? 'backed' : 'rated';
  return evidence.length > 0 ? 'evidence' : 'unclear';
}

function scoreGroup(group: ScoreGroup, items: SheetItem[]): SheetGroup {
  const scoreOf = (state: ItemState): number =>
    items.filter((item) => item.state === state).reduce((total, item) => total + (item.rating?.score ?? 0), 0);
  const [backed, rated] = [scoreOf('backed'), scoreOf('rated')];
  const over = backed + rated - group.points;
  if (over > 0) return { group, items, points: { ...record(group.points), unclear: group.points }, over };
  const rest = group.points - backed - rated;
  const complete = items.every((item) => item.state === 'backed' || item.state === 'rated');
  const points = { points: group.points, backed, rated, forgone: complete ? rest : 0, unclear: complete ? 0 : rest };
  return { group, items, points };
}

/**
 * The self-evaluation sheet: for each item what the unit says, what the ledger holds and what is not clear.
 * It judges nothing: no pass mark is known. `records` in the order of each chain, this computer's first; `ratings` from
 * `ratingsOf`; `same` tells which entries of several chains count once.
 */
export function evaluate(
  scorecard: Scorecard,
  records: Iterable<LedgerRecord>,
  ratings: ReadonlyMap<string, SelfRating>,
  same: SameContent = new Map(),
): Sheet {
  const evidence = evidenceOf(records, same);
  const sheetItem = (item: ScoreItem): SheetItem => {
    const [rating, lines] = [ratings.get(item.id), evidence.get(item.id) ?? []];
    return {
      item,
      ...(rating === undefined ? {} : { rating }),
      evidence: lines,
      evidenceCount: lines.length,
      state: stateOf(item, rating, lines),
    };
  };
  const categories = scorecard.categories.map((category): SheetCategory => {
    const groups = category.groups.map((group) => scoreGroup(group, group.items.map(sheetItem)));
    return { category, groups, points: sum(groups.map((group) => group.points)) };
  });
  const unplaced = scorecard.unplaced.map(sheetItem);
  const items: Record<ItemState, number> = { backed: 0, rated: 0, evidence: 0, unclear: 0, 'no-text': 0 };
  for (const { state } of [
    ...categories.flatMap(({ groups }) => groups.flatMap((group) => group.items)),
    ...unplaced,
  ]) {
    items[state] += 1;
  }
  const known = sum(categories.map((category) => category.points));
  return { scorecard, categories, unplaced, known, withoutText: scorecard.total - known.points, items };
}

/** The same sheet with at most so many lines of evidence an item: what a screen shows, and small enough to hand over. */
export function withNewestEvidence(sheet: Sheet, most: number): Sheet {
  const shortened = (one: SheetItem): SheetItem => ({ ...one, evidence: one.evidence.slice(0, most) });
  return {
    ...sheet,
    categories: sheet.categories.map((category) => ({
      ...category,
      groups: category.groups.map((group) => ({ ...group, items: group.items.map(shortened) })),
    })),
    unplaced: sheet.unplaced.map(shortened),
  };
}
