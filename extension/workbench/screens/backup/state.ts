import { type Problem, ProblemError, problemOf } from '../../../../core/base/problems.ts';
import type { Comparison } from '../../../../core/ledger/bundle/compare.ts';
import { ask } from '../../../messages/ask.ts';
import { offerFile } from '../../../messages/hand-over.ts';
import { mergeFiles } from '../../../messages/merge-files.ts';
import { hear } from '../../../messages/signals.ts';
import type { LedgerReader } from '../../../storage/ledger-reader.ts';
import { type ReadonlySignal, signal } from '../../../ui/preact.ts';
import { ledgerWork } from '../../../worker/client.ts';
import type { WorkbenchState } from '../../state.ts';
import { createLastExport, type LastExport } from '../ledger/last-export.ts';

/** Where restoring stands. */
export type RestoreStage =
  | { is: 'nothing-chosen' }
  | { is: 'comparing'; name: string; count: number }
  | { is: 'compared'; file: File; comparison: Comparison }
  | { is: 'restoring'; file: File; comparison: Comparison; done: number }
  | { is: 'restored'; name: string; count: number }
  | { is: 'failed'; problem: Problem };

/** A restore that is not done. */
export type Unfinished = NonNullable<Awaited<ReturnType<LedgerReader['restoring']>>>;

/** What the screen keeps while others are in front of it: a restore goes on. */
export interface BackupState {
  lastExport: LastExport;
  stage: ReadonlySignal<RestoreStage>;
  /** undefined when there is none, or it is not known yet. */
  unfinished: ReadonlySignal<Unfinished | undefined>;
  look(): Promise<void>;
  /** Reads a file and compares; writes nothing. */
  compare(file: File): Promise<void>;
  /** Restores what was compared. */
  restore(): Promise<void>;
  /** Takes back a restore that is not done. Rejects with a coded problem. */
  drop(): Promise<void>;
}

export function createBackupState({ reader, failed }: WorkbenchState): BackupState {
  const stage = signal<RestoreStage>({ is: 'nothing-chosen' });
  const unfinished = signal<Unfinished | undefined>(undefined);
  /** Counts the files that were chosen: what is told of an earlier one comes too late. */
  let chosen = 0;

  const look = async (): Promise<void> => {
    unfinished.value = await reader.restoring();
  };
  hear('restoreMoved', ({ done }) => {
    if (stage.value.is === 'restoring') stage.value = { ...stage.value, done };
  });

  return {
    lastExport: createLastExport(reader, failed),
    stage,
    unfinished,
    look,
    async compare(file) {
      chosen += 1;
      const own = chosen;
      const tell = (next: RestoreStage): void => {
        if (own === chosen) stage.value = next;
      };
      tell({ is: 'comparing', name: file.name, count: 0 });
      try {
        const count = (read: number) => tell({ is: 'comparing', name: file.name, count: read });
        const comparison = await ledgerWork.compareFile(file, file.name, count);
        await look();
        tell({ is: 'compared', file, comparison });
      } catch (error) {
        tell({ is: 'failed', problem: problemOf(error) });
      }
    },
    async restore() {
      if (stage.value.is !== 'compared') return;
      const { file, comparison } = stage.value;
      stage.value = { is: 'restoring', file, comparison, done: unfinished.value?.done ?? 0 };
      try {
        await restoreFile(reader, file, comparison);
        // The chains of others stand behind the own one, and come in as they did the first time.
        if (comparison.bundle.chains > 1)
          await mergeFiles([file], { now: new Date().toISOString(), witnesses: [], agreed: [] });
        stage.value = { is: 'restored', name: file.name, count: comparison.bundle.count };
      } catch (error) {
        stage.value = { is: 'failed', problem: problemOf(error) };
      }
      await look().catch(failed);
    },
    async drop() {
      await ask('dropRestore', {});
      stage.value = { is: 'nothing-chosen' };
      await look();
    },
  };
}

/** Has the background restore a file. Rejects with a coded problem. */
async function restoreFile(reader: LedgerReader, file: File, { bundle }: Comparison): Promise<void> {
  const { chain, sequence, hash } = bundle.head;
  const target = { name: file.name, fingerprint: bundle.fingerprint, chain, sequence, hash };
  for (let before = -1; ; ) {
    const { ticket, withdraw } = offerFile(file);
    try {
      await ask('restore', { ticket, target });
      return;
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      // The browser has stopped the background. It goes on where it was, as long as it gets any further.
      const [own, unfinished] = [await reader.head(), await reader.restoring()];
      if (unfinished === undefined && own.chain === chain && own.sequence > sequence) return;
      const done = unfinished?.done ?? 0;
      if (done <= before) throw error;
      before = done;
    } finally {
      withdraw();
    }
  }
}
