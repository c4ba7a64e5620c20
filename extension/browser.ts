/** The one door to the browser's extension interface. */
import polyfill from 'webextension-polyfill';

export const browser = polyfill;
export type { Runtime } from 'webextension-polyfill';

/** The side panel of Chromium 114+, which the polyfill's types do not know; missing in other browsers. */
export const sidePanel: typeof chrome.sidePanel | undefined = globalThis.chrome?.sidePanel;
