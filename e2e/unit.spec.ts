import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unitWorkbook } from '../core/exports/tables/unit-xlsx.ts';
import { openSheets } from '../core/files/sheets/open.ts';
import { parseUnit } from '../core/unit/parse.ts';
import { takeTables } from '../core/unit/take-tables.ts';
import { axe, downloaded } from './steps.ts';
import { expect, test } from './test.ts';

const YUANTAN = join(import.meta.dirname, '..', 'fixtures', 'packs', 'unit-yuantan.json');

test('a unit is set up from tables: seen before it is kept, every row told, and handed out again without a change', async ({
  driven,
}) => {
  test.setTimeout(120_000);
  const page = await driven.open('workbench.html#/unit');
  const main = page.locator('main');
  const choose = (name: string, buffer: Buffer): Promise<void> =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

  const template = await downloaded(page, '下载表格模板');
  expect(template.name).toBe('单位资料模板.xlsx');
  await choose(template.name, Buffer.from(template.bytes));
  await expect(main).toContainText('读了 0 行');
  await expect(page.getByRole('button', { name: '导入', exact: true })).toBeHidden();
  await page.getByRole('button', { name: '不导入' }).click();

  // Filled in.
  const unit = parseUnit(readFileSync(YUANTAN, 'utf8'), 'unit-yuantan.json');
  await choose('单位资料.xlsx', Buffer.from(await unitWorkbook('2026-11-23T02:00:00.000Z', unit)));
  await expect(main).toContainText('事项清单（工作表：事项清单）');
  await expect(main).toContainText(`新增 ${unit.services.length} 项`);
  await axe(page);
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await expect(main).toContainText('源潭镇便民服务中心');

  // What the office has itself, with what goes wrong in it.
  const list = [
    '源潭镇政务服务事项清单,,,',
    '序号,事项名称,权力类型,承诺时限,备注',
    '一、行政给付,,,,',
    `1,${unit.services[0]?.name ?? ''},行政给付,3个工作日,`,
    '2,,行政给付,5个工作日,',
    '3,残疾人证补办,公共服务,即办,新的',
    '合计,,,,',
  ].join('\n');
  await choose('镇里的清单.csv', Buffer.from(list));
  await expect(main).toContainText('读了 2 行：新增 1 项，改动 1 项');
  await expect(main).toContainText('第 5 行：没有填“事项名称”，这一行没有读。');
  await expect(main).toContainText('不认识的栏没有读：备注');
  await axe(page);
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await expect(main).toContainText('已导入“镇里的清单.csv”');

  // Corrected in its form with the keys alone; what names the service goes with it.
  const first = unit.services[0]?.name ?? '';
  const renamed = `${first}（改名）`;
  await page.getByRole('link', { name: '事项清单' }).press('Enter');
  await page.getByRole('button', { name: `修改“${first}”` }).press('Enter');
  await expect(page.getByLabel('事项名称')).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await expect(main).toContainText('请填“事项名称”。');
  await expect(page.getByLabel('事项名称')).toBeFocused();
  await axe(page);
  await page.keyboard.type(renamed);
  // What was written is there when one comes back.
  await page.goBack();
  await expect(main).toContainText('1 行没有保存');
  await page.goForward();
  // Another tab changes the same row: of the same box it is asked which holds, what stands in other boxes is kept.
  await page.getByLabel('承诺办结时限').fill('2个工作日');
  const other = await driven.open('workbench.html#/unit/services');
  await other.getByRole('button', { name: `修改“${first}”` }).press('Enter');
  await other.getByLabel('别名').fill('低保金');
  await other.getByLabel('承诺办结时限').fill('9个工作日');
  await other.getByRole('button', { name: '保存' }).click();
  await expect(other.locator('main')).toContainText(`已保存“${first}”`);
  await other.close();
  await expect(main).toContainText('“承诺办结时限”在别处刚改成了：9个工作日');
  await page.getByLabel('事项名称').press('Enter');
  await expect(page.getByLabel('事项名称')).toHaveValue(renamed);
  await page.getByRole('button', { name: '用别处改的' }).click();
  await page.getByLabel('事项名称').press('Enter');
  await expect(main).toContainText(`已保存“${renamed}”。跟着一起改的：岗位要做的 3 行、窗口 1 行。`);
  await expect(page.getByRole('button', { name: `修改“${renamed}”` })).toBeFocused();

  // Who left stays, with a last day: who was in post has an answer.
  await page.goto(page.url().replace(/#.*/, '#/unit/people'));
  await page.getByRole('button', { name: '离岗“孙丽　民政窗口”' }).click();
  await page.getByLabel('在岗的最后一天').fill('2026-03-31');
  await page.getByRole('dialog').getByRole('button', { name: '离岗' }).click();
  await expect(main).toContainText('孙丽 在岗到 2026-03-31，记录留着。');
  await axe(page);
  await page.getByRole('link', { name: '某天谁在岗' }).click();
  for (const [day, isThere] of [
    ['2026-03-31', true],
    ['2026-04-01', false],
  ] as const) {
    await page.getByLabel('哪一天').fill(day);
    await expect(page.getByRole('row').filter({ hasText: '孙丽' })).toHaveCount(isThere ? 1 : 0);
  }
  await page.goto(page.url().replace(/#.*/, '#/unit'));

  const out = await downloaded(page, '导出现在的资料（表格）');
  expect(out.name).toMatch(/^单位资料-\d{4}-\d\d-\d\d\.xlsx$/);
  const { profile } = takeTables(await openSheets(out), undefined);
  expect(profile.services).toHaveLength(unit.services.length + 1);
  expect(profile.services[0]).toMatchObject({
    ...{ ...unit.services[0], name: renamed, aliases: ['低保金'] },
    ...{ serviceType: '行政给付', promisedLimit: '9个工作日' },
  });
  await choose(out.name, Buffer.from(out.bytes));
  await expect(main).toContainText('新增 0 项，改动 0 项');
  await expect(main).not.toContainText(/新增 [1-9]|改动 [1-9]/);
  await page.getByRole('button', { name: '不导入' }).click();

  // What applies to what: each service with its standards, those without any, and the reverse.
  await page.goto(page.url().replace(/#.*/, '#/coverage'));
  await expect(main).toContainText(`${unit.services.length + 1} 个事项`);
  await axe(page);
  const opener = page.getByRole('button', { name: `看“${renamed}”用的标准` });
  await opener.click();
  await expect(main).toContainText(unit.services[0]?.standards[0] ?? '');
  await page.getByLabel('看什么').selectOption('without');
  await expect(page.getByRole('row').filter({ hasText: '残疾人证补办' })).toContainText('没有列出标准');
  await page.getByLabel('看什么').selectOption('standards');
  await expect(page.getByRole('row')).toHaveCount(unit.standards.length + 1);
  await axe(page);
  const sheet = await downloaded(page, '导出表格');
  expect((await openSheets(sheet)).map(({ name }) => name)).toEqual(['概况', '事项用哪些标准', '标准用于哪些事项']);
  await page.goto(page.url().replace(/#.*/, '#/unit'));

  for (const [name, content] of [
    ['照片.jpg', 'x'],
    ['坏的.xlsx', 'PK\u0003\u0004 no'],
    ['改了名的.xls', '\u00d0\u00cf\u0011\u00e0'],
  ] as const) {
    await choose(name, Buffer.from(content, 'latin1'));
    await expect(main.getByText(new RegExp(`“${name}”`)).first()).toBeVisible();
  }
});
