import { ProblemError } from '../../core/base/problems.ts';
import { capture, giveWay } from '../../core/page/capture.ts';
import { partsOfSnapshot } from '../../core/page/parts.ts';
import type { RootOf } from '../../core/page/paths.ts';
import { browser, type Runtime } from '../browser.ts';
import { serve } from '../messages/serve.ts';
import { type SnapshotPart, TO_PAGE } from '../messages/to-page.ts';
import { MOVED, UNMARKED, WATCH_PORT } from '../messages/watch.ts';
import { followChanges } from './changes.ts';
import { createFetching } from './fetch-file.ts';
import { createGuard } from './guard/guard.ts';
import { createOverlay } from './overlay.ts';
import { rootOf } from './roots.ts';

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
    async capture({ hurry = false }) {
      number += 1;
      const own = number;
      older.abort();
      older = new AbortController();
      changes.read();
      guard.read();
      const snapshot = await captureAtRest(AbortSignal.any([signal, older.signal]), hurry ? 1 : TRIES, seeRoot);
      guard.seen();
      // A large page has been held up long enough: writing the first part is work of its own.
      await giveWay();
      const parts = partsOfSnapshot(snapshot);
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
    arm: (guarding) => guard.arm(guarding),
    ...createFetching(signal),
  });
  const changes = followChanges(signal, {
    moved: () => guard.moved(),
    rested: (unasked) => guard.rested(unasked),
  });
  const guard = createGuard(document, {
    ...{ signal, isAlive, overlay },
    isWatched: () => ports.size > 0,
    follow: () => changes.follow(),
    async readNow() {
      changes.read();
      guard.read();
      const snapshot = await captureAtRest(signal, 1, seeRoot);
      guard.seen();
      return wholeOf(partsOfSnapshot(snapshot));
    },
  });
  /** A tree that is read is watched too. */
  const seeRoot: RootOf = (element) => {
    const root = rootOf(element);
    if (root !== null) {
      changes.include(root);
      guard.include(root);
    }
    return root;
  };
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

/** All parts of a generator, the one that it returns too. */
function wholeOf(parts: Generator<string, string>): string[] {
  const all: string[] = [];
  for (let next = parts.next(); ; next = parts.next()) {
    all.push(next.value);
    if (next.done) return all;
  }
}

function nextPart(parts: Generator<string, string>, number: number): SnapshotPart {
  const { value, done } = parts.next();
  return done ? { text: value } : { text: value, more: number };
}

async function captureAtRest(signal: AbortSignal, tries: number, root: RootOf): ReturnType<typeof capture> {
  // The browser's own viewer gives no text: that is not read, and not a page without a document.
  if (document.contentType === 'application/pdf') throw new ProblemError('page-not-allowed', { why: PDF_PAGE });
  for (let attempt = 1; ; attempt += 1) {
    const snapshot = await capture(document, { signal, rootOf: root });
    const moving = snapshot.gaps.some((gap) => gap.kind === 'changed' || gap.kind === 'loading');
    if (!moving || attempt === tries) return snapshot;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
