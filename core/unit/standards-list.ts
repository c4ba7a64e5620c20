import type { CataloguePack, CatalogueRow, StatusAnswer } from '../standards/catalogue.ts';
import { createFinder, exactBefore, type Find, type Found, none } from '../standards/finder.ts';
import { findStandards } from '../standards/search.ts';
import type { UnitProfile } from './profile.ts';
import { registerOf, statusWithUnit } from './standards.ts';

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

/** Where standards are looked for. */
export interface StandardsPlace {
  catalogue: CataloguePack;
  unit: UnitProfile | undefined;
}

const REGISTERS = new WeakMap<UnitProfile, Find<CatalogueRow>>();

/** Search in the unit's own register: what is kept in a place is found by that too. */
function findInRegister(unit: UnitProfile): Find<CatalogueRow> {
  const known = REGISTERS.get(unit);
  if (known) return known;
  const places = new Map(unit.standards.map(({ designation, place = '' }) => [designation, place]));
  const find = createFinder(registerOf(unit).rows, ({ designation, title }) => [
    `${designation} ${title}`,
    places.get(designation) ?? '',
  ]);
  REGISTERS.set(unit, find);
  return find;
}

const isBlank = (words: string): boolean => words.trim() === '';

/** All of the unit's own that fit; without words all do. */
function ownWith(unit: UnitProfile, words: string): Found<CatalogueRow> {
  const { rows } = registerOf(unit);
  return isBlank(words) ? { items: rows, count: rows.length, near: false } : findInRegister(unit)(words, rows.length);
}

/** The first `limit` of the catalogue that fit, some designations left out; without words all do. */
function othersWith(
  catalogue: CataloguePack,
  words: string,
  limit: number,
  except: readonly string[],
): Found<CatalogueRow> {
  if (!isBlank(words)) return findStandards(catalogue, words, limit, except);
  const without = new Set(except);
  const rows = catalogue.rows.filter(({ designation }) => !without.has(designation));
  return { items: rows.slice(0, limit), count: rows.length, near: false };
}

/**
 * Standards that fit, each once: all of the unit's own, and the first `most` of the catalogue that are not among them. What
 * only comes near is told where neither has the words.
 */
export function findInBoth(
  { catalogue, unit }: StandardsPlace,
  { words, scope }: Pick<StandardsQuestion, 'words' | 'scope'>,
  most: number,
): { own: Found<CatalogueRow>; others: Found<CatalogueRow> } {
  const register = unit === undefined || scope === 'catalogue' ? none<CatalogueRow>() : ownWith(unit, words);
  const first = new Map<string, CatalogueRow>();
  for (const row of register.items) if (!first.has(row.designation)) first.set(row.designation, row);
  return exactBefore({
    own: { items: [...first.values()], count: first.size, near: register.near },
    others: scope === 'unit' ? none<CatalogueRow>() : othersWith(catalogue, words, most, [...first.keys()]),
  });
}

/** Standards as they are listed, with their status on a day. */
export function rowsOn({ catalogue, unit }: StandardsPlace, rows: readonly CatalogueRow[], on: string): StandardRow[] {
  const ask = statusWithUnit(catalogue, unit);
  const ours = new Map(unit?.standards.map((standard) => [standard.designation, standard]));
  return rows.map(({ designation, title, publishedOn, effectiveOn }) => {
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
}

/**
 * Standards that fit, each once, the unit's own first, with their status on a day. The first `most` are listed, all are
 * counted; the status is looked up only of those that are listed, a keystroke over a large catalogue stays short.
 */
export function listStandards(place: StandardsPlace, question: StandardsQuestion, most: number): StandardsList {
  const { own, others } = findInBoth(place, question, most);
  const drawn = [...own.items, ...others.items].slice(0, most);
  return { rows: rowsOn(place, drawn, question.on), count: own.count + others.count };
}
