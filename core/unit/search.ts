/** Words to all that a unit has on its lists, and to the catalogue. */
import type { CatalogueRow } from '../standards/catalogue.ts';
import { createFinder, exactBefore, type Find, type Found, none } from '../standards/finder.ts';
import type { Person, ServiceItem, UnitProfile } from './profile.ts';
import { findInBoth, rowsOn, type StandardRow, type StandardsPlace } from './standards-list.ts';

export type UnitWindow = NonNullable<UnitProfile['windows']>[number];

/** A service, and its place in the list: two may have one name. */
export interface FoundService {
  item: ServiceItem;
  at: number;
}

/** What words find, list by list. */
export interface FoundInUnit {
  /** Of the unit's own register. */
  register: Found<StandardRow>;
  /** Of the catalogue, without those of the register. */
  standards: Found<StandardRow>;
  services: Found<FoundService>;
  windows: Found<UnitWindow>;
  people: Found<Person>;
}

interface UnitFinders {
  services: Find<FoundService>;
  windows: Find<UnitWindow>;
  people: Find<Person>;
}

type Lists = Pick<UnitProfile, 'services' | 'windows' | 'people'>;
const NO_UNIT: Lists = { services: [], people: [] };
const FINDERS = new WeakMap<Lists, UnitFinders>();

/** What a service is found by. */
const textsOfService = ({
  name,
  aliases = [],
  parent,
  code,
  basicCode,
  department,
  serviceType,
}: ServiceItem): string[] =>
  [name, ...aliases, parent, code, basicCode, department, serviceType].filter((text) => text !== undefined);

function findersOf(unit: Lists): UnitFinders {
  const known = FINDERS.get(unit);
  if (known) return known;
  const made: UnitFinders = {
    services: createFinder(
      unit.services.map((item, at): FoundService => ({ item, at })),
      ({ item }) => textsOfService(item),
    ),
    windows: createFinder(unit.windows ?? [], ({ name, services }) => [name, ...services]),
    people: createFinder(unit.people, ({ name, posts }) => [name, ...posts.map((post) => post.name)]),
  };
  FINDERS.set(unit, made);
  return made;
}

/**
 * What words find in the catalogue and in a unit's lists: the first `most` of each, all counted. What only comes near is told
 * where no list has the words. @param on ISO day of the status
 */
export function findInUnit(place: StandardsPlace, words: string, on: string, most: number): FoundInUnit {
  const asked = words.trim();
  const { own, others } =
    asked === ''
      ? { own: none<CatalogueRow>(), others: none<CatalogueRow>() }
      : findInBoth(place, { words: asked, scope: 'all' }, most);
  const rows = ({ items, ...rest }: typeof own): Found<StandardRow> => ({
    ...rest,
    items: rowsOn(place, items.slice(0, most), on),
  });
  const finders = findersOf(place.unit ?? NO_UNIT);
  return exactBefore({
    register: rows(own),
    standards: rows(others),
    services: finders.services(asked, most),
    windows: finders.windows(asked, most),
    people: finders.people(asked, most),
  });
}
