import { describe, expect, it } from 'vitest';
import { fc } from '../base/testing.ts';
import type { EntryDraft } from './entry.ts';
import { createStandings, type Standings } from './standing.ts';
import { sampleLedger, sampleNote } from './testing.ts';

const correction = (sequence: number, change: object): EntryDraft => ({
  ...sampleNote(1),
  kind: 'correction',
  payload: { sequence, reason: '留错了', ...change },
});
const note = (about?: number): EntryDraft => ({
  ...sampleNote(1),
  payload: { text: '补一句', ...(about === undefined ? {} : { about }) },
});

async function standingsOf(drafts: EntryDraft[]): Promise<Standings> {
  const standings = createStandings();
  for (const record of (await sampleLedger(2, drafts)).records()) standings.take(record);
  return standings;
}

describe('how an entry stands', () => {
  it('is as it was written while nobody speaks of it', async () => {
    const standings = await standingsOf([note(), correction(1, { withdrawn: true })]);
    for (const sequence of [0, 2, 3, 4, 99]) expect(standings.of(sequence)).toEqual({ later: [] });
  });

  it('is withdrawn, stands again, and is withdrawn anew', async () => {
    const steps = [correction(1, { withdrawn: true }), correction(1, { withdrawn: false }), note(1)];
    expect((await standingsOf(steps.slice(0, 1))).of(1)).toEqual({ withdrawnBy: 3, later: [3] });
    expect((await standingsOf(steps)).of(1)).toEqual({ later: [3, 4, 5] });
    expect((await standingsOf([...steps, correction(1, { withdrawn: true })])).of(1)).toEqual({
      withdrawnBy: 6,
      later: [3, 4, 5, 6],
    });
  });

  it('has the latest indicators, and keeps them when it is withdrawn and stands again', async () => {
    const moved = [correction(1, { indicators: ['C4'] }), correction(1, { indicators: ['C5', 'C6'] })];
    const back = [correction(1, { withdrawn: true }), correction(1, { withdrawn: false })];
    const indicators = { list: ['C5', 'C6'], by: 4 };
    expect((await standingsOf(moved)).of(1)).toEqual({ indicators, later: [3, 4] });
    expect((await standingsOf([...moved, ...back])).of(1)).toEqual({ indicators, later: [3, 4, 5, 6] });
    expect((await standingsOf([correction(1, { indicators: [] })])).of(1).indicators).toEqual({ list: [], by: 3 });
  });

  it('is not changed by what stands before it, nor by itself', async () => {
    const standings = await standingsOf([correction(4, { withdrawn: true }), correction(4, { withdrawn: true })]);
    expect(standings.of(4)).toEqual({ later: [] });
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
          expect(standings.of(sequence).withdrawnBy !== undefined).toBe(last?.[1] === true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
