import { ProblemError, problem, problemOf } from '../../core/base/problems.ts';
import { saidByRegister } from '../../core/check/checked-register.ts';
import type { CheckRun } from '../../core/check/run.ts';
import { saidBy } from '../../core/document/fingerprint.ts';
import type { CorrectionPayload } from '../../core/ledger/kinds/index.ts';
import type { CataloguePack } from '../../core/standards/catalogue.ts';
import { browser } from '../browser.ts';
import { askPage } from '../messages/ask-page.ts';
import type { Marking } from '../messages/to-page.ts';
import {
  isFound,
  isKeepable,
  type KeepableView,
  type KeptAs,
  pageOf,
  type ReadyView,
  type SettledView,
  type TabView,
} from '../messages/view.ts';
import { isOff } from './addresses.ts';
import { captureTab, forgetFrames } from './frames.ts';
import { inTime } from './in-time.ts';
import { type HowToJudge, judge, type VerdictsOn } from './judge.ts';
import { mutedIn } from './muting.ts';
import { createViews } from './views.ts';

/** How long a click explains why a page is read: the panel that opens asks again. */
const CLICK_HOLDS = 2_000;

/** Pages that the browser opens to no extension. */
const CLOSED_PAGES = '浏览器自带的页面、应用商店等';

/** A page that does not let us in and answer within this time is given up. */
const PATIENCE = 20_000;

export interface Reading {
  view(tabId: number): Promise<TabView>;
  /**
   * Reads and checks a tab. A reading that is under way is ended and gives the result of this one; with `join` it is
   * waited for instead, with `hurry` the page is read as it stands. Ends within `PATIENCE` and the time that judging takes.
   */
  check(tabId: number, join?: boolean, hurry?: boolean): Promise<TabView>;
  /** The toolbar button was pressed over a tab: reads it, and a page that is still closed to us will stay so. */
  clicked(tabId: number): Promise<TabView>;
  show(tabId: number, marking: Marking): Promise<{ shown: number }>;
  hideMarks(tabId: number): Promise<null>;
  /** Notes that a view was kept; the page may have been read again in the meantime. */
  noteKept(view: KeepableView, kept: KeptAs): Promise<void>;
  /** Empties what was collected of the register in a tab, and reads the page anew. */
  startOver(tabId: number): Promise<TabView>;
  /**
   * Finds out anew what is muted in the view of a tab and how its findings stand, after `change` of that; gives the view. Views of
   * the same document in other tabs follow.
   */
  restate(tabId: number, change: (view: ReadyView) => Promise<void>): Promise<TabView>;
  /** Notes in every view of what was kept under this sequence how the entry stands now. */
  noteCorrected(correction: CorrectionPayload): Promise<void>;
  /** Tells every view once more: how it is shown or guarded changed. */
  tellAgain(): Promise<void>;
  /** Settings changed: views are checked again when they are next asked for. */
  refresh(): void;
  forget(tabId: number): void;
}

/** One reading's turn: ended when a newer one takes its place, or when the tab is gone. */
interface Turn {
  end: AbortController;
  /** The reading that took its place. */
  newer?: Promise<TabView>;
}

