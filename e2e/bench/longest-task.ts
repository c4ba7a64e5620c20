import type { Page } from '@playwright/test';
import { type Driven, launch, waitFor } from '../browser.ts';
import { SIZES, servePages } from './pages.ts';
import { atMost, type BenchRow } from './row.ts';

const ROUNDS = 10;
const LIMIT = 50;
/** Elements of a page at the bound of one reading. */
const LARGEST = 100_000;
/** How long a new page is left alone, how long it is then watched without the extension, and how long with the panel open. */
const SETTLE = 1_000;
const QUIET = 2_000;
const IDLE = 12_000;

/** Milliseconds of the longest task: of processor, and by the clock. */
interface Longest {
  processor: number;
  clock: number;
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds, by the clock and of processor. */
  dur?: number;
  tdur?: number;
  args?: { name?: string; data?: { frames?: { url: string; processId: number }[] } };
}

/** A trace leaves the place on a page out of its address. */
const withoutHash = (url: string): string => url.replace(/#.*/su, '');

/** The longest task of the page's main thread while `work` goes on, as the browser itself records its tasks. */
export async function longestDuring(driven: Driven, page: Page, work: () => Promise<unknown>): Promise<Longest> {
  const browser = driven.context.browser();
  if (!browser) throw new Error('no browser to trace');
  const categories = ['-*', 'toplevel', 'disabled-by-default-devtools.timeline', '__metadata'];
  await browser.startTracing(page, { categories });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const process = traceEvents
    .find((event) => event.name === 'TracingStartedInBrowser')
    ?.args?.data?.frames?.find((frame) => withoutHash(frame.url) === withoutHash(page.url()))?.processId;
  const thread = traceEvents.find(
    (event) => event.name === 'thread_name' && event.pid === process && event.args?.name === 'CrRendererMain',
  )?.tid;
  const tasks = traceEvents.filter(
    (event) => event.name.endsWith('RunTask') && event.pid === process && event.tid === thread,
  );
  if (tasks.length === 0) throw new Error('the trace holds no task of the page');
  return {
    processor: Math.max(...tasks.map((task) => task.tdur ?? task.dur ?? 0)) / 1_000,
    clock: Math.max(...tasks.map((task) => task.dur ?? 0)) / 1_000,
  };
}

function row(id: string, checked: Longest, quiet: Longest): BenchRow {
  const reference =
    `limit; the value is processor time of the longest task of the page (by the clock ${Math.round(checked.clock)}), ` +
    `without the extension ${quiet.processor.toFixed(1)} (${Math.round(quiet.clock)})`;
  return atMost(1, { id, value: checked.processor, unit: 'ms', reference, referenceValue: LIMIT });
}

/**
 * Longest task of the page's main thread: while the real extension is put in and checks the page again and again, and with the
 * panel open beside a page that changes all the time. Processor time is compared, because by the clock a task also waits
 * for whatever else the machine does.
 */
export async function longestTaskBench(): Promise<BenchRow[]> {
  const driven = await launch();
  const server = await servePages();
  try {
    const rows: BenchRow[] = [];
    for (const size of [...SIZES, LARGEST]) {
      const page = await driven.context.newPage();
      await page.goto(`${server.url}/${size}`);
      await page.waitForTimeout(SETTLE);
      const quiet = await longestDuring(driven, page, () => page.waitForTimeout(QUIET));
      const checked = await longestDuring(driven, page, async () => {
        const panel = await driven.clickToolbar(page);
        const again = panel.getByRole('button', { name: '重新检查' });
        const done = () =>
          waitFor('the check', async () => ((await again.count()) > 0 && (await again.isEnabled())) || undefined);
        await done();
        for (let round = 0; round < ROUNDS; round += 1) {
          await again.click();
          await done();
        }
      });
      rows.push(row(`longest-task-${size}`, checked, quiet));
      await page.close();
    }
    const page = await driven.context.newPage();
    await page.goto(`${server.url}/mutating`);
    await page.waitForTimeout(SETTLE);
    const quiet = await longestDuring(driven, page, () => page.waitForTimeout(QUIET));
    const watched = await longestDuring(driven, page, async () => {
      await driven.clickToolbar(page);
      await page.waitForTimeout(IDLE);
    });
    rows.push(row('longest-task-mutating', watched, quiet));
    return rows;
  } finally {
    await server.close();
    await driven.close();
  }
}
