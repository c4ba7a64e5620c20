import { fillSlots } from '../../core/base/text.ts';
import type { UnitProfile } from '../../core/unit/profile.ts';
import { isSampleUnit } from '../../core/unit/sample.ts';
import { WORKBENCH } from './words.ts';

/** The unit's name where it stands over a screen or a file: the sample says that it is one. '' without a profile. */
export const unitName = (unit: UnitProfile | undefined): string =>
  unit === undefined || !isSampleUnit(unit) ? (unit?.name ?? '') : fillSlots(WORKBENCH.sampleUnit, { name: unit.name });
