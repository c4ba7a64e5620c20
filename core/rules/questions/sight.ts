import type { ProblemCode } from '../../base/problems.ts';
import type { DocumentModel, Field, Note } from '../../document/model.ts';
import type { Verdict } from '../rule.ts';

/**
 * What was not seen. A piece out of sight is left out by the questions of the other files, and the engine asks a rule
 * again with everything in sight: where that changes what it says, nothing is said for sure. What was not read at all
 * each rule has to reckon with.
 */

/** Problems of the place of the text alone: a box of the form and the record of the workflow stand elsewhere. */
const ABOUT_TEXT: ReadonlySet<string> = new Set(['embed-unreadable', 'picture-unreadable'] satisfies ProblemCode[]);

const isUnread = ({ kind }: Note): boolean => kind === 'unreadable' || kind === 'incomplete';

/** True when a part of the page or file was not read: then nothing that is missing can be called missing. */
export function partUnread({ notes }: DocumentModel): boolean {
  return notes.some(isUnread);
}

/** True when the rule cannot know what stands in this box: it gives no text, or it may be in a part that was not read. */
export function isUnseen(document: DocumentModel, field: Field): boolean {
  return field.state === 'unreadable' || (field.state === 'absent' && partUnread(document));
}

/**
 * The verdicts, and one more where a part was not read: no rule is content with half a document.
 * @param said the reason by which one of the verdicts says so already
 */
export function orUnread<ReasonId extends string>(
  document: DocumentModel,
  verdicts: Verdict<ReasonId>[],
  unread: Verdict<ReasonId>,
  said: ReasonId = unread.reason,
): Verdict<ReasonId>[] {
  return partUnread(document) && !verdicts.some(({ reason }) => reason === said) ? [...verdicts, unread] : verdicts;
}

/**
 * True when the part that was not read may hold boxes of the form and steps of its workflow record: then an empty box
 * is no fault yet. What holds the document's own text (正文, a control for writing in) holds none of them.
 */
export function formUnread({ notes }: DocumentModel): boolean {
  return notes.some(
    (note) => isUnread(note) && !ABOUT_TEXT.has(note.problem?.code ?? '') && !/正文/u.test(labelOf(note)),
  );
}

/** True when the page says neither how far the document has come nor who acted: its workflow record is behind a link. */
export function flowUnseen({ stage, notes }: DocumentModel): boolean {
  return stage === 'unknown' && notes.some(({ kind }) => kind === 'elsewhere');
}

const labelOf = ({ source }: Note): string => (source?.from === 'page' ? source.label : '');
