import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openSheets } from '../core/files/sheets/open.ts';
import { takeTables } from '../core/unit/take-tables.ts';
import { unitWithSystem } from '../core/unit/testing.ts';
import { expect, test } from './test.ts';

async function downloaded(page: Page, button: string): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

test('the system of sixty standards is drawn and counted, and goes out as the three sheets and as a drawing', async ({
  driven,
}) => {
  const unit = unitWithSystem();
  const page = await driven.open('workbench.html#/unit');
  const main = page.locator('main');
  await page.locator('input[type=file]').setInputFiles({
    ...{ name: '单位.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(unit)) },
  });
  await expect(main).toContainText('已导入“单位.json”');
  await page.goto(page.url().replace(/#.*/, '#/structure'));
  await expect(page.getByRole('heading', { level: 1, name: '标准体系' })).toBeVisible();
  const drawing = page.getByRole('img', { name: '源潭镇便民服务中心标准体系图，60 项标准' });
  await expect(drawing).toBeVisible();
  expect(await drawing.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(1123);
  await expect(page.getByRole('row', { name: /^合计/u })).toContainText('60');
  await expect(main).toContainText('体系图、标准明细表和编号都对得上。');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);

  const table = await downloaded(page, '导出表格');
  expect(table.name).toMatch(/^标准体系-\d{4}-\d\d-\d\d\.xlsx$/u);
  const { profile, claims } = takeTables(await openSheets(table), undefined);
  expect([profile.standards.length, profile.structure]).toEqual([60, unit.structure]);
  expect(claims.map(({ differing }) => differing)).toEqual([0]);
  const svg = await downloaded(page, '导出体系图');
  expect(svg.name).toMatch(/^标准体系图-\d{4}-\d\d-\d\d\.svg$/u);
  expect(new TextDecoder().decode(svg.bytes)).toContain('共 60 项标准');
});
