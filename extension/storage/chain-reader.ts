import type { ChainHead, LedgerEntry, LedgerRecord, StoredRecord } from '../../core/ledger/entry.ts';
import {
  asksForPlaces,
  certainWords,
  type EntryFilter,
  entryText,
  fitsFilter,
  fitsPlaces,
  hasWords,
  mayBeInitials,
  wordsLeft,
  wordsOf,
} from '../../core/ledger/search.ts';
import { isAnswered } from '../../core/ledger/search-index.ts';
import { readContent, readEntry, readRecord } from '../../core/ledger/stored.ts';
import { createCandidates } from './candidates.ts';
import { HEAD_STORES, headOf, lastHead } from './database.ts';
import { readPayloads, readRows, rowsBetween } from './read-rows.ts';
import type { Database } from './schema.ts';
import { type Found, firstOfRow, ROW } from './segment.ts';

/** Entries that are compared with words that they do not have. */
const MOST_NEAR = 500;
/** Rows read in one transaction when all are read: few transactions, little memory. */
const ROWS_AT_ONCE = 1_024 / ROW;

/** The first sequences of the rows in which these records stand, in the order of the chain. */
const rowsOf = (sequences: readonly number[]): number[] =>
  [...new Set(sequences.map(firstOfRow))].sort((left, right) => left - right);

/** An entry that may be what is looked for; its payload, where it was read already. */
interface Candidate {
  entry: LedgerEntry;
  payload: Uint8Array | undefined;
}

/** What a search asks of contents. */
interface Sought {
  filter: EntryFilter;
  words: readonly string[];
  masks: Uint32Array | undefined;
}

export interface EntryPage {
  entries: LedgerEntry[];
  /** Go on with the entries before this sequence; left out at the end. */
  before?: number;
}

/** Reads with one connection; a failure becomes a coded problem. */
export type Guarded = <Answer>(read: (opened: Database) => Promise<Answer>) => Promise<Answer>;

