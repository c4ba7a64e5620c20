import { describe, expect, it } from 'vitest';
import { fc } from '../base/testing.ts';
import { MASKED, maskDraft } from '../privacy/mask.ts';
import { appendDraft, type LedgerStore } from './store.ts';
import { memoryStore, sampleNote, steadyClock } from './testing.ts';
import { verifyChain } from './verify.ts';

const now = steadyClock();

describe('appendDraft', () => {
  it('masks whatever it is given before the store sees it', async () => {
    const store = memoryStore();
    await appendDraft(
      store,
      { ...sampleNote(1), subject: '关于13900000000的来电', payload: { text: '申请人：赵小红，电话13900000000' } },
      { now: now, mask: maskDraft },
    );
    const [record] = store.records();
    expect(record?.entry.subject).toBe(`关于${MASKED.phone}的来电`);
    expect(record?.payload).toEqual({ text: `申请人：${MASKED.name}，电话${MASKED.phone}` });
  });

  it.each([
    ['a payload of another shape', { ...sampleNote(1), payload: { wrong: 1 } }],
    ['a kind that is not written', { ...sampleNote(1), kind: 'decision' as const }],
    ['a day that is none', { ...sampleNote(1), factOn: '2026-02-30' }],
  ])('refuses %s and writes nothing', async (_name, draft) => {
    const store = memoryStore();
    await expect(appendDraft(store, draft, { now, mask: maskDraft })).rejects.toThrow(TypeError);
    expect(store.records()).toEqual([]);
  });

  it('keeps one chain whatever the order in which two writers come to the store', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const inner = memoryStore();
        const slow: LedgerStore = { append: scheduler.scheduleFunction(inner.append) };
        const writers = [1, 2].map(async (writer) => {
          for (let number = 0; number < 5; number += 1)
            await appendDraft(slow, sampleNote(writer * 10 + number), { now, mask: maskDraft });
        });
        await scheduler.waitFor(Promise.all(writers));
        const report = await verifyChain('chain-1', [inner.stored()], { expected: inner.head() });
        expect(report).toMatchObject({ count: 10, head: { sequence: 10 } });
        expect(report.fault).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });
});
