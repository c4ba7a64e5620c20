import type { EntryFilter } from '../../../../core/ledger/search.ts';
import type { WorkbenchState } from '../../state.ts';
import { createEntryList, type EntryList } from './entry-list.ts';
import { createLastExport, type LastExport } from './last-export.ts';
import { createLaterWords, type LaterWords, searchCorrected } from './later.ts';

/** What everybody sees first: exports and ratings are out of the way. */
export const BY_DEFAULT: EntryFilter = { kinds: ['evidence'] };

/** What the screen keeps while others are in front of it: the list with its filter, what was said of entries later, and how old the backup is. */
export interface LedgerState {
  list: EntryList;
  later: LaterWords;
  lastExport: LastExport;
}

export function createLedgerState({ reader, head, chains, failed }: WorkbenchState): LedgerState {
  const later = createLaterWords(reader, failed, reader.beside);
  const list = createEntryList(searchCorrected(reader, later), failed, BY_DEFAULT);
  head.subscribe((now) => {
    if (now !== undefined) list.headMoved(now);
  });
  chains.subscribe((now) => {
    if (now === undefined) return;
    list.besideMoved(
      now.others.map(({ chain, sequence }) => ({
        ...{ chain, sequence },
        reader: searchCorrected(reader.beside(chain), later, chain),
      })),
    );
    void later.besideMoved(now.others);
  });
  return { list, later, lastExport: createLastExport(reader, failed) };
}
