import type { Page } from '@playwright/test';
import type { Driven } from './browser.ts';
import { axe, rate } from './steps.ts';
import { expect, test } from './test.ts';

const addNote = (page: Page, title: string) =>
  page.evaluate(
    (given) =>
      chrome.runtime.sendMessage({
        to: 'background',
        name: 'addNote',
        body: { title: given, factOn: '', indicators: ['C1'], text: '申请人李小明，电话不在这里' },
      }),
    title,
  );

/** Changes an entry in the database as somebody would who knows the program, and redoes nothing. */
const tamper = (page: Page, sequence: number) =>
  page.evaluate(async (wanted) => {
    const answer = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open('duibiao'));
    const store = database.transaction('tail', 'readwrite').objectStore('tail');
    const [row] = (await answer(store.getAll())).filter((one) => one.sequence === wanted);
    const text = new TextDecoder().decode(row.entry).replace('"C1"', '"C2"');
    await answer(store.put({ ...row, entry: new TextEncoder().encode(text) }));
    database.close();
  }, sequence);

async function screen(driven: Driven): Promise<Page> {
  return driven.open('workbench.html#/integrity');
}

test('checkpoints shorten the look at opening, a witness is compared, and a change behind them is found', async ({
  driven,
}) => {
  const options = await driven.open('options.html');
  for (let number = 1; number <= 3; number += 1) await rate(options, `第${number}次`);
  const page = await screen(driven);
  const main = page.locator('main');
  await expect(main).toContainText('还没有核对点，3 条全部核对过：都对得上');
  await page.getByLabel('以后的核对点同时记国密 SM3').check();
  await page.getByRole('button', { name: '现在打一个核对点' }).click();
  await expect(main).toContainText('核对点打好了：到第 3 号为止');
  await page.getByRole('button', { name: '现在打一个核对点' }).click();
  await expect(main).toContainText('没有新的证据，不用再打');
  await page.getByRole('button', { name: '核对 SM3' }).click();
  await expect(main).toContainText('SM3 核对通过：1 个核对点');
  await axe(page);

  const { value } = await rate(options, '第4次');
  await page.reload();
  await expect(main).toContainText('第 3 号以后的 2 条核对过：都对得上');

  // What is printed, and later typed in again.
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(page.getByText('证据链见证页')).toBeAttached();
  const sheet = (await main.innerText()).replace(/\s/g, '');
  expect((await main.textContent())?.replace(/\s/g, '')).toContain(value.hash);
  expect(sheet).not.toContain('undefined');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.getByLabel('第几号').fill('5');
  await page.getByLabel('末条指纹').fill(value.hash.slice(0, 16).toUpperCase());
  await page.getByRole('button', { name: '比对', exact: true }).click();
  await expect(page.getByRole('region', { name: '核对结果' })).toContainText('核对通过：5 条');
  await page.getByLabel('末条指纹').fill('0123456789abcdef');
  await page.getByRole('button', { name: '比对', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('第 5 号的指纹和见证页上的不一样');
  await page.getByLabel('第几号').fill('50');
  await page.getByRole('button', { name: '比对', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('这里只到第 5 号');
  await axe(page);

  await tamper(options, 5);
  await page.reload();
  await expect(main).toContainText('有对不上的');
  await page.getByRole('button', { name: '全部核对' }).click();
  await expect(page.getByRole('region', { name: '核对结果' })).toContainText('第 5 条的内容被改过');
});

test('what an entry carries is redacted with who and why, and the chain stays whole', async ({ driven }) => {
  const options = await driven.open('options.html');
  const { value } = await addNote(options, '群众来访记事');
  const page = await driven.open(`workbench.html#/ledger/${value.sequence}`);
  const main = page.locator('main');
  await expect(main).toContainText('申请人');
  await page.getByRole('button', { name: '隐去内容' }).click();
  await axe(page);
  await page.getByRole('button', { name: '隐去，不能恢复' }).click();
  await expect(main).toContainText('请写一句为什么隐去');
  await page.getByRole('button', { name: '有个人信息' }).click();
  await page.getByRole('button', { name: '隐去，不能恢复' }).click();
  await expect(main).toContainText('这一条的内容已经隐去');
  await expect(main).not.toContainText('电话不在这里');
  await expect(page.getByRole('button', { name: '隐去内容' })).toHaveCount(0);

  await page.goto(page.url().replace(/#.*/, `#/ledger/${value.sequence + 1}`));
  await page.reload();
  await expect(main).toContainText('有个人信息');
  await page.goto(page.url().replace(/#.*/, '#/integrity'));
  await page.getByRole('button', { name: '全部核对' }).click();
  await expect(page.getByRole('region', { name: '核对结果' })).toContainText('其中 1 条的内容已按“隐去”记录删去');
  // The rating of an item is no such thing.
  const rated = await rate(options, '有正式发文');
  const refused = await options.evaluate(
    (sequence) =>
      chrome.runtime.sendMessage({
        to: 'background',
        name: 'redact',
        body: { sequence, what: 'all', reason: '试试' },
      }),
    rated.value.sequence,
  );
  expect(refused).toMatchObject({ ok: false, problem: { code: 'ledger-not-redactable' } });
});
