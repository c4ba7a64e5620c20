import { PROBLEM_SENTENCES, type Problem, type ProblemCode, ProblemError } from '../../core/base/problems.ts';
import { parseWith, v } from '../../core/base/schema.ts';
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

/** Who a message is for. */
export type Receiver = 'background' | 'page' | 'all';

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

const isCode = (code: unknown): code is ProblemCode =>
  typeof code === 'string' && Object.hasOwn(PROBLEM_SENTENCES, code);

/** The form of every reply: a value, or a problem that we have a sentence for. */
const REPLY = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), value: v.unknown() }),
  v.strictObject({
    ok: v.literal(false),
    problem: v.strictObject({ code: v.custom<ProblemCode>(isCode), message: v.pipe(v.string(), v.maxLength(1_000)) }),
  }),
]) satisfies v.GenericSchema<Reply<unknown>>;

/** The value of a reply. Throws its problem as `ProblemError`, and that of `code` for what is no reply. */
export function unwrap(reply: unknown, code: ProblemCode): unknown {
  const checked = parseWith(REPLY, reply, code);
  if (!checked.ok) throw new ProblemError(checked.problem);
  return checked.value;
}
