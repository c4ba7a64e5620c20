import { addMonths } from '../base/dates.ts';
import { compareText } from '../base/text.ts';
import type { UnitProfile } from '../unit/profile.ts';

/** The two clocks of the pilot. Both dates are shown: how they combine is our reading of the handout (section 七). */
export interface Clocks {
  /** The system has run six full months. */
  ranSixMonthsOn?: string;
  /** Three months before the pilot ends: self-check, then application. */
  threeMonthsBeforeEnd?: string;
  /** The later of the two, when both are known. */
  applyFrom?: string;
  endsOn?: string;
  /** Six months of running would end after the pilot. */
  impossible: boolean;
}

/** The clocks from the unit's profile; what the profile does not tell is left out. */
export function clocksOf(unit: Pick<UnitProfile, 'systemEffectiveOn' | 'pilot'>): Clocks {
  const endsOn = unit.pilot?.to;
  const ran = unit.systemEffectiveOn === undefined ? undefined : addMonths(unit.systemEffectiveOn, 6);
  const before = endsOn === undefined ? undefined : addMonths(endsOn, -3);
  return {
    ...(ran === undefined ? {} : { ranSixMonthsOn: ran }),
    ...(before === undefined ? {} : { threeMonthsBeforeEnd: before }),
    ...(ran === undefined || before === undefined ? {} : { applyFrom: compareText(ran, before) > 0 ? ran : before }),
    ...(endsOn === undefined ? {} : { endsOn }),
    impossible: ran !== undefined && endsOn !== undefined && ran > endsOn,
  };
}
