import { browser, type Runtime } from '../../browser.ts';
import { TEACH_PORT } from '../../messages/teaching.ts';
import { point } from './point.ts';

/**
 * Lets the person point while a panel holds the port open; closing it, on either side, ends it. It is put into a page when
 * teaching begins, and not before.
 */
export function teach(signal: AbortSignal): void {
  let pointing = new AbortController();
  const onConnect = (port: Runtime.Port): void => {
    if (port.name !== TEACH_PORT) return;
    pointing.abort();
    pointing = new AbortController();
    const over = AbortSignal.any([signal, pointing.signal]);
    const own = pointing;
    port.onDisconnect.addListener(() => own.abort());
    over.addEventListener('abort', () => port.disconnect());
    point(document, over, (message) => port.postMessage(message));
  };
  browser.runtime.onConnect.addListener(onConnect);
  signal.addEventListener('abort', () => browser.runtime.onConnect.removeListener(onConnect));
}
