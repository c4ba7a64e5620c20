import { browser } from '../browser.ts';

/** The script that WXT makes of entrypoints/oa.content. */
export const CONTENT_SCRIPT = 'content-scripts/oa.js';
const REGISTRATION = 'standing';

/** Match patterns of the addresses that may be read without a click: 在这个地址常开 and those that policy or a build grants. */
export async function allowedAddresses(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((pattern) => /^https?:\/\/[^*]/.test(pattern)).sort();
}

/** Whether an address is among them. */
export async function isAllowed(url: string): Promise<boolean> {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return (await allowedAddresses()).includes(`${protocol}//${hostname}/*`);
}

/** Registers the content script for exactly the addresses that are allowed now. */
export async function registerAllowed(): Promise<void> {
  const matches = await allowedAddresses();
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [REGISTRATION] });
  if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [REGISTRATION] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id: REGISTRATION, matches, js: [CONTENT_SCRIPT], runAt: 'document_idle' },
  ]);
}
