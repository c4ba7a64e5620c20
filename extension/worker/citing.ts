import { type Citing, type CitingAsked, citingFilters, citingIn } from '../../core/evaluation/citing.ts';
import { createStandings } from '../../core/ledger/standing.ts';
import type { ChainReader, LedgerReader } from '../storage/ledger-reader.ts';

/** What the ledger has of what was asked, the newest first. */
export interface CitingFound {
  found: Citing[];
  /** There is more than was listed, or more than was looked into. */
  more: boolean;
}

/** Entries that are listed, and entries of one filter that are looked into: whoever asks sees the newest. */
const [MOST, MOST_SEEN] = [100, 1_000];
/** Standards that are asked about at once. */
const MOST_ASKED = 50;

/** Evidence of every chain that names standards, or is about a service; what was taken back is left out. It writes nothing. */
export async function citing(reader: LedgerReader, given: CitingAsked): Promise<CitingFound> {
  const asked = { ...given, designations: given.designations.slice(0, MOST_ASKED) };
  const chains: ChainReader[] = [reader, ...(await reader.others()).map(({ chain }) => reader.beside(chain))];
  const found = new Map<string, Citing & { hash: string }>();
  const standings = createStandings();
  let more = asked.designations.length < given.designations.length;

  const look = async (chain: ChainReader, filter: ReturnType<typeof citingFilters>[number]): Promise<void> => {
    let [seen, listed] = [0, 0];
    for await (const page of chain.search({ ...filter, kinds: ['evidence'] })) {
      for (const record of await chain.readMany(page.map(({ sequence }) => sequence))) {
        const one = citingIn(record, asked);
        if (one === undefined) continue;
        listed += 1;
        // The same entry may stand in two branches of a chain.
        found.set(record.entry.hash, { ...one, hash: record.entry.hash });
      }
      seen += page.length;
      if (listed <= MOST && seen < MOST_SEEN) continue;
      more = true;
      return;
    }
  };

  for (const chain of chains) {
    for (const filter of citingFilters(asked)) await look(chain, filter);
    for await (const page of chain.search({ kinds: ['correction'] }))
      for (const record of await chain.readMany(page.map(({ sequence }) => sequence))) standings.take(record);
  }
  const standing = [...found.values()]
    .filter(({ place, hash }) => standings.of({ ...place, hash }).withdrawnBy === undefined)
    .sort((left, right) =>
      left.registeredOn < right.registeredOn
        ? 1
        : left.registeredOn > right.registeredOn
          ? -1
          : right.place.sequence - left.place.sequence,
    );
  return { found: standing.slice(0, MOST).map(({ hash: _, ...one }) => one), more: more || standing.length > MOST };
}
