import { dayOf, findDates, type WrittenDate } from '../base/dates.ts';
import { isPersonName } from '../base/names.ts';
import { cleanText, squeeze } from '../base/text.ts';
import type { DocumentModel, Field, TrailStep } from '../document/model.ts';
import { consents, isRefusal } from '../document/trail.ts';
import type { PeopleRole, Role, Stage } from '../document/vocabulary.ts';

/** Small questions about a document that several rules ask. All pure. */

/** What stands in the box: the value as text, or for a box without a value what is written there. */
export function textOf(field: Field): string {
  if (typeof field.value === 'string') return field.value;
  if (Array.isArray(field.value) && field.value.length > 0) return field.value.join('、');
  return cleanText(field.written);
}

/** The names in a box of people; [] when it holds none. */
export function namesOf(field: Field): string[] {
  const values = Array.isArray(field.value) ? field.value : field.value === undefined ? [] : [field.value];
  return values.filter((value): value is string => typeof value === 'string' && isPersonName(value));
}

/** The date in a box as written: `iso` when it is complete and real, `flaw` when not; undefined when there is none. */
export function writtenDate(field: Field): WrittenDate | undefined {
  if (field.state !== 'present') return undefined;
  const dates = findDates(textOf(field));
  return dates.length > 0 ? dates[0] : findDates(field.written)[0];
}

/** The day in a box, when it is complete and real. */
export function dayIn(field: Field): string | undefined {
  const iso = writtenDate(field)?.iso;
  return iso === undefined ? undefined : dayOf(iso);
}

/**
 * Steps of the workflow in which somebody of this role has acted and let the document pass. What was agreed before the
 * document was last sent back no longer stands; it was drafted all the same.
 */
export function doneSteps({ trail }: DocumentModel, role: PeopleRole): TrailStep[] {
  const standing = role === 'drafter' ? trail : trail.slice(trail.findLastIndex(isRefusal) + 1);
  return standing.filter((step) => step.role === role && consents(step));
}

/** The step of this role that the workflow has not finished: it waits there, or foretells it. */
export function comingStep(document: DocumentModel, role: PeopleRole): TrailStep | undefined {
  return document.trail.find((step) => step.role === role && step.state !== 'done');
}

/** The step in which this role had the document before it was last sent back: it comes there again. */
export function stepSentBack({ trail }: DocumentModel, role: PeopleRole): TrailStep | undefined {
  return trail.slice(0, trail.findLastIndex(isRefusal) + 1).findLast((step) => step.role === role);
}

/** True when a part of the page or file was not read: then nothing that is missing can be called missing. */
export function partUnread(document: DocumentModel): boolean {
  return document.notes.some((note) => note.kind === 'unreadable' || note.kind === 'incomplete');
}

/** True when the rule cannot know what stands in this box: it gives no text, or it may be in a part that was not read. */
export function isUnseen(document: DocumentModel, field: Field): boolean {
  return field.state === 'unreadable' || (field.state === 'absent' && partUnread(document));
}

const OF_RECEIVING = ['receiptNumber', 'receivedOn', 'docNumber', 'title', 'issuer'] as const satisfies Role[];

/** A document that came from elsewhere, told by the labels 收文… and 来文…: its own signers are not ours to demand. */
export function isIncoming(document: DocumentModel, field: (role: Role) => Field): boolean {
  return (
    document.kind === 'official' && OF_RECEIVING.some((role) => /^(?:收文|来文)/u.test(squeeze(field(role).label)))
  );
}

const STAGES: readonly Stage[] = ['drafting', 'review', 'countersign', 'approval', 'issued', 'archived'];

/** True when the document is known not to have come as far as this stage. */
export function isBefore(stage: Stage, goal: Stage): boolean {
  return stage !== 'unknown' && STAGES.indexOf(stage) < STAGES.indexOf(goal);
}

/** A standard's own text, not a form about it: it has headings or numbered clauses of its own. */
export function hasOwnText(document: DocumentModel): boolean {
  return document.blocks.some((block) => block.region === 'body' && block.kind === 'heading');
}
