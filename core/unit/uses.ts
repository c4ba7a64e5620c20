import type { StandardUse } from '../standards/impact.ts';
import { applyingIn } from './applying.ts';
import type { UnitProfile } from './profile.ts';

/** Where a unit's profile names standards on a day: its services, what rules apply to them too, then its register. @param on ISO day */
export function usesOfUnit(unit: UnitProfile, on: string): StandardUse[] {
  const applying = applyingIn(unit, on);
  return [
    ...unit.services.flatMap((service) =>
      applying(service).map(
        ({ designation }): StandardUse => ({ in: 'service', name: service.name, designation, title: '' }),
      ),
    ),
    ...unit.standards.map(
      ({ designation, title }): StandardUse => ({ in: 'register', name: title, designation, title }),
    ),
  ];
}
