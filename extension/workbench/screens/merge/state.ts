import { type Problem, problemOf } from '../../../../core/base/problems.ts';
import type { Witness } from '../../../../core/ledger/merge/questions.ts';
import { tellQuestion } from '../../../../core/ledger/merge/tell.ts';
import { mergeFiles } from '../../../messages/merge-files.ts';
import { hear } from '../../../messages/signals.ts';
import { type ReadonlySignal, signal } from '../../../ui/preact.ts';
import { ledgerWork } from '../../../worker/client.ts';
import type { MergeCompared } from '../../../worker/work.ts';
import type { WorkbenchState } from '../../state.ts';

/** Where merging stands. */
export type MergeStage =
  | { is: 'nothing-chosen' }
  | { is: 'comparing'; count: number }
  | { is: 'compared'; files: File[]; witnesses: Witness[]; compared: MergeCompared }
  | { is: 'merging'; compared: MergeCompared; done: number }
  | { is: 'merged'; compared: MergeCompared; added: number }
  | { is: 'failed'; problem: Problem };

/** What the screen keeps while others are in front of it. */
export interface MergeState {
  stage: ReadonlySignal<MergeStage>;
  /** How the chains that stand here do to each other; undefined while that is not known. */
  here: ReadonlySignal<MergeCompared | undefined>;
  /** Finds out anew how they do. */
  look(): Promise<void>;
  /** Reads files and compares; writes nothing. */
  compare(files: File[], witnesses: Witness[]): Promise<void>;
  /** Takes in what was compared. */
  merge(): Promise<void>;
}

const byName = (left: File, right: File): number => left.name.localeCompare(right.name);

export function createMergeState({ failed }: WorkbenchState): MergeState {
  const stage = signal<MergeStage>({ is: 'nothing-chosen' });
  const here = signal<MergeCompared | undefined>(undefined);
  /** Counts the choices of files: what is told of an earlier one comes too late. */
  let chosen = 0;
  let looking: Promise<void> | undefined;
  let again = false;

  hear('restoreMoved', ({ done }) => {
    if (stage.value.is === 'merging') stage.value = { ...stage.value, done };
  });
  const lookNow = async (): Promise<void> => {
    do {
      again = false;
      here.value = await ledgerWork.compareMerge([], { now: new Date().toISOString() });
    } while (again);
  };
  const look = async (): Promise<void> => {
    again = looking !== undefined;
    looking ??= lookNow().finally(() => {
      looking = undefined;
    });
    await looking;
  };

  return {
    stage,
    here,
    look,
    async compare(given, witnesses) {
      chosen += 1;
      const own = chosen;
      const files = [...given].sort(byName);
      const tell = (next: MergeStage): void => {
        if (own === chosen) stage.value = next;
      };
      tell({ is: 'comparing', count: 0 });
      try {
        const compared = await ledgerWork.compareMerge(
          files.map((content) => ({ name: content.name, content })),
          { now: new Date().toISOString(), witnesses },
          (count) => tell({ is: 'comparing', count }),
        );
        tell({ is: 'compared', files, witnesses, compared });
      } catch (error) {
        tell({ is: 'failed', problem: problemOf(error) });
      }
    },
    async merge() {
      if (stage.value.is !== 'compared') return;
      const { files, witnesses, compared } = stage.value;
      stage.value = { is: 'merging', compared, done: 0 };
      try {
        const agreed = compared.log.questions.map(tellQuestion);
        const entry = await mergeFiles(files, { now: compared.now, witnesses, agreed });
        stage.value = { is: 'merged', compared, added: entry === null ? 0 : compared.added };
      } catch (error) {
        stage.value = { is: 'failed', problem: problemOf(error) };
      }
      await look().catch(failed);
    },
  };
}
