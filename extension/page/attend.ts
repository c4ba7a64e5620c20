import { capture } from '../../core/page/capture.ts';
import { browser, type Runtime } from '../browser.ts';
import { type PageMessages, serve, WATCH_PORT } from '../messages.ts';
import { createOverlay } from './overlay.ts';
import { watchPage } from './watch.ts';

/** How often a page that moves while it is read is read again before the gap is told. */
const TRIES = 3;
const PAUSE = 400;

/**
 * Content side in one frame: answers the background, paints marks, and tells an open panel when the page came to rest.
 * Everything ends with the signal: when the extension stops or is replaced nothing of it stays in the page.
 * @param isAlive false once the extension is gone; asking it is what raises the signal then.
 */
export function attend(signal: AbortSignal, isAlive: () => boolean): void {
  const overlay = createOverlay(document, signal, isAlive);
  const stop = serve<PageMessages>('page', {
    here: () => null,
    capture: () => captureAtRest(signal),
    mark: ({ source, text }) => ({ shown: overlay.mark(source, text) }),
    unmark: () => {
      overlay.clear();
      return null;
    },
  });
  const onConnect = (port: Runtime.Port): void => {
    if (port.name !== WATCH_PORT) return;
    const stopped = new AbortController();
    port.onDisconnect.addListener(() => stopped.abort());
    watchPage(document, AbortSignal.any([signal, stopped.signal]), () => port.postMessage({}));
  };
  browser.runtime.onConnect.addListener(onConnect);
  signal.addEventListener('abort', () => {
    stop();
    browser.runtime.onConnect.removeListener(onConnect);
  });
}

async function captureAtRest(signal: AbortSignal): ReturnType<typeof capture> {
  for (let attempt = 1; ; attempt += 1) {
    const snapshot = await capture(document, { signal });
    const moving = snapshot.gaps.some((gap) => gap.kind === 'changed' || gap.kind === 'loading');
    if (!moving || attempt === TRIES) return snapshot;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
