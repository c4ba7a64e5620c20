import type { Page } from '@playwright/test';
import { catalogueOf } from '../../fixtures/scale/catalogue.ts';
import { unitOf } from '../../fixtures/scale/unit.ts';
import { launch } from '../browser.ts';
import { longestDuring } from './longest-task.ts';
import { atMost, type BenchRow } from './row.ts';

const LIMIT = 50;
/** Turns of the wheel, each a little further, and how long one waits for the next: as a person scrolls through a long table. */
const [TURNS, STEP, PAUSE] = [150, 60, 16];
/** A frame that comes later than this after the one before left one out, at 60 a second. */
const LATE = 25;

/** Scrolls a table down and up again; gives how many frames there were and how many came late. */
async function scroll(page: Page, label: string): Promise<{ frames: number; late: number }> {
  const frame = page.getByRole('region', { name: label });
  await frame.hover();
  await page.evaluate(() => {
    const times: number[] = [];
    const note = (time: number): void => {
      times.push(time);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    Object.assign(globalThis, { frameTimes: times });
  });
  for (const step of [STEP, -STEP]) {
    for (let turn = 0; turn < TURNS / 2; turn += 1) {
      await page.mouse.wheel(0, step);
      await page.waitForTimeout(PAUSE);
    }
    const at = await frame.evaluate((element) => element.scrollTop);
    if (step > 0 && at < (STEP * TURNS) / 4) throw new Error(`the table did not scroll: ${at}`);
  }
  return page.evaluate((late) => {
    const { frameTimes } = globalThis as unknown as { frameTimes: number[] };
    const gaps = frameTimes.slice(1).map((time, at) => time - (frameTimes[at] ?? 0));
    return { frames: frameTimes.length, late: gaps.filter((gap) => gap > late).length };
  }, LATE);
}

/**
 * Longest task of the workbench's page while a person scrolls through what applies to what, at 150 services and 649 standards:
 * by processor time, since by the clock it waits for others too.
 */
export async function matrixBench(): Promise<BenchRow[]> {
  const driven = await launch();
  try {
    const page = await driven.open('workbench.html#/unit');
    const buffer = Buffer.from(JSON.stringify(unitOf(catalogueOf(10_000))));
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'unit.json', mimeType: 'application/json', buffer });
    await page.getByText('已导入“unit.json”').first().waitFor();
    const rows: BenchRow[] = [];
    for (const [id, view, label, count] of [
      ['matrix-scroll-150x649', 'all', '哪个事项用哪些标准', 151],
      ['register-scroll-649', 'standards', '标准明细', 650],
    ] as const) {
      await page.goto(page.url().replace(/#.*/, `#/coverage/${view}`));
      await page
        .locator('tr')
        .nth(count - 1)
        .waitFor();
      let seen = { frames: 0, late: 0 };
      const longest = await longestDuring(driven, page, async () => {
        seen = await scroll(page, label);
      });
      const told = `limit; by the clock ${Math.round(longest.clock)}, ${seen.late} of ${seen.frames} frames late`;
      rows.push(atMost(1, { id, value: longest.processor, unit: 'ms', reference: told, referenceValue: LIMIT }));
    }
    return rows;
  } finally {
    await driven.close();
  }
}
