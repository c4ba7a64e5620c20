import { type Problem, ProblemError, problemOf } from '../../core/base/problems.ts';
import type { PageSource } from '../../core/base/source.ts';
import { browser } from '../browser.ts';
import { ask } from '../messages/ask.ts';
import { hear } from '../messages/signals.ts';
import { foundOf, isFound, pageOf, type TabView } from '../messages/view.ts';
import { isMoved, WATCH_PORT } from '../messages/watch.ts';
import { type ReadonlySignal, signal } from '../ui/preact.ts';

/** Something said about the item with this key. */
export interface Said {
  key: string;
  text: string;
}

/** Chromium takes the types of windows here too, which the polyfill's types do not know. */
const NORMAL: object = { windowTypes: ['normal'] };

/** A page that has not come to its end by now is read as far as it is. */
const PATIENCE = 3000;

/** When to look again for the tab that is in front, where there was none. */
const NO_TAB = 500;

/** All that the panel knows; screens read it and call the functions below. */
export interface PanelState {
  view: ReadonlySignal<TabView | undefined>;
  /** A failure of something that the person asked for: told once, beside the footer. */
  trouble: ReadonlySignal<Problem | undefined>;
  keeping: ReadonlySignal<boolean>;
  /** What came of the last action on an item: said beside it and by the one live region. */
  said: ReadonlySignal<Said | undefined>;
  say(key: string, text: string): void;
  check(): Promise<void>;
  show(source: PageSource, text: string): Promise<boolean>;
  /** Takes the mark off the page, and what was said about it off the panel. */
  hideMarks(): void;
  /** True when it was kept. `confirmed`: the person said yes to the question about its secrecy. */
  keep(confirmed?: true): Promise<boolean>;
  /** Asks the browser for this address; must be called from a click. */
  allowAddress(): Promise<void>;
  /** Does something that the person asked for; a failure is told once, as `trouble`. */
  attempt(work: () => Promise<void>): Promise<void>;
}

/** Follows the active tab of the window, its navigations and the changes of its page. `ownWindow`: the narrow window, which is no part of it. */
export function followTab(ownWindow: boolean): PanelState {
  const view = signal<TabView | undefined>(undefined);
  const trouble = signal<Problem | undefined>(undefined);
  const keeping = signal(false);
  const said = signal<Said | undefined>(undefined);
  let tabId: number | undefined;
  let watched: { disconnect(): void } | undefined;
  let late: ReturnType<typeof setTimeout> | undefined;
  /** Readings of this page that were asked for and have not been answered; and whether it moved meanwhile. */
  let waiting = { asked: 0, moved: false };

  const accept = (next: TabView): void => {
    if (next.tabId !== tabId) return;
    if (findingsOf(view.value) !== findingsOf(next)) said.value = undefined;
    view.value = next;
    if (isFound(next) && watched === undefined) watch(next.tabId);
    // Somebody else asked for this reading. That it ends is certain only to those who wait for its answer.
    if (next.state === 'reading' && waiting.asked === 0) void check({ join: true });
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
      if (!isMoved(message) || watched !== port) return;
      // A page that moves faster than it can be read would never be read.
      if (waiting.asked > 0) waiting.moved = true;
      else void check();
    });
    port.onDisconnect.addListener(() => {
      if (watched === port) watched = undefined;
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
    said.value = undefined;
    trouble.value = undefined;
  };
  const follow = async (): Promise<void> => {
    // The narrow window is itself the last one that was focused: what counts is the last normal one.
    const front = ownWindow ? await browser.windows.getLastFocused(NORMAL) : undefined;
    const [tab] = await browser.tabs.query({
      active: true,
      ...(front?.id === undefined ? { currentWindow: true } : { windowId: front.id }),
    });
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
  browser.windows.onFocusChanged.addListener(() => void follow());
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

  return {
    view,
    trouble,
    keeping,
    said,
    say(key, text) {
      said.value = { key, text };
    },
    check: () => check(),
    async show(source, text) {
      let shown = false;
      await attempt(async () => {
        shown = (await ask('show', { tabId: tabId as number, source, text })).shown;
      });
      return shown;
    },
    hideMarks() {
      said.value = undefined;
      if (tabId !== undefined) ask('hideMarks', { tabId }).catch(() => undefined);
    },
    async keep(confirmed) {
      const found = foundOf(view.value);
      if (found?.state !== 'ready' || keeping.value) return false;
      const { runId } = found.run;
      keeping.value = true;
      trouble.value = undefined;
      said.value = undefined;
      await attempt(
        async () => void (await ask('keep', { tabId: tabId as number, runId, ...(confirmed && { confirmed }) })),
      );
      keeping.value = false;
      return trouble.value === undefined;
    },
    async allowAddress() {
      const origin = addressOf(view.value?.url);
      if (origin === undefined) return;
      await attempt(async () => {
        const granted = await browser.permissions.request({ origins: [`${origin}/*`] });
        if (!granted) throw new ProblemError('permission-refused');
        await ask('addressesChanged', {});
        await check();
      });
    },
    attempt,
  };
}

/** `http://host` of a page's address, without the port: the browser grants by host. */
export function addressOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? `${protocol}//${hostname}` : undefined;
}

/** The host of an address, for a person. */
export function hostOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).host || undefined : undefined;
}

/** What was found, to tell whether it changed. */
function findingsOf(view: TabView | undefined): string {
  const found = foundOf(view);
  return found?.state === 'ready' ? found.run.findings.map(({ id, outcome }) => `${id} ${outcome}`).join() : '';
}
