import { join } from 'node:path';
import { bundleForPage } from './bundle.ts';
import { onEachPage } from './pages.ts';
import { atMost, type BenchRow, median } from './row.ts';

const ROUNDS = 15;

/** DOM to PageSnapshot in Chromium, beside a walk that keeps tag, class and own text of every element of the same page, in turn. */
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
      atMost(1.3, {
        id: `capture-${size}`,
        value: median(times.capture),
        unit: 'ms',
        reference: `a walk that keeps tag, class and own text of ${times.elements} elements (a bare pass over the text takes ${median(times.text).toPrecision(3)} ms)`,
        referenceValue: median(times.walk),
      }),
    );
  });
  return rows;
}
