import { type Problem, problemOf } from '../../core/base/problems.ts';
import type { Decided } from '../../core/evidence/decision.ts';
import { browser } from '../browser.ts';
import { ask } from '../messages/ask.ts';
import type { MuteScope } from '../messages/settings.ts';
import { hear } from '../messages/signals.ts';
import type { Marking } from '../messages/to-page.ts';
import { foundOf, isFound, isKeepable, pageOf, type TabView } from '../messages/view.ts';
import { isMoved, isUnmarked, WATCH_PORT } from '../messages/watch.ts';
import { type ReadonlySignal, signal } from '../ui/preact.ts';
import { followFront } from './front.ts';
import { createMemory, type Memory } from './memory.ts';

/** Something said about the item with this key. */
export interface Said {
  key: string;
  text: string;
}

/** What is marked when the places of all items are. */
export const ALL_MARKED = '*';

/** A page that has not come to its end by now is read as far as it is. */
const PATIENCE = 3000;

/** Characters of an address by which the panel knows how it stood over a register. */
const LONGEST_PLACE = 100;

/** When a page is looked at again whose script went: a page that is left tells so before. */
const SCRIPT_GONE = 1_000;

/** When to look again for the tab that is in front: where there was none, and once after the panel opened. */
const NO_TAB = 500;

/** All that the panel knows; screens read it and call the functions below. */
export interface PanelState {
  view: ReadonlySignal<TabView | undefined>;
  /** A failure of something that the person asked for: told once, beside the footer. */
  trouble: ReadonlySignal<Problem | undefined>;
  keeping: ReadonlySignal<boolean>;
  /** What came of the last action on an item: said beside it and by the one live region. */
  said: ReadonlySignal<Said | undefined>;
  /** How the panel stands over the document that is shown. */
  memory: Memory;
  say(key: string, text: string): void;
  check(): Promise<void>;
  /** What is marked on the page: the key of one item, `ALL_MARKED`, or '' for nothing. */
  marked: ReadonlySignal<string>;
  /** Marks places of the page in the stead of what was marked; false when none is there any more. */
  mark(what: string, marking: Marking): Promise<boolean>;
  /** Takes the marks off the page, and what was said about it off the panel. */
  hideMarks(): void;
  /** Stops reminding of a finding, as far as `scope` says; without it reminds of it again. */
  remind(id: string, scope?: MuteScope): Promise<void>;
  /** Empties what was collected of the register that is shown, and reads the page anew. */
  startOver(): Promise<void>;
  /** Keeps what the person decided about a finding; true when it was kept. */
  decide(id: string, decided: Decided): Promise<boolean>;
  /** True when it was kept. `confirmed`: the person said yes to the question about its secrecy. */
  keep(confirmed?: true): Promise<boolean>;
  /** Does something that the person asked for; a failure is told once, as `trouble`. */
  attempt(work: () => Promise<void>): Promise<void>;
}

