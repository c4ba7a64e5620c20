import { chinaTime, dayOf } from '../../core/base/dates.ts';
import { ProblemError, problemOf } from '../../core/base/problems.ts';
import type { PageSource } from '../../core/base/source.ts';
import { checkDocument, withoutContent } from '../../core/check/check.ts';
import type { CheckRun } from '../../core/check/run.ts';
import type { DocumentModel } from '../../core/document/model.ts';
import type { PageSnapshot } from '../../core/page/snapshot.ts';
import { readPage } from '../../core/readers/index.ts';
import { RULES } from '../../core/rules/index.ts';
import type { CataloguePack } from '../../core/standards/catalogue.ts';
import { citedStandards, servicesOn } from '../../core/unit/services.ts';
import { browser } from '../browser.ts';
import { askPage, pageOf, type TabView } from '../messages.ts';
import { isAllowed } from './addresses.ts';
import { injectIfMissing, readFrame, readOtherFrames } from './frames.ts';
import { loadSettings } from './settings.ts';

/** How long a click explains why a page is read: the panel that opens asks again. */
const CLICK_HOLDS = 2_000;

/** Pages that the browser opens to no extension. */
const CLOSED_PAGES = '浏览器自带的页面、应用商店等';

/** A page that does not answer within this time is given up. */
const PATIENCE = 20_000;

export interface Reading {
  view(tabId: number): Promise<TabView>;
  /** Reads and checks a tab; a second call while one is under way starts anew and the first's result is dropped. */
  check(tabId: number): Promise<TabView>;
  /** The toolbar button was pressed over a tab: reads it, and a page that is still closed to us will stay so. */
  clicked(tabId: number): Promise<TabView>;
  show(tabId: number, source: PageSource, text: string): Promise<{ shown: boolean }>;
  hideMarks(tabId: number): Promise<null>;
  /** Notes that a view was kept; the page may have been read again in the meantime. */
  noteKept(view: TabView, kept: NonNullable<TabView['keptAs']>): Promise<void>;
  /** Settings changed: views are checked again when they are next asked for. */
  refresh(): void;
  forget(tabId: number): void;
}

/** Views of tabs live in session storage, so that a stopped worker forgets nothing that the panel still shows. */
export function createReading(catalogue: CataloguePack, told: (view: TabView) => void): Reading {
  /** The last reading of each tab that was begun; an earlier one that ends later gives its answer. */
  const latest = new Map<number, { turn: symbol; reading: Promise<TabView> }>();
  /** When the toolbar button was last pressed over a tab. */
  const clicks = new Map<number, number>();
  const slot = (tabId: number): string => `view:${tabId}`;

  const view = async (tabId: number): Promise<TabView> => {
    const stored = (await browser.storage.session.get(slot(tabId)))[slot(tabId)] as TabView | undefined;
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    if (tab === undefined) throw new ProblemError('page-gone');
    return stored ?? { tabId, url: tab.url ?? '', state: 'idle' };
  };
  const put = async (next: TabView): Promise<TabView> => {
    // Too large for session storage is no fault: the view is then read again when asked for.
    await browser.storage.session
      .set({ [slot(next.tabId)]: next })
      .catch(() => browser.storage.session.remove(slot(next.tabId)));
    told(next);
    return next;
  };

  const check = (tabId: number): Promise<TabView> => {
    const turn = Symbol('turn');
    const reading = (async (): Promise<TabView> => {
      const before = await view(tabId);
      const url = (await browser.tabs.get(tabId)).url ?? '';
      // What was found on the page before this one is not shown over it.
      told(pageOf(before.url) === pageOf(url) ? { ...before, state: 'reading' } : { tabId, url, state: 'reading' });
      const next = await readTab(tabId, catalogue, Date.now() - (clicks.get(tabId) ?? 0) < CLICK_HOLDS);
      const newest = latest.get(tabId);
      if (newest !== undefined && newest.turn !== turn) return newest.reading;
      return put(withKept(next, await view(tabId)));
    })();
    latest.set(tabId, { turn, reading });
    return reading;
  };

  return {
    view,
    check,
    clicked(tabId) {
      clicks.set(tabId, Date.now());
      return check(tabId);
    },
    // A page without our content script has been left: the place is not there.
    show: (tabId, source, text) => askPage(tabId, 0, 'mark', { source, text }).catch(() => ({ shown: false })),
    hideMarks: async (tabId) => askPage(tabId, 0, 'unmark', {}),
    async noteKept(kept, keptAs) {
      const known = await view(kept.tabId);
      const noted = withKept(known, { ...kept, keptAs });
      if (noted !== known) await put(noted);
    },
    refresh() {
      void browser.storage.session.clear();
    },
    forget(tabId) {
      latest.delete(tabId);
      clicks.delete(tabId);
      void browser.storage.session.remove(slot(tabId));
    },
  };
}

