import { type Problem, problemOf } from '../../core/base/problems.ts';
import type { ChainHead, Head } from '../../core/ledger/entry.ts';
import { browser } from '../browser.ts';
import { type Backup, followBackup } from '../exports/backup.ts';
import { ask } from '../messages/ask.ts';
import type { Settings } from '../messages/settings.ts';
import { hear } from '../messages/signals.ts';
import { createLedgerReader, type LedgerReader } from '../storage/ledger-reader.ts';
import { type ReadonlySignal, signal } from '../ui/preact.ts';
import { type Route, readRoute } from './route.ts';

/** What all screens of the workbench share. Each tab has its own, and each hears of every change. */
export interface WorkbenchState {
  reader: LedgerReader;
  route: ReadonlySignal<Route>;
  /** Where the chain ends; undefined until it was read. Changes with every entry, whoever made it. */
  head: ReadonlySignal<Head | undefined>;
  /** The name of this computer's chain, and those that were taken in; undefined until they were read. */
  chains: ReadonlySignal<{ own: string; others: readonly ChainHead[] } | undefined>;
  settings: ReadonlySignal<Settings | undefined>;
  backup: Backup;
  /** Why the last thing that the person asked for did not succeed. */
  trouble: ReadonlySignal<Problem | undefined>;
  /** What a screen reader is told. */
  said: ReadonlySignal<string>;
  say(sentence: string): void;
  /** A failure of something that nobody waits for becomes `trouble`. */
  failed(error: unknown): void;
  /** Does something that the person asked for; a failure becomes `trouble`. True when it succeeded. */
  attempt(work: () => Promise<void>): Promise<boolean>;
  /** What a screen keeps for itself while others are in front of it: made when it is first asked for, and then the same. */
  own<Own>(create: (state: WorkbenchState) => Own): Own;
}

/** Entries of all chains that stand here. */
export const allEntries = ({ head, chains }: WorkbenchState): number =>
  (chains.value?.others ?? []).reduce((sum, { sequence }) => sum + sequence, head.value?.sequence ?? 0);

/** Follows the address, the ledger and the settings. */
export function followWorkbench(window: Window): WorkbenchState {
  const reader = createLedgerReader();
  const route = signal(readRoute(window.location.hash));
  const head = signal<Head | undefined>(undefined);
  const chains = signal<{ own: string; others: readonly ChainHead[] } | undefined>(undefined);
  const settings = signal<Settings | undefined>(undefined);
  const trouble = signal<Problem | undefined>(undefined);
  const said = signal('');

  const failed = (error: unknown): void => {
    trouble.value = problemOf(error);
  };
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    trouble.value = undefined;
    try {
      await work();
      return true;
    } catch (error) {
      failed(error);
      return false;
    }
  };
  const owned = new Map<unknown, unknown>();
  const lookBeside = async (): Promise<void> => {
    const [{ chain: own }, others] = await Promise.all([reader.head(), reader.others()]);
    const known = chains.value;
    const same =
      known?.own === own &&
      known.others.length === others.length &&
      others.every(({ hash }, index) => hash === known.others[index]?.hash);
    if (!same) chains.value = { own, others };
  };
  const accept = (next: Head): void => {
    // Signals may overtake each other: the chain only ever grows.
    if (head.value !== undefined && next.sequence <= head.value.sequence) return;
    head.value = next;
    lookBeside().catch(failed);
  };
  const loadSettings = (): void =>
    void attempt(async () => {
      settings.value = await ask('settings', {});
    });

  window.addEventListener('hashchange', () => {
    trouble.value = undefined;
    route.value = readRoute(window.location.hash);
  });
  hear('ledgerChanged', ({ head: next }) => accept(next));
  browser.storage.local.onChanged.addListener(loadSettings);
  void attempt(async () => accept(await reader.head()));
  loadSettings();

  const state: WorkbenchState = {
    reader,
    route,
    head,
    chains,
    settings,
    backup: followBackup(),
    trouble,
    said,
    say(sentence) {
      said.value = sentence;
    },
    failed,
    attempt,
    own<Own>(create: (state: WorkbenchState) => Own): Own {
      if (!owned.has(create)) owned.set(create, create(state));
      return owned.get(create) as Own;
    },
  };
  return state;
}
