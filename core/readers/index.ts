import { fillSlots } from '../base/text.ts';
import { assemble } from '../document/assemble.ts';
import type { DocumentModel, Note } from '../document/model.ts';
import type { DocumentParts } from '../document/parts.ts';
import type { Stage } from '../document/vocabulary.ts';
import type { PageSnapshot } from '../page/snapshot.ts';
import { partsOfPage } from './generic.ts';
import { groundOf } from './ground.ts';
import type { Mapping } from './taught/mapping.ts';
import { taughtOn } from './taught/taught.ts';
import { READER_WORDS } from './words.ts';

/** Reasons that the note about the reader names. */
const MOST_REASONS = 4;

/** What a reading may be told. */
export interface ReadPageOptions {
  /** As the user names it, before all that the page says. */
  stage?: Stage;
  /** Forms that were taught by pointing; the one that fits the page is laid over the reading. */
  mappings?: readonly Mapping[];
}

/**
 * A page's snapshot as a document model: by the reader of its family, else by the generic one, a taught mapping laid over
 * it, and the notes say which. Pure and deterministic; never throws on a snapshot of the declared form.
 */
export function readPage(captured: PageSnapshot, { mappings = [], ...options }: ReadPageOptions = {}): DocumentModel {
  return assemble({ ...partsOfSnapshot(captured, mappings), ...options });
}

/** The parts of a page, before they are understood; for `readPage` and for saved pages. */
export function partsOfSnapshot(captured: PageSnapshot, mappings: readonly Mapping[] = []): DocumentParts {
  const { snapshot, survey, claim, reader, knowledge } = groundOf(captured);
  const taught = taughtOn(snapshot, survey, mappings);
  const parts = partsOfPage(snapshot, survey, taught.readerOver(reader), knowledge, taught.overlay);
  const note: Note = {
    kind: 'reader',
    text: claim
      ? fillSlots(READER_WORDS.family, {
          name: claim.family.name,
          reasons: claim.reasons.slice(0, MOST_REASONS).join('、'),
        })
      : READER_WORDS.generic,
  };
  return { ...parts, notes: [...taught.notes(), note, ...(parts.notes ?? [])] };
}
