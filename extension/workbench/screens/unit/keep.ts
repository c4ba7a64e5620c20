import { emptyUnit, type UnitProfile } from '../../../../core/unit/profile.ts';
import { isSampleUnit } from '../../../../core/unit/sample.ts';
import { ask } from '../../../messages/ask.ts';
import { UNIT } from './words.ts';

/**
 * Changes the unit's profile as it is now, however long ago it was read here; tabs do so one after the other.
 * @param work the profile as it should be; undefined keeps nothing
 * @param name where it comes from, for the sentence of a profile that is none
 * @returns whether something was kept. Rejects with what `importUnit` says of a profile that is none
 */
export const changeUnit = (
  work: (unit: UnitProfile | undefined) => UnitProfile | undefined,
  name: string = UNIT.own,
): Promise<boolean> =>
  navigator.locks.request('unit', async () => {
    const { unit } = await ask('settings', {});
    const next = work(unit);
    if (next !== undefined) await ask('importUnit', { name, text: JSON.stringify(next) });
    return next !== undefined;
  });

/** A profile with nothing in it but its name; the sample makes way, and what others kept meanwhile stays. */
export const beginUnit = (name: string): Promise<boolean> =>
  changeUnit((unit) => (unit === undefined || isSampleUnit(unit) ? emptyUnit(name) : undefined));
