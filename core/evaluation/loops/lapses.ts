import type { LedgerRecord, Place } from '../../ledger/entry.ts';
import { readPayload } from '../../ledger/kinds/index.ts';
import { createStandings } from '../../ledger/standing.ts';

/** Evidence that holds up to a day, and stands: not taken back, and not renewed. */
export interface Lapse {
  place: Place;
  title: string;
  /** ISO day, the last on which it holds. */
  validTo: string;
  /** The seat that registered it. */
  who: string;
}

/** Collects, over the records of a ledger, what holds only up to a day. */
export function createLapses() {
  const standings = createStandings();
  const all = new Map<string, Lapse & { hash: string; renews: string | undefined }>();
  return {
    take(one: LedgerRecord): void {
      standings.take(one);
      const read = readPayload(one.entry, one.payload);
      if (read?.kind !== 'evidence' || read.payload.sample) return;
      const { validTo = '', renews, document } = read.payload;
      if (validTo === '' && renews === undefined) return;
      const { chain, sequence, hash, actor } = one.entry;
      // The same entry may stand in two branches of a chain.
      if (all.has(hash)) return;
      const place = { chain: one.branch ?? chain, sequence };
      all.set(hash, { place, title: document.title, validTo, who: actor, hash, renews: renews?.hash });
    },
    /** What was collected and stands, the first to run out first. */
    list(): Lapse[] {
      // One that was taken back renews nothing: what it named runs out as before.
      const standing = [...all.values()].filter(
        ({ place, hash }) => standings.of({ ...place, hash }).withdrawnBy === undefined,
      );
      const renewed = new Set(standing.map(({ renews }) => renews));
      return standing
        .filter(({ validTo, hash }) => validTo !== '' && !renewed.has(hash))
        .map(({ hash: _, renews: __, ...lapse }) => lapse)
        .sort((left, right) => (left.validTo < right.validTo ? -1 : left.validTo > right.validTo ? 1 : 0));
    },
  };
}
