import type { Page } from '@playwright/test';
import { checkPage, keep } from './steps.ts';
import { expect, test } from './test.ts';

/** What the seed's cases tell of the people who applied: names, identity, phone and card numbers. */
const PERSONAL = /张示例|李样本|钱范例|990000190\d{9}|13800000000|6222000000000000004/g;

/** Everything that stays on the disk: every store of the database, and the settings. */
async function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('duibiao');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const all: unknown[] = [await chrome.storage.local.get(null)];
    for (const name of database.objectStoreNames) {
      const request = database.transaction(name).objectStore(name).getAll();
      await new Promise((resolve) => request.addEventListener('success', resolve));
      all.push(request.result);
    }
    // What stands there as bytes is text too.
    return JSON.stringify(all, (_key, value: unknown) =>
      value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
    );
  });
}

test('of the cases that are kept nothing personal of the applicant reaches the disk', async ({ driven, oa, tab }) => {
  const pages = ['/red/cases/complete', '/spa/#/cases/complete', '/red/cases/incomplete', '/red/cases/open'];
  for (const path of pages) {
    const panel = await checkPage(driven, oa, tab, path);
    // The page does show them: silence below is not for want of anything to hide.
    expect((await tab.locator('body').innerText()).match(PERSONAL)).not.toBeNull();
    await keep(panel);
  }
  const stored = await kept(await driven.open('options.html'));
  expect(JSON.parse(stored)[0]).toBeDefined();
  expect(stored.match(/\\"kind\\":\\"evidence\\"/g)).toHaveLength(pages.length);
  expect(stored.match(PERSONAL)).toBeNull();
  // People of the staff stay: they are what makes it evidence.
  for (const name of ['孙丽', '陈明', '吴敏']) expect(stored).toContain(name);
});

test('a content script may not write the ledger or change settings', async ({ driven, oa, tab }) => {
  await checkPage(driven, oa, tab, '/red/cases/complete');
  const [worker] = driven.context.serviceWorkers();
  if (!worker) throw new Error('no worker');
  // The world of our content script, as a page that took it over would use it.
  const replies = await worker.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    const there = tabs.find((one) => one.url?.startsWith(url));
    const [result] = await chrome.scripting.executeScript({
      target: { tabId: there?.id ?? -1 },
      func: async () => {
        const bodies = {
          rate: { scorecard: 'pilot', indicator: 'C1', score: 3, reason: '冒充' },
          setSeat: { seat: '冒充' },
          importUnit: { name: 'a', text: '{}' },
          settings: {},
        };
        const answers: string[] = [];
        for (const [name, body] of Object.entries(bodies)) {
          const answer = await chrome.runtime.sendMessage({ to: 'background', name, body }).catch(() => undefined);
          answers.push(answer == null ? 'no answer' : JSON.stringify(answer));
        }
        return answers;
      },
    });
    return result?.result;
  }, oa.url);
  expect(replies).toEqual(['no answer', 'no answer', 'no answer', 'no answer']);
  expect(await kept(await driven.open('options.html'))).not.toContain('冒充');
});
