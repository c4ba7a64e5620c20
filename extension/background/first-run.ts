import { browser } from '../browser.ts';

/** Kept once the page was opened; goes with everything else when the extension is removed. */
const OPENED = 'firstRunOpened';

/**
 * Opens the page that a new user begins with, once in the life of an installation. Where the office's policy installed the
 * extension nobody asked for it at this moment: there the page waits in the navigation.
 */
export async function openFirstRun(): Promise<void> {
  if ((await browser.storage.local.get(OPENED))[OPENED] === true) return;
  await browser.storage.local.set({ [OPENED]: true });
  const { installType } = await browser.management.getSelf();
  if (installType === 'admin') return;
  await browser.tabs.create({ url: browser.runtime.getURL('/workbench.html#/start') });
}
