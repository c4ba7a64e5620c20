import { expect, it } from 'vitest';
import { sampleLedger, sampleNote } from '../../../core/ledger/testing.ts';
import { createLastExport } from './last-export.ts';

it('finds the newest export once, and later looks only at what is new', async () => {
  const ledger = await sampleLedger(3, [
    {
      ...sampleNote(4),
      kind: 'export',
      payload: { name: '证据包-2026-03-02.json', form: 'bundle', fingerprint: 'a'.repeat(64) },
    },
  ]);
  const looked: [number, number | undefined][] = [];
  const last = createLastExport(
    {
      async *search({ kinds }, after = 0, before) {
        looked.push([after, before]);
        const found = ledger.records().filter(({ entry }) => kinds?.includes(entry.kind) && entry.sequence > after);
        yield found.map(({ entry }) => entry).toReversed();
      },
    },
    (error) => {
      throw error;
    },
  );
  expect(last.entry.value).toBeUndefined();
  last.headMoved(ledger.head());
  last.headMoved({ sequence: 6, hash: '' });
  await new Promise((resolve) => setTimeout(resolve));
  expect(last.entry.value?.sequence).toBe(4);
  expect(looked).toEqual([
    [0, 5],
    [4, 7],
  ]);
});

it('says that there never was one', async () => {
  const last = createLastExport({ async *search() {} }, () => undefined);
  last.headMoved({ sequence: 3, hash: '' });
  await new Promise((resolve) => setTimeout(resolve));
  expect(last.entry.value).toBeNull();
});
