import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Driven, launch } from './browser.ts';
import { rate } from './steps.ts';
import { expect, test } from './test.ts';
import { writeWindows } from './windows.ts';

/* Several chains, and one chain on several computers: what comes back, what goes on, and what is told of it. */

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duibiao-several-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Exports a bundle of everything that stands in a browser. */
async function exportTo(driven: Driven, name: string): Promise<string> {
  const page = await driven.open('workbench.html#/backup');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出证据包' }).click(),
  ]);
  const path = join(folder, name);
  await download.saveAs(path);
  await page.close();
  return path;
}

async function restore(driven: Driven, path: string, count: number): Promise<Page> {
  const page = await driven.open('workbench.html#/backup');
  await page.getByLabel('选择证据包文件').locator('input').setInputFiles(path);
  await page.getByRole('button', { name: `恢复 ${count} 条` }).click();
  await expect(page.locator('main')).toContainText('恢复好了', { timeout: 60_000 });
  return page;
}

/** The heads of all chains that stand in a browser, by the hashes of their last entries. */
const heads = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const answer = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open('duibiao'));
    const transaction = database.transaction(['tail', 'entryRows']);
    const texts = new Map<string, { sequence: number; hash: string }>();
    const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
    const seen = (chain: string, text: string): void => {
      const { sequence } = JSON.parse(text.slice(64));
      if (sequence > (texts.get(chain)?.sequence ?? 0)) texts.set(chain, { sequence, hash: text.slice(0, 64) });
    };
    for (const { chain, entry } of await answer(transaction.objectStore('tail').getAll())) seen(chain, decode(entry));
    for (const { chain, lines } of await answer(transaction.objectStore('entryRows').getAll()))
      for (const line of decode(lines).split('\n')) if (line !== '') seen(chain, line);
    database.close();
    return [...texts.values()].map(({ hash }) => hash).sort();
  });

test('a profile into which bundles of others were merged comes back with all of them', async () => {
  test.setTimeout(180_000);
  const { files } = await writeWindows(folder);
  const first = await launch();
  let path: string;
  let before: string[];
  try {
    const page = await first.open('workbench.html#/merge');
    for (let number = 1; number <= 3; number += 1) await rate(page, `第${number}次`);
    await page.locator('input[type=file]').setInputFiles(files.slice(0, 2));
    await page.getByRole('button', { name: /^合并，新增 \d+ 条$/ }).click();
    await expect(page.locator('main')).toContainText('合并好了', { timeout: 60_000 });
    path = await exportTo(first, '带着别人的.zip');
    before = await heads(page);
    expect(before).toHaveLength(3);
  } finally {
    await first.close();
  }

  const second = await launch();
  try {
    const rehearsal = await second.open('workbench.html#/backup');
    const main = rehearsal.locator('main');
    await rehearsal.getByLabel('选择演练用的证据包文件').locator('input').setInputFiles(path);
    await expect(main).toContainText('演练通过', { timeout: 60_000 });
    await rehearsal.getByLabel('选择证据包文件').locator('input').setInputFiles(path);
    await expect(main).toContainText('另有 2 台电脑合并进来的，恢复时一起恢复');
    await rehearsal.close();
    // Three ratings, the merge, and the checkpoint of the export.
    const page = await restore(second, path, 5);
    // The chains of others are what they were; behind the own one stand the entries that tell of this.
    const after = await heads(page);
    expect(after).toHaveLength(3);
    expect(after.filter((hash) => before.includes(hash))).toHaveLength(2);
    await page.goto(page.url().replace(/#.*/, '#/ledger'));
    await page.getByRole('button', { name: /^看全部类别/ }).click();
    await page.getByRole('searchbox').fill('综合窗口2日常记事1');
    await expect(page.getByRole('row').filter({ hasText: '综合窗口2日常记事1' }).first()).toBeVisible();
    // Another export holds all of them again.
    const again = await exportTo(second, '又一份.zip');
    await page.goto(page.url().replace(/#.*/, '#/merge'));
    await page.locator('input[type=file]').setInputFiles(again);
    await expect(page.locator('main')).toContainText('里面的记录这里都有');
    await expect(page.locator('main')).toContainText('未登记窗口；综合窗口1；综合窗口2');
  } finally {
    await second.close();
  }
});

test('two profiles that restored the same backup both go on; whoever merges them is told, and both ways stay', async () => {
  test.setTimeout(180_000);
  const first = await launch();
  const copies: string[] = [];
  let path: string;
  try {
    const page = await first.open('options.html');
    for (let number = 1; number <= 3; number += 1) await rate(page, `第${number}次`);
    path = await exportTo(first, '同一份.zip');
  } finally {
    await first.close();
  }
  for (const seat of ['甲', '乙']) {
    const driven = await launch();
    try {
      const page = await restore(driven, path, 4);
      for (let number = 1; number <= 2; number += 1)
        expect((await rate(page, `${seat}接着第${number}次`)).ok).toBe(true);
      copies.push(await exportTo(driven, `${seat}.zip`));
      if (seat === '乙') {
        // It is its own chain that went another way: that is told, and both stay.
        await page.goto(page.url().replace(/#.*/, '#/backup'));
        await page
          .getByLabel('选择证据包文件')
          .locator('input')
          .setInputFiles(copies[0] ?? '');
        await expect(page.locator('main')).toContainText('后来各记各的，已经对不上了，不能恢复');
        await page.goto(page.url().replace(/#.*/, '#/merge'));
        await page.locator('input[type=file]').setInputFiles(copies[0] ?? '');
        const main = page.locator('main');
        await expect(main).toContainText('1 条链后来各记各的');
        await expect(main).toContainText('两路都留着，请向那个窗口问清楚');
        const agree = page.getByLabel('已问清楚，照样合并');
        if (await agree.isVisible()) await agree.check();
        await page.getByRole('button', { name: /^合并，新增 \d+ 条$/ }).click();
        await expect(main).toContainText('合并好了', { timeout: 60_000 });
        expect(await heads(page)).toHaveLength(2);
        await page.goto(page.url().replace(/#.*/, '#/ledger'));
        await page.getByRole('button', { name: /^看全部类别/ }).click();
        for (const words of ['甲接着第2次', '乙接着第2次']) {
          await page.getByRole('searchbox').fill(words);
          await expect(page.getByRole('row').filter({ has: page.getByRole('link') })).toHaveCount(1);
        }
        await page.getByRole('button', { name: '核对链条' }).click();
        await expect(page.getByText('核对通过', { exact: false }).first()).toBeVisible();
      }
    } finally {
      await driven.close();
    }
  }
});
