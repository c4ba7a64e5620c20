import { ProblemError } from '../../core/base/problems.ts';
import { parseWith } from '../../core/base/schema.ts';
import { browser } from '../browser.ts';
import { FROM_PAGE, type FromPage } from './from-page.ts';
import { type AnswerOf, type AskOf, type Envelope, isReply, unwrap } from './message.ts';

/** Asks the background from a content script. Rejects when there is no answer of the form that the table says, for whatever reason. */
export async function askGuard<Name extends keyof FromPage>(
  name: Name,
  body: AskOf<FromPage[Name]>,
): Promise<AnswerOf<FromPage[Name]>> {
  const message: Envelope = { to: 'guard', name, body };
  const reply: unknown = await browser.runtime.sendMessage(message);
  if (!isReply(reply)) throw new ProblemError('background-stopped');
  return parseWith(FROM_PAGE[name].answer, unwrap(reply), 'message-invalid');
}
