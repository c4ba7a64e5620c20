import { addMonths, daysBetween } from '../base/dates.ts';
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

/** Days of the profile on which a clock rests. */
export type ClockRecord = 'systemEffectiveOn' | 'pilotEnds';

/** One clock on a day. */
export interface ClockLine {
  id: 'ran' | 'before' | 'from' | 'ends';
  /** The day that it waits for. */
  on: string;
  /** Days until then; 0 or less once it is there. */
  left: number;
  /** What it rests on, and the day that stands there. */
  records: { record: ClockRecord; on: string }[];
}

/** The clocks as lines, in the order in which they are told, as they stand on a day (ISO). Those that are not known are left out. */
export function clockLines(unit: Pick<UnitProfile, 'systemEffectiveOn' | 'pilot'>, today: string): ClockLine[] {
  const { ranSixMonthsOn, threeMonthsBeforeEnd, applyFrom, endsOn } = clocksOf(unit);
  const start = { record: 'systemEffectiveOn', on: unit.systemEffectiveOn ?? '' } as const;
  const end = { record: 'pilotEnds', on: endsOn ?? '' } as const;
  const lines: [id: ClockLine['id'], on: string | undefined, records: ClockLine['records']][] = [
    ['ran', ranSixMonthsOn, [start]],
    ['before', threeMonthsBeforeEnd, [end]],
    ['from', applyFrom, [start, end]],
    ['ends', endsOn, [end]],
  ];
  return lines.flatMap(([id, on, records]) =>
    on === undefined ? [] : [{ id, on, left: daysBetween(today, on), records }],
  );
}