/** Follows the active tab of the window, its navigations and the changes of its page. `ownWindow`: the narrow window, which is no part of it. */
export function followTab(ownWindow: boolean): PanelState {
  const view = signal<TabView | undefined>(undefined);
  const trouble = signal<Problem | undefined>(undefined);
  const keeping = signal(false);
  const said = signal<Said | undefined>(undefined);
  const marked = signal('');
  const memory = createMemory(scrollPanel);
  let tabId: number | undefined;
  let watched: { disconnect(): void } | undefined;
  let late: ReturnType<typeof setTimeout> | undefined;
  /** Readings of this page that were asked for and have not been answered; and whether it moved meanwhile. */
  let waiting = { asked: 0, moved: false };

  const accept = (next: TabView): void => {
    if (next.tabId !== tabId) return;
    if (findingsOf(view.value) !== findingsOf(next)) said.value = undefined;
    view.value = next;
    const found = foundOf(next);
    memory.turnTo(
      found?.state === 'ready'
        ? found.run.documentKey
        : found?.state === 'register'
          ? found.register.place.slice(0, LONGEST_PLACE)
          : undefined,
    );
    if (isFound(next) && watched === undefined) watch(next.tabId);
    // Somebody else asked for this reading. That it ends is certain only to those who wait for its answer.
    if (next.state === 'reading' && waiting.asked === 0) void check({ join: true });
  };
  /** The marks went by themselves, and with them what was said about how to take them away. */
  const unmarked = (): void => {
    marked.value = '';
    said.value = undefined;
  };
  const unwatch = (): void => {
    watched?.disconnect();
    watched = undefined;
  };
  /** The content script tells through this port when the page came to rest; closing the panel closes it. */
  const watch = (id: number): void => {
    const port = browser.tabs.connect(id, { name: WATCH_PORT, frameId: 0 });
    watched = port;
    port.onMessage.addListener((message) => {
      if (watched !== port) return;
      if (isUnmarked(message)) unmarked();
      if (!isMoved(message)) return;
      // A page that moves faster than it can be read would never be read.
      if (waiting.asked > 0) waiting.moved = true;
      else void check();
    });
    port.onDisconnect.addListener(() => {
      if (watched !== port) return;
      watched = undefined;
      // The script went and the page did not: one that is let in anew takes its place, or it is said that none is.
      clearTimeout(late);
      late = setTimeout(() => void check({ join: true }), SCRIPT_GONE);
    });
  };
  /** Asks for a reading, and shows how it ended, whatever happens. */
  const check = async (how: { join?: true } = {}): Promise<void> => {
    if (tabId === undefined) return;
    const [id, own] = [tabId, waiting];
    trouble.value = undefined;
    own.asked += 1;
    try {
      accept(await ask('check', { tabId: id, ...how }));
    } catch (error) {
      fail(id, error);
    }
    own.asked -= 1;
    if (own !== waiting || own.asked > 0 || !own.moved) return;
    own.moved = false;
    void check();
  };
  /** The background gave no view: it was stopped, or the tab is gone. */
  const fail = (id: number, error: unknown): void =>
    accept({ tabId: id, url: view.value?.url ?? '', state: 'problem', problem: problemOf(error) });
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      trouble.value = problemOf(error);
    }
  };
  /** What was shown belongs to another page or tab. */
  const leave = (): void => {
    unwatch();
    clearTimeout(late);
    waiting = { asked: 0, moved: false };
    view.value = undefined;
    memory.turnTo(undefined);
    said.value = undefined;
    marked.value = '';
    trouble.value = undefined;
  };
  const front = followFront(ownWindow, () => void follow());
  const follow = async (): Promise<void> => {
    const [tab] = await browser.tabs.query({ active: true, ...(await front()) });
    if (tab?.id === tabId && tabId !== undefined) return;
    leave();
    tabId = tab?.id;
    if (tabId === undefined) {
      // Between two windows there is none for a moment.
      late = setTimeout(() => void follow(), NO_TAB);
      return;
    }
    const id = tabId;
    try {
      const known = await ask('view', { tabId: id });
      accept(known);
      // A page that may be read without a click (常开, or clicked before) is read when it is looked at.
      if (known.state === 'idle' && id === tabId) await check({ join: true });
    } catch (error) {
      fail(id, error);
    }
  };

  hear('viewChanged', ({ view: next }) => accept(next));
  browser.tabs.onActivated.addListener(() => void follow());
  browser.tabs.onRemoved.addListener((id) => {
    if (id === tabId) void follow();
  });
  browser.tabs.onUpdated.addListener((id, change, tab) => {
    if (id !== tabId || change.status === undefined) return;
    clearTimeout(late);
    if (change.status === 'loading') {
      // A frame that loads anew, or the same page again, keeps showing what was found: nothing jumps.
      if (pageOf(tab.url) !== pageOf(view.value?.url)) leave();
      late = setTimeout(() => void check(), PATIENCE);
    } else {
      unwatch();
      void check();
    }
  });
  void follow();
  // The browser takes a moment to note who listens: what happened in between is seen by a second look.
  setTimeout(() => void follow(), NO_TAB);

  return {
    view,
    trouble,
    keeping,
    said,
    memory,
    say(key, text) {
      said.value = { key, text };
    },
    check: () => check(),
    marked,
    async mark(what, marking) {
      let shown = 0;
      await attempt(async () => {
        shown = (await ask('show', { tabId: tabId as number, ...marking })).shown;
      });
      marked.value = shown > 0 ? what : '';
      return shown > 0;
    },
    hideMarks() {
      unmarked();
      if (tabId !== undefined) ask('hideMarks', { tabId }).catch(() => undefined);
    },
    async remind(id, scope) {
      await attempt(async () => {
        accept(
          await (scope
            ? ask('mute', { tabId: tabId as number, id, scope })
            : ask('unmute', { tabId: tabId as number, id })),
        );
      });
    },
    startOver: () => attempt(async () => accept(await ask('startOver', { tabId: tabId as number }))),
    async decide(id, decided) {
      trouble.value = undefined;
      await attempt(async () => accept(await ask('decide', { tabId: tabId as number, id, ...decided })));
      return trouble.value === undefined;
    },
    async keep(confirmed) {
      const found = foundOf(view.value);
      if (found === undefined || !isKeepable(found) || keeping.value) return false;
      const { runId } = found.state === 'ready' ? found.run : found.register;
      keeping.value = true;
      trouble.value = undefined;
      said.value = undefined;
      await attempt(
        async () => void (await ask('keep', { tabId: tabId as number, runId, ...(confirmed && { confirmed }) })),
      );
      keeping.value = false;
      return trouble.value === undefined;
    },
    attempt,
  };
}

/** Where the panel was, once what it shows is drawn. */
function scrollPanel(top: number): void {
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(() => scrollTo({ top, behavior: 'instant' }));
}

/** What was found, to tell whether it changed. */
function findingsOf(view: TabView | undefined): string {
  const found = foundOf(view);
  const findings =
    found?.state === 'ready'
      ? found.run.findings
      : found?.state === 'register'
        ? found.register.rows.flatMap((row) => row.findings)
        : [];
  return findings.map(({ id, outcome }) => `${id} ${outcome}`).join();
}
