import { sha256Now } from '../../core/base/hash.ts';
import { ProblemError } from '../../core/base/problems.ts';
import type { Finding } from '../../core/check/run.ts';
import { saidBy } from '../../core/document/fingerprint.ts';
import { mayKeepWaiver, waitingWaiver } from '../../core/evidence/waiver.ts';
import type { PageSnapshot } from '../../core/page/snapshot.ts';
import { parseSnapshot } from '../../core/page/snapshot-schema.ts';
import { submitsOf } from '../../core/readers/submits.ts';
import { browser } from '../browser.ts';
import { askPage } from '../messages/ask-page.ts';
import type { FromPage } from '../messages/from-page.ts';
import type { FrameHandlers } from '../messages/serve.ts';
import { type Guarding, MOST_MUSTS } from '../messages/to-page.ts';
import { type FoundView, isFound, type ReadyView, type TabView } from '../messages/view.ts';
import { guardModeOf, isAllowed, isOff } from './addresses.ts';
import { askedVersions } from './asked.ts';
import { mustsOf } from './badge.ts';
import { framesOf } from './frames.ts';
import { putPress } from './press.ts';
import type { Reading } from './reading.ts';
import type { Waivers } from './waivers.ts';

/*
 * The background's side of the guard: tells each page after its reading what would be asked at the moment of submitting, so
 * that the page can decide by itself; remembers what was asked; keeps what the person answered. A page never says what was
 * found: it names a version, and what is kept of it is what was found here.
 */

export interface Guard {
  /** A view was told: its page hears how it is guarded now. */
  told(view: TabView): void;
  /** What content scripts may ask. */
  handlers: FrameHandlers<FromPage>;
}

interface Around {
  reading: Pick<Reading, 'check'>;
  /** What is found in a snapshot that a page hands over. */
  judge(tabId: number, snapshot: PageSnapshot): Promise<FoundView>;
  waivers: Waivers;
}

const NOTHING: Guarding = { standing: false, document: false };

export function createGuard({ reading, judge, waivers }: Around): Guard {
  /** Tabs whose snapshot is judged: one at a time. */
  const judging = new Set<number>();

  const told = async (view: TabView): Promise<void> => {
    if (!isFound(view) && view.state !== 'off' && view.state !== 'problem') return;
    const guarding = await guardingOf(view);
    for (const frameId of framesOf(view.tabId)) {
      // A page that was left is guarded no more.
      const armed = await askPage(view.tabId, frameId, 'arm', seenFrom(frameId, guarding)).catch(() => undefined);
      if (armed?.script) await putPress(view.tabId);
    }
  };

  /** What stands on a page, from its snapshot where it hands one over. */
  const seenNow = async (tabId: number, parts: readonly string[] | undefined): Promise<TabView> => {
    if (parts === undefined) return reading.check(tabId, false, true);
    if (judging.has(tabId)) throw new ProblemError('page-gone');
    judging.add(tabId);
    try {
      return await judge(tabId, parseSnapshot(parts));
    } finally {
      judging.delete(tabId);
    }
  };

  /** How a view is guarded; what would be kept if it were submitted all the same waits from now on. */
  const guardingOf = async (view: TabView): Promise<Guarding> => {
    const known = made.get(view) ?? guardingAnew(view);
    made.set(view, known);
    const guarding = await known;
    const { guard } = guarding;
    if (guard === undefined) return guarding;
    if (view.state === 'ready' && guard.keeps && guard.musts.length > 0)
      waivers.ready(guard.version, () => waitingWaiver(view.document, openMusts(view)));
    // The person may answer at any time.
    return { ...guarding, guard: { ...guard, asked: (await askedVersions()).includes(guard.version) } };
  };

  return {
    told(view) {
      told(view).catch(() => undefined);
    },
    handlers: {
      async found(_, { tabId }) {
        const url = await addressOf(tabId);
        if (await isGuarded(url)) await reading.check(tabId, true);
        else await told({ tabId, url, state: 'off' });
        return null;
      },
      async submitting({ parts }, { tabId, frameId }) {
        return seenFrom(frameId, await guardingOf(await seenNow(tabId, frameId === 0 ? parts : undefined)));
      },
      async answered({ version, token, reason }) {
        await waivers.answered(version, token, reason);
        return null;
      },
    },
  };
}

const addressOf = async (tabId: number): Promise<string> =>
  (await browser.tabs.get(tabId).catch(() => undefined))?.url ?? '';

/** Whether a page is guarded without being looked at in the panel. */
const isGuarded = async (url: string): Promise<boolean> =>
  (await isAllowed(url)) && !(await isOff(url)) && (await guardModeOf(url)) === 'on';

/** What the document says, and the document, as one word. */
const versionOf = ({ document }: ReadyView): string => sha256Now(saidBy(document));

/** What the person would be asked about. */
const openMusts = (view: ReadyView): Finding[] => mustsOf(view).filter(({ id }) => !view.muted.includes(id));

/** What was made for a view is not made again: it is told and asked for in one go. */
const made = new WeakMap<TabView, Promise<Guarding>>();

async function guardingAnew(view: TabView): Promise<Guarding> {
  if (view.state === 'off' || (await guardModeOf(view.url)) !== 'on') return NOTHING;
  // What could not be read may be a document: it is looked at again.
  const guarding = {
    standing: await isGuarded(view.url),
    document: view.state !== 'no-document' && view.state !== 'register',
  };
  if (view.state !== 'ready') return guarding;
  const musts = openMusts(view);
  return {
    ...guarding,
    guard: {
      version: versionOf(view),
      asked: false,
      musts: musts.slice(0, MOST_MUSTS).map(({ message, sources }) => {
        const place = sources.find((source) => source.from === 'page');
        return { label: place?.label ?? '', text: message, ...(place && { place }) };
      }),
      more: Math.max(0, musts.length - MOST_MUSTS),
      apart: framesOf(view.tabId).length > 1,
      keeps: mayKeepWaiver(view.document),
      captions: submitsOf(view.document.reader.id),
    },
  };
}

/** Places are told as the top frame sees them. */
function seenFrom(frameId: number, guarding: Guarding): Guarding {
  if (frameId === 0 || guarding.guard === undefined) return guarding;
  const musts = guarding.guard.musts.map(({ label, text }) => ({ label, text }));
  return { ...guarding, guard: { ...guarding.guard, musts } };
}
