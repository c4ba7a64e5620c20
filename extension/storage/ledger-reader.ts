import { halfWidth, squeeze } from '../../core/base/text.ts';
import {
  type ChainHead,
  EMPTY_HEAD,
  type EntryKind,
  type LedgerEntry,
  type LedgerRecord,
} from '../../core/ledger/entry.ts';
import { KINDS } from '../../core/ledger/kinds.ts';
import { type Database, database, OWN, storageProblem } from './database.ts';

/** Entries fetched in one request: few requests, little memory. */
const PAGE = 500;

/** What to look for; everything that is given has to fit. */
export interface EntryFilter {
  kinds?: readonly EntryKind[];
  indicator?: string;
  /** Days of registration, both included. */
  from?: string;
  to?: string;
  /** Words in subject, seat, kind, indicators or the number of the entry; each has to be there. */
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

function fits(entry: LedgerEntry, filter: EntryFilter, words: readonly string[]): boolean {
  const day = entry.registeredAt.slice(0, 10);
  if (filter.kinds !== undefined && !filter.kinds.includes(entry.kind)) return false;
  if (filter.indicator !== undefined && !entry.indicators.includes(filter.indicator)) return false;
  if ((filter.from !== undefined && day < filter.from) || (filter.to !== undefined && day > filter.to)) return false;
  if (words.length === 0) return true;
  const { subject, actor, kind, indicators, factOn, sequence } = entry;
  const text = comparable([subject, actor, KINDS[kind].title, ...indicators, factOn, day, `#${sequence}`].join(' '));
  return words.every((word) => text.includes(word));
}

/** Reads the ledger for display. The only way of panel and workbench into the database; it writes nothing. */
export function createLedgerReader(connect: () => Promise<Database> = database) {
  /** This installation's chain and its head. */
  const head = (): Promise<ChainHead> =>
    guarded(async (opened) => (await opened.get('heads', OWN)) ?? { chain: '', ...EMPTY_HEAD }, connect);

  const slice = (chain: string, from: number, to: number): Promise<LedgerEntry[]> =>
    guarded((opened) => opened.getAll('entries', IDBKeyRange.bound([chain, from], [chain, to])), connect);

  /** Entries that fit, newest first, at most `limit`; `before` goes on where a page ended. */
  const find = async (filter: EntryFilter, limit: number, before?: number): Promise<EntryPage> => {
    const { chain, sequence } = await head();
    const words = (filter.words ?? '').split(/\s+/u).map(comparable).filter(Boolean);
    const entries: LedgerEntry[] = [];
    for (let to = Math.min(sequence, (before ?? sequence + 1) - 1); to >= 1; to -= PAGE) {
      for (const entry of (await slice(chain, Math.max(1, to - PAGE + 1), to)).reverse()) {
        if (!fits(entry, filter, words)) continue;
        if (entries.length === limit) return { entries, before: entries.at(-1)?.sequence ?? 1 };
        entries.push(entry);
      }
    }
    return { entries };
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

  /** Every record up to a head (the present one) in order, a page at a time: for verification, evaluation and exports. */
  async function* records(upTo?: ChainHead): AsyncGenerator<LedgerRecord> {
    const { chain, sequence } = upTo ?? (await head());
    for (let from = 1; from <= sequence; from += PAGE) {
      yield* await withBeside(await slice(chain, from, Math.min(sequence, from + PAGE - 1)));
    }
  }

  /** How many entries there are of each kind and for each indicator. */
  const counts = async (): Promise<{ kinds: Record<string, number>; indicators: Record<string, number> }> => {
    const { chain, sequence } = await head();
    const kinds: Record<string, number> = {};
    const indicators: Record<string, number> = {};
    for (let from = 1; from <= sequence; from += PAGE) {
      for (const entry of await slice(chain, from, from + PAGE - 1)) {
        kinds[entry.kind] = (kinds[entry.kind] ?? 0) + 1;
        for (const indicator of entry.indicators) indicators[indicator] = (indicators[indicator] ?? 0) + 1;
      }
    }
    return { kinds, indicators };
  };

  return { head, find, read, records, counts };
}

export type LedgerReader = ReturnType<typeof createLedgerReader>;

/** The newest entries, of some kinds only when they are named. */
export async function latestEntries(limit: number, kinds?: readonly EntryKind[]): Promise<LedgerEntry[]> {
  return (await createLedgerReader().find(kinds === undefined ? {} : { kinds }, limit)).entries;
}
