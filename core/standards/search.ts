/** Words to standards. */
import type { CataloguePack, CatalogueRow } from './catalogue.ts';
import { createFinder, type Find, type Found } from './finder.ts';

/** A pack prepared for search. */
interface Prepared {
  find: Find<CatalogueRow>;
  /** Where the rows of a designation stand; made when it is first asked for. */
  places?: Map<string, number[]>;
}

const PREPARED = new WeakMap<CataloguePack, Prepared>();

function preparedOf(pack: CataloguePack): Prepared {
  const known = PREPARED.get(pack);
  if (known) return known;
  // Number and title are one text: whoever pastes both finds it.
  const made = { find: createFinder(pack.rows, ({ designation, title }) => [`${designation} ${title}`]) };
  PREPARED.set(pack, made);
  return made;
}

function placesIn({ rows }: CataloguePack): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, { designation }] of rows.entries()) {
    const known = places.get(designation);
    if (known === undefined) places.set(designation, [at]);
    else known.push(at);
  }
  return places;
}

/**
 * Standards of a pack whose number or title the words find, as `createFinder` tells; some designations left out. The first
 * search in a pack builds its index: a screen over a large one has the worker (extension/worker) search.
 */
export function findStandards(
  pack: CataloguePack,
  words: string,
  limit: number,
  except: readonly string[] = [],
): Found<CatalogueRow> {
  const prepared = preparedOf(pack);
  if (except.length === 0) return prepared.find(words, limit);
  prepared.places ??= placesIn(pack);
  const { find, places } = prepared;
  return find(
    words,
    limit,
    except.flatMap((designation) => places.get(designation) ?? []),
  );
}

/** The first standards of `findStandards`. */
export function searchStandards(pack: CataloguePack, words: string, limit = 20): CatalogueRow[] {
  return findStandards(pack, words, limit).items;
}
