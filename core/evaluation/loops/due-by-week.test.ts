import { expect, it } from 'vitest';
import { paperDraft } from '../../evidence/entered.ts';
import type { EntryDraft, LedgerEntry } from '../../ledger/entry.ts';
import { appendDraft } from '../../ledger/store.ts';
import { memoryStore, steadyClock } from '../../ledger/testing.ts';
import { maskDraft } from '../../privacy/mask.ts';
import { dueByWeek } from './due-by-week.ts';
import { createLapses } from './lapses.ts';
import type { OpenLoop } from './open-loops.ts';

const BY = { actor: '综合窗口1', capturedAt: '2026-11-20T02:00:00.000Z' };

function book() {
  const store = memoryStore();
  const append = (draft: EntryDraft): Promise<LedgerEntry> =>
    appendDraft(store, draft, { now: steadyClock(), mask: maskDraft });
  return {
    keep: (title: string, validTo: string, of?: LedgerEntry) =>
      append(
        paperDraft(
          {
            ...{ title, factOn: '', indicators: [], cabinet: '1', box: '', stub: '', remark: '', validTo },
            ...(of && { renews: { chain: of.chain, sequence: of.sequence, hash: of.hash } }),
          },
          BY,
        ),
      ),
    withdraw: (sequence: number) =>
      append({
        ...{ kind: 'correction', factOn: '', subject: '撤回', indicators: [], ...BY },
        payload: { sequence, withdrawn: true, reason: '重复' },
      }),
    lapses() {
      const lapses = createLapses();
      for (const record of store.records()) lapses.take(record);
      return lapses.list();
    },
  };
}

it('lists what holds up to a day, but not what was renewed or taken back', async () => {
  const ledger = book();
  const certificate = await ledger.keep('合格证书', '2026-12-01');
  await ledger.keep('灭火器检验标签', '2026-11-28');
  await ledger.keep('没有期限的', '');
  expect(ledger.lapses()).toEqual([
    { place: { chain: 'chain-1', sequence: 2 }, title: '灭火器检验标签', validTo: '2026-11-28', who: '综合窗口1' },
    { place: { chain: 'chain-1', sequence: 1 }, title: '合格证书', validTo: '2026-12-01', who: '综合窗口1' },
  ]);
  const renewal = await ledger.keep('合格证书', '', certificate);
  expect(ledger.lapses().map(({ title }) => title)).toEqual(['灭火器检验标签']);
  await ledger.withdraw(2);
  expect(ledger.lapses()).toEqual([]);
  // One that was taken back renews nothing.
  await ledger.withdraw(renewal.sequence);
  expect(ledger.lapses().map(({ title }) => title)).toEqual(['合格证书']);
});

/** A loop that is open from a day on. */
const opening = (from: string, message: string, more: Partial<OpenLoop> = {}) => ({
  from,
  loop: { place: { chain: 'c', sequence: 7 }, type: '培训计划', message, who: '李明', due: '', maybe: [], ...more },
});

it('tells in which week each thing falls due, and what is over', () => {
  const loops = [
    opening('2026-11-01', '早就没闭环'),
    opening('2026-11-30', '到本周日', { due: '2026-11-29' }),
    opening('2026-12-01', '下一周', { due: '2026-11-30' }),
    opening('2026-12-05', '没有日子的'),
    opening('2026-12-05', '可能就是', { maybe: [3] }),
    opening('2027-03-01', '太远'),
  ];
  const openOn = (day: string): OpenLoop[] => loops.filter(({ from }) => from <= day).map(({ loop }) => loop);
  const lapse = (title: string, validTo: string) => ({ place: { chain: 'c', sequence: 1 }, title, validTo, who: '' });
  const lapses = [lapse('过期', '2026-11-26'), lapse('今天', '2026-11-27'), lapse('下一周', '2026-12-06')];
  // A Friday.
  const { over, weeks } = dueByWeek(lapses, openOn, '2026-11-27', 3);
  expect(over.map(({ title }) => title)).toEqual(['过期']);
  const told = weeks.map(({ from, to, due }) => [
    from,
    to,
    due.map((one) => [one.due, one.what === 'lapse' ? one.title : one.message]),
  ]);
  expect(told).toEqual([
    [
      '2026-11-27',
      '2026-11-29',
      [
        ['2026-11-27', '今天'],
        ['2026-11-29', '到本周日'],
      ],
    ],
    [
      '2026-11-30',
      '2026-12-06',
      [
        ['2026-11-30', '下一周'],
        ['2026-12-06', '下一周'],
        ['', '没有日子的'],
      ],
    ],
  ]);
});
