import { expect, it } from 'vitest';
import type { EntryDraft, LedgerEntry, Place } from '../../../../core/ledger/entry.ts';
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

const at = (sequence: number): Place => ({ chain: 'chain-1', sequence });

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
  const entry = (sequence: number): LedgerEntry => {
    const found = records()[sequence - 1]?.entry;
    if (found === undefined) throw new Error('no entry');
    return found;
  };
  const failures: unknown[] = [];
  const reader = { search, readMany };
  const later = createLaterWords(reader, (error) => failures.push(error));
  return { later, asked, reader, failures, entry };
}

it('gathers what was said of each entry, in the order of the chain, and goes on where it stopped', async () => {
  const { later, asked, entry } = await laterOf([
    note(2),
    correction(1, true),
    correction(2, true),
    note(1),
    correction(2, false),
  ]);
  await later.headMoved({ sequence: 6 });
  expect(later.of(entry(1))).toEqual({ withdrawnBy: at(5), later: [at(5)] });
  expect(later.of(entry(2))).toEqual({ withdrawnBy: at(6), later: [at(4), at(6)] });
  await later.headMoved({ sequence: 8 });
  expect(asked).toEqual([0, 0, 6, 6]);
  expect(later.of(entry(1))).toEqual({ withdrawnBy: at(5), later: [at(5), at(7)] });
  expect(later.of(entry(2))).toEqual({ later: [at(4), at(6), at(8)] });
  expect(later.of(entry(3))).toEqual({ later: [] });
});

it('tells a failure and looks again when the chain grows', async () => {
  const { later, reader, failures, entry } = await laterOf([correction(1, true)]);
  const { readMany } = reader;
  reader.readMany = () => Promise.reject(new Error('disk'));
  await later.headMoved({ sequence: 4 });
  expect(failures).toHaveLength(1);
  reader.readMany = readMany;
  await later.headMoved({ sequence: 4 });
  expect(later.of(entry(1)).withdrawnBy).toEqual(at(4));
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

it('hears the corrections of other chains too, and of entries of other chains', async () => {
  const { later, reader, entry } = await laterOf([]);
  const kept = entry(1);
  const other = { chain: kept.chain, hash: kept.hash };
  const decided = await laterOf([
    { ...sampleNote(1), kind: 'correction', payload: { sequence: 1, withdrawn: true, reason: '重复', other } },
  ]);
  const both = createLaterWords(
    reader,
    () => {},
    () => decided.reader,
  );
  await both.besideMoved([{ chain: 'b', sequence: 4, hash: '' }]);
  expect(both.of(kept).withdrawnBy).toEqual(at(4));
  expect(later.of(kept)).toEqual({ later: [] });
});
