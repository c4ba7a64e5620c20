import { ProblemError } from '../../../../core/base/problems.ts';
import type { Sheet } from '../../../../core/evaluation/evaluate.ts';
import type { LedgerEntry } from '../../../../core/ledger/entry.ts';
import { type RatingPayload, readPayload } from '../../../../core/ledger/kinds/index.ts';
import { ask } from '../../../messages/ask.ts';
import { createLedgerReader } from '../../../storage/ledger-reader.ts';
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
  /**
   * Appends a rating; one that was written although nobody could say so any more is not written again. Rejects with a
   * coded problem.
   */
  rate(rating: RatingPayload): Promise<LedgerEntry>;
  /** Resolves when every rating that was asked for has been written, or has failed. */
  settled(): Promise<void>;
}

/** The last entry about an item, when it says just this: then there is nothing left to write. */
async function writtenAlready({ indicator, score, reason }: RatingPayload): Promise<LedgerEntry | undefined> {
  const reader = createLedgerReader();
  const [entry] = (await reader.find({ kinds: ['rating'], indicator }, 1)).entries;
  const record = entry && (await reader.read(entry.sequence));
  const known = record && readPayload(record.entry, record.payload);
  return known?.kind === 'rating' && known.payload.score === score && known.payload.reason === reason
    ? entry
    : undefined;
}

/** Appends a rating. When the background is stopped meanwhile, the ledger tells whether it was written. */
async function append(rating: RatingPayload): Promise<LedgerEntry> {
  try {
    return await ask('rate', rating);
  } catch (error) {
    const stopped = error instanceof ProblemError && error.problem.code === 'background-stopped';
    const written = stopped ? await writtenAlready(rating) : undefined;
    if (written === undefined) throw error;
    return written;
  }
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
      const written = append(rating);
      const ended: Promise<void> = written.catch(() => undefined).then(() => void writing.delete(ended));
      writing.add(ended);
      return written;
    },
    async settled() {
      await Promise.all(writing);
    },
  };
}
