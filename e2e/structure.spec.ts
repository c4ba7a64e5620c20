import { openSheets } from '../core/files/sheets/open.ts';
import { takeTables } from '../core/unit/take-tables.ts';
import { unitWithSystem } from '../core/unit/testing.ts';
import { axe, downloaded } from './steps.ts';
import { expect, test } from './test.ts';

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
  await axe(page);

  const table = await downloaded(page, '导出表格');
  expect(table.name).toMatch(/^标准体系-\d{4}-\d\d-\d\d\.xlsx$/u);
  const { profile, claims } = takeTables(await openSheets(table), undefined);
  expect([profile.standards.length, profile.structure]).toEqual([60, unit.structure]);
  expect(claims.map(({ differing }) => differing)).toEqual([0]);
  const svg = await downloaded(page, '导出体系图');
  expect(svg.name).toMatch(/^标准体系图-\d{4}-\d\d-\d\d\.svg$/u);
  expect(new TextDecoder().decode(svg.bytes)).toContain('共 60 项标准');
});
