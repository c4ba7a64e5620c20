import { ProblemError } from '../../core/base/problems.ts';
import { parseRulePack, type RulePack } from '../../core/rules/own/pack.ts';
import { browser } from '../browser.ts';
import type { InstalledPack } from '../messages/settings.ts';
import { handedOut } from './policy.ts';

/*
 * The unit's own rules: imported on this computer, or handed out by policy (managed storage, `rulePacks`: a list of packs, each
 * as an object or as its JSON text). Each is validated anew whenever it is read; one that no longer fits is left out.
 */

const PACKS = 'rulePacks';
const MOST_PACKS = 20;

/** Packs out of one area of storage, those that are none left out. */
function packsOf(stored: unknown): RulePack[] {
  if (!Array.isArray(stored)) return [];
  return stored.slice(0, MOST_PACKS).flatMap((one) => {
    try {
      return [parseRulePack(one, PACKS)];
    } catch {
      return [];
    }
  });
}

const imported = async (): Promise<RulePack[]> => packsOf((await browser.storage.local.get(PACKS))[PACKS]);

/** Every pack that is in use. One that policy hands out goes before an imported one with its id. */
export async function loadPacks(): Promise<InstalledPack[]> {
  const [policy, all] = [packsOf(await handedOut(PACKS)), await imported()];
  const ids = new Set(policy.map(({ id }) => id));
  const own = all.filter(({ id }) => !ids.has(id));
  return [
    ...policy.map((pack): InstalledPack => ({ pack, from: 'policy' })),
    ...own.map((pack): InstalledPack => ({ pack, from: 'import' })),
  ];
}

/**
 * Keeps a pack in the stead of one with its id.
 * @throws ProblemError what `parseRulePack` throws, `rules-too-many`; then nothing is changed
 */
export async function importPack(name: string, text: string): Promise<RulePack> {
  const pack = parseRulePack(text, name);
  const others = (await imported()).filter(({ id }) => id !== pack.id);
  if (others.length >= MOST_PACKS) throw new ProblemError('rules-too-many', { limit: MOST_PACKS });
  await browser.storage.local.set({ [PACKS]: [...others, pack] });
  return pack;
}

/** Takes an imported pack away. */
export async function removePack(id: string): Promise<void> {
  await browser.storage.local.set({ [PACKS]: (await imported()).filter((pack) => pack.id !== id) });
}
