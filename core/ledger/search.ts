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
}

/** The form in which texts and words are compared: no spaces, half width, small letters. */
const comparable = (text: string): string => halfWidth(squeeze(text)).toLowerCase();

/** The words of a filter, in the form in which they are compared. */
export const wordsOf = ({ words = '' }: EntryFilter): string[] => words.split(/\s+/u).map(comparable).filter(Boolean);

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

/** What of an entry itself is looked through. */
export function entryText(entry: LedgerEntry): string {
  const { subject, actor, kind, indicators, factOn, sequence } = entry;
  const title: string = KINDS[kind].title;
  return comparable([subject, actor, title, ...indicators, factOn, registeredDay(entry), `#${sequence}`].join(' '));
}

/** What of a payload is looked through. */
export function payloadText(payload: unknown): string {
  const texts: string[] = [];
  collectTexts(payload, texts);
  return comparable(texts.join(' '));
}

/** Whether each word (from `wordsOf`) stands in the entry or in its payload. */
export function hasWords({ entry, payload }: LedgerRecord, words: readonly string[]): boolean {
  const own = entryText(entry);
  const left = words.filter((word) => !own.includes(word));
  if (left.length === 0) return true;
  const content = payloadText(payload);
  return left.every((word) => content.includes(word));
}

/**
 * Words that an entry of this filter has for certain, those asked for and those that its other parts amount to. Evidence is
 * most of a ledger: its word would narrow nothing, and the indexes would be read for it in vain.
 */
export function certainWords(filter: EntryFilter): string[] {
  const { kinds = [], indicator } = filter;
  const [kind] = kinds;
  return [
    ...wordsOf(filter),
    ...(kind !== undefined && kind !== 'evidence' && kinds.length === 1 ? [comparable(KINDS[kind].title)] : []),
    ...(indicator === undefined ? [] : [comparable(indicator)].filter(Boolean)),
  ];
}
