import type { Head } from '../../core/ledger/entry.ts';
import { browser, type Runtime } from '../browser.ts';
import { type Envelope, isFor, isFromOurPages } from './message.ts';
import type { TabView } from './view.ts';

/**
 * What is told without an answer, by the background to panel and workbench. Both ends are ours and of one version, and the
 * browser vouches for the sender: no form is checked.
 */
export interface Signals {
  viewChanged: { view: TabView };
  ledgerChanged: { head: Head };
}

/** Tells all who listen; nobody listening is no error. */
export function signal<Name extends keyof Signals>(name: Name, body: Signals[Name]): void {
  const message: Envelope = { to: 'all', name, body };
  browser.runtime.sendMessage(message).catch(() => undefined);
}

/** Hears one signal; returns the function that stops it. */
export function hear<Name extends keyof Signals>(name: Name, handler: (body: Signals[Name]) => void): () => void {
  const listener = (message: unknown, sender: Runtime.MessageSender): undefined => {
    if (isFor('all', message) && message.name === name && isFromOurPages(sender))
      handler(message.body as Signals[Name]);
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
