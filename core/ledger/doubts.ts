import { canonicalJson } from '../base/canonical.ts';
import { isIsoDay, isRealDay } from '../base/dates.ts';
import { fillSlots, shorten } from '../base/text.ts';
import type { LedgerEntry } from './entry.ts';
import { fitsVersion } from './kind.ts';
import { KINDS } from './kinds/index.ts';
import { LIMITS } from './limits.ts';

/** What can be said of a record that stands in its place with fitting hashes, and still was not written by this software. */
const DOUBT_SENTENCES = {
  'payload-shape': '第 {sequence} 条的内容不是“{kind}”第 {version} 版的写法。',
  'version-unknown':
    '第 {sequence} 条是“{kind}”第 {version} 版，这个版本的软件不认识，没法核对它的内容，请用新版再核对。',
  'payload-large': '第 {sequence} 条的内容超过 {limit} MB，没有核对它的写法。',
  'fact-day': '第 {sequence} 条的事实日期“{value}”不是真实的日期。',
  'captured-time': '第 {sequence} 条的取证时间“{value}”不是真实的时间。',
  'registered-time': '第 {sequence} 条的登记时间“{value}”不是真实的时间。',
  'checkpoint-head': '第 {sequence} 条是核对点，写着第 {count} 条的指纹，和这条链上的不符。',
  'checkpoint-signature': '第 {sequence} 条是核对点，签名和内容不符：不是原来那台电脑签的，或后来改过。',
  'exported-time': '包上写的导出时间“{value}”不是真实的时间。',
} as const satisfies Record<string, string>;

export type DoubtCode = keyof typeof DOUBT_SENTENCES;

/**
 * Something that is apart from the chain: whoever makes all hashes fit can write any shape. So it is found by looking at
 * the shape, and named beside what the chain tells.
 */
export interface Doubt {
  code: DoubtCode;
  chain: string;
  /** 0 when it is of no single entry. */
  sequence: number;
  message: string;
}

/** Characters of a value that a sentence quotes. */
const QUOTED = 40;

/** A doubt about an entry, with its sentence. */
export const makeDoubt = (
  code: DoubtCode,
  { chain, sequence }: Pick<LedgerEntry, 'chain' | 'sequence'>,
  slots: Readonly<Record<string, string | number>>,
): Doubt => ({ code, chain, sequence, message: fillSlots(DOUBT_SENTENCES[code], { sequence, ...slots }) });

const INSTANT = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** True for a moment as it is written here, `2026-03-02T01:00:00.000Z`, that the calendar and the clock have. */
export function isInstant(text: string): boolean {
  const [, year, month, day] = INSTANT.exec(text) ?? [];
  // Every month has 28 days: the calendar is asked for the others alone, since every entry is looked at.
  return day !== undefined && (day <= '28' || isRealDay(Number(year), Number(month), Number(day)));
}

/** True for '' (none was told), and for a day `2026-03-02` that the calendar has. */
const isDayOrNone = (text: string): boolean => text === '' || isIsoDay(text);

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A payload written in the one way in which it can be written; undefined for any other. */
function readCanonical(payload: Uint8Array): unknown {
  try {
    const text = decoder.decode(payload);
    const value: unknown = JSON.parse(text);
    // Names that are numbers come back in another order; else canonical text comes back as it was.
    return JSON.stringify(value) === text || canonicalJson(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What is wrong with the times and the payload of an entry, or cannot be judged. A payload that is not there has no shape. */
export function doubtsOf(entry: LedgerEntry, payload: Uint8Array | undefined): Doubt[] {
  const found: Doubt[] = [];
  const doubt = (code: DoubtCode, slots: Readonly<Record<string, string | number>>): void =>
    void found.push(makeDoubt(code, entry, slots));
  const { factOn, capturedAt, registeredAt, kindVersion } = entry;
  if (!isDayOrNone(factOn)) doubt('fact-day', { value: shorten(factOn, QUOTED) });
  if (!isInstant(capturedAt)) doubt('captured-time', { value: shorten(capturedAt, QUOTED) });
  if (!isInstant(registeredAt)) doubt('registered-time', { value: shorten(registeredAt, QUOTED) });
  const kind = KINDS[entry.kind];
  const slots = { kind: kind.title, version: kindVersion };
  if (kind.versions[kindVersion - 1] === undefined) doubt('version-unknown', slots);
  else if (payload !== undefined) {
    if (payload.length > LIMITS.shape) doubt('payload-large', { limit: LIMITS.shape / 1_000_000 });
    else if (!fitsVersion(kind, kindVersion, readCanonical(payload))) doubt('payload-shape', slots);
  }
  return found;
}

/** The same for what a bundle says of itself. */
export function doubtsOfExport(exportedAt: string): Doubt[] {
  if (isInstant(exportedAt)) return [];
  return [makeDoubt('exported-time', { chain: '', sequence: 0 }, { value: shorten(exportedAt, QUOTED) })];
}
