import { describe, expect, it } from 'vitest';
import { fc } from '../base/testing.ts';
import type { EntryDraft } from '../ledger/entry.ts';
import { sampleLedger, sampleNote } from '../ledger/testing.ts';
import { clocksOf } from './clocks.ts';
import { evaluate, type Sheet, withNewestEvidence } from './evaluate.ts';
import { ratingsOf } from './ratings.ts';
import { itemsOf, PILOT_SCORECARD } from './scorecard.ts';

const rating = (indicator: string, score: number | null, reason = '有文件'): EntryDraft => ({
  ...sampleNote(1),
  kind: 'rating',
  indicators: [indicator],
  payload: { scorecard: PILOT_SCORECARD.id, indicator, score, reason },
});
const evidence = (indicators: string[], factOn = '2026-03-01'): EntryDraft => ({
  ...sampleNote(1),
  kind: 'evidence',
  factOn,
  indicators,
  subject: '领导小组文件',
  payload: {
    document: {
      uri: 'a',
      sha256: '',
      key: '',
      kind: 'official',
      kindWord: '通知',
      stage: 'issued',
      title: 't',
      reader: 'r',
    },
    fields: [],
    trail: [],
    attachments: [],
    notRead: [],
  },
});
const correction = (sequence: number, change: object): EntryDraft => ({
  ...sampleNote(1),
  kind: 'correction',
  payload: { sequence, reason: '放错了', ...change },
});

async function sheetOf(drafts: EntryDraft[]): Promise<Sheet> {
  const records = (await sampleLedger(0, drafts)).records();
  return evaluate(PILOT_SCORECARD, records, ratingsOf(records, PILOT_SCORECARD));
}
const found = (sheet: Sheet, id: string) =>
  sheet.categories.flatMap(({ groups }) => groups.flatMap((group) => group.items)).find(({ item }) => item.id === id);
const group = (sheet: Sheet, id: string) =>
  sheet.categories.flatMap(({ groups }) => groups).find((one) => one.group.id === id);

describe('PILOT_SCORECARD', () => {
  it('adds up', () => {
    expect(PILOT_SCORECARD.categories.map(({ points }) => points)).toEqual([10, 30, 32, 28]);
    expect(PILOT_SCORECARD.categories.reduce((total, { points }) => total + points, 0)).toBe(PILOT_SCORECARD.total);
    for (const { groups, points } of PILOT_SCORECARD.categories) {
      if (groups.length > 0) expect(groups.reduce((total, one) => total + one.points, 0)).toBe(points);
    }
    const ids = [...itemsOf(PILOT_SCORECARD), ...PILOT_SCORECARD.unplaced].map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: 27 }, (_, index) => `C${index + 1}`));
  });

  it('invents nothing: no points at C level, no name where none was obtained', () => {
    for (const item of itemsOf(PILOT_SCORECARD)) expect(item.points).toBeNull();
    for (const item of PILOT_SCORECARD.unplaced)
      expect(item).toMatchObject({ name: null, points: null, verified: false });
  });
});

