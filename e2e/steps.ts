import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { type Driven, waitFor } from './browser.ts';
import { type Changes, watchChanges } from './changes.ts';
import type { Oa } from './oa.ts';

/** `EVERYTHING=1` visits also what takes minutes and differs little from what is visited always. */
export const EVERYTHING = process.env.EVERYTHING === '1';

/** Opens a page of the demo OA, clicks the toolbar button over it, and waits until the check is done. */
export async function checkPage(driven: Driven, oa: Oa, tab: Page, path: string): Promise<Page> {
  const left = tab.url();
  await oa.visit(tab, path);
  // What is shown of the same address may be what was found before.
  const changes = tab.url() === left ? undefined : await watchChanges(tab);
  const panel = await driven.clickToolbar(tab);
  await settled(panel, changes);
  return panel;
}

/** Opens the narrow window, the panel of browsers without a side panel. */
export async function openNarrowWindow(driven: Driven): Promise<Page> {
  const options = await driven.open('options.html');
  await options.evaluate(() =>
    chrome.windows.create({
      url: chrome.runtime.getURL('/sidepanel.html?window'),
      type: 'popup',
      width: 380,
      height: 700,
    }),
  );
  await options.close();
  return waitFor('the narrow window', () =>
    driven.context.pages().find((page) => page.url().includes('sidepanel.html')),
  );
}

/** Keeps an entry from a page of ours: what the unit claims of an item. Resolves with the background's reply. */
export const rate = (page: Page, reason: string) =>
  page.evaluate(
    (given) =>
      chrome.runtime.sendMessage({
        to: 'background',
        name: 'rate',
        body: { scorecard: 'pilot-2013-61', indicator: 'C1', score: 1, reason: given },
      }),
    reason,
  );

/** How long nothing may change before the panel counts as settled: longer than the quiet that the page is watched for. */
const QUIET = 1_500;
/** … and where it is known that it shows the page as it stands: time enough to draw it. */
const DRAWN = 300;
/** A page is read again no sooner than this after it changed: a younger check has seen the change. */
const READ_AGAIN = 600;

/** Waits until the panel shows a result and stays with it: late content has been read again by then. */
export async function settled(panel: Page, changes?: Changes): Promise<void> {
  let last = '';
  let since = Date.now();
  const rest = waitFor('the panel to come to rest', async () => {
    const text = await shownIn(panel);
    if (text !== last) {
      last = text;
      since = Date.now();
    }
    const still = text === '' ? 0 : Date.now() - since;
    if (still > QUIET) return true;
    // A reading that began before the answer is seen in the panel behind it.
    const known = still > DRAWN && changes && (await isOfNow(panel, changes)) && (await shownIn(panel)) === text;
    return known || undefined;
  });
  await rest.catch(async (error: Error) => {
    throw new Error(`${error.message} It shows:\n${await panel.evaluate(() => document.body.innerText)}`);
  });
}

/** What the panel shows as a result; '' while it reads. In one look: between two the button may go, and a locator would wait for it. */
const shownIn = (panel: Page): Promise<string> =>
  panel.evaluate(() => {
    const again = [...document.querySelectorAll('button')].find((one) => one.textContent === '重新检查');
    const enabled = again !== undefined && !again.disabled && again.getAttribute('aria-disabled') !== 'true';
    return enabled ? (document.querySelector('main')?.innerText ?? '') : '';
  });

/** Whether what was found is of this address, and of the page as it stands now. */
async function isOfNow(panel: Page, changes: Changes): Promise<boolean> {
  const view = await panel.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({ active: true })).find((one) => one.url === url);
    const ask = { to: 'background', name: 'view', body: { tabId: tab?.id } };
    const { value } = await chrome.runtime.sendMessage(ask);
    return { url: value?.url, state: value?.state, at: value?.run?.at };
  }, changes.url);
  const changedAt = await changes.last();
  if (view.url !== changes.url || view.state === 'idle') return false;
  if (view.at === undefined) return changedAt === 0;
  const at = Date.parse(view.at);
  return at > changes.since && (changedAt === 0 || at - changedAt > READ_AGAIN);
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

/** The button that keeps what is shown: its words tell how many faults are left. */
export const keepButton = (panel: Page): Locator => panel.locator('footer').getByRole('button', { name: /^留存/ });

/** Presses 留存, answers what is asked about the seat (nothing, unless a name is given), and waits until it is kept. */
export async function keep(panel: Page, seat?: string): Promise<void> {
  await keepButton(panel).click();
  const question = panel.getByRole('form', { name: '这里是哪个窗口？' });
  const kept = panel.getByRole('button', { name: '已留存' });
  await question.or(kept).waitFor();
  if (await question.isVisible()) {
    if (seat !== undefined) await question.getByRole('textbox', { name: '窗口或座位名' }).fill(seat);
    await question.getByRole('button', { name: seat === undefined ? '先不写' : '保存并留存' }).click();
  }
  await kept.waitFor();
}

/** A page of ours has nothing that axe finds fault with. */
export async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

/** What a button hands out. */
export async function downloaded(page: Page, button: string): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}
