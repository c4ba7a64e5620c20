import { type Problem, ProblemError, problemOf } from '../../core/base/problems.ts';
import type { PageSource } from '../../core/base/source.ts';
import { browser } from '../browser.ts';
import { ask, hear, pageOf, type TabView, WATCH_PORT } from '../messages.ts';
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
  /** True when it was kept. */
  keep(): Promise<boolean>;
  /** Asks the browser for this address; must be called from a click. */
  allowAddress(): Promise<void>;
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

  const accept = (next: TabView): void => {
    if (next.tabId !== tabId) return;
    if (findingsOf(view.value) !== findingsOf(next)) said.value = undefined;
    view.value = next;
    if (next.state === 'ready' && watched === undefined) watch(next.tabId);
  };
  const unwatch = (): void => {
    watched?.disconnect();
    watched = undefined;
  };
  /** The content script tells through this port when the page came to rest; closing the panel closes it. */
  const watch = (id: number): void => {
    const port = browser.tabs.connect(id, { name: WATCH_PORT, frameId: 0 });
    watched = port;
    port.onMessage.addListener(() => void check());
    port.onDisconnect.addListener(() => {
      if (watched === port) watched = undefined;
    });
  };
  const check = async (): Promise<void> => {
    if (tabId === undefined) return;
    trouble.value = undefined;
    await attempt(async () => accept(await ask('check', { tabId: tabId as number })));
  };
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
    if (tab?.id === undefined || tab.id === tabId) return;
    tabId = tab.id;
    leave();
    await attempt(async () => {
      const known = await ask('view', { tabId: tabId as number });
      accept(known);
      // A page that may be read without a click (常开, or clicked before) is read when it is looked at.
      if (known.state === 'idle') await check();
    });
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
    check,
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
    async keep() {
      const run = view.value?.run;
      if (run === undefined || keeping.value) return false;
      keeping.value = true;
      trouble.value = undefined;
      said.value = undefined;
      await attempt(async () => void (await ask('keep', { tabId: tabId as number, runId: run.runId })));
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
const findingsOf = (view: TabView | undefined): string =>
  view?.run?.findings.map(({ id, outcome }) => `${id} ${outcome}`).join() ?? '';
