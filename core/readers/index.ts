import { fillSlots, labelKey } from '../base/text.ts';
import { assemble } from '../document/assemble.ts';
import type { DocumentModel, Note } from '../document/model.ts';
import type { DocumentParts } from '../document/parts.ts';
import type { Stage } from '../document/vocabulary.ts';
import type { PageSnapshot } from '../page/snapshot.ts';
import { xinhu } from './families/xinhu/family.ts';
import { yudao } from './families/yudao/family.ts';
import { fingerprinted } from './fingerprint.ts';
import { GENERIC, partsOfPage } from './generic.ts';
import { CLAIM, type Family } from './reader.ts';
import { type Survey, surveyPage } from './survey.ts';
import { READER_WORDS } from './words.ts';

/** Every family, in the order of file names. */
export const FAMILIES: readonly Family[] = [xinhu, yudao];

/** How strongly a family claims a page: the weights of its signs that are there, each sign once. */
export function claimOf(family: Family, snapshot: PageSnapshot, survey: Survey): number {
  return family.signs
    .filter(
      ({ url, control, label, text }) =>
        (url === undefined || snapshot.frames.some((frame) => url.test(frame.url))) &&
        (control === undefined || survey.controls.has(control)) &&
        (label === undefined || survey.labels.has(labelKey(label))) &&
        (text === undefined || [...survey.captions].some((caption) => text.test(caption))),
    )
    .reduce((sum, sign) => sum + sign.weight, 0);
}

/** The family that claims a page most strongly; undefined when none does, or two claim it alike. */
export function familyOf(snapshot: PageSnapshot, survey: Survey): Family | undefined {
  const claims = FAMILIES.map((family) => ({ family, claim: claimOf(family, snapshot, survey) }))
    .filter(({ claim }) => claim >= CLAIM)
    .sort((left, right) => right.claim - left.claim);
  const [best, next] = claims;
  return best && best.claim !== next?.claim ? best.family : undefined;
}

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
  const { snapshot, sha256 } = fingerprinted(captured);
  const survey = surveyPage(snapshot);
  const family = familyOf(snapshot, survey);
  const form = family?.forms?.find(({ heading }) =>
    [...survey.headings.map(({ text }) => text), snapshot.title, ...snapshot.frames.map((frame) => frame.label)].some(
      (text) => heading.test(text),
    ),
  );
  const reader = family ? { id: family.id, name: family.name } : GENERIC;
  const knowledge = family && { ...family, ...(form ? { expected: form.expected } : {}) };
  const parts = partsOfPage(snapshot, sha256, survey, reader, knowledge);
  const note: Note = {
    kind: 'reader',
    text: family ? fillSlots(READER_WORDS.family, { name: family.name }) : READER_WORDS.generic,
  };
  return { ...parts, notes: [note, ...(parts.notes ?? [])] };
}
