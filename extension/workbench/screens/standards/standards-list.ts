import type { CataloguePack, CatalogueRow, StatusAnswer } from '../../../../core/standards/catalogue.ts';
import { findStandards, type StandardsFound } from '../../../../core/standards/search.ts';
import type { UnitProfile } from '../../../../core/unit/profile.ts';
import { registerOf, statusWithUnit } from '../../../../core/unit/standards.ts';

/** Which lists are searched. */
export type Scope = 'all' | 'catalogue' | 'unit';

export interface StandardRow {
  designation: string;
  title: string;
  publishedOn?: string;
  effectiveOn?: string;
  /** Status on the day asked for. */
  answer: StatusAnswer;
  /** In the unit's own register. */
  ours: boolean;
  /** Where the unit keeps its copy. */
  place?: string;
}

export interface StandardsQuestion {
  /** '' lists everything. */
  words: string;
  scope: Scope;
  /** ISO day. */
  on: string;
}

export interface StandardsList {
  /** The first rows. */
  rows: StandardRow[];
  /** How many fit in all. */
  count: number;
}

/** The first `limit` that fit; without words all do. */
const found = (pack: CataloguePack, words: string, limit: number): StandardsFound =>
  words.trim() === '' ? { rows: pack.rows, count: pack.rows.length } : findStandards(pack, words, limit);

const NONE: StandardsFound = { rows: [], count: 0 };

/**
 * Standards that fit, each once, the unit's own first, with their status on a day. The first `most` are listed, all are
 * counted; the status is looked up only of those that are listed, a keystroke over a large catalogue stays short.
 */
export function listStandards(
  catalogue: CataloguePack,
  unit: UnitProfile | undefined,
  { words, scope, on }: StandardsQuestion,
  most: number,
): StandardsList {
  const ask = statusWithUnit(catalogue, unit);
  const ours = new Map(unit?.standards.map((standard) => [standard.designation, standard]));
  const first = new Map<string, CatalogueRow>();
  if (unit !== undefined && scope !== 'catalogue') {
    for (const row of found(registerOf(unit), words, unit.standards.length).rows) {
      if (!first.has(row.designation)) first.set(row.designation, row);
    }
  }
  // Which of the catalogue's are among the unit's own shows only when all that were found are looked at.
  const listed = scope === 'unit' ? NONE : found(catalogue, words, first.size === 0 ? most : catalogue.rows.length);
  const others = first.size === 0 ? listed.rows : listed.rows.filter(({ designation }) => !first.has(designation));
  const drawn = [...first.values(), ...others.slice(0, most)].slice(0, most);
  const rows = drawn.map(({ designation, title, publishedOn, effectiveOn }) => {
    const own = ours.get(designation);
    return {
      designation,
      title,
      ...(publishedOn === undefined ? {} : { publishedOn }),
      ...(effectiveOn === undefined ? {} : { effectiveOn }),
      answer: ask(designation, on),
      ours: own !== undefined,
      ...(own?.place === undefined ? {} : { place: own.place }),
    };
  });
  return { rows, count: first.size + listed.count - (listed.rows.length - others.length) };
}
