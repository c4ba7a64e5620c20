import { v } from '../../core/base/schema.ts';
import type { MessageTable } from './message.ts';
import { REMARK_LENGTH } from './settings.ts';
import { guarding } from './to-page.ts';

/** By which one question to the person is told from another. */
const token = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const version = v.pipe(v.string(), v.maxLength(200));
const reason = v.pipe(
  v.string(),
  v.maxLength(REMARK_LENGTH),
  v.transform((value) => value.toWellFormed()),
);

/** Where an answer is left, in local storage, for a worker that was stopped and hears no message: this, and the version. */
export const LEFT_ANSWER = 'guardAnswer:';
/** That somebody submits all the same, as it is left there by the page that is gone in the same moment. */
export const leftAnswer = v.strictObject({ token, reason });

/**
 * What a content script asks of the background. It lives in the page's process: nothing here gives it more than the page
 * has, and what is kept is what the background itself found.
 */
export const FROM_PAGE = {
  /** Labels of a document stand on this page: it is read and checked where that is allowed. */
  found: { ask: v.strictObject({}), answer: v.null() },
  /**
   * Something that submits was pressed after the page changed: tells how it is guarded as it is now. `parts`: the page's
   * snapshot as JSON text; without it the page is read, with its frames of other addresses.
   */
  submitting: {
    ask: v.strictObject({ parts: v.exactOptional(v.pipe(v.array(v.string()), v.maxLength(2_000))) }),
    answer: guarding,
  },
  /** What the person answered: null goes back to the form, a reason (it may be '') submits. Told again, it is kept once. */
  answered: { ask: v.strictObject({ version, token, reason: v.nullable(reason) }), answer: v.null() },
} as const satisfies MessageTable;
export type FromPage = typeof FROM_PAGE;
