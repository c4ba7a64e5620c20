import { expect, it } from 'vitest';
import type { EntryDraft, LedgerRecord } from '../../../../core/ledger/entry.ts';
import { sampleLedger, sampleNote } from '../../../../core/ledger/testing.ts';
import { neighboursOf } from './chain-place.ts';

const checkpoint = (count: number): EntryDraft => ({
  ...sampleNote(1),
  kind: 'checkpoint',
  payload: { count, head: 'a'.repeat(64) },
});

async function sample(drafts: EntryDraft[]) {
  const records = (await sampleLedger(0, drafts)).records();
  const reader = {
    at: async (sequences: readonly number[]) => sequences.map((sequence) => records[sequence - 1]?.entry),
    read: async (sequence: number): Promise<LedgerRecord | undefined> => records[sequence - 1],
    async *search({ kinds = [] }: { kinds?: readonly string[] }, after = 0) {
      const entries = records.map(({ entry }) => entry);
      yield entries.filter(({ kind, sequence }) => kinds.includes(kind) && sequence > after).reverse();
    },
  };
  const around = async (sequence: number) => {
    const { entry } = records[sequence - 1] ?? {};
    if (entry === undefined) throw new Error('no entry');
    const { next, checkpoint: covering } = await neighboursOf(reader, entry);
    return [next?.sequence, covering?.sequence];
  };
  return around;
}

it('tells what stands behind an entry, and the first checkpoint that covers it', async () => {
  // What was written while the checkpoint was made is not covered by it.
  const around = await sample([
    sampleNote(1),
    sampleNote(2),
    checkpoint(1),
    sampleNote(3),
    checkpoint(4),
    sampleNote(4),
  ]);
  expect(await around(1)).toEqual([2, 3]);
  expect(await around(2)).toEqual([3, 5]);
  expect(await around(4)).toEqual([5, 5]);
  expect(await around(5)).toEqual([6, undefined]);
  expect(await around(6)).toEqual([undefined, undefined]);
});
