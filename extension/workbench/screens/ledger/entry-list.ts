import type { Head, LedgerEntry } from '../../../../core/ledger/entry.ts';
import type { EntryFilter } from '../../../../core/ledger/search.ts';
import type { LedgerReader } from '../../../storage/ledger-reader.ts';
import { type ReadonlySignal, signal } from '../../../ui/preact.ts';

/** Entries held for drawing; the rest is read again when it is scrolled to. */
const HELD = 3_000;

/**
 * The list of entries, newest first. Without a filter its rows are the numbers of the chain; with one they are found
 * page by page. Either way only the rows that are drawn are read.
 */
export interface EntryList {
  filter: ReadonlySignal<EntryFilter>;
  /** How many rows there are, and whether more may come. Changes too when rows that were asked for arrive. */
  rows: ReadonlySignal<{ count: number; searching: boolean }>;
  /** An entry that is at hand; undefined while it is being read. */
  entryAt(index: number): LedgerEntry | undefined;
  /** Sees to it that these rows come to hand. */
  want(first: number, end: number): void;
  setFilter(filter: EntryFilter): void;
  headMoved(head: Head): void;
  /** The first rows, at most so many, when they have come to hand; what cannot be read is left out. */
  gather(most: number): Promise<void>;
  /** Where the list was left, for coming back to it: the focus too, when an entry was opened from it. */
  place: { scrollTop: number; row: number; opened: boolean };
}

/** Whether a filter lets everything through. */
const isAll = (filter: EntryFilter): boolean => Object.values(filter).every((part) => part === undefined);

export function createEntryList(
  reader: Pick<LedgerReader, 'search' | 'at'>,
  failed: (error: unknown) => void,
  first: EntryFilter = {},
): EntryList {
  const filter = signal<EntryFilter>(first);
  const rows = signal({ count: 0, searching: true });
  const held = new Map<number, LedgerEntry>();
  const asked = new Set<number>();
  let head = 0;
  /** Sequences that fit, newest first; undefined without a filter. */
  let found: number[] | undefined = isAll(first) ? undefined : [];
  let running = false;
  /** The chain was searched up to here. */
  let searched = 0;
  /** Counts the searches: one that is not the newest any more stops. */
  let search = 0;

  const show = (searching: boolean): void => {
    rows.value = { count: found === undefined ? head : found.length, searching };
  };
  const hold = (entries: readonly (LedgerEntry | undefined)[]): void => {
    for (const entry of entries) if (entry !== undefined) held.set(entry.sequence, entry);
  };
  const sequenceAt = (index: number): number | undefined => (found === undefined ? head - index : found[index]);

  /** Searches what was not searched yet; what is appended meanwhile too. Newer finds stand in front. */
  const run = async (): Promise<void> => {
    search += 1;
    const mine = search;
    running = true;
    show(true);
    try {
      while (searched < head) {
        const upTo = head;
        const earlier = found ?? [];
        const newer: number[] = [];
        for await (const page of reader.search(filter.value, searched, upTo + 1)) {
          if (mine !== search) return;
          newer.push(...page.map((entry) => entry.sequence));
          found = earlier.length === 0 ? newer : [...newer, ...earlier];
          if (held.size < HELD) hold(page);
          show(true);
        }
        searched = upTo;
      }
    } catch (error) {
      failed(error);
    }
    if (mine !== search) return;
    running = false;
    show(false);
  };

  return {
    filter,
    rows,
    place: { scrollTop: 0, row: 0, opened: false },
    entryAt(index) {
      const sequence = sequenceAt(index);
      return sequence === undefined ? undefined : held.get(sequence);
    },
    want(first, end) {
      const missing: number[] = [];
      for (let index = first; index < end; index += 1) {
        const sequence = sequenceAt(index);
        if (sequence !== undefined && !held.has(sequence) && !asked.has(sequence)) missing.push(sequence);
      }
      if (missing.length === 0) return;
      for (const sequence of missing) asked.add(sequence);
      reader
        .at(missing)
        .then((entries) => {
          if (held.size > HELD) held.clear();
          hold(entries);
        }, failed)
        .finally(() => {
          for (const sequence of missing) asked.delete(sequence);
          show(rows.value.searching);
        });
    },
    setFilter(next) {
      filter.value = next;
      search += 1;
      searched = 0;
      this.place = { scrollTop: 0, row: 0, opened: false };
      found = isAll(next) ? undefined : [];
      running = false;
      if (found === undefined) show(false);
      else void run();
    },
    headMoved(next) {
      head = next.sequence;
      if (found === undefined) show(false);
      else if (!running) void run();
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
      const sequences = Array.from({ length: Math.min(most, rows.value.count) }, (_, index) => sequenceAt(index) ?? 0);
      const missing = sequences.filter((sequence) => !held.has(sequence));
      if (missing.length > 0) hold(await reader.at(missing));
    },
  };
}
