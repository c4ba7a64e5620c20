import { type ProblemCode, ProblemError } from '../../core/base/problems.ts';
import { browser } from '../browser.ts';
import type { From } from '../messages/settings.ts';
import { handedOut, type PolicyName } from './policy.ts';

/*
 * Files of one sort that a unit uses: imported on this computer, or handed out by policy (managed storage, a list of them, each
 * as an object or as its JSON text). Each is validated anew whenever it is read; one that no longer fits is left out.
 */

/** A sort of files. */
interface Sort<Item> {
  /** The name of the list, in local and in managed storage. */
  key: PolicyName;
  most: number;
  /** Said when there would be more; its slot is `limit`. */
  tooMany: ProblemCode;
  /** Validates one. @throws ProblemError */
  parse(json: unknown, name: string): Item;
}

export interface Installed<Item> {
  /** Every one that is in use, those of the policy first. One that policy hands out takes the place of an imported one with its id. */
  all(): Promise<{ item: Item; from: From }[]>;
  /**
   * Keeps one in the stead of that with its id.
   * @throws ProblemError what its sort throws, or `tooMany`; then nothing is changed
   */
  keep(name: string, json: unknown): Promise<Item>;
  /** Takes an imported one away. */
  remove(id: string): Promise<void>;
}

export function createInstalled<Item extends { id: string }>({
  key,
  most,
  tooMany,
  parse,
}: Sort<Item>): Installed<Item> {
  const itemsOf = (stored: unknown): Item[] => {
    if (!Array.isArray(stored)) return [];
    return stored.slice(0, most).flatMap((one) => {
      try {
        return [parse(one, key)];
      } catch {
        return [];
      }
    });
  };
  const imported = async (): Promise<Item[]> => itemsOf((await browser.storage.local.get(key))[key]);
  return {
    async all() {
      const [policy, all] = [itemsOf(await handedOut(key)), await imported()];
      const ids = new Set(policy.map(({ id }) => id));
      const own = all.filter(({ id }) => !ids.has(id));
      return [
        ...policy.map((item) => ({ item, from: 'policy' as const })),
        ...own.map((item) => ({ item, from: 'import' as const })),
      ];
    },
    async keep(name, json) {
      const item = parse(json, name);
      const others = (await imported()).filter(({ id }) => id !== item.id);
      if (others.length >= most) throw new ProblemError(tooMany, { limit: most });
      await browser.storage.local.set({ [key]: [...others, item] });
      return item;
    },
    async remove(id) {
      await browser.storage.local.set({ [key]: (await imported()).filter((one) => one.id !== id) });
    },
  };
}
