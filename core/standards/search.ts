/** Words to standards. */
import type { CataloguePack, CatalogueRow } from './catalogue.ts';
import { createFinder, type Find, type Found } from './finder.ts';

const FINDERS = new WeakMap<CataloguePack, Find<CatalogueRow>>();

/**
 * Standards of a pack whose number or title the words find, as `createFinder` tells. The first search in a pack builds its
 * index: a screen over a large one has the worker (extension/worker) search.
 */
export function findStandards(pack: CataloguePack, words: string, limit: number): Found<CatalogueRow> {
  const known = FINDERS.get(pack);
  // Number and title are one text: whoever pastes both finds it.
  const find = known ?? createFinder(pack.rows, ({ designation, title }) => [`${designation} ${title}`]);
  if (known === undefined) FINDERS.set(pack, find);
  return find(words, limit);
}

/** The first standards of `findStandards`. */
export function searchStandards(pack: CataloguePack, words: string, limit = 20): CatalogueRow[] {
  return findStandards(pack, words, limit).items;
}
