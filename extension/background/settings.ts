import { ProblemError } from '../../core/base/problems.ts';
import { parseUnit } from '../../core/unit/parse.ts';
import type { UnitProfile } from '../../core/unit/profile.ts';
import { browser } from '../browser.ts';

const NO_SEAT = '未登记窗口';

export interface Settings {
  unit: UnitProfile | undefined;
  /** The seat's label on entries: 综合窗口1. */
  seat: string;
}

/** Reads the settings. A profile that no longer fits its schema is left out, never half used. */
export async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(['unit', 'seat']);
  let unit: UnitProfile | undefined;
  try {
    if (stored.unit !== undefined) unit = parseUnit(stored.unit, 'storage');
  } catch {
    unit = undefined;
  }
  return { unit, seat: typeof stored.seat === 'string' && stored.seat.trim() !== '' ? stored.seat : NO_SEAT };
}

/** Validates a profile and keeps it; throws `unit-not-json` or `unit-invalid` and leaves the old one untouched. */
export async function importUnit(name: string, text: string): Promise<UnitProfile> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ProblemError('unit-not-json', { name }, error);
  }
  const unit = parseUnit(json, name);
  await browser.storage.local.set({ unit });
  return unit;
}

export async function saveSeat(seat: string): Promise<void> {
  await browser.storage.local.set({ seat: seat.trim().slice(0, 40) });
}
