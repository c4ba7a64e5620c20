import type { Sheet } from '../../../../core/evaluation/evaluate.ts';
import type { LedgerEntry } from '../../../../core/ledger/entry.ts';
import type { RatingPayload } from '../../../../core/ledger/kinds/index.ts';
import { ask } from '../../../messages/ask.ts';
import { type ReadonlySignal, signal } from '../../../ui/preact.ts';
import { ledgerWork } from '../../../worker/client.ts';

import type { WorkbenchState } from '../../state.ts';

/** Lines of evidence listed under an item; the rest stands in the ledger. */
const LISTED = 10;

/** The self-evaluation sheet of now, and the way in for what is typed. */
export interface SheetState {
  /** The sheet, and the entry up to which it was derived. */
  current: ReadonlySignal<{ sheet: Sheet; upTo: number } | undefined>;
  /** Derives the sheet up to an entry at least; while one is being derived, once more after it. */
  derive(upTo: number): void;
  /** Appends a rating. Rejects with a coded problem. */
  rate(rating: RatingPayload): Promise<LedgerEntry>;
  /** Resolves when every rating that was asked for has been written, or has failed. */
  settled(): Promise<void>;
}

export function createSheet({ failed }: Pick<WorkbenchState, 'failed'>): SheetState {
  const current = signal<{ sheet: Sheet; upTo: number } | undefined>(undefined);
  const writing = new Set<Promise<void>>();
  let wanted = -1;
  let busy = false;

  const run = async (): Promise<void> => {
    busy = true;
    try {
      while (wanted > (current.value?.upTo ?? -1)) {
        const upTo = wanted;
        current.value = { sheet: await ledgerWork.sheet(LISTED), upTo };
      }
    } catch (error) {
      failed(error);
    }
    busy = false;
  };

  return {
    current,
    derive(upTo) {
      wanted = Math.max(wanted, upTo);
      if (!busy) void run();
    },
    rate(rating) {
      const written = ask('rate', rating);
      const ended: Promise<void> = written.catch(() => undefined).then(() => void writing.delete(ended));
      writing.add(ended);
      return written;
    },
    async settled() {
      await Promise.all(writing);
    },
  };
}
