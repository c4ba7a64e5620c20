import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { bundleForPage } from './bundle.ts';
import { SIZES, servePages } from './pages.ts';
import { atMost, type BenchRow, median } from './row.ts';

const ROUNDS = 15;

/** DOM to PageSnapshot in Chromium, beside one TreeWalker pass that reads all text of the same page, in turn. */
export async function captureBench(): Promise<BenchRow[]> {
  const code = await bundleForPage(join(import.meta.dirname, 'capture-in-page.ts'));
  const browser = await chromium.launch({
    ...(process.env.DUIBIAO_BROWSER ? { executablePath: process.env.DUIBIAO_BROWSER } : {}),
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const server = await servePages();
  try {
    const rows: BenchRow[] = [];
    for (const size of SIZES) {
      const page = await browser.newPage();
      await page.goto(`${server.url}/${size}`);
      await page.evaluate(code);
      const times = await page.evaluate(
        ([rounds, repeat]) => {
          const { bench } = globalThis as unknown as { bench: typeof import('./capture-in-page.ts') };
          return bench.measure(rounds, repeat);
        },
        [ROUNDS, Math.max(1, Math.round(10_000 / size))] as const,
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
      await page.close();
    }
    return rows;
  } finally {
    await server.close();
    await browser.close();
  }
}
