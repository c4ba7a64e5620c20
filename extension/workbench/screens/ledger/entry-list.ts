import type { Head, LedgerEntry } from '../../../../core/ledger/entry.ts';
import type { EntryFilter } from '../../../../core/ledger/search.ts';
import type { ChainReader } from '../../../storage/ledger-reader.ts';
import { type ReadonlySignal, signal } from '../../../ui/preact.ts';

/** Entries held for drawing; the rest is read again when it is scrolled to. */
const HELD = 3_000;

/** A chain of another installation, which the list shows behind this one's own. */
export interface Beside {
  chain: string;
  sequence: number;
  reader: Pick<ChainReader, 'search' | 'at'>;
}

/**
 * The list of entries: of this computer's own chain first, then of those that were taken in, of each the newest first. Without a
 * filter its rows are the numbers of the chains; with one they are found page by page. Either way only the rows that are
 * drawn are read.
 */
export interface EntryList {
  filter: ReadonlySignal<EntryFilter>;
  /** How many rows there are, and whether more may come. Changes too when rows that were asked for arrive. */
  rows: ReadonlySignal<{ count: number; searching: boolean }>;
  /** An entry that is at hand; undefined while it is being read. */
  entryAt(index: number): LedgerEntry | undefined;
  /** The name of the chain of a row; undefined for this computer's own. */
  chainAt(index: number): string | undefined;
  /** Sees to it that these rows come to hand. */
  want(first: number, end: number): void;
  setFilter(filter: EntryFilter): void;
  headMoved(head: Head): void;
  /** Which chains stand beside the own one, and where they end. */
  besideMoved(others: readonly Beside[]): void;
  /** The first rows, at most so many, when they have come to hand; what cannot be read is left out. */
  gather(most: number): Promise<void>;
  /** Where the list was left, for coming back to it: the focus too, when an entry was opened from it. */
  place: { scrollTop: number; row: number; opened: boolean };
}

/** Whether a filter lets everything through. */
const isAll = (filter: EntryFilter): boolean => Object.values(filter).every((part) => part === undefined);

/** One chain in the list. */
interface Part {
  /** undefined for this computer's own. */
  chain: string | undefined;
  reader: Beside['reader'];
  head: number;
  /** Sequences that fit, newest first; undefined without a filter. */
  found: number[] | undefined;
  /** It was searched up to here. */
  searched: number;
}

export function createEntryList(
  reader: Beside['reader'],
  failed: (error: unknown) => void,
  first: EntryFilter = {},
): EntryList {
  const filter = signal<EntryFilter>(first);
  const rows = signal({ count: 0, searching: true });
  const held = new Map<string, LedgerEntry>();
  const asked = new Set<string>();
  const nothing = (): Pick<Part, 'found' | 'searched'> => ({
    found: isAll(filter.value) ? undefined : [],
    searched: 0,
  });
  const own: Part = { chain: undefined, reader, head: 0, ...nothing() };
  let parts: Part[] = [own];
  let running = false;
  /** Counts the searches: one that is not the newest any more stops. */
  let search = 0;

  const keyOf = ({ chain = '' }: Part, sequence: number): string => `${sequence}\n${chain}`;
  const countOf = ({ found, head }: Part): number => (found === undefined ? head : found.length);
  const show = (searching: boolean): void => {
    rows.value = { count: parts.reduce((sum, part) => sum + countOf(part), 0), searching };
  };
  const hold = (part: Part, entries: readonly (LedgerEntry | undefined)[]): void => {
    for (const entry of entries) if (entry !== undefined) held.set(keyOf(part, entry.sequence), entry);
  };
  const placeAt = (index: number): { part: Part; sequence: number } | undefined => {
    let rest = index;
    for (const part of parts) {
      const count = countOf(part);
      if (rest < count) {
        const sequence = part.found === undefined ? part.head - rest : part.found[rest];
        return sequence === undefined ? undefined : { part, sequence };
      }
      rest -= count;
    }
    return undefined;
  };
  const read = async (part: Part, sequences: readonly number[]): Promise<void> => {
    const entries = await part.reader.at(sequences);
    if (held.size > HELD) held.clear();
    hold(part, entries);
  };
  /** What of these rows is not at hand, by chain. */
  const missing = (first: number, end: number): Map<Part, number[]> => {
    const all = new Map<Part, number[]>();
    for (let index = first; index < end; index += 1) {
      const place = placeAt(index);
      if (place === undefined || held.has(keyOf(place.part, place.sequence))) continue;
      all.set(place.part, [...(all.get(place.part) ?? []), place.sequence]);
    }
    return all;
  };

  /** Searches what was not searched yet of a chain. Newer finds stand in front. False when another search has begun. */
  const searchPart = async (part: Part, mine: number): Promise<boolean> => {
    const upTo = part.head;
    const earlier = part.found ?? [];
    const newer: number[] = [];
    for await (const page of part.reader.search(filter.value, part.searched, upTo + 1)) {
      if (mine !== search) return false;
      newer.push(...page.map((entry) => entry.sequence));
      part.found = earlier.length === 0 ? newer : [...newer, ...earlier];
      if (held.size < HELD) hold(part, page);
      show(true);
    }
    part.searched = upTo;
    return mine === search;
  };

  /** Searches everything that was not searched yet, what is appended meanwhile too. */
  const run = async (): Promise<void> => {
    search += 1;
    const mine = search;
    running = true;
    show(true);
    try {
      for (let part = next(); part !== undefined; part = next()) if (!(await searchPart(part, mine))) return;
    } catch (error) {
      failed(error);
    }
    if (mine !== search) return;
    running = false;
    show(false);
  };
  const next = (): Part | undefined => parts.find(({ searched, head }) => searched < head);
  const moved = (): void => {
    if (own.found === undefined) show(false);
    else if (!running) void run();
  };

  return {
    filter,
    rows,
    place: { scrollTop: 0, row: 0, opened: false },
    entryAt(index) {
      const place = placeAt(index);
      return place && held.get(keyOf(place.part, place.sequence));
    },
    chainAt: (index) => placeAt(index)?.part.chain,
    want(first, end) {
      for (const [part, all] of missing(first, end)) {
        const sequences = all.filter((sequence) => !asked.has(keyOf(part, sequence)));
        if (sequences.length === 0) continue;
        for (const sequence of sequences) asked.add(keyOf(part, sequence));
        read(part, sequences)
          .catch(failed)
          .finally(() => {
            for (const sequence of sequences) asked.delete(keyOf(part, sequence));
            show(rows.value.searching);
          });
      }
    },
    setFilter(next) {
      filter.value = next;
      search += 1;
      this.place = { scrollTop: 0, row: 0, opened: false };
      for (const part of parts) Object.assign(part, nothing());
      running = false;
      if (isAll(next)) show(false);
      else void run();
    },
    headMoved({ sequence }) {
      own.head = sequence;
      moved();
    },
    besideMoved(others) {
      parts = [
        own,
        ...others.map((one): Part => {
          const known = parts.find(({ chain }) => chain === one.chain);
          return known === undefined
            ? { chain: one.chain, reader: one.reader, head: one.sequence, ...nothing() }
            : Object.assign(known, { head: one.sequence });
        }),
      ];
      if (others.length > 0) moved();
    },
    async gather(most) {
      // Rows that are still being found, as far as they are wanted.
      await new Promise<void>((resolve) => {
        const stop = rows.subscribe(({ count, searching }) => {
          if (searching && count < most) return;
          resolve();
          queueMicrotask(() => stop());
        });
      });
      for (const [part, sequences] of missing(0, Math.min(most, rows.value.count))) await read(part, sequences);
    },
  };
}
