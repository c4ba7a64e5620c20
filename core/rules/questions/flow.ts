import { labelKey } from '../../base/text.ts';
import { isIncomingLabel } from '../../document/glossary.ts';
import type { DocumentModel, Field, TrailStep } from '../../document/model.ts';
import { consents, isRefusal } from '../../document/trail/step.ts';
import { type PeopleRole, type Role, STAGES, type Stage } from '../../document/vocabulary.ts';

/** Where a document comes from, how far it has come, and who had it on the way. */

/**
 * Steps of the workflow in which somebody of this role has acted and let the document pass. What was agreed before the
 * document was last sent back no longer stands; it was drafted all the same.
 */
export function doneSteps({ trail }: DocumentModel, role: PeopleRole): TrailStep[] {
  const standing = role === 'drafter' ? trail : trail.slice(trail.findLastIndex(isRefusal) + 1);
  return standing.filter((step) => step.role === role && consents(step));
}

/** Those of the done steps whose time the record gives. */
export function datedSteps(document: DocumentModel, role: PeopleRole): (TrailStep & { time: string })[] {
  return doneSteps(document, role).flatMap((step) => (step.time ? [{ ...step, time: step.time }] : []));
}

/** The step of this role that the workflow has not finished: it waits there, or foretells it. */
export function comingStep(document: DocumentModel, role: PeopleRole): TrailStep | undefined {
  return document.trail.find((step) => step.role === role && step.state !== 'done');
}

/** The step in which this role had the document before it was last sent back: it comes there again. */
export function stepSentBack({ trail }: DocumentModel, role: PeopleRole): TrailStep | undefined {
  return trail.slice(0, trail.findLastIndex(isRefusal) + 1).findLast((step) => step.role === role);
}

const OF_RECEIVING = ['receiptNumber', 'receivedOn', 'docNumber', 'title', 'issuer'] as const satisfies Role[];

/** A document that came from elsewhere, told by the labels 收文… and 来文…: its own signers are not ours to demand. */
export function isIncoming(document: DocumentModel, field: (role: Role) => Field): boolean {
  return (
    (document.kind === 'official' || document.kind === 'unknown') &&
    OF_RECEIVING.some((role) => isIncomingLabel(labelKey(field(role).label)))
  );
}

/** True when the document is known not to have come as far as this stage. */
export function isBefore(stage: Stage, goal: Stage): boolean {
  return stage !== 'unknown' && STAGES.indexOf(stage) < STAGES.indexOf(goal);
}

/** True for a form that was just opened: it is being drafted, and not even its title stands there. */
export function isUntouched(document: DocumentModel, field: (role: Role) => Field): boolean {
  return (
    document.stage === 'drafting' && document.from === 'page' && /^(?:blank|unreadable)$/.test(field('title').state)
  );
}
