import type { ChainHead, Head, LedgerEntry } from '../../../../core/ledger/entry.ts';
import { createStandings, type Standing } from '../../../../core/ledger/standing.ts';
import type { ChainReader } from '../../../storage/ledger-reader.ts';
import { type ReadonlySignal, signal } from '../../../ui/preact.ts';

/** How entries stand after all that was said of them later. `chain` is the name under which another chain's is kept. */
export interface LaterWords {
  /** How far this computer's chain was looked through; 0 before that. */
  upTo: ReadonlySignal<number>;
  /** Changes when there may be more to tell. */
  known: ReadonlySignal<number>;
  /** How an entry stands as far as the chains were looked through. */
  of(entry: LedgerEntry, chain?: string): Standing;
  /** What an entry counts for now. */
  indicatorsOf(entry: LedgerEntry, chain?: string): readonly string[];
  /** Looks through what was appended, the whole chain the first time. Resolves when that is done, or has failed. */
  headMoved(head: Pick<Head, 'sequence'>): Promise<void>;
  /** The same for the chains that stand beside. */
  besideMoved(others: readonly ChainHead[]): Promise<void>;
}

type Reader = Pick<ChainReader, 'search' | 'readMany'>;

export function createLaterWords(
  reader: Reader,
  failed: (error: unknown) => void,
  beside: (chain: string) => Reader = () => reader,
): LaterWords {
  const standings = createStandings();
  const upTo = signal(0);
  const known = signal(0);
  let wanted = 0;
  let running: Promise<void> | undefined;
  const others = new Map<string, number>();

  const look = async (chain: Reader, after: number, end: number): Promise<void> => {
    const found: number[] = [];
    // One kind at a time: so an index tells where some of it may be.
    for (const kind of ['correction', 'note'] as const)
      for await (const page of chain.search({ kinds: [kind] }, after, end + 1))
        found.push(...page.map(({ sequence }) => sequence));
    for (const record of await chain.readMany(found)) standings.take(record);
    known.value += 1;
  };
  const run = async (): Promise<void> => {
    try {
      while (upTo.value < wanted) {
        const end = wanted;
        await look(reader, upTo.value, end);
        upTo.value = end;
      }
    } catch (error) {
      failed(error);
    }
    running = undefined;
  };
  const of = (entry: LedgerEntry, chain = entry.chain): Standing => standings.of({ ...entry, chain });

  return {
    upTo,
    known,
    of,
    indicatorsOf: (entry, chain) => of(entry, chain).indicators?.list ?? entry.indicators,
    async headMoved({ sequence }) {
      wanted = Math.max(wanted, sequence);
      if (upTo.value >= wanted) return;
      running ??= run();
      await running;
    },
    async besideMoved(heads) {
      try {
        for (const { chain, sequence } of heads) {
          const before = others.get(chain) ?? 0;
          if (sequence <= before) continue;
          others.set(chain, sequence);
          await look(beside(chain), before, sequence);
        }
      } catch (error) {
        failed(error);
      }
    },
  };
}

/** Reads entries for a list: one that was given other indicators is found under those. */
export function searchCorrected(
  reader: Pick<ChainReader, 'search' | 'at'>,
  later: LaterWords,
  chain?: string,
): Pick<ChainReader, 'search' | 'at'> {
  return {
    at: reader.at,
    async *search(filter, after, before = Number.MAX_SAFE_INTEGER) {
      const { indicator, ...rest } = filter;
      if (indicator === undefined) return yield* reader.search(filter, after, before);
      if (chain === undefined) await later.headMoved({ sequence: before - 1 });
      for await (const page of reader.search(rest, after, before))
        yield page.filter((entry) => later.indicatorsOf(entry, chain).includes(indicator));
    },
  };
}