/** Reads one chain: this installation's own, or the one that is named. It writes nothing. */
export function createChainReader(guarded: Guarded, named?: string) {
  const rows = (chain: string, firsts: readonly number[], withPayloads: boolean): Promise<Found[]> =>
    guarded((opened) => readRows(opened, chain, firsts, withPayloads));
  const { candidates, sharing } = createCandidates(guarded);

  /** The chain that is read and its head. */
  const head = (): Promise<ChainHead> =>
    guarded((opened) => {
      const transaction = opened.transaction(HEAD_STORES);
      return named === undefined ? lastHead(transaction) : headOf(transaction, named);
    });

  /** Entries that fit, newest first, in pages as they are found (some are empty), between two sequences without them. */
  async function* search(filter: EntryFilter, after = 0, before?: number): AsyncGenerator<LedgerEntry[]> {
    const { chain, sequence } = await head();
    const to = Math.min(sequence, (before ?? sequence + 1) - 1);
    const words = wordsOf(filter);
    const masks = words.some(mayBeInitials) ? (await import('../../core/base/initials.ts')).letterMasks() : undefined;
    const sought: Sought = { filter, words, masks };
    const wanted = { chain, anyOf: [certainWords(filter)], masks, from: after + 1, to };
    for await (const { sequences, indexed, may } of candidates(wanted)) {
      const asked = new Set(sequences);
      const found = (await rows(chain, rowsOf(sequences), false)).filter((one) => asked.has(one.sequence));
      const fitting = found.flatMap((one): Candidate[] => {
        const entry = readEntry(one);
        return entry !== undefined && fitsFilter(entry, filter) ? [{ entry, payload: one.payload }] : [];
      });
      const having =
        indexed && isAnswered(words) && !asksForPlaces(filter)
          ? fitting
          : await withContents(chain, fitting, sought, may);
      yield having.map(({ entry }) => entry).reverse();
    }
  }

  /** Those that have what is sought: in their entries, or else in their payloads, which are read for it where they were not. */
  const withContents = async (
    chain: string,
    some: readonly Candidate[],
    { filter, words, masks }: Sought,
    may: (sequence: number, words: readonly string[]) => boolean,
  ): Promise<Candidate[]> => {
    const places = asksForPlaces(filter);
    // What stands neither in an entry nor, by the index, in its payload is not there: initials are looked for in subjects alone.
    const possible = some
      .map((one) => ({ ...one, left: wordsLeft(one.entry, words, masks) }))
      .filter(({ entry, left }) => masks === undefined || left.length === 0 || may(entry.sequence, left));
    const open = possible.filter(({ payload, left }) => payload === undefined && (places || left.length > 0));
    const firsts = rowsOf(open.map(({ entry }) => entry.sequence));
    const contents = await guarded((opened) => readPayloads(opened, chain, firsts));
    return possible.filter(({ entry, payload = contents.get(entry.sequence) }) => {
      const record = payload === undefined ? { entry } : { entry, payload: readContent(payload) };
      return hasWords(record, words, masks) && (!places || fitsPlaces(record, filter));
    });
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

  /**
   * Records with their payloads that may fit one of some filters by words, service and standard, newest first, some at a time:
   * none that does is left out, and who asks looks into them.
   */
  async function* maybe(filters: readonly EntryFilter[]): AsyncGenerator<LedgerRecord[]> {
    const { chain, sequence: to } = await head();
    const wanted = { chain, anyOf: filters.map(certainWords), masks: undefined, from: 1, to };
    if (filters.length > 0)
      for await (const { sequences } of candidates(wanted)) yield (await readMany(sequences)).reverse();
  }

  /**
   * Entries whose subject comes near to words that are found nowhere, a character wrong or left out: of those that fit the
   * rest of a filter, nearest first.
   */
  const near = async (filter: EntryFilter, limit: number): Promise<LedgerEntry[]> => {
    const { nearest, leastShared } = await import('../../core/base/near.ts');
    const { chain, sequence } = await head();
    const words = wordsOf(filter).join('');
    const least = leastShared(words.length);
    if (least < 1) return [];
    const sequences = await sharing(chain, sequence, words, least, MOST_NEAR);
    const entries = (await at(sequences)).filter((entry) => entry !== undefined && fitsFilter(entry, filter));
    const texts = entries.map((entry) => entryText(entry as LedgerEntry));
    return nearest(texts, words)
      .slice(0, limit)
      .flatMap((place) => entries[place] ?? []);
  };

  /** The entries with these sequences, in that order; undefined where there is none that can be read. */
  const at = async (sequences: readonly number[]): Promise<(LedgerEntry | undefined)[]> => {
    const { chain } = await head();
    const found = await rows(chain, rowsOf(sequences), false);
    const records = new Map(found.map((record) => [record.sequence, record]));
    return sequences.map((sequence) => {
      const record = records.get(sequence);
      return record && readEntry(record);
    });
  };

  /** One entry with its payload. */
  const read = async (sequence: number): Promise<LedgerRecord | undefined> => {
    const { chain } = await head();
    const found = await rows(chain, [firstOfRow(sequence)], true);
    const record = found.find((one) => one.sequence === sequence);
    return record && recordIn(chain, record);
  };

  /** The records with these sequences and their payloads, in the order of the chain; what cannot be read is left out. */
  const readMany = async (sequences: readonly number[]): Promise<LedgerRecord[]> => {
    const { chain } = await head();
    const [asked, firsts] = [new Set(sequences), rowsOf(sequences)];
    const records: LedgerRecord[] = [];
    for (let from = 0; from < firsts.length; from += ROWS_AT_ONCE) {
      const found = await rows(chain, firsts.slice(from, from + ROWS_AT_ONCE), true);
      records.push(...found.filter(({ sequence }) => asked.has(sequence)).flatMap((one) => recordIn(chain, one) ?? []));
    }
    return records;
  };

  /** Batches of a chain in order, of the records behind `after` up to `to`; the next one is read while one is worked on. */
  async function* batches(chain: string, after: number, to: number, withPayloads: boolean): AsyncGenerator<Found[]> {
    const firsts = rowsBetween(after + 1, to);
    const batch = (from: number): Promise<Found[]> | undefined =>
      from < firsts.length ? rows(chain, firsts.slice(from, from + ROWS_AT_ONCE), withPayloads) : undefined;
    let next = batch(0);
    for (let from = ROWS_AT_ONCE; next !== undefined; from += ROWS_AT_ONCE) {
      const found = await next;
      next = batch(from);
      // Whoever stops early leaves one read behind: its failure concerns nobody.
      next?.catch(() => undefined);
      yield found.filter(({ sequence }) => sequence > after && sequence <= to);
    }
  }

  /** Every record as it is stored, up to a head and behind some sequence, in order: for verification and bundles. */
  async function* stored(upTo: ChainHead, after = 0): AsyncGenerator<StoredRecord[]> {
    for await (const found of batches(upTo.chain, after, upTo.sequence, true)) {
      yield found.map(({ sequence: _, ...record }) =>
        namesBlobs(record)
          ? { ...record, blobs: () => blobsOf(guarded, readEntry(record)?.blobDigests ?? []) }
          : record,
      );
    }
  }

  /**
   * Every record up to a head (the present one) and behind some sequence in order, for evaluation and exports. `beside` says
   * of which entries the payload is wanted; the others come without.
   */
  async function* records(
    upTo?: ChainHead,
    beside: (entry: LedgerEntry) => boolean = () => true,
    after = 0,
  ): AsyncGenerator<LedgerRecord> {
    const { chain, sequence } = upTo ?? (await head());
    for await (const found of batches(chain, after, sequence, false)) {
      const entries = found.flatMap((one) => readEntry(one) ?? []);
      const wanted = new Set(entries.filter(beside).map((entry) => entry.sequence));
      const contents = await rows(chain, rowsOf([...wanted]), true);
      const whole = new Map(contents.map((one) => [one.sequence, one]));
      for (const entry of entries) {
        const record = wanted.has(entry.sequence) ? whole.get(entry.sequence) : undefined;
        yield (record && recordIn(chain, record)) ?? withBranch(chain, { entry });
      }
    }
  }

  return { head, search, find, maybe, near, at, read, readMany, stored, records };
}

export type ChainReader = ReturnType<typeof createChainReader>;

/** What is kept under some digests, in their order, as far as it is there. */
export async function* blobsOf(guarded: Guarded, digests: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const digest of digests) {
    const blob = await guarded((opened) => opened.get('blobs', digest));
    if (blob !== undefined) yield blob;
  }
}

/** A record as it stands under the name of a chain. */
const withBranch = (chain: string, record: LedgerRecord): LedgerRecord =>
  record.entry.chain === chain ? record : { ...record, branch: chain };

function recordIn(chain: string, found: Found): LedgerRecord | undefined {
  const record = readRecord(found);
  return record && withBranch(chain, record);
}

/** Whether an entry may name blobs: most do not, and are not read for it. */
const namesBlobs = ({ entry, text = new TextDecoder().decode(entry) }: StoredRecord): boolean =>
  !text.includes('"blobDigests":[]');
