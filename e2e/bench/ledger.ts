import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Driven, launch } from '../browser.ts';
import { bundleForPage } from './bundle.ts';
import { atMost, type BenchRow, fasterThan, median, percentile } from './row.ts';

const ENTRIES = 100_000;
const BLOBS = 500;
/** The database of the extension itself, and one with a tenth of it. */
const LEDGER = 'duibiao';
const SMALL = 'bench-small';

/** Calls one of `ledger-in-page.ts` in a page of the extension. */
type InPage = typeof import('./ledger-in-page.ts');
async function call<Name extends keyof InPage>(
  page: Page,
  name: Name,
  ...given: Parameters<InPage[Name]>
): Promise<Awaited<ReturnType<InPage[Name]>>> {
  return page.evaluate(
    ([which, parameters]) => {
      const { bench } = globalThis as unknown as { bench: Record<string, (...all: unknown[]) => unknown> };
      return bench[which]?.(...parameters);
    },
    [name, given] as const,
  ) as Promise<Awaited<ReturnType<InPage[Name]>>>;
}

async function benchPage(driven: Driven): Promise<Page> {
  const page = await driven.open('options.html');
  await page.evaluate(await bundleForPage(join(import.meta.dirname, 'ledger-in-page.ts')));
  return page;
}

async function verifyRows(page: Page): Promise<BenchRow[]> {
  const rounds = 5;
  const { ours, hashing, tail } = await call(page, 'verify', LEDGER, rounds);
  return [
    atMost(2.5, {
      id: 'verify-100k',
      value: median(ours),
      unit: 'ms',
      reference: `WebCrypto SHA-256 of the same bytes, as many side by side (medians of ${rounds} rounds only)`,
      referenceValue: median(hashing),
    }),
    atMost(1, {
      id: 'verify-tail',
      value: median(tail),
      unit: 'ms',
      reference: 'limit; the value is the check of the last 500 of 100 000',
      referenceValue: 200,
    }),
  ];
}

async function findRow(page: Page): Promise<BenchRow> {
  const { times, all } = await call(page, 'find', LEDGER, 5);
  const groups = Map.groupBy(times, ({ frequency }) => frequency);
  const each = [...groups].map(
    ([frequency, some]) =>
      `${frequency} ${Math.round(
        percentile(
          some.map(({ ms }) => ms),
          95,
        ),
      )}`,
  );
  // Initials are told beside: they are looked for in another way, and have no goal of their own yet.
  const written = times.filter(({ frequency }) => !frequency.includes('initials'));
  const value = percentile(
    written.map(({ ms }) => ms),
    95,
  );
  const row = fasterThan(1, {
    id: 'ledger-find-100k',
    value,
    unit: 'ms',
    reference: `reading them all, once; the value is p95 of ${written.length} questions in words (${each.join(', ')})`,
    referenceValue: all,
  });
  return { ...row, goal: 'p95 < 50 ms', ok: value < 50 };
}

/** From the moment the database is open in the workbench to the first rows that are drawn. */
async function openRow(driven: Driven): Promise<BenchRow> {
  const [rounds, warmUp] = [12, 2];
  const times: number[] = [];
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const page = await driven.context.newPage();
    await page.addInitScript(() => {
      const marks = { opened: 0, drawn: 0 };
      Object.assign(globalThis, { marks });
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = function (...given) {
        const request = open.apply(this, given);
        request.addEventListener('success', () => {
          marks.opened ||= performance.now();
        });
        return request;
      };
      new MutationObserver(() => {
        if (marks.drawn === 0 && document.querySelector('[role=row] a') !== null)
          requestAnimationFrame(() => {
            marks.drawn ||= performance.now();
          });
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(`chrome-extension://${driven.extensionId}/workbench.html#/ledger`);
    const marks = await page.waitForFunction(() => {
      const { marks: both } = globalThis as unknown as { marks: { opened: number; drawn: number } };
      return both.drawn > 0 ? both : undefined;
    });
    const { opened, drawn } = (await marks.jsonValue()) ?? { opened: 0, drawn: 0 };
    if (round >= warmUp) times.push(drawn - opened);
    await page.close();
  }
  return atMost(1, {
    id: 'ledger-open-100k',
    value: median(times),
    unit: 'ms',
    reference: 'limit',
    referenceValue: 100,
  });
}

/** Bytes in memory of the largest process that runs pages. */
async function pageMemory(driven: Driven): Promise<number> {
  const pages = (await driven.processes()).filter(({ type }) => type === 'renderer');
  return Math.max(...pages.map(({ id }) => residentBytes(id)));
}

function residentBytes(processId: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1] ?? 0) * 1_024;
  } catch {
    // It has ended meanwhile, or this system tells it in another way.
    return 0;
  }
}

/** Makes the bundle so many times, and tells how much more memory the page had meanwhile than before. */
async function exported(driven: Driven, name: string, rounds: number) {
  const page = await benchPage(driven);
  const before = await pageMemory(driven);
  let most = before;
  const watch = setInterval(async () => {
    most = Math.max(most, await pageMemory(driven).catch(() => 0));
  }, 100);
  const times = await call(page, 'exportBundle', name, rounds);
  clearInterval(watch);
  await page.close();
  return { ...times, growth: most - before };
}

async function exportRows(driven: Driven): Promise<BenchRow[]> {
  const rounds = 3;
  const filler = await benchPage(driven);
  await call(filler, 'fill', SMALL, ENTRIES / 10, 0);
  await call(filler, 'fill', SMALL, BLOBS / 10, BLOBS / 10);
  // The ledger has its entries already.
  await call(filler, 'fill', LEDGER, BLOBS, BLOBS);
  await filler.close();
  const few = await exported(driven, SMALL, rounds);
  const many = await exported(driven, LEDGER, rounds);
  const megabytes = Math.round(many.bytes / 1_000_000);
  return [
    atMost(2, {
      id: 'export-100k',
      value: median(many.ours),
      unit: 'ms',
      reference: `writing as many bytes (${megabytes} MB) in such pieces (medians of ${rounds} rounds only)`,
      referenceValue: median(many.writing),
    }),
    atMost(1.5, {
      id: 'export-memory',
      value: many.growth,
      unit: 'bytes',
      reference: 'a ledger of a tenth of it; the value is the most that the page grew by, of the longer one',
      referenceValue: few.growth,
    }),
  ];
}

/** What is measured of one ledger, in this order: the last one makes it longer. */
const MEASURES: Readonly<Record<string, (driven: Driven) => Promise<BenchRow[]>>> = {
  verify: (driven) => inPage(driven, verifyRows),
  find: (driven) => inPage(driven, async (page) => [await findRow(page)]),
  open: async (driven) => [await openRow(driven)],
  export: exportRows,
};

async function inPage<Answer>(driven: Driven, work: (page: Page) => Promise<Answer>): Promise<Answer> {
  const page = await benchPage(driven);
  const answer = await work(page);
  await page.close();
  return answer;
}

/**
 * A ledger of 100 000 entries in the database of the extension: verified, searched, opened on the screen, exported. Filling
 * and all four take ten minutes: `LEDGER=find,open npm run bench` measures only some.
 */
export async function ledgerBench(): Promise<BenchRow[]> {
  const some = process.env.LEDGER?.split(',');
  const driven = await launch();
  try {
    await inPage(driven, (page) => call(page, 'fill', LEDGER, ENTRIES, 0));
    const rows: BenchRow[] = [];
    for (const [name, measure] of Object.entries(MEASURES))
      if (some === undefined || some.includes(name)) rows.push(...(await measure(driven)));
    return rows;
  } finally {
    await driven.close();
  }
}
