import { statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Walk } from './walk.ts';

/** What to tell anew. */
export interface Change extends Walk {
  /** Files that were told and are not there any more. */
  removed: string[];
  isFirst: boolean;
}

/** Milliseconds between two looks. Looking works on shared drives too, which tell nobody what changes on them. */
const EVERY = 700;

/** The state of each file, as one text. */
export type States = ReadonlyMap<string, string>;

/**
 * Which files are to be told after a look: those that stand as they stood at the look before, so that nobody writes them any
 * more, and otherwise than when they were told last; and which of those that were told are gone.
 */
export function settledChanges(told: States, before: States, now: States): { changed: string[]; removed: string[] } {
  return {
    changed: [...now].flatMap(([path, state]) =>
      state === before.get(path) && state !== told.get(path) ? [path] : [],
    ),
    removed: [...told.keys()].filter((path) => !now.has(path)),
  };
}

/** Everything at once, and then each change, until the person presses Ctrl-C. */
export async function* changes(look: () => Walk): AsyncGenerator<Change> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const first = look();
  const told = new Map(statesOf(first));
  yield { ...first, removed: [], isFirst: true };
  let before: States = told;
  while (await pause(stop.signal)) {
    const now = statesOf(look());
    const { changed, removed } = settledChanges(told, before, now);
    before = now;
    for (const path of removed) told.delete(path);
    for (const path of changed) told.set(path, now.get(path) ?? '');
    if (changed.length + removed.length > 0)
      yield { files: changed, skipped: [], missing: [], removed, isFirst: false };
  }
}

function statesOf({ files }: Walk): States {
  return new Map(
    files.map((path) => {
      const { size = 0, mtimeMs = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {};
      return [path, `${size} ${mtimeMs}`];
    }),
  );
}

/** False when it was stopped. */
async function pause(signal: AbortSignal): Promise<boolean> {
  try {
    await wait(EVERY, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}
