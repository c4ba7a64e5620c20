import { compareText } from '../../core/base/text.ts';
import { type Citing, type CitingAsked, citingFilters, citingIn } from '../../core/evaluation/citing.ts';
import { createStandings } from '../../core/ledger/standing.ts';
import type { ChainReader, LedgerReader } from '../storage/ledger-reader.ts';

/** What the ledger has of what was asked, the newest first. */
export interface CitingFound {
  found: Citing[];
  /** There is more than was listed, or older entries were not looked into: then nothing is missing for certain. */
  more: boolean;
}

/** Entries that are listed, and entries of a chain that are looked into: whoever asks sees the newest. */
const [MOST, MOST_SEEN] = [100, 2_000];
/** Standards that are asked about at once. */
const MOST_ASKED = 100;

/** Evidence of every chain that names standards, or is about a service; what was taken back is left out. It writes nothing. */
export async function citing(reader: LedgerReader, given: CitingAsked): Promise<CitingFound> {
  const asked = { ...given, designations: given.designations.slice(0, MOST_ASKED) };
  const filters = citingFilters(asked);
  const chains: ChainReader[] = [reader, ...(await reader.others()).map(({ chain }) => reader.beside(chain))];
  const found = new Map<string, Citing & { hash: string }>();
  const standings = createStandings();
  let more = asked.designations.length < given.designations.length;

  for (const chain of chains) {
    for await (const page of chain.search({ kinds: ['correction'] }))
      for (const record of await chain.readMany(page.map(({ sequence }) => sequence))) standings.take(record);
    let [seen, listed] = [0, 0];
    for await (const records of chain.maybe(filters)) {
      for (const record of records) {
        const one = citingIn(record, asked);
        if (one === undefined) continue;
        listed += 1;
        // The same entry may stand in two branches of a chain.
        found.set(record.entry.hash, { ...one, hash: record.entry.hash });
      }
      seen += records.length;
      if (listed <= MOST && seen < MOST_SEEN) continue;
      more = true;
      break;
    }
  }
  const standing = [...found.values()]
    .filter(({ place, hash }) => standings.of({ ...place, hash }).withdrawnBy === undefined)
    .sort(
      (left, right) => compareText(right.registeredOn, left.registeredOn) || right.place.sequence - left.place.sequence,
    );
  return { found: standing.slice(0, MOST).map(({ hash: _, ...one }) => one), more: more || standing.length > MOST };
}
