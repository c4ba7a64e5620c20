import { PROBLEM_SENTENCES, type ProblemCode, ProblemError } from '../../core/base/problems.ts';
import { parseWith, v } from '../../core/base/schema.ts';
import { browser } from '../browser.ts';
import { type AnswerOf, type AskOf, type Envelope, unwrap } from './message.ts';
import { TO_PAGE, type ToPage } from './to-page.ts';

const isCode = (code: unknown): code is ProblemCode =>
  typeof code === 'string' && Object.hasOwn(PROBLEM_SENTENCES, code);

/** How the page's process answers: the value, or a problem that we have a sentence for. */
const REPLY = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), value: v.unknown() }),
  v.strictObject({
    ok: v.literal(false),
    problem: v.strictObject({ code: v.custom<ProblemCode>(isCode), message: v.pipe(v.string(), v.maxLength(1_000)) }),
  }),
]);

/**
 * Asks the content script in one frame of a tab. It lives in the page's process, which the page may have taken over:
 * its answer is taken only in the form that the table says. Rejects with `page-gone` when there is none, with
 * `page-answer-invalid` when the answer is of another form, and with the problem that it tells.
 */
export async function askPage<Name extends keyof ToPage>(
  tabId: number,
  frameId: number,
  name: Name,
  body: AskOf<ToPage[Name]>,
): Promise<AnswerOf<ToPage[Name]>> {
  const message: Envelope = { to: 'page', name, body };
  const reply: unknown = await browser.tabs.sendMessage(tabId, message, { frameId }).catch(() => {
    throw new ProblemError('page-gone');
  });
  const value = unwrap(parseWith(REPLY, reply, 'page-answer-invalid'));
  return parseWith(TO_PAGE[name].answer, value, 'page-answer-invalid');
}
