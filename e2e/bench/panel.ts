import { launch } from '../browser.ts';
import { atMost, type BenchRow, median } from './row.ts';

const ROUNDS = 12;
const WARM_UP = 2;

/** From the start of the panel's page to its first contentful paint; the limit is 150 ms. */
export async function panelBench(): Promise<BenchRow[]> {
  const driven = await launch();
  try {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
      const page = await driven.open('sidepanel.html');
      const paint = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            new PerformanceObserver((list) => {
              const entry = list.getEntriesByName('first-contentful-paint')[0];
              if (entry) resolve(entry.startTime);
            }).observe({ type: 'paint', buffered: true });
          }),
      );
      if (round >= WARM_UP) times.push(paint);
      await page.close();
    }
    return [atMost(1, { id: 'panel', value: median(times), unit: 'ms', reference: 'limit', referenceValue: 150 })];
  } finally {
    await driven.close();
  }
}
