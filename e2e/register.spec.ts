import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { waitFor } from './browser.ts';
import { drawnAtRest } from './marks.ts';
import { checkPage, keep, settled } from './steps.ts';
import { expect, test } from './test.ts';

test.use({ build: 'standing' });

/** Rows of the panel that have something to see: place, number, title and what was found first. */
const rows = (panel: Page): Promise<string[]> =>
  panel
    .getByRole('list', { name: '有问题的行' })
    .locator(':scope > li > button')
    .evaluateAll((items) => items.map((item) => (item as HTMLElement).innerText.replace(/\s*\n\s*/g, ' ')));
const conclusion = (panel: Page): Locator => panel.getByRole('region', { name: '结论' });
const lines = (panel: Page): Promise<string> => conclusion(panel).innerText();
const heldText = (panel: Page): Promise<string> =>
  panel.evaluate(() => chrome.storage.session.get(null).then((all) => JSON.stringify(all)));
/** By how much the panel is wider than its window. */
const overflow = (panel: Page): Promise<number> =>
  panel.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
/** Number on the toolbar button of the tab that is in front. */
const badge = (panel: Page): Promise<string> =>
  panel.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, url: 'http://127.0.0.1/*' });
    return chrome.action.getBadgeText(tab?.id === undefined ? {} : { tabId: tab.id });
  });

test('a register whose pages are pages of their own is read row by row, and its pages collect', async ({
  driven,
  oa,
  tab,
}, info) => {
  const panel = await checkPage(driven, oa, tab, '/registers/outgoing');
  await panel.setViewportSize({ width: 360, height: 780 });
  expect(await lines(panel)).toContain('读了6行，共18行。');
  expect(await rows(panel)).toEqual([expect.stringMatching(/^第2行 源政办\[2026\]2号 .*六角括号〔〕 1处$/)]);
  expect(await badge(panel)).toBe('1');
  await panel.screenshot({ path: info.outputPath('register-first.png'), fullPage: true });

  // A press leads to the row, wherever it stands, and tells all that was found in it.
  await panel.getByRole('button', { name: /源政办\[2026\]2号/ }).click();
  const row = await tab.getByRole('row').filter({ hasText: '源政办[2026]2号' }).boundingBox();
  const box = (await drawnAtRest(tab)).find(({ part }) => part === 'box');
  expect(Math.abs((box?.top ?? 0) - (row?.y ?? Number.NaN))).toBeLessThan(8);
  expect(Math.abs((box?.bottom ?? 0) - ((row?.y ?? Number.NaN) + (row?.height ?? 0)))).toBeLessThan(8);
  await expect(panel.getByText('应为“源政办〔2026〕2号”')).toBeVisible();
  await panel.getByRole('button', { name: '依据', exact: true }).click();
  await expect(panel.getByText(/GB\/T 9704/)).toBeVisible();
  expect(await overflow(panel)).toBe(0);
  await panel.screenshot({ path: info.outputPath('register-open.png'), fullPage: true });
  await tab.screenshot({ path: info.outputPath('register-page.png') });

  await tab.getByRole('link', { name: '下一页' }).click();
  await expect(conclusion(panel)).toContainText('已读2页12行，共18行。');
  await tab.getByRole('link', { name: '下一页' }).click();
  await expect(conclusion(panel)).toContainText('已读3页18行，共18行。');
  await settled(panel);
  expect(await rows(panel)).toEqual([
    expect.stringMatching(/^第1页第2行 .*六角括号/),
    expect.stringMatching(/^第1页第5行 源政办〔2026〕5号 .*重了/),
    expect.stringMatching(/^第2页第8行 .*签发日期.*早于/),
    expect.stringMatching(/^第2页第9行 .*签发人是空的/),
    expect.stringMatching(/^第3页第14行 源政办〔2026〕5号 .*重了/),
  ]);
  expect(await badge(panel)).toBe('5');
  await panel.screenshot({ path: info.outputPath('register-pages.png'), fullPage: true });

  // A row of another page is told by its page; nothing is turned for the person.
  await panel.getByRole('button', { name: /第1页第2行/ }).click();
  await expect(panel.getByText('这一行在第1页，翻到那一页再看。').first()).toBeVisible();
  expect(tab.url()).toContain('page=3');

  // The same page again changes nothing, and a document that is opened out of the list loses nothing.
  await tab.getByRole('link', { name: '上一页' }).click();
  await expect(conclusion(panel)).toContainText('已读3页18行，共18行。');
  await oa.visit(tab, '/red/documents/clean');
  await expect(panel.getByText('没问题', { exact: true }).first()).toBeVisible();
  await oa.visit(tab, '/registers/outgoing?page=1');
  await expect(conclusion(panel)).toContainText('已读3页18行，共18行。');

  await panel.getByRole('button', { name: '从头来' }).click();
  await expect(conclusion(panel)).toContainText('读了6行，共18行。');
  expect(await rows(panel)).toHaveLength(1);
});

