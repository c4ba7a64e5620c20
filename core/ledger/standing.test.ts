import { describe, expect, it } from 'vitest';
import { fc } from '../base/testing.ts';
import type { EntryDraft, LedgerRecord, Place } from './entry.ts';
import { createStandings, type Standings } from './standing.ts';
import { appendDraft } from './store.ts';
import { memoryStore, sampleLedger, sampleNote } from './testing.ts';

const correction = (sequence: number, change: object): EntryDraft => ({
  ...sampleNote(1),
  kind: 'correction',
  payload: { sequence, reason: '留错了', ...change },
});
const note = (about?: number): EntryDraft => ({
  ...sampleNote(1),
  payload: { text: '补一句', ...(about === undefined ? {} : { about }) },
});

const at = (sequence: number, chain = 'chain-1'): Place => ({ chain, sequence });

async function standingsOf(drafts: EntryDraft[]): Promise<Standings> {
  const standings = createStandings();
  for (const record of (await sampleLedger(2, drafts)).records()) standings.take(record);
  return standings;
}

describe('how an entry stands', () => {
  it('is as it was written while nobody speaks of it', async () => {
    const standings = await standingsOf([note(), correction(1, { withdrawn: true })]);
    for (const sequence of [0, 2, 3, 4, 99]) expect(standings.of(at(sequence))).toEqual({ later: [] });
  });

  it('is withdrawn, stands again, and is withdrawn anew', async () => {
    const steps = [correction(1, { withdrawn: true }), correction(1, { withdrawn: false }), note(1)];
    expect((await standingsOf(steps.slice(0, 1))).of(at(1))).toEqual({
      withdrawnBy: at(3),
      later: [3].map((sequence) => at(sequence)),
    });
    expect((await standingsOf(steps)).of(at(1))).toEqual({ later: [3, 4, 5].map((sequence) => at(sequence)) });
    expect((await standingsOf([...steps, correction(1, { withdrawn: true })])).of(at(1))).toEqual({
      withdrawnBy: at(6),
      later: [3, 4, 5, 6].map((sequence) => at(sequence)),
    });
  });

  it('has the latest indicators, and keeps them when it is withdrawn and stands again', async () => {
    const moved = [correction(1, { indicators: ['C4'] }), correction(1, { indicators: ['C5', 'C6'] })];
    const back = [correction(1, { withdrawn: true }), correction(1, { withdrawn: false })];
    const indicators = { list: ['C5', 'C6'], by: at(4) };
    expect((await standingsOf(moved)).of(at(1))).toEqual({ indicators, later: [3, 4].map((sequence) => at(sequence)) });
    expect((await standingsOf([...moved, ...back])).of(at(1))).toEqual({
      indicators,
      later: [3, 4, 5, 6].map((sequence) => at(sequence)),
    });
    expect((await standingsOf([correction(1, { indicators: [] })])).of(at(1)).indicators).toEqual({
      list: [],
      by: at(3),
    });
  });

  it('is not changed by what stands before it, nor by itself', async () => {
    const standings = await standingsOf([correction(4, { withdrawn: true }), correction(4, { withdrawn: true })]);
    expect(standings.of(at(4))).toEqual({ later: [] });
  });

  it('is decided by the latest word, whatever came before', async () => {
    const word = fc.tuple(fc.integer({ min: 1, max: 2 }), fc.constantFrom(true, false, undefined));
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 12 }), async (words) => {
        const standings = await standingsOf(
          words.map(([sequence, withdrawn]) => correction(sequence, withdrawn === undefined ? {} : { withdrawn })),
        );
        for (const sequence of [1, 2]) {
          const last = words.findLast(([about, said]) => about === sequence && said !== undefined);
          expect(standings.of(at(sequence)).withdrawnBy !== undefined).toBe(last?.[1] === true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is decided by what was said in another chain, whichever was taken in first', async () => {
    const [kept] = (await sampleLedger(1, [correction(1, { indicators: ['C4'] })])).records();
    const other = kept && { chain: kept.entry.chain, hash: kept.entry.hash };
    const told = async (chain: string, change: object): Promise<LedgerRecord[]> => {
      const store = memoryStore(chain);
      const ports = { now: () => new Date(0), mask: (draft: EntryDraft) => draft };
      await appendDraft(store, correction(1, { other, ...change }), ports);
      return store.records();
    };
    const own = (await sampleLedger(1, [correction(1, { indicators: ['C4'] })])).records();
    const [first, second] = [await told('a', { withdrawn: true }), await told('b', { indicators: ['C9'] })];
    const third = await told('c', { withdrawn: false });
    for (const order of [
      [own, first, second],
      [second, first, own],
    ]) {
      const standings = createStandings();
      for (const record of order.flat()) standings.take(record);
      const standing = standings.of({ ...at(1), hash: other?.hash ?? '' });
      expect(standing).toMatchObject({ withdrawnBy: at(1, 'a'), indicators: { list: ['C9'], by: at(1, 'b') } });
      expect(standing.later).toHaveLength(3);
      // The entry of another chain with the same number is not meant.
      expect(standings.of({ ...at(1, 'b'), hash: '0'.repeat(64) }).later).toEqual([]);
    }
    for (const order of [
      [first, third],
      [third, first],
    ]) {
      const standings = createStandings();
      for (const record of order.flat()) standings.take(record);
      expect(standings.of({ ...at(1), hash: other?.hash ?? '' })).not.toHaveProperty('withdrawnBy');
    }
  });
});
