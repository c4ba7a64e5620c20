import { OVERLAY_TAG, reachableDocuments } from './frames.ts';

/** A page counts as at rest when nothing happened for this long … */
const QUIET = 700;
/** … a page that never rests is told about after this long … */
const PATIENCE = 4000;
/** … and one that goes on moving by itself, with a clock say, more and more seldom: each time later by one step. */
const STEP = 1000;
const MOST_STEPS = 5;

/**
 * Calls `told` once after each burst of changes: new content, typing, a new address. Our own marks do not count.
 * One observer a document, timers only, no reading of the page; frames that appear later are observed with the next burst.
 */
export function watchPage(root: Document, signal: AbortSignal, told: () => void): void {
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let first = 0;
  let lastTold = 0;
  /** How often it was told since the person last did something. */
  let unasked = 0;
  const observed = new WeakSet<Document>();

  const moved = (): void => {
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
    moved();
  };
  const rest = (): void => {
    quiet = undefined;
    lastTold = Date.now();
    unasked += 1;
    observe();
    told();
  };
  const observer = new MutationObserver((records) => {
    if (records.some((record) => !isOurs(record))) moved();
  });
  const observe = (): void => {
    for (const document of reachableDocuments(root)) {
      if (observed.has(document)) continue;
      observed.add(document);
      observer.observe(document, { subtree: true, childList: true, characterData: true });
      for (const event of ['input', 'change'])
        document.addEventListener(event, typed, { capture: true, passive: true, signal });
      document.addEventListener('click', acted, { capture: true, passive: true, signal });
      for (const event of ['hashchange', 'popstate']) document.defaultView?.addEventListener(event, typed, { signal });
    }
  };
  observe();
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(quiet);
  });
}

function isOurs(record: MutationRecord): boolean {
  const nodes = [...record.addedNodes, ...record.removedNodes];
  return nodes.length > 0 && nodes.every((node) => node.nodeName.toLowerCase() === OVERLAY_TAG);
}
