import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { memoryBytes } from '../core/base/byte-source.ts';
import { readWorkbook } from '../core/exports/xlsx.ts';
import { verifyBundle } from '../core/ledger/bundle/read.ts';
import { axe } from './steps.ts';
import { expect, test } from './test.ts';
import { type Windows, writeWindows } from './windows.ts';

let folder: string;
let windows: Windows;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duibiao-merge-'));
  windows = await writeWindows(folder);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const choose = (page: Page, files: string[]): Promise<void> => page.locator('input[type=file]').setInputFiles(files);
const apart = (page: Page, name: RegExp) => page.getByRole('region', { name });

test('the bundles of six windows are compared, asked about, taken in, decided, and change nothing the second time', async ({
  driven,
}) => {
  test.setTimeout(240_000);
  const page = await driven.open('workbench.html#/merge');
  const main = page.locator('main');
  await page.getByText('有签字的表').click();
  await page.getByLabel('哪个窗口').fill('综合窗口4');
  await page.getByLabel('到第几条').fill(String(windows.sheet.sequence));
  await page.getByLabel('末条指纹').fill(windows.sheet.hash);
  await choose(page, windows.files);
  await expect(main).toContainText('6 个来源，412 条记录。37 条内容相同，只算一次');
  await expect(main).toContainText('3 处说法不一致，要您来定。1 条链比以前少。2 处时钟不准。');
  await expect(main).toContainText('在“综合窗口4”里没有找到：它只有 65 条，少了 5 条');
  await expect(main).toContainText('“综合窗口5”的时钟像是快了 8 小时');
  await expect(main).toContainText('“综合窗口6”的时钟往回调过 3 天');
  await expect(main).toContainText('同一份带来了几次，只算一份');
  const rating = apart(page, /自报分不同：C1/);
  await expect(rating).toContainText('综合窗口1');
  await expect(rating).toContainText('综合窗口2');
  await expect(apart(page, /同一份文件，内容不同：收文回执/)).toContainText('2026-03-05');
  await expect(apart(page, /同一份证据，归入或撤回不同/)).toContainText('C11');
  await axe(page);

  // Nothing is written before it was asked.
  const merge = page.getByRole('button', { name: '合并，新增 412 条' });
  await expect(merge).toBeDisabled();
  await page.getByLabel('已问清楚，照样合并').check();
  await merge.click();
  await expect(main).toContainText('合并好了：新增 412 条', { timeout: 60_000 });
  await expect(main).toContainText('合并进来 6 条链');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出表格' }).first().click(),
  ]);
  const path = join(folder, 'log.xlsx');
  await download.saveAs(path);
  const sheets = await readWorkbook(readFileSync(path));
  expect(sheets.map(({ name }) => name)).toEqual(['来源', '链', '要问的和时钟', '不一致', '相同内容']);
  expect(sheets[4]?.rows).toHaveLength(1 + 2 * 37);

  const [merged] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出合并证据包' }).click(),
  ]);
  const bundle = join(folder, 'merged.zip');
  await merged.saveAs(bundle);
  const report = await verifyBundle(memoryBytes(readFileSync(bundle)), 'merged.zip');
  expect(report).toMatchObject({ ok: true });
  expect(report.chains.map(({ count }) => count).sort()).toEqual([1, 65, 68, 69, 70, 70, 70]);

  // Decided in two sittings: one now, the others after the page was closed.
  await rating
    .getByRole('article')
    .filter({ hasText: '综合窗口2' })
    .getByRole('button', { name: '以这个为准' })
    .click();
  await expect(rating).toHaveCount(0);
  await page.close();
  const again = await driven.open('workbench.html#/merge');
  const document = apart(again, /同一份文件，内容不同/);
  await document
    .getByRole('article')
    .filter({ hasText: '综合窗口3' })
    .getByRole('button', { name: '以这个为准' })
    .click();
  await expect(document).toHaveCount(0);
  await apart(again, /归入或撤回不同/)
    .getByRole('button', { name: '都对，都留着' })
    .click();
  await expect(again.locator('main')).toContainText('没有要定的');

  // The same files once more.
  await choose(again, windows.files);
  await expect(again.locator('main')).toContainText('里面的记录这里都有，没有新的，什么也不用写');
  await expect(again.getByRole('button', { name: /^合并，/ })).toHaveCount(0);
  await again.close();

  const ledger = await driven.open('workbench.html#/ledger');
  const rows = ledger.getByRole('row').filter({ has: ledger.getByRole('link') });
  await expect(ledger.getByText('证据 76 条')).toBeVisible();
  await expect(rows.first()).toContainText('综合窗口');
  await ledger.getByRole('button', { name: '核对链条' }).click();
  const verified = ledger.getByRole('region', { name: '核对结果' });
  // Everything that was merged, the entry that tells of it, and three decisions.
  await expect(verified).toContainText('核对通过：416 条');
  await ledger.getByRole('searchbox').fill('收文回执');
  await expect(rows).toHaveCount(2);
  await rows.filter({ hasText: '综合窗口5' }).getByRole('link').click();
  await expect(ledger.locator('main')).toContainText('从“综合窗口5”合并进来的');
  await expect(ledger.locator('main')).toContainText('已撤回');
  await axe(ledger);

  await ledger.goto(ledger.url().replace(/#.*/, '#/evaluation'));
  await ledger.reload();
  // What window 2 said was taken, by an entry of this computer's own.
  await expect(ledger.getByLabel('C1 领导职责 自报分')).toHaveValue('1');
  await expect(ledger.locator('main')).toContainText('只算一次');
});
