import { browser } from '../browser.ts';
import { type AnswerOf, type AskOf, type Envelope, unwrap } from './message.ts';
import type { ToBackground } from './to-background.ts';

/** Asks the background. Rejects with `ProblemError`, or with an error that is none when nobody answered. */
export async function ask<Name extends keyof ToBackground>(
  name: Name,
  body: AskOf<ToBackground[Name]>,
): Promise<AnswerOf<ToBackground[Name]>> {
  const message: Envelope = { to: 'background', name, body };
  const reply: unknown = await browser.runtime.sendMessage(message);
  if (reply === undefined) throw new Error('no answer');
  // Its value comes out of a process of ours and of this version (see `ours` in to-background.ts).
  return unwrap(reply, 'message-invalid') as AnswerOf<ToBackground[Name]>;
}
