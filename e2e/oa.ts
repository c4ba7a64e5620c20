import type { Page } from '@playwright/test';
import { DEMO_FAMILIES } from '../fixtures/oa/families.ts';
import { startDemoOa } from '../fixtures/oa/server.ts';

/** The demo OA with the ways in which a person walks through it. */
export interface Oa {
  url: string;
  /** The same pages on another origin. */
  elsewhere: string;
  /** Opens a page of the OA by the path that its family tells (`fixtures/oa/families.ts`) and waits until it has its content. */
  visit(page: Page, path: string): Promise<void>;
  close(): Promise<void>;
}

export async function startOa(): Promise<Oa> {
  const server = await startDemoOa();
  return {
    url: server.url,
    elsewhere: server.elsewhere,
    async visit(page, path) {
      const family = DEMO_FAMILIES.find(({ id }) => path.startsWith(`/${id}/`));
      await page.goto(`${server.url}${path}`, { waitUntil: family?.ready === '' ? 'domcontentloaded' : 'load' });
      if (family?.ready) await page.locator(family.ready).first().waitFor();
    },
    close: () => server.close(),
  };
}
