import type { LedgerRecord } from './entry.ts';
import { readPayload } from './kinds/index.ts';

/** What later entries made of an entry. */
export interface Standing {
  /** Sequence of the correction that took it back; left out of one that stands, or stands again. */
  withdrawnBy?: number;
  /** What it counts for instead of its own indicators, and the correction that said so. */
  indicators?: { list: readonly string[]; by: number };
  /** Sequences of the corrections and notes about it, in their order. */
  later: readonly number[];
}

const UNTOUCHED: Standing = { later: [] };

/** Gathers what corrections and notes say of the entries before them. */
export interface Standings {
  /** Takes in one record. They come in the order of the chain; those of other kinds change nothing. */
  take(record: LedgerRecord): void;
  /** How the entry with this sequence stands after all that was taken in. */
  of(sequence: number): Standing;
}

/**
 * The one place where it is decided how an entry stands: lists, sheets and exports ask here. Nothing in a ledger is edited, so
 * the latest word on each thing counts.
 */
export function createStandings(): Standings {
  const known = new Map<number, Standing>();
  const of = (sequence: number): Standing => known.get(sequence) ?? UNTOUCHED;
  return {
    of,
    take({ entry, payload }) {
      const read = readPayload(entry, payload);
      const about =
        read?.kind === 'correction' ? read.payload.sequence : read?.kind === 'note' ? read.payload.about : undefined;
      // An entry can speak of earlier ones only.
      if (about === undefined || about >= entry.sequence) return;
      const { withdrawnBy, ...before } = of(about);
      const later = [...before.later, entry.sequence];
      const { withdrawn, indicators = undefined } = read?.kind === 'correction' ? read.payload : {};
      const takenBackBy = withdrawn === undefined ? withdrawnBy : withdrawn ? entry.sequence : undefined;
      known.set(about, {
        ...before,
        ...(indicators === undefined ? {} : { indicators: { list: indicators, by: entry.sequence } }),
        ...(takenBackBy === undefined ? {} : { withdrawnBy: takenBackBy }),
        later,
      });
    },
  };
}