async function readTab(tabId: number, catalogue: CataloguePack, clicked: boolean): Promise<TabView> {
  const url = (await browser.tabs.get(tabId).catch(() => undefined))?.url ?? '';
  const base: TabView = { tabId, url, state: 'problem' };
  try {
    if (!(await injectIfMissing(tabId))) {
      if (clicked) throw new ProblemError('page-not-allowed', { why: CLOSED_PAGES });
      return { ...base, state: 'not-allowed' };
    }
    const snapshot = await inTime(captureTab(tabId));
    const { unit } = await loadSettings();
    const model = readPage(snapshot);
    const today = dayOf(chinaTime(new Date().toISOString()));
    const run = checkDocument(model, { rules: RULES, catalogue, today, ...(unit ? { unit } : {}) });
    // Of a classified document nothing is held, not even in memory that outlives this function.
    const { stopped } = run;
    const document = stopped ? { ...withoutContent(model), uri: '' } : model;
    return {
      ...base,
      url: stopped ? new URL(snapshot.url).origin : snapshot.url,
      state: 'ready',
      document,
      run,
      hasUnit: unit !== undefined,
      services: unit && !stopped ? servicesOn(model, unit, catalogue, today) : [],
      cited: stopped ? [] : citedStandards(model, unit, catalogue, today),
      standing: await isAllowed(snapshot.url),
    };
  } catch (error) {
    return { ...base, problem: problemOf(error) };
  }
}

/** The same content, read again, is still kept: a clock in the page's head changes nothing. */
function withKept(next: TabView, before: TabView): TabView {
  const { keptAs, document, run } = before;
  if (!keptAs || !document || !run || !next.document || !next.run) return next;
  return isSame(document, run, next.document, next.run) ? { ...next, keptAs } : next;
}

/** Whether two readings say the same: what the document holds, and what was found in it. */
function isSame(document: DocumentModel, run: CheckRun, otherDocument: DocumentModel, otherRun: CheckRun): boolean {
  return contentOf(document, run) === contentOf(otherDocument, otherRun);
}

function contentOf({ key, fields, pairs, trail, attachments, blocks }: DocumentModel, run: CheckRun): string {
  return JSON.stringify([
    key,
    fields.map(({ role, state, value }) => [role, state, value]),
    pairs.map(({ label, value, state }) => [label, value, state]),
    trail.map(({ step, actors, action, opinion, time, state }) => [step, actors, action, opinion, time, state]),
    attachments.map(({ name, how }) => [name, how]),
    blocks.filter((block) => block.region === 'body').map((block) => block.text),
    run.findings.map(({ id, outcome, message }) => [id, outcome, message]),
  ]);
}

async function captureTab(tabId: number): Promise<PageSnapshot> {
  const top = await readFrame(tabId, 0);
  return top.frames.some((frame) => frame.reason === 'other-address') ? readOtherFrames(tabId, top) : top;
}

async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ProblemError('page-timeout')), PATIENCE);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
