import { describe, expect, it } from 'vitest';
import { ledgerWorkbook } from '../exports/ledger-xlsx.ts';
import { evidenceLine, keepersOf, reasonOf } from '../exports/score-words.ts';
import { readWorkbook } from '../exports/xlsx.ts';
import type { EntryDraft, LedgerRecord } from '../ledger/entry.ts';
import { correctionOf, evidenceOf, importOf, type Made, makeChain, ratingOf } from '../ledger/merge/testing.ts';
import { evaluate, type SameContent } from './evaluate.ts';
import { ratingsOf } from './ratings.ts';
import { sameContent } from './same.ts';
import { PILOT_SCORECARD } from './scorecard.ts';

const recordsOf = (...chains: Made[]): LedgerRecord[] =>
  chains.flatMap(({ records }) => records.map(({ entry, content: payload }) => ({ entry, payload })));
const hashOf = ({ records }: Made, sequence: number): string => records[sequence - 1]?.entry.hash ?? '';
const sheet = (actor: string, indicators = ['C1']): EntryDraft => evidenceOf('培训签到表', {}, { actor, indicators });

const sheetOf = (same: SameContent, ...chains: Made[]) => {
  const records = recordsOf(...chains);
  const made = evaluate(PILOT_SCORECARD, records, ratingsOf(records, PILOT_SCORECARD), same);
  return (id: string) =>
    made.categories.flatMap(({ groups }) => groups.flatMap(({ items }) => items)).find(({ item }) => item.id === id);
};
const one = (chain: string, drafts: EntryDraft[], before?: Made): Made =>
  makeChain(chain, drafts, undefined, before?.records);

describe('ratings of several windows', () => {
  const a = one('a', [ratingOf('C1', 2, '窗口1'), ratingOf('C2', 1, '窗口1')]);
  const b = one('b', [ratingOf('C1', 1, '窗口2'), ratingOf('C2', 1, '窗口2')]);
  const ratings = (...chains: Made[]) => ratingsOf(recordsOf(...chains), PILOT_SCORECARD);

  it('that differ count for nothing until somebody who has seen both decides; the same ones count once', () => {
    for (const chains of [
      [a, b],
      [b, a],
    ]) {
      const found = ratings(...chains);
      expect(found.get('C1')).toMatchObject({ score: null, reason: '' });
      expect(
        found
          .get('C1')
          ?.apart?.map(({ score }) => score)
          .sort(),
      ).toEqual([1, 2]);
      expect(found.get('C2')).toMatchObject({ score: 1 });
    }
    expect(reasonOf(ratings(a, b).get('C1'))).toBe('未定：窗口1报 2 分，窗口2报 1 分');
    const item = sheetOf(new Map(), a, b)('C1');
    expect(item).toMatchObject({ state: 'unclear' });
    const decided = one('a', [importOf(b), ratingOf('C1', 1.5, '管理员')], a);
    expect(ratings(decided, b).get('C1')).toMatchObject({ score: 1.5 });
    expect(ratings(b, decided).get('C1')).toMatchObject({ score: 1.5 });
  });

  it('are decided by what an import took in, whatever the clocks say', () => {
    const early = makeChain('a', [importOf(b), ratingOf('C1', 2, '管理员')], () => '2001-01-01T00:00:00.000Z');
    expect(ratings(early, b).get('C1')).toMatchObject({ score: 2 });
    const later = one('b', [ratingOf('C1', 0, '窗口2')], b);
    expect(ratings(early, later).get('C1')).toMatchObject({ score: null, apart: [{ score: 2 }, { score: 0 }] });
  });
});

describe('evidence of several windows', () => {
  const a = one('a', [sheet('窗口1')]);
  const b = one('b', [sheet('窗口2'), sheet('窗口2', ['C2'])]);
  const same = sameContent(
    new TextEncoder().encode(
      JSON.stringify({ identical: [[{ hash: hashOf(a, 1).slice(0, 32) }, { hash: hashOf(b, 1).slice(0, 32) }]] }),
    ),
  );

  it('with the same content is counted once, and names the others', () => {
    const item = sheetOf(same, a, b)('C1');
    expect(item).toMatchObject({ evidenceCount: 1, evidence: [{ chain: 'a', sequence: 1, also: ['窗口2第1号'] }] });
    if (item === undefined) throw new Error('no item');
    expect(item.evidence.map(keepersOf)).toEqual(['窗口1（相同内容另有窗口2第1号）']);
    expect(sheetOf(new Map(), a, b)('C1')?.evidenceCount).toBe(2);
    const other = sheetOf(same, a, b)('C2');
    expect(other && evidenceLine(other)).toBe('1 条：窗口2第2号');
  });

  it('is taken back in one window by a decision of another chain, and by nothing else', () => {
    const other = { chain: 'b', hash: hashOf(b, 1) };
    const decided = one('a', [importOf(b), correctionOf(1, { other, withdrawn: true })], a);
    expect(sheetOf(new Map(), decided, b)('C1')).toMatchObject({ evidenceCount: 1, evidence: [{ chain: 'a' }] });
    const moved = one('a', [importOf(b), correctionOf(1, { other, indicators: ['C3'] })], a);
    expect(sheetOf(new Map(), moved, b)('C3')).toMatchObject({ evidence: [{ chain: 'b', sequence: 1 }] });
  });

  it('stands in the index with its seat, and tells what is the same', async () => {
    const about = { unit: '', createdAt: '2026-11-24T00:00:00.000Z', head: { sequence: 1, hash: hashOf(a, 1) } };
    const [table] = await readWorkbook(await ledgerWorkbook(recordsOf(a, b), about, same));
    const rows = table?.rows.filter((row) => row.includes('证据')) ?? [];
    expect(rows.map(([number]) => number)).toEqual([1, '窗口2第 1 号', '窗口2第 2 号']);
    expect(rows.map((row) => row[3] ?? '')).toEqual([
      '与窗口2第 1 号内容相同，只算一次',
      '与第 1 号内容相同，只算一次',
      '',
    ]);
  });
});

it('a log that cannot be read says nothing is the same', () => {
  for (const text of ['', '{', '{"identical":1}', 'null'])
    expect(sameContent(new TextEncoder().encode(text)).size).toBe(0);
  expect(sameContent(undefined).size).toBe(0);
});
