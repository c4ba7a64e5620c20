import { expect, it } from 'vitest';
import type { EntryDraft } from '../../../../core/ledger/entry.ts';
import type { EntryFilter } from '../../../../core/ledger/search.ts';
import { fitsFilter } from '../../../../core/ledger/search.ts';
import { sampleLedger, sampleNote } from '../../../../core/ledger/testing.ts';
import { createLaterWords, searchCorrected } from './later.ts';

const correction = (sequence: number, withdrawn: boolean): EntryDraft => ({
  ...sampleNote(1),
  kind: 'correction',
  payload: { sequence, withdrawn, reason: '留错了' },
});
const note = (about: number): EntryDraft => ({ ...sampleNote(1), payload: { text: '补一句', about } });

async function laterOf(drafts: EntryDraft[]) {
  const ledger = await sampleLedger(3, drafts);
  const records = () => ledger.records();
  const asked: number[] = [];
  async function* search(filter: EntryFilter, after = 0, before = Number.MAX_SAFE_INTEGER) {
    asked.push(after);
    const fits = records().filter(({ entry }) => entry.sequence > after && entry.sequence < before);
    // One page an entry, newest first, as a reader gives them.
    for (const { entry } of fits.toReversed()) yield fitsFilter(entry, filter) ? [entry] : [];
  }
  const readMany = async (sequences: readonly number[]) =>
    records().filter(({ entry }) => sequences.includes(entry.sequence));
  const failures: unknown[] = [];
  const reader = { search, readMany };
  const later = createLaterWords(reader, (error) => failures.push(error));
  return { later, asked, reader, failures };
}

it('gathers what was said of each entry, in the order of the chain, and goes on where it stopped', async () => {
  const { later, asked } = await laterOf([
    note(2),
    correction(1, true),
    correction(2, true),
    note(1),
    correction(2, false),
  ]);
  await later.headMoved({ sequence: 6 });
  expect(later.of(1)).toEqual({ withdrawnBy: 5, later: [5] });
  expect(later.of(2)).toEqual({ withdrawnBy: 6, later: [4, 6] });
  await later.headMoved({ sequence: 8 });
  expect(asked).toEqual([0, 0, 6, 6]);
  expect(later.of(1)).toEqual({ withdrawnBy: 5, later: [5, 7] });
  expect(later.of(2)).toEqual({ later: [4, 6, 8] });
  expect(later.of(3)).toEqual({ later: [] });
});

it('tells a failure and looks again when the chain grows', async () => {
  const { later, reader, failures } = await laterOf([correction(1, true)]);
  const { readMany } = reader;
  reader.readMany = () => Promise.reject(new Error('disk'));
  await later.headMoved({ sequence: 4 });
  expect(failures).toHaveLength(1);
  reader.readMany = readMany;
  await later.headMoved({ sequence: 4 });
  expect(later.of(1).withdrawnBy).toBe(4);
});

it('finds an entry under the indicators that it was given last', async () => {
  const moved: EntryDraft = {
    ...sampleNote(1),
    kind: 'correction',
    payload: { sequence: 2, indicators: ['C9'], reason: '归错了' },
  };
  const { later, reader } = await laterOf([moved]);
  const at = async () => [];
  const found = async (indicator: string): Promise<number[]> => {
    const pages = searchCorrected({ ...reader, at }, later).search({ kinds: ['note'], indicator }, 0, 5);
    const sequences: number[] = [];
    for await (const page of pages) sequences.push(...page.map(({ sequence }) => sequence));
    return sequences;
  };
  // The sample's second note stands under C3 itself.
  expect(await found('C9')).toEqual([2]);
  expect(await found('C3')).toEqual([]);
  expect(await found('C2')).toEqual([1]);
});
