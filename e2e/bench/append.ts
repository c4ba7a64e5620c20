import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launch } from '../browser.ts';
import { bundleForPage } from './bundle.ts';
import { atMost, type BenchRow, median } from './row.ts';

/** Rounds, warm-up, and entries in a round: one press, and a batch of 200. */
const RUNS = [
  { id: 'append', rounds: 60, warmUp: 10, size: 1 },
  { id: 'append-bulk', rounds: 10, warmUp: 2, size: 200 },
] as const;

/** Appends to a ledger in the page's own database beside raw puts of the same bytes, both strict, in turn. */
export async function appendIn(page: Page): Promise<BenchRow[]> {
  await page.evaluate(await bundleForPage(join(import.meta.dirname, 'append-in-page.ts')));
  const rows: BenchRow[] = [];
  for (const { id, rounds, warmUp, size } of RUNS) {
    const { ours, raw } = await page.evaluate(
      ([given, before, each]) => {
        const { bench } = globalThis as unknown as { bench: typeof import('./append-in-page.ts') };
        return bench.measure(given, before, each);
      },
      [rounds, warmUp, size] as const,
    );
    const reference = 'raw put, strict, same bytes';
    rows.push(atMost(2, { id, value: median(ours) / size, unit: 'ms', reference, referenceValue: median(raw) / size }));
  }
  return rows;
}

/** Ledger append against a raw put, in a page of the extension. */
export async function appendBench(): Promise<BenchRow[]> {
  const driven = await launch();
  try {
    return await appendIn(await driven.open('options.html'));
  } finally {
    await driven.close();
  }
}
