import { type Problem, ProblemError, problemOf } from '../core/base/problems.ts';
import type { PageSource } from '../core/base/source.ts';
import type { CheckRun } from '../core/check/run.ts';
import type { DocumentModel } from '../core/document/model.ts';
import type { LedgerEntry } from '../core/ledger/entry.ts';
import type { ExportPayload, RatingPayload } from '../core/ledger/kinds/index.ts';
import type { UnitProfile } from '../core/unit/profile.ts';
import type { ServiceMatch, StandardView } from '../core/unit/services.ts';
import { browser, type Runtime } from './browser.ts';

/** What the panel shows of a tab. */
export interface TabView {
  tabId: number;
  url: string;
  /**
   * idle: not read yet; reading; ready; problem: reading failed;
   * not-allowed: the address has no permission now (a click on the toolbar button gives it).
   */
  state: 'idle' | 'reading' | 'ready' | 'problem' | 'not-allowed';
  problem?: Problem;
  document?: DocumentModel;
  run?: CheckRun;
  /** Services that the page is about, with their standards today. */
  services?: ServiceMatch[];
  /** Standards cited in the document, with their status today. */
  cited?: StandardView[];
  /** Whether a unit profile was imported: without one no service can be recognised. */
  hasUnit?: boolean;
  /** The ledger entry that keeps exactly this state of the document. */
  keptAs?: { sequence: number; registeredAt: string; indicators: string[] };
  /** This address is read without a click (在这个地址常开). */
  standing?: boolean;
}

/** What this installation is set to. */
export interface Settings {
  unit?: UnitProfile;
  /** The seat's label on entries: 综合窗口1. */
  seat: string;
}

