import { problemOf } from '../../core/base/problems.ts';
import { parseWith } from '../../core/base/schema.ts';
import { browser, type Runtime } from '../browser.ts';
import {
  type AnswerOf,
  type AskOf,
  frameOf,
  isFor,
  isFromOurPages,
  type MessageTable,
  type PageFrame,
  type Reply,
} from './message.ts';

/** Stands for the frame of a message whose handlers ask for none. */
const NO_FRAME: PageFrame = { tabId: -1, frameId: -1, url: '' };

/** What does the work of each message of a table. */
export type Handlers<Table extends MessageTable> = {
  [Name in keyof Table]: (body: AskOf<Table[Name]>) => Promise<AnswerOf<Table[Name]>> | AnswerOf<Table[Name]>;
};

/** The same for messages of content scripts, with the frame in which the script stands, as the browser tells it. */
export type FrameHandlers<Table extends MessageTable> = {
  [Name in keyof Table]: (
    body: AskOf<Table[Name]>,
    from: PageFrame,
  ) => Promise<AnswerOf<Table[Name]>> | AnswerOf<Table[Name]>;
};

/**
 * Serves one side of the messages. A handler is given only what has the form of its table; anything else is answered with
 * `message-invalid`, and every failure is a coded problem. Only messages of this very extension are heard. A content script
 * lives in the page's process, and the page may have taken it over: the background hears it only under `guard`, whose table
 * asks for nothing that a page may not have.
 * Returns the function that stops it.
 */
export function serve<Table extends MessageTable>(
  to: 'background' | 'page',
  table: Table,
  handlers: Handlers<Table>,
): () => void;
export function serve<Table extends MessageTable>(
  to: 'guard',
  table: Table,
  handlers: FrameHandlers<Table>,
): () => void;
export function serve<Table extends MessageTable>(
  to: 'background' | 'guard' | 'page',
  table: Table,
  handlers: FrameHandlers<Table>,
): () => void {
  const listener = (message: unknown, sender: Runtime.MessageSender): Promise<Reply<unknown>> | undefined => {
    if (!isFor(to, message) || sender.id !== browser.runtime.id) return undefined;
    if (to === 'background' && !isFromOurPages(sender)) return undefined;
    const from = frameOf(sender);
    if (to === 'guard' && from === undefined) return undefined;
    // Not what every object inherits: `constructor` is no message.
    const { name, body } = message;
    const row = Object.hasOwn(table, name) ? table[name] : undefined;
    const handler = handlers[name];
    if (row === undefined || handler === undefined) return undefined;
    return (async () => {
      try {
        const asked = parseWith(row.ask, body, 'message-invalid');
        return { ok: true, value: (await handler(asked, from ?? NO_FRAME)) ?? null };
      } catch (error) {
        return { ok: false, problem: problemOf(error) };
      }
    })();
  };
  browser.runtime.onMessage.addListener(listener as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
  return () =>
    browser.runtime.onMessage.removeListener(listener as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
}
