import { sha256Now } from '../../core/base/hash.ts';
import { ProblemError } from '../../core/base/problems.ts';
import { v } from '../../core/base/schema.ts';
import type { Finding } from '../../core/check/run.ts';
import { saidBy } from '../../core/document/fingerprint.ts';
import { mayKeepWaiver, type WaitingWaiver, waitingWaiver, waiverDraft } from '../../core/evidence/waiver.ts';
import type { EntryDraft, LedgerEntry } from '../../core/ledger/entry.ts';
import { readPayload } from '../../core/ledger/kinds/index.ts';
import type { PageSnapshot } from '../../core/page/snapshot.ts';
import { parseSnapshot } from '../../core/page/snapshot-schema.ts';
import { submitsOf } from '../../core/readers/submits.ts';
import { browser } from '../browser.ts';
import { askPage } from '../messages/ask-page.ts';
import type { FromPage } from '../messages/from-page.ts';
import type { FrameHandlers } from '../messages/serve.ts';
import { type Guarding, MOST_MUSTS } from '../messages/to-page.ts';
import { type FoundView, isFound, type ReadyView, type TabView } from '../messages/view.ts';
import { createLedgerReader, type LedgerReader } from '../storage/ledger-reader.ts';
import { guardModeOf, isAllowed, isOff } from './addresses.ts';
import { mustsOf } from './badge.ts';
import { framesOf } from './frames.ts';
import { putPress } from './press.ts';
import type { Reading } from './reading.ts';

/*
 * The background's side of the guard: tells each page after its reading what would be asked at the moment of submitting, so
 * that the page can decide by itself; remembers what was asked; keeps what the person answered. A page never says what was
 * found: it names a version, and what is kept of it is what was found here.
 */

/** Versions about which the person has answered; the oldest are forgotten first, and asked about again. */
const ASKED = 'guardAsked';
const MOST_ASKED = 200;
/** Before the token of a question that is open. */
const WAITING = 'guardWaiting:';
const MOST_WAITING = 20;
/** Entries at the end of the ledger among which one that was asked for twice is looked for. */
const LOOK_BACK = 50;

const askedList = v.pipe(v.array(v.string()), v.maxLength(MOST_ASKED));

export interface Guard {
  /** A view was told: its page hears how it is guarded now. */
  told(view: TabView): void;
  /** A tab is gone. */
  forget(tabId: number): void;
  /** What content scripts may ask. */
  handlers: FrameHandlers<FromPage>;
}

interface Around {
  reading: Pick<Reading, 'check' | 'view'>;
  /** What is found in a snapshot that a page hands over. */
  judge(tabId: number, snapshot: PageSnapshot): Promise<FoundView>;
  append(draft: EntryDraft): Promise<LedgerEntry>;
  seat(): Promise<string>;
  ledger?: Pick<LedgerReader, 'head' | 'records'>;
}

const NOTHING: Guarding = { standing: false, document: false };

export function createGuard({ reading, judge, append, seat, ledger = createLedgerReader() }: Around): Guard {
  /** Waivers that are being kept, by token: asked for once more meanwhile, they are kept once. */
  const keeping = new Map<string, Promise<void>>();
  /** What was judged between two readings, by tab; one at a time. */
  const between = new Map<number, TabView>();
  const judging = new Set<number>();

  const told = async (view: TabView): Promise<void> => {
    if (isFound(view)) between.delete(view.tabId);
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
      const view = await judge(tabId, parseSnapshot(parts));
      between.set(tabId, view);
      return view;
    } finally {
      judging.delete(tabId);
    }
  };

  const waitingAt = async (tabId: number, version: string, token: string): Promise<WaitingWaiver | undefined> => {
    const views = [between.get(tabId), await reading.view(tabId)];
    const view = views.find((one) => one?.state === 'ready' && versionOf(one) === version);
    if (view?.state !== 'ready' || !mayKeepWaiver(view.document)) return undefined;
    const by = { actor: await seat(), capturedAt: new Date().toISOString() };
    return waitingWaiver(view.document, openMusts(view), token, by);
  };

  const keep = async (tabId: number, version: string, token: string, reason: string, again: boolean): Promise<void> => {
    const at = WAITING + token;
    if (again && (await isKept(ledger, token))) return;
    const waiting = v.safeParse(waitingShape, (await browser.storage.session.get(at))[at]);
    const found = waiting.success ? waiting.output : await waitingAt(tabId, version, token);
    if (found === undefined) return;
    await append(waiverDraft(found, reason));
    await browser.storage.session.remove(at);
  };

  return {
    told(view) {
      told(view).catch(() => undefined);
    },
    forget: (tabId) => void between.delete(tabId),
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
      async asking({ version, token }, { tabId }) {
        const waiting = await waitingAt(tabId, version, token);
        if (waiting === undefined) return null;
        const open = Object.keys(await browser.storage.session.get(null)).filter((name) => name.startsWith(WAITING));
        await browser.storage.session.remove(open.slice(0, Math.max(0, open.length - MOST_WAITING)));
        await browser.storage.session.set({ [WAITING + token]: waiting });
        return null;
      },
      async answered({ version, token, reason, again = false }, { tabId }) {
        await noteAsked(version);
        if (reason === null) {
          await browser.storage.session.remove(WAITING + token);
          return null;
        }
        const kept = keeping.get(token) ?? keep(tabId, version, token, reason, again);
        keeping.set(token, kept);
        await kept.finally(() => keeping.delete(token));
        return null;
      },
    },
  };
}

const waitingShape = v.object({
  draft: v.custom<WaitingWaiver['draft']>((value) => typeof value === 'object' && value !== null && 'payload' in value),
  names: v.array(v.string()),
});

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

function guardingOf(view: TabView): Promise<Guarding> {
  const known = made.get(view) ?? guardingAnew(view);
  made.set(view, known);
  // The person may answer at any time.
  return known.then(async (guarding) => {
    const { guard } = guarding;
    return guard
      ? { ...guarding, guard: { ...guard, asked: (await askedVersions()).includes(guard.version) } }
      : guarding;
  });
}

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

/** Whether a waiver stands among the last entries already. */
async function isKept(ledger: Pick<LedgerReader, 'head' | 'records'>, token: string): Promise<boolean> {
  const head = await ledger.head();
  const waivers = ledger.records(head, ({ kind }) => kind === 'waiver', Math.max(0, head.sequence - LOOK_BACK));
  for await (const { entry, payload } of waivers) {
    const read = readPayload(entry, payload);
    if (read?.kind === 'waiver' && read.payload.once === token) return true;
  }
  return false;
}

async function askedVersions(): Promise<string[]> {
  const stored = v.safeParse(askedList, (await browser.storage.session.get(ASKED))[ASKED]);
  return stored.success ? stored.output : [];
}

async function noteAsked(version: string): Promise<void> {
  const others = (await askedVersions()).filter((one) => one !== version);
  await browser.storage.session.set({ [ASKED]: [...others, version].slice(-MOST_ASKED) });
}
