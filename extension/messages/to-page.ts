import { v } from '../../core/base/schema.ts';
import type { PageSource } from '../../core/base/source.ts';
import type { MessageTable } from './message.ts';
import { MOST_MARKS } from './settings.ts';

/** Characters of the longest text in a message: more than any sentence, label or path of an honest page. */
const LONG = 100_000;
const text = v.pipe(v.string(), v.maxLength(LONG));
const nothing = v.strictObject({});

/** A place in a page, as a source names it (`PageSource`). */
export const pagePlace = v.strictObject({
  from: v.literal('page'),
  /** '' for the top document, then '0', '0.1', … */
  frame: v.pipe(v.string(), v.maxLength(100), v.regex(/^(?:\d+(?:\.\d+)*)?$/)),
  label: text,
  path: text,
}) satisfies v.GenericSchema<PageSource>;

/** A piece of a snapshot's JSON; the last one has no `more`. */
const part = v.strictObject({
  text: v.string(),
  /** The number by which the next part is asked for. */
  more: v.exactOptional(v.pipe(v.number(), v.safeInteger())),
});
export type SnapshotPart = v.InferOutput<typeof part>;

/** Places to mark, each with the number of its item in the list. */
export const marking = v.strictObject({
  marks: v.pipe(
    v.array(v.strictObject({ number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)), source: pagePlace })),
    v.maxLength(MOST_MARKS),
  ),
  /** The note beside the first of them; '' for none. */
  text,
  /** Whether the page scrolls to the first of them. */
  go: v.boolean(),
});
export type Marking = v.InferOutput<typeof marking>;

/** How many of the places are still there. */
const shown = v.strictObject({ shown: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) });

/** What the background asks of the content script of a tab. One line a message: what goes in, what comes back. */
export const TO_PAGE = {
  /** Whether the content script is there: answers, and changes nothing. */
  here: { ask: nothing, answer: v.null() },
  /** Reads the page. The snapshot comes as JSON text in parts, so that no answer is a long task of the page. */
  capture: { ask: nothing, answer: part },
  /** The next part of the snapshot with this number; refused when the page was read anew meanwhile. */
  captureMore: { ask: v.strictObject({ number: v.pipe(v.number(), v.safeInteger()) }), answer: part },
  /** Marks these places in the stead of those that were marked before. */
  mark: { ask: marking, answer: shown },
  unmark: { ask: nothing, answer: v.null() },
} as const satisfies MessageTable;
export type ToPage = typeof TO_PAGE;
