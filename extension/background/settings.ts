import { ProblemError } from '../../core/base/problems.ts';
import { parseUnit } from '../../core/unit/parse.ts';
import type { UnitProfile } from '../../core/unit/profile.ts';
import { browser } from '../browser.ts';
import { SEAT_LENGTH, type Settings } from '../messages/settings.ts';
import { loadMappings } from './mappings.ts';
import { rulePacks } from './packs.ts';
import { handedOut } from './policy.ts';

const NO_SEAT = '未登记窗口';

/** What this seat is called; '' while nobody named it. */
async function namedSeat(): Promise<string> {
  const { seat } = await browser.storage.local.get('seat');
  return typeof seat === 'string' ? seat.trim().slice(0, SEAT_LENGTH) : '';
}

/** Who registers: all of the settings that an entry needs. */
export async function loadSeat(): Promise<string> {
  return (await namedSeat()) || NO_SEAT;
}

/** A profile as it is held somewhere; undefined where there is none, or one that no longer fits: never half used. */
function profileIn(held: unknown): UnitProfile | undefined {
  try {
    return held === undefined ? undefined : parseUnit(held, 'storage');
  } catch {
    // Said by the screens as "no profile": they lead to the import.
    return undefined;
  }
}

/** The profile that the administrator hands out. */
const profileByPolicy = async (): Promise<UnitProfile | undefined> => profileIn(await handedOut('unit'));

/** Reads the settings. A profile that policy hands out takes the place of an imported one. */
export async function loadSettings(): Promise<Settings> {
  const [byPolicy, imported, named, packs, mappings] = await Promise.all([
    profileByPolicy(),
    browser.storage.local.get('unit'),
    namedSeat(),
    rulePacks.all(),
    loadMappings(),
  ]);
  const unit = byPolicy ?? profileIn(imported.unit);
  return {
    ...(unit && { unit, unitFrom: byPolicy ? 'policy' : 'import' }),
    ...{ seat: named || NO_SEAT, seatNamed: named !== '', mappings },
    packs: packs.map(({ item, from }) => ({ pack: item, from })),
  };
}

async function refuseOverPolicy(): Promise<void> {
  if ((await profileByPolicy()) !== undefined) throw new ProblemError('unit-by-policy');
}

/**
 * Validates a profile and keeps it; leaves the old one untouched where that fails.
 * @throws ProblemError what `parseUnit` throws; `unit-by-policy` where the administrator hands one out
 */
export async function importUnit(name: string, text: string): Promise<UnitProfile> {
  await refuseOverPolicy();
  const unit = parseUnit(text, name);
  await browser.storage.local.set({ unit });
  return unit;
}

/** Takes the profile away: what needs one is not told any more. @throws ProblemError `unit-by-policy` */
export async function removeUnit(): Promise<void> {
  await refuseOverPolicy();
  await browser.storage.local.remove('unit');
}

export async function saveSeat(seat: string): Promise<void> {
  await browser.storage.local.set({ seat: seat.trim().slice(0, SEAT_LENGTH) });
}
