import { renamedAll } from './edit.ts';
import type { ServiceItem, UnitProfile } from './profile.ts';
import { type ServiceChange, wholeKey } from './service-changes.ts';

/** A service as it goes on under its new name: what the list does not say of it stays, and pages may still call it by the old one. */
export function joined(was: ServiceItem, item: ServiceItem): ServiceItem {
  const aliases = new Set([...(was.aliases ?? []), ...(item.aliases ?? []), was.name]);
  const standards = item.standards.length > 0 ? item.standards : was.standards;
  return { ...was, ...item, standards, aliases: [...aliases] };
}

/** A profile in which two services are one. */
function withOne(profile: UnitProfile, was: ServiceItem, item: ServiceItem): UnitProfile {
  const { services } = profile;
  const placeOf = (wanted: ServiceItem): number => services.findIndex((one) => wholeKey(one) === wholeKey(wanted));
  const [from, to] = [placeOf(was), placeOf(item)];
  if (from < 0 || to < 0 || from === to) return profile;
  const one = joined(services[from] as ServiceItem, services[to] as ServiceItem);
  return { ...profile, services: services.flatMap((old, at) => (at === to ? [] : at === from ? [one] : [old])) };
}

/**
 * A profile with a list in it, in which everything that names a service which is called otherwise now names it so. `near` ones
 * that a person says are the same become one service first: they are given as `renamed`. Pure.
 */
export function followRenames(profile: UnitProfile, changes: readonly ServiceChange[]): UnitProfile {
  return changes.reduce((before, { kind, was, item }) => {
    if (kind !== 'renamed' || was === undefined || item === undefined) return before;
    const after = withOne(before, was, item);
    // Two may have one name: as long as one of them is left, what names it is right.
    const isLeft = after.services.some(({ name }) => name === was.name);
    return isLeft ? after : renamedAll(after, 'services', was.name, item.name);
  }, profile);
}
