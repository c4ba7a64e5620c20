import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { axe } from './steps.ts';
import { expect, test } from './test.ts';

const YUANTAN = join(import.meta.dirname, '..', 'fixtures', 'packs', 'unit-yuantan.json');
const NUMBER = 'GB/T 36113—2018';
const LETTER = [
  '关于学习服务投诉处置规范的通知',
  '各窗口：',
  `请各窗口学习${NUMBER}《政务服务中心服务投诉处置规范》，并按规范处置投诉。`,
  '源潭镇便民服务中心',
  '2026年3月2日',
].join('\n');

test('a rule applies a standard, and the chain is walked both ways: service, standard, what was kept', async ({
  driven,
}) => {
  test.setTimeout(120_000);
  const page = await driven.open('workbench.html#/unit');
  const main = page.locator('main');
  const choose = (name: string, text: string): Promise<void> =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  const at = (hash: string): Promise<unknown> => page.goto(page.url().replace(/#.*/, `#/${hash}`));

  const applies = [{ standard: NUMBER, words: ['救助'], note: '投诉多' }];
  await choose('unit.json', JSON.stringify({ ...JSON.parse(readFileSync(YUANTAN, 'utf8')), applies }));
  await expect(main).toContainText('已导入');
  await at('add/file');
  await choose('通知.txt', LETTER);
  await page.getByRole('button', { name: '留存', exact: true }).click();
  await expect(page.locator('main strong').filter({ hasText: '已留存，第' })).toBeVisible();

  // By the keyboard from line to line, and into a service.
  await at('coverage');
  await page.getByRole('link', { name: '最低生活保障申请' }).focus();
  for (let line = 0; line < 2; line += 1) await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('link', { name: '临时救助申请' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('临时救助申请');
  const applied = page.getByRole('row').filter({ hasText: NUMBER });
  await expect(applied).toContainText('按规则：名称里有“救助”（投诉多）');
  await expect(applied).toContainText('现行');
  await expect(main).toContainText('没有留存过它的办事指南。');
  await expect(main.getByRole('listitem').filter({ hasText: '学习服务投诉处置规范' })).toContainText(`引用 ${NUMBER}`);
  await axe(page);

  await applied.getByRole('link').click();
  await expect(main).toContainText('标准明细表里没有这项标准。');
  const user = main.getByRole('listitem').filter({ hasText: '临时救助申请' });
  await expect(user).toContainText('按规则：名称里有“救助”（投诉多）');
  await axe(page);
  await main.getByRole('link', { name: /学习服务投诉处置规范/ }).click();
  await expect(main.getByRole('heading', { level: 1 })).toContainText('关于学习服务投诉处置规范的通知');
  await expect(main).toContainText(NUMBER);
});
