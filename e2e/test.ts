import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { type Driven, type LaunchOptions, launch, waitFor } from './browser.ts';
import { type Oa, startOa } from './oa.ts';

interface Options {
  build: NonNullable<LaunchOptions['build']>;
}

interface Fixtures {
  /** A browser with the extension, its own profile, closed after the test. */
  driven: Driven;
  /** A demo OA of its own. */
  oa: Oa;
  /** The tab that the person works in. */
  tab: Page;
}

export const test = base.extend<Options & Fixtures>({
  build: ['shipped', { option: true }],
  driven: async ({ build }, use) => {
    const driven = await launch({ build });
    await use(driven);
    await driven.close();
  },
  oa: async ({ browserName: _ }, use) => {
    const oa = await startOa();
    await use(oa);
    await oa.close();
  },
  tab: async ({ driven }, use) => {
    const [tab = await driven.context.newPage()] = driven.context.pages();
    await use(tab);
  },
});

export { expect };

/** Opens a page of the demo OA, clicks the toolbar button over it, and waits until the check is done. */
export async function checkPage(driven: Driven, oa: Oa, tab: Page, path: string): Promise<Page> {
  await oa.visit(tab, path);
  const panel = await driven.clickToolbar(tab);
  await settled(panel);
  return panel;
}

/** Waits until the panel shows a result and stays with it: late content has been read again by then. */
export async function settled(panel: Page): Promise<void> {
  await expect(panel.getByRole('button', { name: '重新检查' })).toBeEnabled();
  let last = '';
  let since = Date.now();
  await waitFor('the panel to come to rest', async () => {
    const text = await panel.locator('main').innerText();
    if (text !== last) {
      last = text;
      since = Date.now();
    }
    return Date.now() - since > 1_500 || undefined;
  });
}

/** The group of findings under one of the words 必须改, 建议看, 没读到, 待流转. */
export function group(panel: Page, word: '必须改' | '建议看' | '没读到' | '待流转'): Locator {
  return panel.getByRole('region', { name: new RegExp(`^${word}，`) });
}

/** Messages of all findings that the panel shows, in order. */
export async function findings(panel: Page): Promise<string[]> {
  const items = await panel.locator('main section[aria-label*="，"] li').all();
  return Promise.all(items.map(async (item) => (await item.innerText()).split('\n')[0] ?? ''));
}
