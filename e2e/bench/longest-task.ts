import type { Page } from '@playwright/test';
import { launch, waitFor } from '../browser.ts';
import { SIZES, servePages } from './pages.ts';
import { atMost, type BenchRow, median } from './row.ts';

const ROUNDS = 10;
const LIMIT = 50;
/** How long the idle extension is watched on a page that never rests. */
const IDLE = 4_000;

/** Long tasks of the page's main thread since the last call; the browser reports those over 50 ms, shorter ones count as none. */
async function takeLongest(page: Page): Promise<number> {
  return page.evaluate(() => {
    const store = globalThis as unknown as { longest?: number };
    const longest = store.longest ?? 0;
    store.longest = 0;
    return longest;
  });
}

async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const store = globalThis as unknown as { longest?: number };
    // A timer that should come every few milliseconds and comes late was kept waiting by one task: finer than `longtask`.
    let last = performance.now();
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      const now = performance.now();
      store.longest = Math.max(store.longest ?? 0, now - last);
      last = now;
      setTimeout(() => channel.port2.postMessage(0), 0);
    };
    channel.port2.postMessage(0);
  });
}

/**
 * Longest time for which the page's main thread was not to be had: during checks by the real extension, and with the
 * extension idle (panel open, page watched) on a page that changes all the time. The limit is 50 ms.
 */
export async function longestTaskBench(): Promise<BenchRow[]> {
  const driven = await launch();
  const server = await servePages();
  try {
    const rows: BenchRow[] = [];
    for (const size of SIZES) {
      const page = await driven.context.newPage();
      await page.goto(`${server.url}/${size}`);
      const panel = await driven.clickToolbar(page);
      const again = panel.getByRole('button', { name: '重新检查' });
      await waitFor(
        'the first check',
        async () => ((await again.count()) > 0 && (await again.isEnabled())) || undefined,
      );
      await watchTasks(page);
      const own: number[] = [];
      const quiet: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        await page.waitForTimeout(300);
        quiet.push(await takeLongest(page));
        await again.click();
        await waitFor('the check', async () => (await again.isEnabled()) || undefined);
        await page.waitForTimeout(100);
        own.push(await takeLongest(page));
      }
      rows.push(
        atMost(1, {
          id: `longest-task-${size}`,
          value: Math.max(...own),
          unit: 'ms',
          reference: `limit (without a check: ${Math.round(median(quiet))} ms)`,
          referenceValue: LIMIT,
        }),
      );
      await page.close();
    }
    const page = await driven.context.newPage();
    await page.goto(`${server.url}/mutating`);
    await driven.clickToolbar(page);
    await page.waitForTimeout(1_000);
    await watchTasks(page);
    await page.waitForTimeout(IDLE);
    rows.push(
      atMost(1, {
        id: 'longest-task-mutating',
        value: await takeLongest(page),
        unit: 'ms',
        reference: 'limit',
        referenceValue: LIMIT,
      }),
    );
    return rows;
  } finally {
    await server.close();
    await driven.close();
  }
}
