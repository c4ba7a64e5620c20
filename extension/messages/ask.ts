import { browser } from '../browser.ts';
import { type AnswerOf, type AskOf, type Envelope, type Reply, unwrap } from './message.ts';
import type { ToBackground } from './to-background.ts';

/** Asks the background. Rejects with `ProblemError`, or with an error that is none when nobody answered. */
export async function ask<Name extends keyof ToBackground>(
  name: Name,
  body: AskOf<ToBackground[Name]>,
): Promise<AnswerOf<ToBackground[Name]>> {
  const message: Envelope = { to: 'background', name, body };
  const reply: Reply<AnswerOf<ToBackground[Name]>> | undefined = await browser.runtime.sendMessage(message);
  return unwrap(reply);
}
