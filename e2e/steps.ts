import type { Locator, Page } from '@playwright/test';
import { type Driven, waitFor } from './browser.ts';
import type { Oa } from './oa.ts';

/** Opens a page of the demo OA, clicks the toolbar button over it, and waits until the check is done. */
export async function checkPage(driven: Driven, oa: Oa, tab: Page, path: string): Promise<Page> {
  await oa.visit(tab, path);
  const panel = await driven.clickToolbar(tab);
  await settled(panel);
  return panel;
}

/** How long nothing may change before the panel counts as settled: longer than the quiet that the page is watched for. */
const QUIET = 1_500;

/** Waits until the panel shows a result and stays with it: late content has been read again by then. */
export async function settled(panel: Page): Promise<void> {
  let last = '';
  let since = Date.now();
  await waitFor('the panel to come to rest', async () => {
    // In one look: between two the button may go, and a locator would wait for it.
    const text = await panel.evaluate(() => {
      const again = [...document.querySelectorAll('button')].find((one) => one.textContent === '重新检查');
      const enabled = again !== undefined && !again.disabled && again.getAttribute('aria-disabled') !== 'true';
      return enabled ? (document.querySelector('main')?.innerText ?? '') : '';
    });
    if (text !== last) {
      last = text;
      since = Date.now();
    }
    return (text !== '' && Date.now() - since > QUIET) || undefined;
  });
}

export type Word = '必须改' | '建议看' | '没读到' | '待流转';

/** The group of findings under one of the words. */
export function group(panel: Page, word: Word): Locator {
  return panel.getByRole('region', { name: new RegExp(`^${word}，`) });
}

/** First lines of the findings that the panel shows, in order; of one group where a word is given. */
export async function findings(panel: Page, word?: Word): Promise<string[]> {
  // Each group is a region whose name begins with its word and tells how many it holds.
  const groups = panel.locator(`main section[aria-label${word ? `^="${word}，"` : '*="，"'}]`);
  // In one look: the list may change between two.
  return groups
    .locator('li')
    .evaluateAll((items) => items.map((item) => (item as HTMLElement).innerText.split('\n')[0] ?? ''));
}
