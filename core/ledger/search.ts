import { chinaDay } from '../base/dates.ts';
import { halfWidth, squeeze } from '../base/text.ts';
import type { LedgerEntry, LedgerRecord } from './entry.ts';
import { type EntryKind, KINDS } from './kinds/index.ts';

/** What to look for; everything that is given has to fit. */
export interface EntryFilter {
  kinds?: readonly EntryKind[];
  indicator?: string;
  /** Days of registration, both included. */
  from?: string;
  to?: string;
  /** Words in subject, seat, kind, indicators, days, number or contents; each has to be there. */
  words?: string;
  /** Who did something in it, by the fields for people, the workflow or the seat. */
  person?: string;
  /** Of which service it tells (事项名称). */
  service?: string;
  /** Which standard it names anywhere, by the designation or a part of it, whatever dash stands in that. */
  standard?: string;
}

/** The form in which texts and words are compared: no spaces, half width, small letters. */
const comparable = (text: string): string => halfWidth(squeeze(text)).toLowerCase();

/** The words of a filter, in the form in which they are compared. */
export const wordsOf = ({ words = '' }: EntryFilter): string[] => words.split(/\s+/u).map(comparable).filter(Boolean);

const INITIALS = /^[a-z]{2,12}$/;
/** Whether a word (from `wordsOf`) may be initials of pinyin too: zwfw for 政务服务. */
export const mayBeInitials = (word: string): boolean => INITIALS.test(word);

/** The letters of a word as bits, as `letterMasks` has them. */
export const bitsOf = (word: string): number[] => Array.from(word, (letter) => 1 << (letter.charCodeAt(0) - 0x61));

/** Whether characters in a row begin with these letters when they are spoken. `masks` are those of core/base/initials. */
function hasInitials(text: string, word: string, masks: Uint32Array): boolean {
  const bits = bitsOf(word);
  for (let start = 0; start + bits.length <= text.length; start += 1)
    if (bits.every((bit, at) => ((masks[text.charCodeAt(start + at)] ?? 0) & bit) !== 0)) return true;
  return false;
}

const registeredDay = (entry: LedgerEntry): string => chinaDay(entry.registeredAt);

/** Whether an entry fits all of a filter but its words. */
export function fitsFilter(entry: LedgerEntry, { kinds, indicator, from, to }: EntryFilter): boolean {
  if (kinds !== undefined && !kinds.includes(entry.kind)) return false;
  if (indicator !== undefined && !entry.indicators.includes(indicator)) return false;
  if (from === undefined && to === undefined) return true;
  const day = registeredDay(entry);
  return (from === undefined || day >= from) && (to === undefined || day <= to);
}

const DIGEST = /^[0-9a-f]{64}$/;

/** Every text in a payload that a person may look for; digests are none. */
function collectTexts(value: unknown, texts: string[]): void {
  if (typeof value === 'string') {
    if (value.length !== 64 || !DIGEST.test(value)) texts.push(value);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) collectTexts(part, texts);
  }
}

/** What stands between two texts; in none of them, since spaces are left out: so that no word is found across two. */
export const BETWEEN = '\n';
const joined = (texts: readonly string[]): string => texts.map(comparable).join(BETWEEN);

/** What of an entry itself is looked through. */
export function entryText(entry: LedgerEntry): string {
  const { subject, actor, kind, indicators, factOn, sequence } = entry;
  const title: string = KINDS[kind].title;
  return joined([subject, actor, title, ...indicators, factOn, registeredDay(entry), `#${sequence}`]);
}

/** What of a payload is looked through. */
export function payloadText(payload: unknown): string {
  const texts: string[] = [];
  collectTexts(payload, texts);
  return joined(texts);
}

/**
 * The words that do not stand in the entry itself. With `masks` (core/base/initials) a word that may be initials stands there
 * too where its subject has them.
 */
export function wordsLeft(entry: LedgerEntry, words: readonly string[], masks?: Uint32Array): string[] {
  const own = entryText(entry);
  const isThere = (word: string): boolean =>
    own.includes(word) ||
    (masks !== undefined && mayBeInitials(word) && hasInitials(comparable(entry.subject), word, masks));
  return words.filter((word) => !isThere(word));
}

/** Whether each word (from `wordsOf`) stands in the entry, see `wordsLeft`, or in its payload. */
export function hasWords({ entry, payload }: LedgerRecord, words: readonly string[], masks?: Uint32Array): boolean {
  const left = wordsLeft(entry, words, masks);
  if (left.length === 0) return true;
  const content = payloadText(payload);
  return left.every((word) => content.includes(word));
}

/**
 * Words that an entry of this filter has for certain, those asked for and those that its other parts amount to. Evidence is
 * most of a ledger: its word would narrow nothing, and the indexes would be read for it in vain.
 */
export function certainWords(filter: EntryFilter): string[] {
  const { kinds = [], indicator, person = '', service = '', standard = '' } = filter;
  const [kind] = kinds;
  return [
    ...wordsOf(filter),
    ...(kind !== undefined && kind !== 'evidence' && kinds.length === 1 ? [comparable(KINDS[kind].title)] : []),
    ...[indicator ?? '', person, service].map(comparable).filter(Boolean),
    ...comparable(standard).split(DASHES).filter(Boolean),
  ];
}

/** Keys of the fields that name people and services: stable, and held to the vocabulary by a test. */
export const PERSON_FIELDS: readonly string[] = [
  ...['drafter', 'reviewer', 'approver', 'countersigner', 'handler', 'registrar', 'proofreader'],
];
export const SERVICE_FIELDS: readonly string[] = ['serviceName'];

/** Whatever is written for the dash in a designation: GB/T 1.1—2020. */
const DASHES = /[-‐‑‒–—―−－﹣]+/u;
const withOneDash = (text: string): string => text.split(DASHES).join('-');

/** Whether a filter asks for what stands in certain places of a payload. */
export const asksForPlaces = ({ person, service, standard }: EntryFilter): boolean =>
  person !== undefined || service !== undefined || standard !== undefined;

/** The parts of a payload that name somebody or something, of whatever version it is. */
interface Placed {
  fields?: unknown;
  trail?: unknown;
  /** Services that it was recognised to be about. */
  services?: unknown;
}
const listOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];

/** What stands in the fields of these keys. */
const inFields = ({ fields }: Placed, keys: readonly string[]): string =>
  payloadText(
    listOf(fields)
      .filter(({ role }) => typeof role === 'string' && keys.includes(role))
      .map(({ role: _, state: __, label: ___, ...rest }) => rest),
  );

/** Whether a record has what a filter asks for in certain places. */
export function fitsPlaces({ entry, payload }: LedgerRecord, { person, service, standard }: EntryFilter): boolean {
  const placed: Placed = typeof payload === 'object' && payload !== null ? payload : {};
  if (person !== undefined) {
    const name = comparable(person);
    const acted = payloadText(listOf(placed.trail).map(({ actors }) => actors));
    if (![comparable(entry.actor), acted, inFields(placed, PERSON_FIELDS)].some((text) => text.includes(name)))
      return false;
  }
  if (service !== undefined) {
    const named = [inFields(placed, SERVICE_FIELDS), payloadText(placed.services)];
    if (!named.some((text) => text.includes(comparable(service)))) return false;
  }
  if (standard === undefined) return true;
  const asked = withOneDash(comparable(standard));
  return withOneDash(entryText(entry)).includes(asked) || withOneDash(payloadText(payload)).includes(asked);
}