/** `told` hears every view: that a reading began, and how it ended. */
export function createReading(
  catalogueInUse: () => Promise<CataloguePack>,
  verdictsOn: VerdictsOn,
  told: (view: TabView) => void,
): Reading {
  const views = createViews();
  /** The newest reading of each tab that has not ended. */
  const underWay = new Map<number, { turn: Turn; reading: Promise<TabView> }>();
  /** When the toolbar button was last pressed over a tab. */
  const clicks = new Map<number, number>();

  const addressOf = async (tabId: number): Promise<string> => {
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    if (tab === undefined) throw new ProblemError('page-gone');
    return tab.url ?? '';
  };
  const view = async (tabId: number): Promise<TabView> => {
    const url = await addressOf(tabId);
    return (await views.read(tabId)) ?? { tabId, url, state: 'idle' };
  };

  const read = async (tabId: number, turn: Turn, hurry: boolean): Promise<TabView> => {
    const { signal } = turn.end;
    const url = await addressOf(tabId);
    const before = await views.read(tabId);
    // What was found on the page before this one is not shown over it.
    const shown = before && isFound(before) && pageOf(before.url) === pageOf(url) ? { before } : {};
    if (!signal.aborted) told({ tabId, url, state: 'reading', ...shown });
    const clicked = Date.now() - (clicks.get(tabId) ?? 0) < CLICK_HOLDS;
    const collected = await views.register(tabId);
    const catalogue = await catalogueInUse();
    const next = await readTab(tabId, { catalogue, verdictsOn, clicked, collected, signal, hurry });
    const kept = withKept(next, await view(tabId));
    if (!signal.aborted) await views.keep(kept);
    // What an overtaken reading found is neither told nor answered.
    if (signal.aborted) return turn.newer ?? Promise.reject(new ProblemError('page-gone'));
    told(kept);
    return kept;
  };

  const check = (tabId: number, join = false, hurry = false): Promise<TabView> => {
    const older = underWay.get(tabId);
    if (join && older !== undefined) return older.reading;
    const turn: Turn = { end: new AbortController() };
    const reading = read(tabId, turn, hurry).finally(() => {
      if (underWay.get(tabId)?.turn === turn) underWay.delete(tabId);
    });
    underWay.set(tabId, { turn, reading });
    if (older !== undefined) {
      older.turn.newer = reading;
      older.turn.end.abort();
    }
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
    show: (tabId, marking) => askPage(tabId, 0, 'mark', marking).catch(() => ({ shown: 0 })),
    async startOver(tabId) {
      await views.startOver(tabId);
      return check(tabId);
    },
    hideMarks: (tabId) => askPage(tabId, 0, 'unmark', {}),
    async noteKept(kept, keptAs) {
      const known = await views.read(kept.tabId);
      if (known === undefined) return;
      const noted = withKept(known, { ...kept, keptAs });
      if (noted === known) return;
      await views.keep(noted);
      told(noted);
    },
    async restate(tabId, change) {
      const known = await views.read(tabId);
      if (known?.state !== 'ready') return view(tabId);
      await change(known);
      // The page may have been read anew meanwhile.
      const now = await views.read(tabId);
      if (now?.state !== 'ready') return view(tabId);
      const next = { ...now, muted: await mutedIn(now), verdicts: await verdictsOn(now.document.key) };
      await views.keep(next);
      if (!underWay.has(tabId)) told(next);
      // The same document may stand in another tab.
      for (const other of await views.all()) {
        if (other.state !== 'ready' || other.tabId === tabId || other.document.key !== next.document.key) continue;
        const same = { ...other, muted: await mutedIn(other), verdicts: next.verdicts };
        await views.keep(same);
        if (!underWay.has(other.tabId)) told(same);
      }
      return next;
    },
    async noteCorrected({ sequence, withdrawn, indicators }) {
      for (const known of await views.all()) {
        if (!isKeepable(known) || known.keptAs?.sequence !== sequence) continue;
        const { withdrawn: before, ...kept } = known.keptAs;
        const takenBack = withdrawn ?? before;
        const keptAs = { ...kept, ...(indicators && { indicators }), ...(takenBack && { withdrawn: takenBack }) };
        const noted: KeepableView = { ...known, keptAs };
        await views.keep(noted);
        told(noted);
      }
    },
    async tellAgain() {
      for (const known of await views.all()) told(known);
    },
    refresh() {
      void views.forgetAll();
    },
    forget(tabId) {
      underWay.get(tabId)?.turn.end.abort();
      underWay.delete(tabId);
      clicks.delete(tabId);
      forgetFrames(tabId);
      void views.forget(tabId);
    },
  };
}

interface HowToRead extends HowToJudge {
  /** A person asked for it just now. */
  clicked: boolean;
  /** Given when nobody waits for this reading any more. */
  signal: AbortSignal;
  /** Somebody waits for it with a finger on the button. */
  hurry: boolean;
}

/** Reads and checks a tab; a failure is a view too. */
async function readTab(
  tabId: number,
  { catalogue, verdictsOn, clicked, collected, signal, hurry }: HowToRead,
): Promise<SettledView> {
  const url = (await browser.tabs.get(tabId).catch(() => undefined))?.url ?? '';
  try {
    if (await isOff(url)) return { tabId, url, state: 'off' };
    const late = new ProblemError('page-timeout');
    const snapshot = await inTime((over) => captureTab(tabId, { signal: over, hurry }), {
      patience: PATIENCE,
      signal,
      late,
    });
    if (snapshot === undefined) {
      if (clicked) throw new ProblemError('page-not-allowed', { why: CLOSED_PAGES });
      return { tabId, url, state: 'not-allowed' };
    }
    return await judge(tabId, snapshot, { catalogue, verdictsOn, collected });
  } catch (error) {
    const overtaken = signal.aborted;
    return { tabId, url, state: 'problem', problem: overtaken ? problem('page-gone') : problemOf(error) };
  }
}

/** The same content, read again, is still kept: a clock in the page's head changes nothing. */
function withKept(next: SettledView, before: TabView): SettledView {
  if (!isKeepable(before) || before.keptAs === undefined || !isKeepable(next)) return next;
  return saidIn(before) === saidIn(next) ? { ...next, keptAs: before.keptAs } : next;
}

/** What a reading says: what the document or the register holds, and what was found in it. */
function saidIn(view: KeepableView): string {
  if (view.state === 'ready') return `${saidBy(view.document)} ${foundIn(view.run)}`;
  return `${saidByRegister(view.register)} ${view.register.rows.map(foundIn).join()}`;
}

const foundIn = ({ findings }: Pick<CheckRun, 'findings'>): string =>
  JSON.stringify(findings.map(({ id, outcome, message }) => [id, outcome, message]));
