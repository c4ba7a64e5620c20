import type { Head } from '../../core/ledger/entry.ts';
import { browser, type Runtime } from '../browser.ts';
import { type Envelope, isFor, isFromOurPages, isObject } from './message.ts';
import { isView, type TabView } from './view.ts';

/** What is told without an answer, by the background to panel and workbench. */
export interface Signals {
  viewChanged: { view: TabView };
  ledgerChanged: { head: Head };
  /** So many entries of the bundle that is being restored stand here. */
  restoreMoved: { done: number };
}

const isHead = (value: unknown): value is Head =>
  isObject(value) && Number.isSafeInteger(value.sequence) && typeof value.hash === 'string';

/** The form of each signal. By hand: the panel loads no schema library. */
const FORMS: { [Name in keyof Signals]: (body: Record<string, unknown>) => boolean } = {
  viewChanged: ({ view }) => isView(view),
  ledgerChanged: ({ head }) => isHead(head),
  restoreMoved: ({ done }) => Number.isSafeInteger(done),
};

/** Tells all who listen; nobody listening is no error. */
export function signal<Name extends keyof Signals>(name: Name, body: Signals[Name]): void {
  const message: Envelope = { to: 'all', name, body };
  browser.runtime.sendMessage(message).catch(() => undefined);
}

/** Hears one signal, in the form of the table and from a page or the worker of ours only; returns the function that stops it. */
export function hear<Name extends keyof Signals>(name: Name, handler: (body: Signals[Name]) => void): () => void {
  const listener = (message: unknown, sender: Runtime.MessageSender): undefined => {
    if (isFor('all', message) && message.name === name && isFromOurPages(sender)) {
      if (isObject(message.body) && FORMS[name](message.body)) handler(message.body as unknown as Signals[Name]);
    }
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
