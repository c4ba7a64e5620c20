import { browser } from '../browser.ts';

/*
 * What the administrator hands out by policy (managed storage, extension/public/policy.json). Right after its start the browser
 * takes seconds to tell it, and nobody should wait for that: what it last held is remembered.
 */

const NAMES = ['rulePacks', 'mappings', 'guard', 'unit'] as const;
export type PolicyName = (typeof NAMES)[number];

const memoryOf = (name: PolicyName): string => `${name}HandedOut`;

/** What policy last held under a name, whatever it is; undefined where there is nothing. */
export async function handedOut(name: PolicyName): Promise<unknown> {
  const memory = memoryOf(name);
  return (await browser.storage.local.get(memory))[memory] ?? undefined;
}

/**
 * Remembers what the administrator hands out, now and whenever it changes; nothing where there is no policy.
 * `changed` hears when it is another than before.
 */
export function followPolicy(changed: () => void): void {
  const follow = async (): Promise<void> => {
    const held: Record<string, unknown> = await browser.storage.managed.get([...NAMES]).catch(() => ({}));
    const now = Object.fromEntries(NAMES.map((name) => [memoryOf(name), held[name] ?? null]));
    const before = await browser.storage.local.get(NAMES.map(memoryOf));
    const moved = Object.keys(now).filter((one) => JSON.stringify(now[one]) !== JSON.stringify(before[one] ?? null));
    if (moved.length === 0) return;
    await browser.storage.local.set(Object.fromEntries(moved.map((one) => [one, now[one]])));
    changed();
  };
  browser.storage.managed.onChanged.addListener(() => void follow());
  void follow();
}
