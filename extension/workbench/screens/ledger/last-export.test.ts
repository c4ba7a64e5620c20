import { expect, it } from 'vitest';
import type { LedgerEntry } from '../../../../core/ledger/entry.ts';
import { sampleLedger } from '../../../../core/ledger/testing.ts';
import { createLastExport } from './last-export.ts';

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

it('asks again when the chain has grown, and tells a failure', async () => {
  const [first, second] = (await sampleLedger(2)).records().map(({ entry }) => entry);
  const answers: (() => Promise<LedgerEntry | undefined>)[] = [
    async () => undefined,
    async () => first,
    () => Promise.reject(new Error('disk')),
    async () => second,
  ];
  const failures: unknown[] = [];
  const last = createLastExport({ lastExport: () => answers.shift()?.() ?? Promise.resolve(undefined) }, (error) =>
    failures.push(error),
  );
  expect(last.entry.value).toBeUndefined();
  for (const expected of [null, first, first, second]) {
    last.headMoved();
    await rest();
    expect(last.entry.value).toEqual(expected);
  }
  expect(failures).toHaveLength(1);
});
