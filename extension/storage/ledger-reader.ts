import { chinaTime, dayOf } from '../../core/base/dates.ts';
import { halfWidth, squeeze } from '../../core/base/text.ts';
import type { ChainHead, EntryKind, LedgerEntry, LedgerRecord } from '../../core/ledger/entry.ts';
import { KINDS } from '../../core/ledger/kinds/index.ts';
import { type Database, database, lastHead, storageProblem } from './database.ts';

/** Entries fetched in one request: few requests, little memory. */
const PAGE = 500;

/** What to look for; everything that is given has to fit. */
export interface EntryFilter {
  kinds?: readonly EntryKind[];
  indicator?: string;
  /** Days of registration, both included. */
  from?: string;
  to?: string;
  /** Words in subject, seat, kind, indicators, number or text of the entry; each has to be there. */
  words?: string;
}

export interface EntryPage {
  entries: LedgerEntry[];
  /** Go on with the entries before this sequence; left out at the end. */
  before?: number;
}

async function guarded<Answer>(
  read: (database: Database) => Promise<Answer>,
  connect: () => Promise<Database>,
): Promise<Answer> {
  try {
    return await read(await connect());
  } catch (error) {
    throw storageProblem(error);
  }
}

/** A damaged payload comes back as its text, so that verification names it instead of everything failing. */
function parse(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return payload;
  }
}

const comparable = (text: string): string => halfWidth(squeeze(text)).toLowerCase();

const registeredDay = (entry: LedgerEntry): string => dayOf(chinaTime(entry.registeredAt));

function fits(entry: LedgerEntry, { kinds, indicator, from, to }: EntryFilter): boolean {
  const day = registeredDay(entry);
  return (
    (kinds === undefined || kinds.includes(entry.kind)) &&
    (indicator === undefined || entry.indicators.includes(indicator)) &&
    (from === undefined || day >= from) &&
    (to === undefined || day <= to)
  );
}

const DIGEST = /^[0-9a-f]{64}$/;

/** Every text in a payload that a person may look for; digests are none. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return DIGEST.test(value) ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The words that the entry itself does not have: those are left to its payload. */
function wordsLeft(entry: LedgerEntry, words: readonly string[]): string[] {
  const { subject, actor, kind, indicators, factOn, sequence } = entry;
  const text = comparable(
    [subject, actor, KINDS[kind].title, ...indicators, factOn, registeredDay(entry), `#${sequence}`].join(' '),
  );
  return words.filter((word) => !text.includes(word));
}

/** Reads the ledger for display. The only way of panel and workbench into the database; it writes nothing. */
export function createLedgerReader(connect: () => Promise<Database> = database) {
  /** This installation's chain and its head. */
  const head = (): Promise<ChainHead> =>
    guarded((opened) => lastHead(opened.transaction(['names', 'entries'])), connect);

  const slice = (chain: string, from: number, to: number): Promise<LedgerEntry[]> =>
    guarded((opened) => opened.getAll('entries', IDBKeyRange.bound([chain, from], [chain, to])), connect);

  /** Entries that fit, newest first, in pages as they are found (some are empty), between two sequences without them. */
  async function* search(filter: EntryFilter, after = 0, before?: number): AsyncGenerator<LedgerEntry[]> {
    const { chain, sequence } = await head();
    const words = (filter.words ?? '').split(/\s+/u).map(comparable).filter(Boolean);
    for (let to = Math.min(sequence, (before ?? sequence + 1) - 1); to > after; to -= PAGE) {
      const page = await slice(chain, Math.max(after + 1, to - PAGE + 1), to);
      const fitting = page.reverse().filter((entry) => fits(entry, filter));
      yield words.length === 0 ? fitting : await withWords(fitting, words);
    }
  }

  const withWords = async (entries: readonly LedgerEntry[], words: readonly string[]): Promise<LedgerEntry[]> => {
    const left = new Map(entries.map((entry) => [entry, wordsLeft(entry, words)]));
    const open = entries.filter((entry) => left.get(entry)?.length !== 0);
    for (const { entry, payload } of await withBeside(open)) {
      const text = comparable(textsIn(payload).join(' '));
      left.set(
        entry,
        (left.get(entry) ?? []).filter((word) => !text.includes(word)),
      );
    }
    return entries.filter((entry) => left.get(entry)?.length === 0);
  };

  /** Entries that fit, newest first, at most `limit`; `before` goes on where a page ended. */
  const find = async (filter: EntryFilter, limit: number, before?: number): Promise<EntryPage> => {
    const entries: LedgerEntry[] = [];
    for await (const page of search(filter, 0, before)) {
      entries.push(...page);
      if (entries.length > limit)
        return { entries: entries.slice(0, limit), before: entries[limit - 1]?.sequence ?? 1 };
    }
    return { entries };
  };

  /** The entries with these sequences, in that order; undefined where there is none. */
  const at = async (sequences: readonly number[]): Promise<(LedgerEntry | undefined)[]> => {
    const { chain } = await head();
    return guarded((opened) => {
      const { store } = opened.transaction('entries');
      return Promise.all(sequences.map((sequence) => store.get([chain, sequence])));
    }, connect);
  };

  const withBeside = (entries: readonly LedgerEntry[]): Promise<LedgerRecord[]> =>
    guarded(async (opened) => {
      const transaction = opened.transaction(['payloads', 'blobs']);
      const records = entries.map(async (entry): Promise<LedgerRecord> => {
        const [payload, ...blobs] = await Promise.all([
          transaction.objectStore('payloads').get(entry.payloadDigest),
          ...entry.blobDigests.map((digest) => transaction.objectStore('blobs').get(digest)),
        ]);
        return { entry, ...(payload === undefined ? {} : { payload: parse(payload) }), blobs };
      });
      return Promise.all(records);
    }, connect);

  /** One entry with what stands beside it. */
  const read = async (sequence: number): Promise<LedgerRecord | undefined> => {
    const { chain } = await head();
    return (await withBeside(await slice(chain, sequence, sequence)))[0];
  };

  /**
   * Every record up to a head (the present one) in order, a page at a time: for verification, evaluation and exports.
   * `beside` says which entries are wanted with what stands beside them; the others come without.
   */
  async function* records(
    upTo?: ChainHead,
    beside: (entry: LedgerEntry) => boolean = () => true,
  ): AsyncGenerator<LedgerRecord> {
    const { chain, sequence } = upTo ?? (await head());
    for (let from = 1; from <= sequence; from += PAGE) {
      const entries = await slice(chain, from, Math.min(sequence, from + PAGE - 1));
      const whole = new Map((await withBeside(entries.filter(beside))).map((record) => [record.entry, record]));
      for (const entry of entries) yield whole.get(entry) ?? { entry, blobs: [] };
    }
  }

  return { head, search, find, at, read, records };
}

export type LedgerReader = ReturnType<typeof createLedgerReader>;

/** The newest entries, of some kinds only when they are named. */
export async function latestEntries(limit: number, kinds?: readonly EntryKind[]): Promise<LedgerEntry[]> {
  return (await createLedgerReader().find(kinds === undefined ? {} : { kinds }, limit)).entries;
}
