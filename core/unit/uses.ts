import type { StandardUse } from '../standards/impact.ts';
import type { UnitProfile } from './profile.ts';

/** Where a unit's profile names standards: its services, then its register. */
export function usesOfUnit({ services, standards }: UnitProfile): StandardUse[] {
  return [
    ...services.flatMap(({ name, standards: numbers }) =>
      numbers.map((designation): StandardUse => ({ in: 'service', name, designation, title: '' })),
    ),
    ...standards.map(({ designation, title }): StandardUse => ({ in: 'register', name: title, designation, title })),
  ];
}