describe('evaluate', () => {
  it('is all unclear with an empty ledger', async () => {
    const sheet = await sheetOf([]);
    expect(sheet.known).toEqual({ points: 40, backed: 0, rated: 0, forgone: 0, unclear: 40 });
    expect(sheet.withoutText).toBe(60);
    expect(sheet.items).toEqual({ backed: 0, rated: 0, evidence: 0, unclear: 12, 'no-text': 15 });
  });

  it('can be shortened to the newest evidence and still counts all of it', async () => {
    const sheet = await sheetOf([evidence(['C1']), evidence(['C1', 'C6']), evidence(['C1'])]);
    const first = (one: typeof sheet) => one.categories[0]?.groups[0]?.items[0];
    const short = withNewestEvidence(sheet, 2);
    expect(first(short)).toMatchObject({ evidence: [{ sequence: 3 }, { sequence: 2 }], evidenceCount: 3 });
    expect({ ...short, categories: [] }).toEqual({ ...sheet, categories: [] });
    expect(first(sheet)?.evidence).toHaveLength(3);
  });

  it('tells rated, backed and evidence alone apart', async () => {
    const sheet = await sheetOf([evidence(['C1', 'C3']), rating('C1', 2), rating('C2', 1)]);
    expect(['C1', 'C2', 'C3', 'C4'].map((id) => found(sheet, id)?.state)).toEqual([
      'backed',
      'rated',
      'evidence',
      'unclear',
    ]);
    expect(group(sheet, 'B1')?.points).toEqual({ points: 4, backed: 2, rated: 1, forgone: 1, unclear: 0 });
    expect(group(sheet, 'B2')?.points).toEqual({ points: 6, backed: 0, rated: 0, forgone: 0, unclear: 6 });
    expect(found(sheet, 'C1')?.evidence).toMatchObject([
      { sequence: 1, subject: '领导小组文件', gapDays: 1, wideGap: false },
    ]);
  });

  it('takes the latest rating, and none after it was taken back', async () => {
    expect(found(await sheetOf([rating('C1', 1), rating('C1', 2)]), 'C1')?.rating).toMatchObject({
      score: 2,
      sequence: 2,
    });
    expect(found(await sheetOf([rating('C1', 1), rating('C1', null, '')]), 'C1')?.rating).toBeUndefined();
  });

  it('leaves ratings for another scorecard alone', async () => {
    const other = rating('C1', 1);
    const sheet = await sheetOf([{ ...other, payload: { ...(other.payload as object), scorecard: 'another' } }]);
    expect(found(sheet, 'C1')?.state).toBe('unclear');
  });

  it('does not count ratings above the points of their group, and says by how much', async () => {
    const sheet = await sheetOf([rating('C1', 4), rating('C2', 1.5)]);
    expect(group(sheet, 'B1')).toMatchObject({ over: 1.5, points: { backed: 0, rated: 0, forgone: 0, unclear: 4 } });
  });

  it('a reason without a score is no rating yet', async () => {
    expect(found(await sheetOf([rating('C1', null, '待定')]), 'C1')).toMatchObject({
      state: 'unclear',
      rating: { reason: '待定' },
    });
  });

  it('follows corrections: to another item, or away', async () => {
    const moved = await sheetOf([evidence(['C1']), correction(1, { indicators: ['C4'] })]);
    expect([found(moved, 'C1')?.evidence.length, found(moved, 'C4')?.evidence.length]).toEqual([0, 1]);
    const withdrawn = [evidence(['C1']), correction(1, { withdrawn: true })];
    expect(found(await sheetOf(withdrawn), 'C1')).toMatchObject({ evidence: [], state: 'unclear' });
    const again = await sheetOf([...withdrawn, correction(1, { withdrawn: false })]);
    expect(found(again, 'C1')).toMatchObject({ evidence: [{ sequence: 1 }], state: 'evidence' });
  });

  it('marks a wide gap between fact and registration, and tells none where the fact has no date', async () => {
    expect(found(await sheetOf([evidence(['C1'], '2025-03-01')]), 'C1')?.evidence[0]).toMatchObject({
      gapDays: 366,
      wideGap: true,
    });
    expect(found(await sheetOf([evidence(['C1'], '')]), 'C1')?.evidence[0]?.gapDays).toBeUndefined();
  });

  it('always adds up, whatever was entered', async () => {
    const indicator = fc.integer({ min: 1, max: 27 }).map((number) => `C${number}`);
    const draft = fc.oneof(
      fc
        .tuple(indicator, fc.option(fc.integer({ min: 0, max: 20 }).map((half) => half / 2)))
        .map(([id, score]) => rating(id, score)),
      fc.array(indicator, { maxLength: 4 }).map((ids) => evidence(ids)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(draft, { maxLength: 30 }), async (drafts) => {
        const sheet = await sheetOf(drafts);
        const all = [
          sheet.known,
          ...sheet.categories.flatMap((one) => [one.points, ...one.groups.map(({ points }) => points)]),
        ];
        for (const { points, backed, rated, forgone, unclear } of all) {
          expect(backed + rated + forgone + unclear).toBe(points);
          expect(Math.min(backed, rated, forgone, unclear)).toBeGreaterThanOrEqual(0);
        }
        expect(sheet.known.points + sheet.withoutText).toBe(100);
        expect(Object.values(sheet.items).reduce((total, count) => total + count, 0)).toBe(27);
      }),
      { numRuns: 60 },
    );
  });
});

describe('clocksOf', () => {
  it.each([
    [
      { systemEffectiveOn: '2026-08-31', pilot: { to: '2027-12-31' } },
      {
        ranSixMonthsOn: '2027-02-28',
        threeMonthsBeforeEnd: '2027-09-30',
        applyFrom: '2027-09-30',
        endsOn: '2027-12-31',
        impossible: false,
      },
    ],
    [
      { systemEffectiveOn: '2026-08-31', pilot: { to: '2026-12-31' } },
      {
        ranSixMonthsOn: '2027-02-28',
        threeMonthsBeforeEnd: '2026-09-30',
        applyFrom: '2027-02-28',
        endsOn: '2026-12-31',
        impossible: true,
      },
    ],
    [{}, { impossible: false }],
  ])('%j', (unit, clocks) => {
    expect(clocksOf(unit)).toEqual(clocks);
  });
});
