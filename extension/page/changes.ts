import { watchPage } from './watch.ts';

/** Hears how a page moves. */
export interface Listening {
  /** Something changed; told at once, and often. */
  moved?(): void;
  /** The page came to rest after it. @param unasked how often that was told since the person last did something */
  rested(unasked: number): void;
}

/** A panel that has asked for the page and does not listen by then will not. */
const UNHEARD = 30_000;

/** Who hears of the changes of a page. It is watched by one observer, and only while somebody listens or is about to. */
export interface Changes {
  /** A reading begins: whoever listens next hears of what changed from now on. */
  read(): void;
  /** The panel listens; gives the function that ends it. */
  tell(listener: () => void): () => void;
  /** The guard listens as long as the page stands. */
  follow(): void;
  /** A tree of the page in which the document sees no change. */
  include(root: ShadowRoot): void;
}

/**
 * Watches the page from the first reading on, so that nothing is lost between a reading and the moment in which the
 * panel begins to listen. Without anybody who listens the watch ends.
 */
export function followChanges(signal: AbortSignal, always: Listening): Changes {
  let watching: { end: AbortController; include: (root: ShadowRoot) => void } | undefined;
  let unheard: ReturnType<typeof setTimeout> | undefined;
  let listener: (() => void) | undefined;
  let followed = false;
  let changed = false;
  const end = (): void => {
    clearTimeout(unheard);
    if (followed) return;
    watching?.end.abort();
    watching = undefined;
    // What comes now is not seen.
    always.moved?.();
  };
  const begin = (): void => {
    if (watching !== undefined) return;
    const over = new AbortController();
    const rested = (unasked: number): void => {
      if (listener === undefined) changed = true;
      else listener();
      always.rested(unasked);
    };
    const include = watchPage(document, AbortSignal.any([signal, over.signal]), rested, always.moved);
    watching = { end: over, include };
  };
  return {
    read() {
      changed = false;
      begin();
      clearTimeout(unheard);
      if (listener === undefined) unheard = setTimeout(end, UNHEARD);
    },
    tell(next) {
      clearTimeout(unheard);
      begin();
      listener = next;
      if (changed) next();
      changed = false;
      return () => {
        if (listener !== next) return;
        listener = undefined;
        end();
      };
    },
    follow() {
      followed = true;
      begin();
    },
    include: (root) => watching?.include(root),
  };
}
