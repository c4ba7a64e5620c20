import { join } from 'node:path';
import { bundleForPage } from './bundle.ts';
import { onEachPage } from './pages.ts';
import { atMost, type BenchRow, median } from './row.ts';

const ROUNDS = 15;

/** DOM to PageSnapshot in Chromium, beside one TreeWalker pass that reads all text of the same page, in turn. */
export async function captureBench(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  await onEachPage(await bundleForPage(join(import.meta.dirname, 'capture-in-page.ts')), async (page, size) => {
    const times = await page.evaluate(
      ([rounds, repeat]) => {
        const { bench } = globalThis as unknown as { bench: typeof import('./capture-in-page.ts') };
        return bench.measure(rounds, repeat);
      },
      [ROUNDS, Math.max(3, Math.round(70_000 / size))] as const,
    );
    rows.push(
      atMost(3, {
        id: `capture-${size}`,
        value: median(times.capture),
        unit: 'ms',
        reference: `one TreeWalker pass over all text, ${times.elements} elements`,
        referenceValue: median(times.reference),
      }),
    );
  });
  return rows;
}