test('pages that change within one document collect too, and a row with a mark of secrecy is left out whole', async ({
  driven,
  oa,
  tab,
}, info) => {
  const panel = await checkPage(driven, oa, tab, '/registers/incoming');
  await panel.setViewportSize({ width: 360, height: 780 });
  expect(await lines(panel)).toContain('读了4行，共8行。有1行带密级标志，没有读，也不留存。');
  expect(await rows(panel)).toEqual([]);
  await tab.getByRole('button', { name: '下一页' }).click();
  await expect(conclusion(panel)).toContainText('已读2页7行，共8行。有1行带密级标志，没有读，也不留存。');
  await settled(panel);
  expect(await rows(panel)).toEqual([
    expect.stringMatching(/^第1页第5行 收2026-005 .*重了/),
    expect.stringMatching(/^第2页第1行 收2026-005 .*重了/),
  ]);
  await panel.screenshot({ path: info.outputPath('register-classified.png'), fullPage: true });
  // Read again: nothing counts twice.
  await tab.getByRole('button', { name: '上一页' }).click();
  await settled(panel);
  expect(await lines(panel)).toContain('已读2页7行，共8行。');

  await keep(panel);
  const workbench = await driven.open('workbench.html#/ledger/1');
  await workbench.setViewportSize({ width: 1366, height: 900 });
  const entry = workbench.locator('main');
  await expect(entry).toContainText('收文登记 读了7行，共8行');
  await expect(entry).toContainText('1行带密级标志，没有留');
  await expect(entry.getByRole('row').filter({ hasText: '收2026-008' })).toContainText('办理中');
  await workbench.screenshot({ path: info.outputPath('register-kept.png'), fullPage: true });
  const stored = await heldText(panel);
  expect(stored).toContain('收2026-004');
  expect(stored).not.toMatch(/石门专项|县密|收2026-003/);
  expect(await entry.innerText()).not.toMatch(/石门专项|县密|收2026-003/);
});

test('a list of cases of a single-page application is read, kept without the applicants, and handed out', async ({
  driven,
  oa,
  tab,
}, info) => {
  const panel = await checkPage(driven, oa, tab, '/registers/cases');
  await panel.setViewportSize({ width: 360, height: 780 });
  expect(await rows(panel)).toEqual([expect.stringMatching(/^第2行 YT2026030302 老年人优待证办理 办结时间/)]);
  await tab.getByRole('button', { name: '下一页' }).click();
  await expect(conclusion(panel)).toContainText('已读2页6行，共6行。');
  await settled(panel);

  const folder = info.outputPath('handed-out');
  mkdirSync(folder, { recursive: true });
  // The side panel is no page whose downloads the driver hears of: the browser is told where to put them.
  const cdp = await panel.context().browser()?.newBrowserCDPSession();
  await cdp?.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  const handedOut = async (button: string): Promise<{ name: string; content: Buffer }> => {
    await panel.getByRole('button', { name: button }).click();
    const name = await waitFor('the file', () =>
      readdirSync(folder).find((one) => one.endsWith(button === '导出网页' ? '.html' : '.xlsx')),
    );
    await expect(panel.getByText(`已导出 ${name}`).first()).toBeVisible();
    return { name, content: readFileSync(join(folder, name)) };
  };
  const html = await handedOut('导出网页');
  expect(html.name).toMatch(/^办件列表-检查-\d{4}-\d\d-\d\d\.html$/);
  expect(html.content.toString()).toContain('第1页第2行 YT2026030302');
  expect(html.content.toString()).not.toMatch(/马示例|牛样本/);
  const xlsx = await handedOut('导出表格');
  expect(xlsx.name).toMatch(/\.xlsx$/);
  expect(xlsx.content.subarray(0, 2).toString()).toBe('PK');
  await panel.screenshot({ path: info.outputPath('register-cases.png'), fullPage: true });

  await keep(panel);
  const workbench = await driven.open('workbench.html#/ledger/1');
  await expect(workbench.locator('main')).toContainText('老年人优待证办理');
  await expect(workbench.locator('main')).not.toContainText('牛样本');
});

for (const path of ['/red/list', '/spa/#/list'])
  test(`the list of documents of the demo OA is read as a register: ${path}`, async ({ driven, oa, tab }, info) => {
    const panel = await checkPage(driven, oa, tab, path);
    expect(await lines(panel)).toMatch(/读了\d{2}行。/);
    await panel.screenshot({ path: info.outputPath('register-list.png'), fullPage: true });
  });
