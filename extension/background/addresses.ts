import { ProblemError } from '../../core/base/problems.ts';
import { v } from '../../core/base/schema.ts';
import { browser } from '../browser.ts';
import type { AddressMode, GuardMode } from '../messages/settings.ts';
import { handedOut } from './policy.ts';

/** The script that WXT makes of entrypoints/oa.content. */
export const CONTENT_SCRIPT = 'content-scripts/oa.js';
const REGISTRATION = 'standing';
/** Tells the content script that its page is guarded (entrypoints/guarded): it stands before it, where the guard is on. */
const GUARDED_SCRIPT = 'guarded.js';
const GUARDED = 'guarded';

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

/** Lists of origins that a person made, by their names in storage. */
type OriginList = 'addressesOff' | 'guardOff';
/** More addresses than anybody switches off one by one. */
const MOST_OFF = 500;

/** Scheme, host and port of a page that can be read at all; undefined for the browser's own pages, files and what is no address. */
export function originOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, origin } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? origin : undefined;
}

const offList = v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(MOST_OFF));

/** The origins of a list; the one put on it last stands last. */
async function originsOn(list: OriginList): Promise<string[]> {
  const stored = v.safeParse(offList, (await browser.storage.local.get(list))[list]);
  return stored.success ? stored.output.filter((origin) => originOf(origin) === origin) : [];
}

async function isOn(list: OriginList, url: string): Promise<boolean> {
  const origin = originOf(url);
  return origin !== undefined && (await originsOn(list)).includes(origin);
}

/** Puts the origin of a page on a list, or takes it off; throws as `setOff` says. */
async function setOn(list: OriginList, url: string, on: boolean): Promise<void> {
  const origin = originOf(url);
  if (origin === undefined) throw new ProblemError('message-invalid', { path: 'url', why: url.slice(0, 100) });
  const others = (await originsOn(list)).filter((one) => one !== origin);
  if (on && others.length >= MOST_OFF) throw new ProblemError('too-many-addresses');
  await browser.storage.local.set({ [list]: on ? [...others, origin] : others });
}

/** Origins on which nothing is read, even when the button is pressed; the one switched off last stands last. */
export const addressesOff = (): Promise<string[]> => originsOn('addressesOff');

/** Whether a person has switched the address of a page off. */
export const isOff = (url: string): Promise<boolean> => isOn('addressesOff', url);

/**
 * Switches the address of a page off, or takes that back. Throws `message-invalid` for what is no address, and
 * `too-many-addresses` where the list is full: none is taken off it silently.
 */
export const setOff = (url: string, off: boolean): Promise<void> => setOn('addressesOff', url, off);

/** Origins on which submitting is not guarded. */
export const guardOff = (): Promise<string[]> => originsOn('guardOff');

/** Switches the guard of the address of a page off, or takes that back; throws as `setOff` does. */
export const setGuardOff = (url: string, off: boolean): Promise<void> => setOn('guardOff', url, off);

/** Whether submitting is guarded at an address: policy goes before the person's own choice. */
export async function guardModeOf(url: string): Promise<GuardMode> {
  if ((await handedOut('guard')) === false) return 'policy-off';
  return (await isOn('guardOff', url)) ? 'off' : 'on';
}

/** When a page is read: never, by a click, or always. What a person switched off stays off whatever policy grants. */
export async function modeOf(url: string): Promise<AddressMode> {
  if (await isOff(url)) return 'off';
  return (await isAllowed(url)) ? 'always' : 'click';
}

/** One after another: two at once would take each other's registration away. */
let registering: Promise<void> = Promise.resolve();

/**
 * Registers the content script for exactly the addresses that are allowed and not switched off now, and what tells it of the
 * guard. What is registered so already is left alone: a page that loads meanwhile would be without it.
 */
export function registerAllowed(): Promise<void> {
  registering = registering.catch(() => undefined).then(registerNow);
  return registering;
}

async function registerNow(): Promise<void> {
  const { scripting } = browser;
  const matches = await allowedAddresses();
  const off = await addressesOff();
  const patterns = (origins: readonly string[]): string[] => origins.map((origin) => `${origin}/*`);
  const read = { id: REGISTRATION, js: [CONTENT_SCRIPT], runAt: 'document_idle' as const };
  const guard = { id: GUARDED, js: [GUARDED_SCRIPT], runAt: 'document_start' as const };
  const notGuarded = [...new Set([...off, ...(await guardOff())])];
  const scripts = [
    { ...read, matches, excludeMatches: patterns(off) },
    ...((await handedOut('guard')) === false ? [] : [{ ...guard, matches, excludeMatches: patterns(notGuarded) }]),
  ];
  const wanted = matches.length === 0 ? [] : scripts;
  const known = await scripting.getRegisteredContentScripts({ ids: [REGISTRATION, GUARDED] });
  const isSame = (script: (typeof scripts)[number]): boolean =>
    known.some((one) => one.id === script.id && reachOf(one) === reachOf(script));
  const stale = known.filter(({ id }) => !wanted.some((script) => script.id === id && isSame(script)));
  if (stale.length > 0) await scripting.unregisterContentScripts({ ids: stale.map(({ id }) => id) });
  const missing = wanted.filter((script) => !isSame(script));
  if (missing.length > 0) await scripting.registerContentScripts(missing);
}

/** Where a script is put, in one order. */
const reachOf = (script: { matches?: string[]; excludeMatches?: string[] }): string =>
  JSON.stringify([script.matches, script.excludeMatches].map((patterns) => [...(patterns ?? [])].sort()));
