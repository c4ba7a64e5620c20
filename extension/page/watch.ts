import { OVERLAY_TAG, reachableDocuments } from './frames.ts';

/** A page counts as at rest when nothing happened for this long … */
const QUIET = 700;
/** … a page that never rests is told about after this long … */
const PATIENCE = 4000;
/** … and one that goes on moving by itself, with a clock say, more and more seldom: each time later by one step. */
const STEP = 1000;
const MOST_STEPS = 5;

/**
 * Calls `rested` once after each burst of changes: new content, typing, a new address, another page in a frame; `moved` with
 * each of them. Our own marks do not count. One observer a page, timers only, no reading of the page; frames that appear later
 * are observed with the next burst. While the page is hidden nothing is told: what changed is told when it is shown again.
 * Gives the function by which a shadow root, in which a document sees no change, is observed too.
 * @param rested is told how often it was since the person last did something
 */
export function watchPage(
  root: Document,
  signal: AbortSignal,
  rested: (unasked: number) => void,
  moved: () => void = () => {},
): (root: ShadowRoot) => void {
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let first = 0;
  let lastTold = 0;
  /** How often it was told since the person last did something. */
  let unasked = 0;
  /** Something changed while nobody looked. */
  let missed = false;
  const observed = new WeakSet<Document | ShadowRoot>();

  const change = (): void => {
    moved();
    missed = root.visibilityState === 'hidden';
    if (missed) return;
    const now = Date.now();
    if (quiet === undefined) first = now;
    else clearTimeout(quiet);
    const atRest = Math.min(QUIET, first + PATIENCE - now);
    quiet = setTimeout(rest, Math.max(0, atRest, lastTold + Math.min(unasked, MOST_STEPS) * STEP - now));
  };
  /** What the person does is followed at once, however restless the page was before. */
  const acted = (): void => {
    unasked = 0;
  };
  const typed = (): void => {
    acted();
    change();
  };
  /** Another page stands in a frame: the document around it sees no change. */
  const loaded = ({ target }: Event): void => {
    if (/^i?frame$/.test((target as Element).localName)) change();
  };
  const rest = (): void => {
    quiet = undefined;
    // Hidden since: told when it is shown.
    missed = root.visibilityState === 'hidden';
    if (missed) return;
    lastTold = Date.now();
    unasked += 1;
    observe();
    rested(unasked);
  };
  const observer = new MutationObserver((records) => {
    if (records.some((record) => !isOurs(record))) change();
  });
  const observeRoot = (one: Document | ShadowRoot): void => {
    if (observed.has(one)) return;
    observed.add(one);
    observer.observe(one, { subtree: true, childList: true, characterData: true });
  };
  const observe = (): void => {
    for (const document of reachableDocuments(root)) {
      if (observed.has(document)) continue;
      observeRoot(document);
      for (const event of ['input', 'change'])
        document.addEventListener(event, typed, { capture: true, passive: true, signal });
      document.addEventListener('click', acted, { capture: true, passive: true, signal });
      document.addEventListener('load', loaded, { capture: true, passive: true, signal });
      for (const event of ['hashchange', 'popstate']) document.defaultView?.addEventListener(event, typed, { signal });
    }
  };
  observe();
  root.addEventListener('visibilitychange', () => missed && root.visibilityState !== 'hidden' && change(), { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(quiet);
  });
  return observeRoot;
}

function isOurs(record: MutationRecord): boolean {
  const nodes = [...record.addedNodes, ...record.removedNodes];
  return nodes.length > 0 && nodes.every((node) => node.nodeName.toLowerCase() === OVERLAY_TAG);
}
