import type { Head, LedgerEntry } from '../../../../core/ledger/entry.ts';
import { createStandings, type Standing } from '../../../../core/ledger/standing.ts';
import type { LedgerReader } from '../../../storage/ledger-reader.ts';
import { type ReadonlySignal, signal } from '../../../ui/preact.ts';

/** How entries stand after all that was said of them later. */
export interface LaterWords {
  /** How far the chain was looked through; 0 before that. Changes when there may be more to tell. */
  upTo: ReadonlySignal<number>;
  /** How an entry stands as far as the chain was looked through. */
  of(sequence: number): Standing;
  /** What an entry counts for now. */
  indicatorsOf(entry: LedgerEntry): readonly string[];
  /** Looks through what was appended, the whole chain the first time. Resolves when that is done, or has failed. */
  headMoved(head: Pick<Head, 'sequence'>): Promise<void>;
}

export function createLaterWords(
  reader: Pick<LedgerReader, 'search' | 'readMany'>,
  failed: (error: unknown) => void,
): LaterWords {
  const standings = createStandings();
  const upTo = signal(0);
  let wanted = 0;
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    try {
      while (upTo.value < wanted) {
        const end = wanted;
        const found: number[] = [];
        // One kind at a time: so an index tells where some of it may be.
        for (const kind of ['correction', 'note'] as const)
          for await (const page of reader.search({ kinds: [kind] }, upTo.value, end + 1))
            found.push(...page.map(({ sequence }) => sequence));
        for (const record of await reader.readMany(found)) standings.take(record);
        upTo.value = end;
      }
    } catch (error) {
      failed(error);
    }
    running = undefined;
  };

  return {
    upTo,
    of: (sequence) => standings.of(sequence),
    indicatorsOf: ({ sequence, indicators }) => standings.of(sequence).indicators?.list ?? indicators,
    async headMoved({ sequence }) {
      wanted = Math.max(wanted, sequence);
      if (upTo.value >= wanted) return;
      running ??= run();
      await running;
    },
  };
}

/** Reads entries for a list: one that was given other indicators is found under those. */
export function searchCorrected(
  reader: Pick<LedgerReader, 'search' | 'at'>,
  later: LaterWords,
): Pick<LedgerReader, 'search' | 'at'> {
  return {
    at: reader.at,
    async *search(filter, after, before = Number.MAX_SAFE_INTEGER) {
      const { indicator, ...rest } = filter;
      if (indicator === undefined) return yield* reader.search(filter, after, before);
      await later.headMoved({ sequence: before - 1 });
      for await (const page of reader.search(rest, after, before))
        yield page.filter((entry) => later.indicatorsOf(entry).includes(indicator));
    },
  };
}
