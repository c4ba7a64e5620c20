import type { CDPSession } from '@playwright/test';
import { launch } from '../browser.ts';
import { behind, readAs } from '../guard.ts';
import { servePages } from './pages.ts';
import { atMost, type BenchRow } from './row.ts';

/** Changes of an hour on a page that writes every twenty milliseconds, made as fast as the page can. */
const CHANGES = 180_000;
/** Changes before the first look: what is made once is made. */
const FIRST = 20_000;
/** Bytes by which the heap of the page may have grown between the two. */
const LIMIT = 1_000_000;

/** Bytes that are in use once nothing more can be let go. */
async function heapOf(cdp: CDPSession): Promise<number> {
  for (let times = 0; times < 3; times += 1) await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}

/** Memory of a page with the content script in it, which reads and guards it, over an hour's changes. */
export async function memoryBench(): Promise<BenchRow[]> {
  const driven = await launch({ build: 'standing' });
  const server = await servePages();
  try {
    const back = await behind(driven);
    const page = await driven.context.newPage();
    await page.goto(`${server.url}/700`);
    await readAs(back, page, 'ready');
    const cdp = await driven.context.newCDPSession(page);
    const change = (count: number): Promise<void> =>
      page.evaluate(async (many) => {
        const rows = document.querySelectorAll('tr');
        for (let done = 0; done < many; done += 100) {
          for (let at = 0; at < 100; at += 1) {
            const cell = rows[3 + (at % 40)]?.cells[1];
            if (cell) cell.textContent = `第${done + at}次`;
          }
          await new Promise((resolve) => setTimeout(resolve, 0));
        }
      }, count);
    await change(FIRST);
    const before = await heapOf(cdp);
    await change(CHANGES);
    const grown = Math.max(1, (await heapOf(cdp)) - before);
    const reference = `limit of growth over ${CHANGES} changes, from ${(before / 1e6).toFixed(1)} MB`;
    return [atMost(1, { id: 'content-memory', value: grown, unit: 'bytes', reference, referenceValue: LIMIT })];
  } finally {
    await server.close();
    await driven.close();
  }
}
