import { join } from 'node:path';
import { bundleForPage } from './bundle.ts';
import { onEachPage } from './pages.ts';
import { type BenchRow, fasterThan, median } from './row.ts';

const ROUNDS = 10;
/** One run of axe-core on the largest page takes many seconds: ten would take minutes. */
const LARGE = { from: 40_000, rounds: 3, warmUp: 0 };

/** Capture, reading and all rules in the page, beside axe-core with all its rules on the same DOM, in turn. */
export async function checkVsAxeBench(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  await onEachPage(await bundleForPage(join(import.meta.dirname, 'check-in-page.ts')), async (page, size) => {
    const [rounds, warmUp] = size >= LARGE.from ? [LARGE.rounds, LARGE.warmUp] : [ROUNDS, 2];
    const times = await page.evaluate(
      ([given, before, repeat]) => {
        const { bench } = globalThis as unknown as { bench: typeof import('./check-in-page.ts') };
        return bench.measure(given, before, repeat);
      },
      [rounds, warmUp, Math.max(3, Math.round(70_000 / size))] as const,
    );
    rows.push(
      fasterThan(200, {
        id: `check-vs-axe-${size}`,
        value: median(times.check),
        unit: 'ms',
        reference: `axe-core, all rules${rounds < ROUNDS ? `, median of ${rounds} rounds only` : ''} (the fair walk takes ${median(times.walk).toPrecision(3)} ms)`,
        referenceValue: median(times.axe),
      }),
    );
  });
  return rows;
}
