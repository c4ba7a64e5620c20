import { ProblemError } from '../../core/base/problems.ts';
import { browser } from '../browser.ts';
import { type AnswerOf, type AskOf, type Envelope, isReply, unwrap } from './message.ts';
import type { ToBackground } from './to-background.ts';

const NO_REPLY = '回答的写法不对';

/**
 * Asks the background. Rejects with the problem that it tells, and with `background-stopped` when nobody answers: then what
 * was asked for may have been done or not. It is not asked again by itself, or something could be written twice.
 */
export async function ask<Name extends keyof ToBackground>(
  name: Name,
  body: AskOf<ToBackground[Name]>,
): Promise<AnswerOf<ToBackground[Name]>> {
  const message: Envelope = { to: 'background', name, body };
  const reply: unknown = await browser.runtime.sendMessage(message).catch((error: unknown) => {
    throw new ProblemError('background-stopped', {}, error);
  });
  if (reply === undefined) throw new ProblemError('background-stopped');
  if (!isReply(reply)) throw new ProblemError('message-invalid', { path: name, why: NO_REPLY });
  // Its value comes out of a process of ours and of this version (see `ours` in to-background.ts).
  return unwrap(reply) as AnswerOf<ToBackground[Name]>;
}
