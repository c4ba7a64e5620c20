import { type Problem, problemOf } from '../../core/base/problems.ts';
import { ask } from '../messages/ask.ts';
import { forgetLost, type NotedHead, notedHeads } from '../messages/last-head.ts';
import { hear } from '../messages/signals.ts';
import { type ReadonlySignal, signal } from '../ui/preact.ts';
import type { BackupState } from '../worker/backup.ts';

/** How backups stand, for the screens of one page. */
export interface Backup {
  /** undefined until it is known. */
  state: ReadonlySignal<BackupState | undefined>;
  /** Where the chain once ended and does not any more; undefined where nothing is missing, or it is not known yet. */
  lost: ReadonlySignal<NotedHead | undefined>;
  /** The person took note of what was lost. */
  takeNote(): Promise<void>;
  /** A backup is being made, by this page. */
  working: ReadonlySignal<boolean>;
  /** Why the last one could not be made, or looked at. */
  trouble: ReadonlySignal<Problem | undefined>;
  look(): Promise<void>;
  /** Makes one now, in the way that was chosen. */
  make(): Promise<void>;
  /** Asks the person for the folder again: browsers forget it when they are closed. Has to be called from a click. */
  allow(): Promise<void>;
  /** Has the person choose a folder; false when none was chosen. Has to be called from a click. */
  choose(): Promise<boolean>;
  plan(how: 'downloads' | 'off'): Promise<void>;
}

/** What browsers with folders offer, and the types of the platform do not know yet. */
interface FolderPicker {
  showDirectoryPicker?(options: { id: string; mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
}
type AskableHandle = FileSystemDirectoryHandle & {
  requestPermission?(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
};

/** Loaded when it is first needed: no opening of the panel waits for it. */
const backupWork = async () => (await import('../worker/client.ts')).backupWork;

/** Whether this browser can be given a folder. */
export const hasFolders = (): boolean => (globalThis as FolderPicker).showDirectoryPicker !== undefined;

/** Milliseconds after which a page of ours looks for the first time: what the person came for goes first. */
const BEGINS = 3_000;
/** Milliseconds of rest after an entry: several that follow each other are backed up together. */
const RESTS = 5_000;
/** One page of ours at a time makes a backup. */
const LOCK = 'duibiao-backup';

/** Follows how backups stand, and makes the one that is due, as long as the page is open. */
export function followBackup(): Backup {
  const state = signal<BackupState | undefined>(undefined);
  const lost = signal<NotedHead | undefined>(undefined);
  const working = signal(false);
  const trouble = signal<Problem | undefined>(undefined);

  /** A failure becomes `trouble`. */
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      trouble.value = problemOf(error);
    }
  };
  const look = (): Promise<void> =>
    attempt(async () => {
      state.value = await (await backupWork()).backupState();
      const noted = await notedHeads();
      const wanted = noted.lost ?? noted.last;
      if (wanted === undefined) return;
      const { holds, head } = await (await backupWork()).holds(wanted);
      lost.value = holds ? undefined : wanted;
      // It came back from a backup.
      if (holds && noted.lost !== undefined) await forgetLost(head);
    });
  const make = async (): Promise<void> => {
    working.value = true;
    trouble.value = undefined;
    await attempt(async () => {
      const unit = (await ask('settings', {})).unit?.name ?? '';
      if (state.value?.how === 'folder') {
        await (await import('./seal.ts')).seal();
        await (await backupWork()).backUp(unit);
      } else await (await import('./hand-out.ts')).handOut('bundle', unit);
    });
    await look();
    working.value = false;
  };
  /** Makes the backup that is due. A page that waited for another one's finds that none is due any more. */
  const makeDue = (): Promise<void> =>
    navigator.locks.request(LOCK, async () => {
      await look();
      const { how = 'off', allowed, need } = state.value ?? {};
      const may = how === 'downloads' || (how === 'folder' && allowed);
      if (may && (need === 'due' || need === 'late')) await make();
    });

  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (rest: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void makeDue(), rest);
  };
  soon(BEGINS);
  hear('ledgerChanged', () => soon(RESTS));

  return {
    state,
    lost,
    takeNote: () =>
      attempt(async () => {
        const wanted = lost.value;
        if (wanted === undefined) return;
        await forgetLost((await (await backupWork()).holds(wanted)).head);
        lost.value = undefined;
      }),
    working,
    trouble,
    look,
    make,
    allow: () =>
      attempt(async () => {
        const folder = await (await backupWork()).backupFolder();
        await (folder as AskableHandle | undefined)?.requestPermission?.({ mode: 'readwrite' });
        await makeDue();
      }),
    async choose() {
      const picker = globalThis as FolderPicker;
      let folder: FileSystemDirectoryHandle | undefined;
      try {
        folder = await picker.showDirectoryPicker?.({ id: 'backup', mode: 'readwrite' });
      } catch (error) {
        // The person closed the browser's dialog: that is no failure.
        if (!(error instanceof DOMException && error.name === 'AbortError')) trouble.value = problemOf(error);
      }
      if (folder === undefined) return false;
      const chosen = folder;
      await attempt(async () => {
        await (await backupWork()).planBackup('folder', chosen);
        await look();
        await make();
      });
      return true;
    },
    plan: (how) =>
      attempt(async () => {
        await (await backupWork()).planBackup(how);
        trouble.value = undefined;
        await look();
      }),
  };
}
