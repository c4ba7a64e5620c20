import type { Page } from '@playwright/test';
import { startDemoOa } from '../fixtures/oa/server.ts';

/** The demo OA with the ways in which a person walks through it. */
export interface Oa {
  url: string;
  /** Opens a page of the OA by its path in `fixtures/oa/routes.ts` and waits until it has its content. */
  visit(page: Page, path: string): Promise<void>;
  close(): Promise<void>;
}

export async function startOa(): Promise<Oa> {
  const server = await startDemoOa();
  return {
    url: server.url,
    async visit(page, path) {
      // A frame that never answers keeps the page from ever being loaded.
      await page.goto(`${server.url}${path}`, { waitUntil: path.startsWith('/hostile') ? 'domcontentloaded' : 'load' });
      // The single-page family brings its content late; its busy mark goes when it is there.
      if (path.startsWith('/spa'))
        await page.locator('#app [data-ready], #app .el-form-item, #app table').first().waitFor();
    },
    close: () => server.close(),
  };
}
