import type { LedgerRecord, Place } from '../ledger/entry.ts';
import { type ImportPayload, type RatingPayload, readPayload } from '../ledger/kinds/index.ts';
import { tookIn } from '../ledger/merge/seen.ts';
import type { Scorecard } from './scorecard.ts';

/** What one window says of an item. */
export type SaidOfItem = Pick<RatingPayload, 'score' | 'reason'> & Place & { actor: string; registeredAt: string };

/** 自报: what the unit says of an item, and when it said so. */
export type SelfRating = Pick<RatingPayload, 'score' | 'reason'> & {
  sequence?: number;
  registeredAt?: string;
  /** Windows gave it different points, and nobody who had all of them before their eyes has decided yet: it has none. */
  apart?: readonly SaidOfItem[];
};

type Imports = (Pick<ImportPayload, 'chains'> & { sequence: number })[];

/**
 * The latest rating of each item; one that says nothing (no score, no reason) takes an earlier one back. Of several chains
 * counts the one that was given with the others before the eyes: by what imports took in, and never by a clock.
 * `records` in the order of each chain, with the payloads of ratings and imports.
 */
export function ratingsOf(records: Iterable<LedgerRecord>, scorecard: Scorecard): Map<string, SelfRating> {
  const latest = new Map<string, Map<string, SaidOfItem>>();
  const imports = new Map<string, Imports>();
  for (const { entry, payload, branch: chain = entry.chain } of records) {
    if (entry.kind !== 'rating' && entry.kind !== 'import') continue;
    const read = readPayload(entry, payload);
    const { sequence, actor, registeredAt } = entry;
    if (read?.kind === 'import')
      imports.set(chain, [...(imports.get(chain) ?? []), { sequence, chains: read.payload.chains }]);
    if (read?.kind !== 'rating' || read.payload.scorecard !== scorecard.id) continue;
    const { indicator, score, reason } = read.payload;
    const said = latest.get(indicator) ?? new Map<string, SaidOfItem>();
    latest.set(indicator, said.set(chain, { chain, sequence, actor, registeredAt, score, reason }));
  }
  const hasSeen = (one: SaidOfItem, other: SaidOfItem): boolean =>
    tookIn(imports.get(one.chain) ?? [], one.sequence, other);
  const ratings = new Map<string, SelfRating>();
  for (const [indicator, said] of latest) {
    const all = [...said.values()];
    const open = all.filter((one) => !all.some((other) => other !== one && hasSeen(other, one)));
    const rating = togetherOf(open);
    if (rating !== undefined) ratings.set(indicator, rating);
  }
  return ratings;
}

/** One rating out of those of several windows; the first of them where they give the same points. */
function togetherOf(open: readonly SaidOfItem[]): SelfRating | undefined {
  const [first] = open;
  if (first === undefined) return undefined;
  if (open.some(({ score }) => score !== first.score)) return { score: null, reason: '', apart: open };
  const { score, reason, sequence, registeredAt } = first;
  return score === null && reason === '' ? undefined : { score, reason, sequence, registeredAt };
}
