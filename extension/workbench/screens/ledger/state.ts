import type { WorkbenchState } from '../../state.ts';
import { createEntryList, type EntryList } from './entry-list.ts';
import { createLastExport, type LastExport } from './last-export.ts';

/** What the screen keeps while others are in front of it: the list with its filter, and how old the backup is. */
export interface LedgerState {
  list: EntryList;
  lastExport: LastExport;
}

export function createLedgerState({ reader, head, failed }: WorkbenchState): LedgerState {
  const list = createEntryList(reader, failed);
  head.subscribe((now) => {
    if (now !== undefined) list.headMoved(now);
  });
  return { list, lastExport: createLastExport(reader, failed) };
}