/** An address without the part behind #: a single-page application changes it within one page. */
export const pageOf = (url: string | undefined): string => url?.replace(/#.*$/, '') ?? '';

/** Everything that a page of ours asks of the background. One line a message: what goes in, what comes back. */
export interface BackgroundMessages {
  /** The view of a tab, from memory; never reads the page. */
  view: { ask: { tabId: number }; answer: TabView };
  /** Reads and checks the tab now. */
  check: { ask: { tabId: number }; answer: TabView };
  /** Scrolls the page to a source and marks it; false when it is no longer there. */
  show: { ask: { tabId: number; source: PageSource; text: string }; answer: { shown: boolean } };
  hideMarks: { ask: { tabId: number }; answer: null };
  /** Keeps the run that is shown. The run id makes sure that it is the one the person saw. */
  keep: { ask: { tabId: number; runId: string }; answer: LedgerEntry };
  /** Appends a rating (typed in the workbench). */
  rate: { ask: RatingPayload; answer: LedgerEntry };
  /** Notes that something was handed out: in which form, and where the chain ended then. */
  noteExport: { ask: ExportPayload; answer: LedgerEntry };
  /** Validates and keeps a unit profile; the old one stays when it is wrong. */
  importUnit: { ask: { name: string; text: string }; answer: UnitProfile };
  /** The unit's profile, when one was imported, and the seat's label. */
  settings: { ask: Record<string, never>; answer: Settings };
  /** The seat's label, stamped on entries. */
  setSeat: { ask: { seat: string }; answer: null };
  /** Tells the background that an address was allowed or taken back, so that it (un)registers the content script. */
  addressesChanged: { ask: Record<string, never>; answer: { addresses: string[] } };
}

/** A piece of a snapshot's JSON; the last one has no `more`. */
export interface SnapshotPart {
  text: string;
  /** Number of the snapshot by which the next part is asked for. */
  more?: number;
}

/** What the background asks of the content script of a tab. */
export interface PageMessages {
  /** Whether the content script is there: answers, and changes nothing. */
  here: { ask: Record<string, never>; answer: null };
  /** Reads the page. The snapshot comes as JSON text in parts, so that no answer is a long task of the page. */
  capture: { ask: Record<string, never>; answer: SnapshotPart };
  /** The next part of the snapshot with this number; refused when the page was read anew meanwhile. */
  captureMore: { ask: { number: number }; answer: SnapshotPart };
  mark: { ask: { source: PageSource; text: string }; answer: { shown: boolean } };
  unmark: { ask: Record<string, never>; answer: null };
}

/** What is sent without an answer. */
export interface Signals {
  /** Background → panel and workbench. */
  viewChanged: { view: TabView };
  ledgerChanged: { head: { sequence: number; hash: string } };
}

/** Name of the port by which the panel hears that a page came to rest after a change; open only while the panel looks at it. */
export const WATCH_PORT = 'duibiao-watch';

type Table = BackgroundMessages & PageMessages;
type Reply<Answer> = { ok: true; value: Answer } | { ok: false; problem: Problem };

async function unwrap<Answer>(reply: Promise<Reply<Answer> | undefined>): Promise<Answer> {
  const got = await reply;
  if (got === undefined) throw new Error('no answer');
  if (!got.ok) throw new ProblemError(got.problem);
  return got.value;
}

/** Asks the background. Rejects with `ProblemError`. */
export function ask<Name extends keyof BackgroundMessages>(
  name: Name,
  body: BackgroundMessages[Name]['ask'],
): Promise<BackgroundMessages[Name]['answer']> {
  return unwrap(browser.runtime.sendMessage({ to: 'background', name, body }));
}

/** Asks the content script in one frame of a tab. Rejects with `page-gone` when there is none. */
export function askPage<Name extends keyof PageMessages>(
  tabId: number,
  frameId: number,
  name: Name,
  body: PageMessages[Name]['ask'],
): Promise<PageMessages[Name]['answer']> {
  const gone = (): Promise<never> => Promise.reject(new ProblemError('page-gone'));
  const sent: Promise<Reply<PageMessages[Name]['answer']> | undefined> = browser.tabs.sendMessage(
    tabId,
    { to: 'page', name, body },
    { frameId },
  );
  return unwrap(sent.catch(gone));
}

/** Tells all who listen; nobody listening is no error. */
export function signal<Name extends keyof Signals>(name: Name, body: Signals[Name]): void {
  browser.runtime.sendMessage({ to: 'all', name, body }).catch(() => undefined);
}

/** Hears one signal; returns the function that stops it. */
export function hear<Name extends keyof Signals>(
  name: Name,
  handler: (body: Signals[Name], sender: Runtime.MessageSender) => void,
): () => void {
  const listener = (message: unknown, sender: Runtime.MessageSender): undefined => {
    if (isMessage(message) && message.to === 'all' && message.name === name && isFromOurPages(sender))
      handler(message.body as Signals[Name], sender);
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

export type Handlers<Messages extends Partial<Table>> = {
  [Name in keyof Messages]: Messages[Name] extends { ask: infer Ask; answer: infer Answer }
    ? (body: Ask, sender: Runtime.MessageSender) => Promise<Answer> | Answer
    : never;
};

/**
 * Serves one side of the table; every failure becomes a coded problem. Only messages of this very extension are heard,
 * and by the background none of a content script: it lives in the page's process, and the page may have taken it over.
 * Returns the function that stops it.
 */
export function serve<Messages extends Partial<Table>>(
  to: 'background' | 'page',
  handlers: Handlers<Messages>,
): () => void {
  const listener = (message: unknown, sender: Runtime.MessageSender): Promise<Reply<unknown>> | undefined => {
    if (!isMessage(message) || message.to !== to || sender.id !== browser.runtime.id) return undefined;
    if (to === 'background' && !isFromOurPages(sender)) return undefined;
    // Not what every object inherits: `constructor` is no message.
    if (!Object.hasOwn(handlers, message.name)) return undefined;
    const handler = handlers[message.name as keyof Messages] as
      | ((body: unknown, sender: Runtime.MessageSender) => unknown)
      | undefined;
    if (handler === undefined) return undefined;
    return (async () => {
      try {
        return { ok: true, value: (await handler(message.body, sender)) ?? null };
      } catch (error) {
        return { ok: false, problem: problemOf(error) };
      }
    })();
  };
  browser.runtime.onMessage.addListener(listener as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
  return () =>
    browser.runtime.onMessage.removeListener(listener as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
}

/** Whether a page or the worker of this extension speaks, and not its content script in some tab. */
function isFromOurPages({ url, tab }: Runtime.MessageSender): boolean {
  return url === undefined ? tab === undefined : url.startsWith(browser.runtime.getURL(''));
}

function isMessage(message: unknown): message is { to: string; name: string; body: unknown } {
  return (
    typeof message === 'object' &&
    message !== null &&
    'to' in message &&
    'name' in message &&
    typeof message.name === 'string' &&
    'body' in message
  );
}
