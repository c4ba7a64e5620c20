import { readDesignation } from '../standards/designation.ts';
import { applyingIn } from './applying.ts';
import { type TaskPlace, TO_DO } from './change-words.ts';
import type { ServiceItem, UnitProfile } from './profile.ts';
import { nameKey, type ServicePage, surelyOn } from './recognise.ts';
import type { ServiceChange } from './service-changes.ts';

/** Where something stands in a ledger. */
export interface LedgerPlace {
  chain: string;
  sequence: number;
}

/** A document of the unit that may be about a service. */
export interface ServiceUse extends ServicePage {
  /** How a person finds it. */
  name: string;
  /** Names of services that it was recognised to be about when it was kept. */
  services?: readonly string[];
  at?: LedgerPlace;
}

/** What of the unit a change of a service touches. */
export interface ServiceTouch {
  place: TaskPlace;
  name: string;
  at?: LedgerPlace;
}

/** What is asked for the places of a change. */
interface Asked {
  unit: UnitProfile;
  change: ServiceChange;
  /** The service as it is, or as it was where it is gone. */
  item: ServiceItem;
  /** Designations that it goes by. */
  applied: ReadonlySet<string>;
  /** The documents about a service, as it was and as it is. */
  about(items: readonly (ServiceItem | undefined)[]): readonly ServiceUse[];
}

/** Where a unit has what a change may touch, a row a place. */
const FOUND: Readonly<Record<TaskPlace, (asked: Asked) => readonly Omit<ServiceTouch, 'place'>[]>> = {
  service: ({ item: { name } }) => [{ name }],
  window: ({ change: { was }, unit: { windows = [] } }) =>
    windows.filter(({ services }) => services.some((one) => nameKey(one) === nameKey(was?.name ?? ''))),
  duty: ({ item: { name, duties = [] } }) => (duties.length > 0 ? [{ name }] : []),
  // A standard of others is not the unit's to change.
  register: ({ unit, applied }) =>
    unit.standards
      .filter(({ designation }) => applied.has(designation) && readDesignation(designation)?.family === 'unit')
      .map(({ designation, title }) => ({ name: `${designation} ${title}` })),
  document: ({ change: { was, item }, about }) => about([was, item]),
};

/**
 * Everything of the unit that each of some changes touches, in the order of the words for it.
 * @param unit the profile as it is with the changes
 * @param documents those of the unit that may be about services
 * @param on ISO day on which standards apply
 */
export function touchedBy(
  changes: readonly ServiceChange[],
  unit: UnitProfile,
  documents: readonly ServiceUse[],
  on: string,
): (change: ServiceChange) => ServiceTouch[] {
  const applying = applyingIn(unit, on);
  const services = [...new Set([...unit.services, ...changes.flatMap(({ was }) => was ?? [])])];
  const meant = documents.map((document) => {
    const kept = services.filter(({ name }) => document.services?.includes(name));
    return { document, items: new Set([...kept, ...surelyOn(document, services)]) };
  });
  return (change) => {
    const item = change.item ?? change.was;
    if (item === undefined) return [];
    const about: Asked['about'] = (wanted) =>
      meant.filter(({ items }) => wanted.some((one) => one && items.has(one))).map(({ document }) => document);
    const applied = new Set(applying(item).map(({ designation }) => designation));
    const places = Object.keys(TO_DO[change.kind]) as TaskPlace[];
    return places.flatMap((place) =>
      FOUND[place]({ unit, change, item, applied, about }).map(({ name, at }) => ({ place, name, ...(at && { at }) })),
    );
  };
}
