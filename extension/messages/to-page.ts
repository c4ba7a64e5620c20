import { v } from '../../core/base/schema.ts';
import type { PageSource } from '../../core/base/source.ts';
import { ANY_FILE } from '../../core/files/limits.ts';
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

const mark = v.strictObject({
  /** Of its item in the list. */
  number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  source: pagePlace,
  /** Of words in the place, as written: they are marked, and not all of it. */
  words: v.exactOptional(text),
  /** What stands beside it in the stead of the number. */
  sign: v.exactOptional(v.pipe(v.string(), v.maxLength(10))),
});
export type Mark = v.InferOutput<typeof mark>;

/** Places to mark. */
export const marking = v.strictObject({
  marks: v.pipe(v.array(mark), v.maxLength(MOST_MARKS)),
  /** The note beside the first of them; '' for none. */
  text,
  /** Whether the page scrolls to the first of them. */
  go: v.boolean(),
});
export type Marking = v.InferOutput<typeof marking>;

/** How many of the places are still there. */
const shown = v.strictObject({ shown: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) });

/** Most bytes of an attachment that is fetched: as many as any file may have that is read. */
export const FILE_SIZE = ANY_FILE.size;
/** Bytes of an attachment that travel at once: a multiple of three, so that no base64 is padded within. */
export const FILE_PART = 3_000_000;

const fetchedFile = v.strictObject({
  /** By which its parts are asked for. */
  number: v.pipe(v.number(), v.safeInteger()),
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(FILE_SIZE)),
  /** What the server calls it; '' where it says nothing. */
  type: v.pipe(v.string(), v.maxLength(200)),
});
export type FetchedFile = v.InferOutput<typeof fetchedFile>;

const filePart = v.strictObject({ base64: v.pipe(v.string(), v.maxLength((FILE_PART / 3) * 4)) });
export type FilePart = v.InferOutput<typeof filePart>;

/** Most findings that the guard shows. */
export const MOST_MUSTS = 3;
const shortText = v.pipe(v.string(), v.maxLength(200));

/** How a page is to be guarded: what was found in its document at the last check, and what submits it. */
export const guarding = v.strictObject({
  /** The address is read without a click: the page is guarded whether somebody looks at it in the panel or not. */
  standing: v.boolean(),
  /** Whether a document stands on the page. */
  document: v.boolean(),
  /** Left out where nothing is guarded. */
  guard: v.exactOptional(
    v.strictObject({
      /** Tells what the document says from everything else that it could say. */
      version: shortText,
      /** The person has answered about this very version. */
      asked: v.boolean(),
      musts: v.pipe(
        v.array(
          v.strictObject({
            label: text,
            text,
            /** Left out where it is on no page, or in another frame than this script. */
            place: v.exactOptional(pagePlace),
          }),
        ),
        v.maxLength(MOST_MUSTS),
      ),
      /** How many more there are. */
      more: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      /** Frames of other addresses were read too: what changed there is not seen here. */
      apart: v.boolean(),
      /** Whether it is kept that the person submits all the same. */
      keeps: v.boolean(),
      /** Captions of controls that submit. */
      captions: v.pipe(v.array(shortText), v.maxLength(500)),
    }),
  ),
});
export type Guarding = v.InferOutput<typeof guarding>;

/** What the background asks of the content script of a tab. One line a message: what goes in, what comes back. */
export const TO_PAGE = {
  /** Whether the content script is there: answers, and changes nothing. */
  here: { ask: nothing, answer: v.null() },
  /** Reads the page. The snapshot comes as JSON text in parts, so that no answer is a long task of the page. */
  capture: {
    /** `hurry`: somebody waits for it: the page is read as it stands, once. */
    ask: v.strictObject({ hurry: v.exactOptional(v.literal(true)) }),
    answer: part,
  },
  /** The next part of the snapshot with this number; refused when the page was read anew meanwhile. */
  captureMore: { ask: v.strictObject({ number: v.pipe(v.number(), v.safeInteger()) }), answer: part },
  /** Marks these places in the stead of those that were marked before. */
  mark: { ask: marking, answer: shown },
  unmark: { ask: nothing, answer: v.null() },
  /** How it is guarded from now on. Tells whether one of its controls can be pressed only by a script of the page (press.ts). */
  arm: { ask: guarding, answer: v.strictObject({ script: v.boolean() }) },
  /** Fetches an attachment of the page with the person's own session, because the person asked for it. */
  fetchFile: { ask: v.strictObject({ href: text, name: text }), answer: fetchedFile },
  /** A part of what was fetched; the last one lets go of it. */
  filePart: {
    ask: v.strictObject({ number: v.pipe(v.number(), v.safeInteger()), offset: v.pipe(v.number(), v.safeInteger()) }),
    answer: filePart,
  },
  /** Stops fetching. */
  dropFile: { ask: nothing, answer: v.null() },
} as const satisfies MessageTable;
export type ToPage = typeof TO_PAGE;
