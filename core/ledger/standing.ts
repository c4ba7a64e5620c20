import type { LedgerRecord, Place } from './entry.ts';
import { type CorrectionPayload, readPayload } from './kinds/index.ts';

/** What later entries made of an entry. */
export interface Standing {
  /** The correction that took it back; left out of one that stands, or stands again. */
  withdrawnBy?: Place;
  /** What it counts for instead of its own indicators, and the correction that said so. */
  indicators?: { list: readonly string[]; by: Place };
  /** The corrections and notes about it, in their order. */
  later: readonly Place[];
}

/** The latest word on each thing. */
interface Words {
  withdrawn?: { value: boolean; by: Place };
  indicators?: { list: readonly string[]; by: Place };
  later: readonly Place[];
}
const NO_WORDS: Words = { later: [] };

/** Gathers what corrections and notes say of the entries before them. */
export interface Standings {
  /**
   * Takes in one record. Those of one chain come in its order, the chains in any; records of other kinds change nothing.
   */
  take(record: LedgerRecord): void;
  /** How an entry stands after all that was taken in; without its hash as far as its own chain tells. */
  of(entry: Place & { hash?: string }): Standing;
}

const keyOf = ({ chain, sequence }: Place): string => `${sequence}\n${chain}`;
/** Half of a hash tells it from all others. */
const hashKey = (hash: string): string => hash.slice(0, 32);
/** Of decisions about entries of other chains the one counts that comes last by chain and number: whatever came in first. */
const isAfter = (one: Place, other: Place | undefined): boolean =>
  other === undefined || one.chain > other.chain || (one.chain === other.chain && one.sequence > other.sequence);

function withWords(
  before: Words,
  by: Place,
  { withdrawn, indicators }: Pick<CorrectionPayload, 'withdrawn' | 'indicators'>,
  counts: (known: Place | undefined) => boolean,
): Words {
  return {
    ...before,
    ...(withdrawn !== undefined && counts(before.withdrawn?.by) ? { withdrawn: { value: withdrawn, by } } : {}),
    ...(indicators !== undefined && counts(before.indicators?.by) ? { indicators: { list: indicators, by } } : {}),
    later: [...before.later, by],
  };
}

/**
 * The one place where it is decided how an entry stands: lists, sheets and exports ask here. Nothing in a ledger is edited, so
 * the latest word on each thing counts; what was decided in another chain, by a person who saw both, goes before it.
 */
export function createStandings(): Standings {
  const own = new Map<string, Words>();
  const decided = new Map<string, Words>();
  return {
    of(entry) {
      const said = own.get(keyOf(entry)) ?? NO_WORDS;
      const over = (entry.hash === undefined ? undefined : decided.get(hashKey(entry.hash))) ?? NO_WORDS;
      const [withdrawn, indicators] = [over.withdrawn ?? said.withdrawn, over.indicators ?? said.indicators];
      return {
        ...(withdrawn?.value ? { withdrawnBy: withdrawn.by } : {}),
        ...(indicators === undefined ? {} : { indicators }),
        later: [...said.later, ...over.later],
      };
    },
    take({ entry, payload, branch: chain = entry.chain }) {
      if (entry.kind !== 'correction' && entry.kind !== 'note') return;
      const read = readPayload(entry, payload);
      const by = { chain, sequence: entry.sequence };
      if (read?.kind === 'correction' && read.payload.other !== undefined) {
        const key = hashKey(read.payload.other.hash);
        decided.set(
          key,
          withWords(decided.get(key) ?? NO_WORDS, by, read.payload, (known) => isAfter(by, known)),
        );
        return;
      }
      const about =
        read?.kind === 'correction' ? read.payload.sequence : read?.kind === 'note' ? read.payload.about : undefined;
      // An entry can speak of earlier ones only.
      if (about === undefined || about >= entry.sequence) return;
      const key = keyOf({ chain, sequence: about });
      const words = read?.kind === 'correction' ? read.payload : {};
      own.set(
        key,
        withWords(own.get(key) ?? NO_WORDS, by, words, () => true),
      );
    },
  };
}
