import { parseUnit } from '../../core/unit/parse.ts';
import type { UnitProfile } from '../../core/unit/profile.ts';
import { browser } from '../browser.ts';
import { SEAT_LENGTH, type Settings } from '../messages/settings.ts';
import { loadMappings } from './mappings.ts';
import { rulePacks } from './packs.ts';

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

/** Reads the settings. A profile that no longer fits its schema is left out, never half used. */
export async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get('unit');
  const named = await namedSeat();
  const packs = (await rulePacks.all()).map(({ item, from }) => ({ pack: item, from }));
  const seat = { seat: named || NO_SEAT, seatNamed: named !== '', packs, mappings: await loadMappings() };
  try {
    if (stored.unit !== undefined) return { unit: parseUnit(stored.unit, 'storage'), ...seat };
  } catch {
    // Said by the screens as "no profile": they lead to the import.
  }
  return seat;
}

/** Validates a profile and keeps it; throws what `parseUnit` throws and leaves the old one untouched. */
export async function importUnit(name: string, text: string): Promise<UnitProfile> {
  const unit = parseUnit(text, name);
  await browser.storage.local.set({ unit });
  return unit;
}

/** Takes the profile away: what needs one is not told any more. */
export async function removeUnit(): Promise<void> {
  await browser.storage.local.remove('unit');
}

export async function saveSeat(seat: string): Promise<void> {
  await browser.storage.local.set({ seat: seat.trim().slice(0, SEAT_LENGTH) });
}
