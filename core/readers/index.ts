import { fillSlots } from '../base/text.ts';
import { assemble } from '../document/assemble.ts';
import type { DocumentModel, Note } from '../document/model.ts';
import type { DocumentParts } from '../document/parts.ts';
import type { Stage } from '../document/vocabulary.ts';
import type { PageSnapshot } from '../page/snapshot.ts';
import { winningClaim } from './claims.ts';
import { GENERIC, partsOfPage } from './generic.ts';
import { surveyPage } from './survey/survey.ts';
import { READER_WORDS } from './words.ts';

/** Reasons that the note about the reader names. */
const MOST_REASONS = 4;

/**
 * A page's snapshot as a document model: by the reader of its family, else by the generic one, and the notes say which.
 * Pure and deterministic; never throws on a snapshot of the declared form.
 * @param options `stage`: as the user names it, before all that the page says
 */
export function readPage(captured: PageSnapshot, options: { stage?: Stage } = {}): DocumentModel {
  return assemble({ ...partsOfSnapshot(captured), ...options });
}

/** The parts of a page, before they are understood; for `readPage` and for saved pages. */
export function partsOfSnapshot(captured: PageSnapshot): DocumentParts {
  const seen = surveyPage(captured);
  const claim = winningClaim(captured, seen);
  const family = claim?.family;
  const snapshot = family?.prepare?.(captured) ?? captured;
  const survey = snapshot === captured ? seen : surveyPage(snapshot);
  const form = family?.forms?.find(({ heading }) =>
    [...survey.headings.map(({ text }) => text), snapshot.title, ...snapshot.frames.map((frame) => frame.label)].some(
      (text) => heading.test(text),
    ),
  );
  const reader = family ? { id: family.id, name: family.name } : GENERIC;
  const knowledge = family && { ...family, ...(form ? { expected: form.expected } : {}) };
  const parts = partsOfPage(snapshot, survey, reader, knowledge);
  const note: Note = {
    kind: 'reader',
    text: claim
      ? fillSlots(READER_WORDS.family, {
          name: claim.family.name,
          reasons: claim.reasons.slice(0, MOST_REASONS).join('、'),
        })
      : READER_WORDS.generic,
  };
  return { ...parts, notes: [note, ...(parts.notes ?? [])] };
}
