import type { DocumentModel, Field, Note } from '../../document/model.ts';

/** What was not seen. */

const isUnread = ({ kind }: Note): boolean => kind === 'unreadable' || kind === 'incomplete';

/** True when a part of the page or file was not read: then nothing that is missing can be called missing. */
export function partUnread({ notes }: DocumentModel): boolean {
  return notes.some(isUnread);
}

/** True when the rule cannot know what stands in this box: it gives no text, or it may be in a part that was not read. */
export function isUnseen(document: DocumentModel, field: Field): boolean {
  return field.state === 'unreadable' || (field.state === 'absent' && partUnread(document));
}
