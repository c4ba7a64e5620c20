import { v } from '../../core/base/schema.ts';
import { browser, type Runtime } from '../browser.ts';
import { type Envelope, isFor, isFromOurPages } from './message.ts';
import { type TabView, VIEW_HEAD } from './view.ts';

/** What is told without an answer, by the background to panel and workbench. */
const SIGNALS = {
  viewChanged: v.strictObject({ view: v.custom<TabView>((view) => v.is(VIEW_HEAD, view)) }),
  ledgerChanged: v.strictObject({
    head: v.object({ sequence: v.pipe(v.number(), v.safeInteger()), hash: v.string() }),
  }),
} as const;
export type Signals = { [Name in keyof typeof SIGNALS]: v.InferOutput<(typeof SIGNALS)[Name]> };

/** Tells all who listen; nobody listening is no error. */
export function signal<Name extends keyof Signals>(name: Name, body: Signals[Name]): void {
  const message: Envelope = { to: 'all', name, body };
  browser.runtime.sendMessage(message).catch(() => undefined);
}

/** Hears one signal, in the form of the table and from a page or the worker of ours only; returns the function that stops it. */
export function hear<Name extends keyof Signals>(name: Name, handler: (body: Signals[Name]) => void): () => void {
  const listener = (message: unknown, sender: Runtime.MessageSender): undefined => {
    if (isFor('all', message) && message.name === name && isFromOurPages(sender) && v.is(SIGNALS[name], message.body))
      handler(message.body as Signals[Name]);
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
