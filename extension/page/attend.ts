import { ProblemError } from '../../core/base/problems.ts';
import { capture } from '../../core/page/capture.ts';
import { partsOfSnapshot } from '../../core/page/parts.ts';
import { browser, type Runtime } from '../browser.ts';
import { serve } from '../messages/serve.ts';
import { type SnapshotPart, TO_PAGE } from '../messages/to-page.ts';
import { MOVED, UNMARKED, WATCH_PORT } from '../messages/watch.ts';
import { createFetching } from './fetch-file.ts';
import { createOverlay } from './overlay.ts';
import { rootOf } from './roots.ts';
import { watchPage } from './watch.ts';

/** How often a page that moves while it is read is read again before the gap is told. */
const TRIES = 3;
const PAUSE = 400;
const PDF_PAGE = '在浏览器里打开的 PDF';

/**
 * Content side in one frame: answers the background, paints marks, and tells an open panel when the page came to rest.
 * Everything ends with the signal: when the extension stops or is replaced nothing of it stays in the page.
 * @param isAlive false once the extension is gone; asking it is what raises the signal then.
 */
export function attend(signal: AbortSignal, isAlive: () => boolean): void {
  /** Panels that look at this page. */
  const ports = new Set<Runtime.Port>();
  const overlay = createOverlay(document, signal, isAlive, () => {
    for (const port of ports) port.postMessage(UNMARKED);
  });
  /** The snapshot that is being handed over, and its number. A script that takes this one's place counts from elsewhere. */
  let reading: Generator<string, string> | undefined;
  let number = Math.floor(Math.random() * 2 ** 40);
  /** Ends the capture that is under way: a newer one takes its place. */
  let older = new AbortController();
  const stop = serve('page', TO_PAGE, {
    here: () => null,
    async capture() {
      number += 1;
      const own = number;
      older.abort();
      older = new AbortController();
      changes.read();
      const parts = partsOfSnapshot(await captureAtRest(AbortSignal.any([signal, older.signal])));
      if (own === number) reading = parts;
      return nextPart(parts, own);
    },
    captureMore({ number: asked }) {
      if (reading === undefined || asked !== number) throw new Error('read anew meanwhile');
      const part = nextPart(reading, asked);
      if (part.more === undefined) reading = undefined;
      return part;
    },
    mark: (marking) => ({ shown: overlay.mark(marking) }),
    unmark: () => {
      overlay.clear();
      return null;
    },
    ...createFetching(signal),
  });
  const changes = followChanges(signal);
  const onConnect = (port: Runtime.Port): void => {
    if (port.name !== WATCH_PORT) return;
    ports.add(port);
    port.onDisconnect.addListener(changes.tell(() => port.postMessage(MOVED)));
    port.onDisconnect.addListener(() => ports.delete(port));
    // The panel connects to the script that takes this one's place with the next reading.
    signal.addEventListener('abort', () => port.disconnect());
  };
  browser.runtime.onConnect.addListener(onConnect);
  signal.addEventListener('abort', () => {
    stop();
    browser.runtime.onConnect.removeListener(onConnect);
  });
}

/** A panel that has asked for the page and does not listen by then will not. */
const UNHEARD = 30_000;

/**
 * Watches the page from the first reading on, so that nothing is lost between a reading and the moment in which the
 * panel begins to listen. `tell` names the listener and gives the function that ends it; without one the watch ends.
 */
function followChanges(signal: AbortSignal): { read(): void; tell(listener: () => void): () => void } {
  let watching: AbortController | undefined;
  let unheard: ReturnType<typeof setTimeout> | undefined;
  let listener: (() => void) | undefined;
  let changed = false;
  const end = (): void => {
    clearTimeout(unheard);
    watching?.abort();
    watching = undefined;
  };
  const begin = (): void => {
    if (watching !== undefined) return;
    watching = new AbortController();
    watchPage(document, AbortSignal.any([signal, watching.signal]), () => {
      if (listener === undefined) changed = true;
      else listener();
    });
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
  };
}

function nextPart(parts: Generator<string, string>, number: number): SnapshotPart {
  const { value, done } = parts.next();
  return done ? { text: value } : { text: value, more: number };
}

async function captureAtRest(signal: AbortSignal): ReturnType<typeof capture> {
  // The browser's own viewer gives no text: that is not read, and not a page without a document.
  if (document.contentType === 'application/pdf') throw new ProblemError('page-not-allowed', { why: PDF_PAGE });
  for (let attempt = 1; ; attempt += 1) {
    const snapshot = await capture(document, { signal, rootOf });
    const moving = snapshot.gaps.some((gap) => gap.kind === 'changed' || gap.kind === 'loading');
    if (!moving || attempt === TRIES) return snapshot;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
