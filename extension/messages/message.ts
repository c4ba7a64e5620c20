import { PROBLEM_SENTENCES, type Problem, ProblemError } from '../../core/base/problems.ts';
import type { v } from '../../core/base/schema.ts';
import { browser, type Runtime } from '../browser.ts';

/** One message of a table: the schema of what goes in, and of what comes back. */
export interface Message {
  ask: v.GenericSchema;
  answer: v.GenericSchema;
}

/** Messages by name, all for one receiver. */
export type MessageTable = Readonly<Record<string, Message>>;
export type AskOf<Row extends Message> = v.InferOutput<Row['ask']>;
export type AnswerOf<Row extends Message> = v.InferOutput<Row['answer']>;

/** Who a message is for: the background, asked by our pages or (`guard`) by a content script; a content script; all who listen. */
export type Receiver = 'background' | 'guard' | 'page' | 'all';

/** How a message travels. */
export interface Envelope {
  to: Receiver;
  name: string;
  body: unknown;
}

/** How an answer travels: an error would lose its problem on the way. */
export type Reply<Answer> = { ok: true; value: Answer } | { ok: false; problem: Problem };

/** Whether something that was sent is a message of ours for this receiver. */
export function isFor(to: Receiver, message: unknown): message is Envelope {
  return (
    typeof message === 'object' &&
    message !== null &&
    'to' in message &&
    message.to === to &&
    'name' in message &&
    typeof message.name === 'string' &&
    'body' in message
  );
}

/** Whether a page or the worker of this extension speaks, and not its content script in some tab. */
export function isFromOurPages({ id, url, tab }: Runtime.MessageSender): boolean {
  if (id !== browser.runtime.id) return false;
  return url === undefined ? tab === undefined : url.startsWith(browser.runtime.getURL(''));
}

/** The frame of a tab in which a content script of ours speaks; undefined for everybody else. */
export function frameOf({ id, tab, frameId, url }: Runtime.MessageSender): PageFrame | undefined {
  if (id !== browser.runtime.id || tab?.id === undefined || frameId === undefined) return undefined;
  return { tabId: tab.id, frameId, url: url ?? '' };
}

/** A frame of a tab, and the address that the browser tells of it. */
export interface PageFrame {
  tabId: number;
  frameId: number;
  url: string;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Whether something is a reply: a value, or a problem that we have a sentence for. By hand: the panel loads no schema library. */
export function isReply(reply: unknown): reply is Reply<unknown> {
  if (!isObject(reply)) return false;
  if (reply.ok === true) return 'value' in reply;
  const { ok, problem } = reply;
  if (ok !== false || !isObject(problem)) return false;
  return (
    typeof problem.code === 'string' &&
    Object.hasOwn(PROBLEM_SENTENCES, problem.code) &&
    typeof problem.message === 'string'
  );
}

/** The value of a reply. Throws its problem as `ProblemError`. */
export function unwrap<Answer>(reply: Reply<Answer> | undefined): Answer {
  if (reply === undefined) throw new Error('no answer');
  if (!reply.ok) throw new ProblemError(reply.problem);
  return reply.value;
}
