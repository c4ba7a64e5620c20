import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../../../core/ledger/entry.ts';
import type { EntryFilter } from '../../../../core/ledger/search.ts';
import { sampleLedger, sampleNote } from '../../../../core/ledger/testing.ts';
import { createEntryList } from './entry-list.ts';

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A reader over a ledger in memory, two entries a page. */
async function readerOf(count: number) {
  const ledger = await sampleLedger(count);
  const all = () => ledger.records().map(({ entry }) => entry);
  const asked: number[][] = [];
  async function* search(filter: EntryFilter, after = 0, before = Number.MAX_SAFE_INTEGER) {
    const part = all().filter((entry) => entry.sequence > after && entry.sequence < before);
    for (const pair of Array.from({ length: Math.ceil(part.length / 2) }, (_, index) =>
      part.toReversed().slice(index * 2, index * 2 + 2),
    )) {
      await rest();
      yield pair.filter((entry) => filter.words === undefined || entry.subject.includes(filter.words));
    }
  }
  const at = async (sequences: readonly number[]): Promise<(LedgerEntry | undefined)[]> => {
    asked.push([...sequences]);
    return sequences.map((sequence) => all()[sequence - 1]);
  };
  return { search, at, asked, head: () => ledger.head(), ledger };
}

const until = async (done: () => boolean): Promise<void> => {
  while (!done()) await rest();
};

async function listOf(count: number, first?: EntryFilter) {
  const reader = await readerOf(count);
  const failures: unknown[] = [];
  const list = createEntryList(reader, (error) => failures.push(error), first);
  list.headMoved(reader.head());
  const sequences = (): (number | undefined)[] =>
    Array.from({ length: list.rows.value.count }, (_, index) => list.entryAt(index)?.sequence);
  const settle = (): Promise<void> => until(() => !list.rows.value.searching);
  return { reader, list, failures, sequences, settle };
}

describe('the list of entries', () => {
  it('is the whole chain, newest first, and reads only the rows that are wanted, each once', async () => {
    const { list, reader, sequences } = await listOf(12);
    expect(list.rows.value).toEqual({ count: 12, searching: false });
    list.want(0, 3);
    list.want(1, 4);
    await rest();
    expect(sequences().slice(0, 5)).toEqual([12, 11, 10, 9, undefined]);
    expect(reader.asked).toEqual([[12, 11, 10], [9]]);
  });

  it('finds what fits page by page', async () => {
    const { list, sequences, settle } = await listOf(12);
    list.setFilter({ words: '第1' });
    expect(list.rows.value).toEqual({ count: 0, searching: true });
    await settle();
    expect(sequences()).toEqual([12, 11, 10, 1]);
    list.setFilter({});
    expect(list.rows.value).toEqual({ count: 12, searching: false });
  });

  it('begins with a filter where it is given one', async () => {
    const { list, sequences, settle } = await listOf(12, { words: '第1' });
    expect(list.rows.value).toEqual({ count: 0, searching: true });
    await settle();
    expect(sequences()).toEqual([12, 11, 10, 1]);
  });

  it('gathers its first rows, those that were not drawn and those that are still being found too', async () => {
    const all = await listOf(12);
    await all.list.gather(5);
    expect(all.sequences().slice(0, 6)).toEqual([12, 11, 10, 9, 8, undefined]);
    const some = await listOf(12, { words: '第1' });
    await some.list.gather(3);
    expect(some.sequences().slice(0, 3)).toEqual([12, 11, 10]);
    await some.list.gather(2_000);
    expect(some.sequences()).toEqual([12, 11, 10, 1]);
  });

  it('stops an earlier search when the filter changes', async () => {
    const { list, sequences, settle } = await listOf(12);
    list.setFilter({ words: '第1' });
    await rest();
    list.setFilter({ words: '第2' });
    await settle();
    await rest();
    expect(sequences()).toEqual([2]);
  });

  it('puts what is appended in front, during a search and after it', async () => {
    const { list, reader, sequences, settle } = await listOf(4);
    const append = async (number: number): Promise<void> => {
      const added = await sampleLedger(number);
      reader.ledger.records = added.records;
      list.headMoved({ sequence: number, hash: '' });
    };
    list.setFilter({ words: '记事' });
    await append(6);
    await settle();
    expect(sequences()).toEqual([6, 5, 4, 3, 2, 1]);
    await append(7);
    await settle();
    expect(sequences()).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  it('tells a failure and goes on', async () => {
    const { list, reader, failures, settle } = await listOf(3);
    const { search } = reader;
    reader.search = async function* () {
      yield await Promise.reject(new Error('disk'));
    };
    list.setFilter({ words: sampleNote(1).subject });
    await settle();
    expect(failures).toHaveLength(1);
    reader.search = search;
    list.setFilter({ words: sampleNote(1).subject });
    await settle();
    expect(list.rows.value.count).toBe(1);
  });

  it('goes on with the chains of others, each newest first, and reads every row from its own', async () => {
    const { list, reader, sequences, settle } = await listOf(2);
    const other = await readerOf(3);
    list.besideMoved([{ chain: 'b', sequence: 3, reader: other }]);
    list.want(0, 5);
    await rest();
    expect(sequences()).toEqual([2, 1, 3, 2, 1]);
    expect([0, 1, 2, 4].map((index) => list.chainAt(index))).toEqual([undefined, undefined, 'b', 'b']);
    expect([reader.asked, other.asked]).toEqual([[[2, 1]], [[3, 2, 1]]]);
    list.setFilter({ words: '第2' });
    await settle();
    expect(sequences()).toEqual([2, 2]);
    // A search that is done goes on where a chain has grown.
    list.besideMoved([{ chain: 'b', sequence: 3, reader: other }]);
    await settle();
    expect(sequences()).toEqual([2, 2]);
    list.besideMoved([]);
    list.setFilter({});
    expect(list.rows.value.count).toBe(2);
  });
});
