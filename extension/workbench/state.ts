import { type Problem, problemOf } from '../../core/base/problems.ts';
import type { Head } from '../../core/ledger/entry.ts';
import { browser } from '../browser.ts';
import { ask, hear, type Settings } from '../messages.ts';
import { createLedgerReader, type LedgerReader } from '../storage/ledger-reader.ts';
import { type ReadonlySignal, signal } from '../ui/preact.ts';
import { createSheet, type SheetState } from './evaluation/sheet.ts';
import { createEntryList, type EntryList } from './ledger/entry-list.ts';
import { createLastExport, type LastExport } from './ledger/last-export.ts';
import { type Route, readRoute } from './route.ts';

/** What all screens of the workbench share. Each tab has its own, and each hears of every change. */
export interface WorkbenchState {
  reader: LedgerReader;
  list: EntryList;
  lastExport: LastExport;
  sheet: SheetState;
  route: ReadonlySignal<Route>;
  /** Where the chain ends; undefined until it was read. Changes with every entry, whoever made it. */
  head: ReadonlySignal<Head | undefined>;
  settings: ReadonlySignal<Settings | undefined>;
  /** Why the last thing that the person asked for did not succeed. */
  trouble: ReadonlySignal<Problem | undefined>;
  /** What a screen reader is told. */
  said: ReadonlySignal<string>;
  say(sentence: string): void;
  /** Does something that the person asked for; a failure becomes `trouble`. True when it succeeded. */
  attempt(work: () => Promise<void>): Promise<boolean>;
}

/** Follows the address, the ledger and the settings. */
export function followWorkbench(window: Window): WorkbenchState {
  const reader = createLedgerReader();
  const route = signal(readRoute(window.location.hash));
  const head = signal<Head | undefined>(undefined);
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
  const list = createEntryList(reader, failed);
  const lastExport = createLastExport(reader, failed);
  const accept = (next: Head): void => {
    // Signals may overtake each other: the chain only ever grows.
    if (head.value !== undefined && next.sequence <= head.value.sequence) return;
    head.value = next;
    list.headMoved(next);
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

  return {
    reader,
    list,
    lastExport,
    sheet: createSheet(failed),
    route,
    head,
    settings,
    trouble,
    said,
    say(sentence) {
      said.value = sentence;
    },
    attempt,
  };
}
