import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { entryNames, openArchive } from '../core/files/containers/zip.ts';
import { importUnit } from './journey.ts';
import { axe } from './steps.ts';
import { expect, test } from './test.ts';

const FILE = join(import.meta.dirname, '..', 'fixtures', 'documents', '通知-窗口值班.docx');

const at = (page: Page, hash: string): Promise<unknown> => page.goto(page.url().replace(/#.*/, hash));

/** Hands the ledger out in one form, and gives the bytes. */
async function handedOut(page: Page, action: string): Promise<{ name: string; bytes: Uint8Array }> {
  await page.locator('summary').filter({ hasText: '导出' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: action, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

/** Words over everything, from whatever screen is in front: by keys alone. */
async function findEverywhere(page: Page): Promise<void> {
  const box = page.getByRole('textbox', { name: '查找', exact: true });
  const group = (name: string) => page.getByRole('region', { name: new RegExp(`^${name} \\d+ 项$`) });
  await page.keyboard.press('/');
  await expect(box).toBeFocused();
  await page.keyboard.type('ckzbap');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('查找 · 对标');
  await expect(group('证据与文件').getByRole('link', { name: /窗口值班安排/ })).toBeVisible();
  for (const [words, name, link] of [
    ['zwfw', '标准目录', /^GB\/T 32170\.1—2015/],
    ['24421', '标准目录', /^GB\/T 24421\.2—2023/],
    // A wrong character.
    ['临时求助申请', '事项', '临时救助申请'],
    ['一次性告知', '本单位标准明细', /^Q\/YTBM 101—2022/],
    ['备份', '工作台', '备份与恢复'],
  ] as const) {
    await box.fill(words);
    await expect(group(name).getByRole('link', { name: link })).toBeVisible();
  }
  await box.fill('完全没有的事情');
  await expect(page.getByText('没有找到“完全没有的事情”')).toBeVisible();
  await box.fill('救助');
  await expect(group('事项').getByRole('link')).toHaveCount(2);
  await axe(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('link', { name: '临时救助申请', exact: true })).toBeFocused();
  // A field in which somebody types keeps its keys.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('a/b');
  await expect(box).toHaveValue('a/b');
}

/** Keeps a file with its original. */
async function keepFile(page: Page): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(FILE);
  await page.getByRole('radio', { name: /^连同原件一起存/ }).check();
  await page.getByRole('button', { name: '留存', exact: true }).click();
  await expect(page.locator('main strong').filter({ hasText: '已留存，第' })).toBeVisible();
}

test('evidence is found by initials and by who did it, and its page tells where it stands', async ({ driven }) => {
  test.setTimeout(150_000);
  const page = await driven.open('workbench.html#/add/file');
  await keepFile(page);
  await at(page, '#/ledger');
  const row = page.getByRole('row').filter({ hasText: '窗口值班安排' });
  const none = page.getByRole('main').getByText('没有找到');
  const words = page.getByRole('searchbox', { name: /^搜索/ });
  await expect(row).toBeVisible();
  await words.fill('ckzbap');
  await expect(page.getByRole('main').getByText('找到 1 条')).toBeVisible();
  await expect(row).toBeVisible();
  await words.fill('ckzbxx');
  await expect(none).toBeVisible();
  // A wrong character: what comes near is offered.
  await words.fill('窗口值斑安排');
  await expect(none).toBeVisible();
  await expect(page.getByText('相近的：')).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: /窗口值班安排/ })).toBeVisible();
  await axe(page);
  await words.fill('完全没有的事情');
  await expect(none).toBeVisible();
  await expect(page.getByText('相近的：')).toBeHidden();
  await words.fill('');

  await importUnit(driven);
  await page.getByRole('heading', { level: 1 }).click();
  await findEverywhere(page);
  await at(page, '#/ledger');

  await page.getByRole('button', { name: '更多筛选' }).click();
  await page.getByRole('searchbox', { name: /^谁办的/ }).fill('王芳');
  await expect(page.getByRole('main').getByText('找到 1 条')).toBeVisible();
  await axe(page);
  await page.getByRole('searchbox', { name: '事项名称' }).fill('居住证');
  await expect(none).toBeVisible();
  // What is closed narrows nothing.
  await page.getByRole('button', { name: '收起' }).click();
  await expect(row).toBeVisible();

  await row.getByRole('link').click();
  const place = page.locator('section').filter({ has: page.getByRole('heading', { name: '在链上的位置' }) });
  for (const text of ['这是链上的第一条', '这是链上的最后一条', '还没有。备份'])
    await expect(place).toContainText(text);
  await at(page, '#/ledger');
  await handedOut(page, '导出证据包');
  await row.getByRole('link').click();
  await expect(place.getByRole('link', { name: '第 2 号（' })).toBeVisible();
  await axe(page);
  await place.getByRole('link', { name: '第 2 号', exact: true }).click();
  await expect(page.getByRole('main').getByText('核对点 · 第 2 号')).toBeVisible();
});

test('evidence is handed out for archiving', async ({ driven, tab }) => {
  test.setTimeout(150_000);
  const page = await driven.open('workbench.html#/add/file');
  await keepFile(page);
  await at(page, '#/ledger');

  const archive = await handedOut(page, '导出归档包');
  expect(archive.name).toMatch(/^证据归档-.*\.zip$/);
  const names = entryNames(archive.bytes);
  expect(names).toEqual(expect.arrayContaining(['封面.html', '卷内目录.xlsx']));
  const open = (name = ''): Uint8Array => openArchive(archive.bytes, 'a.zip').read(name) ?? new Uint8Array();
  expect(open(names.find((name) => name.includes('第1号 原件')))).toEqual(new Uint8Array(readFileSync(FILE)));
  const { name, bytes } = await handedOut(page, '导出证据汇编');
  expect(name).toMatch(/^证据汇编-.*\.html$/);

  const pages = [bytes, open('封面.html'), open(names.find((one) => /^C10 .*\.html$/.test(one)))];
  for (const one of pages) {
    await tab.setContent(new TextDecoder().decode(one));
    await expect(tab.getByRole('main')).toContainText(/源潭镇人民政府|归档卷/);
    await axe(tab);
  }
  // Each was noted, in its form.
  await page.getByRole('button', { name: /^看全部类别/ }).click();
  await expect(page.getByRole('row').filter({ hasText: '导出' })).toHaveCount(2);
});
