import { ProblemError } from '../../core/base/problems.ts';
import { v } from '../../core/base/schema.ts';
import { browser } from '../browser.ts';
import type { AddressMode } from '../messages/settings.ts';

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

const OFF = 'addressesOff';
/** More addresses than anybody switches off one by one. */
const MOST_OFF = 500;

/** Scheme, host and port of a page that can be read at all; undefined for the browser's own pages, files and what is no address. */
export function originOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, origin } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? origin : undefined;
}

const offList = v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(MOST_OFF));

/** Origins on which nothing is read, even when the button is pressed; the one switched off last stands last. */
export async function addressesOff(): Promise<string[]> {
  const stored = v.safeParse(offList, (await browser.storage.local.get(OFF))[OFF]);
  return stored.success ? stored.output.filter((origin) => originOf(origin) === origin) : [];
}

/** Whether a person has switched the address of a page off. */
export async function isOff(url: string): Promise<boolean> {
  const origin = originOf(url);
  return origin !== undefined && (await addressesOff()).includes(origin);
}

/**
 * Switches the address of a page off, or takes that back. Throws `message-invalid` for what is no address, and
 * `too-many-addresses` where the list is full: none is taken off it silently.
 */
export async function setOff(url: string, off: boolean): Promise<void> {
  const origin = originOf(url);
  if (origin === undefined) throw new ProblemError('message-invalid', { path: 'url', why: url.slice(0, 100) });
  const others = (await addressesOff()).filter((one) => one !== origin);
  if (off && others.length >= MOST_OFF) throw new ProblemError('too-many-addresses');
  await browser.storage.local.set({ [OFF]: off ? [...others, origin] : others });
}

/** When a page is read: never, by a click, or always. What a person switched off stays off whatever policy grants. */
export async function modeOf(url: string): Promise<AddressMode> {
  if (await isOff(url)) return 'off';
  return (await isAllowed(url)) ? 'always' : 'click';
}

/** Registers the content script for exactly the addresses that are allowed and not switched off now. */
export async function registerAllowed(): Promise<void> {
  const matches = await allowedAddresses();
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [REGISTRATION] });
  if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [REGISTRATION] });
  if (matches.length === 0) return;
  const excludeMatches = (await addressesOff()).map((origin) => `${origin}/*`);
  await browser.scripting.registerContentScripts([
    { id: REGISTRATION, matches, excludeMatches, js: [CONTENT_SCRIPT], runAt: 'document_idle' },
  ]);
}
