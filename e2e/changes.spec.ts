import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook } from '../core/exports/xlsx.ts';
import { axe } from './steps.ts';
import { expect, test } from './test.ts';

const YUANTAN = join(import.meta.dirname, '..', 'fixtures', 'packs', 'unit-yuantan.json');

/** A newer list: a limit is another one, two services are called otherwise, one is new, 生育登记 is gone. */
const LIST = [
  '事项名称,实施编码,承诺办结时限',
  '最低生活保障申请,000511001000,15个工作日',
  '特困人员救助供养认定,000511003000,20个工作日',
  '临时救助申请,000511002000,15工作日',
  '残疾人两项补贴申请,,',
  '城乡居民基本养老保险参保登记,002014001000,5个工作日',
  '城乡居民基本养老保险待遇申领,002014002000,15个工作日',
  '城乡居民基本医疗保险参保登记,,3个工作日',
  '高龄津贴的申请,,',
  '残疾人证补办,,即办',
].join('\n');

test('a newer list of services tells what it changes, and each place that is touched is work with who and by when', async ({
  driven,
}, info) => {
  const page = await driven.open('workbench.html#/changes');
  await page.setViewportSize({ width: 1366, height: 900 });
  const main = page.locator('main');
  await expect(main).toContainText('还没有要做的事');
  await page.getByRole('link', { name: '去导入事项清单' }).click();
  const choose = page.locator('input[type=file]');
  await choose.setInputFiles(YUANTAN);
  await expect(main).toContainText('已导入“unit-yuantan.json”');

  await choose.setInputFiles({ name: '新清单.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) });
  await expect(main).toContainText('和现在的事项比，变了的 4 处');
  for (const line of [
    '“最低生活保障申请”承诺时限：20个工作日→15个工作日（涉及 4 处）',
    '“特困人员救助供养申请”改名为“特困人员救助供养认定”（涉及 4 处）',
    '“高龄津贴申请”可能改名为“高龄津贴的申请”，请核对（涉及 1 处）',
    '“残疾人证补办”：新增（涉及 1 处）',
    '“生育登记”：清单里没有了（涉及 4 处）',
  ])
    await expect(main).toContainText(line);
  await page.getByLabel('这是完整的清单').check();
  await page.getByLabel('“高龄津贴申请”和“高龄津贴的申请”是同一个事项').check();
  await expect(main).toContainText('“高龄津贴申请”改名为“高龄津贴的申请”（涉及 4 处）');
  await axe(page);
  await page.screenshot({ path: info.outputPath('changes-preview.png'), fullPage: true });
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await expect(main).toContainText('变更清单里新增 17 件要做的事。');

  const second = await driven.open('workbench.html#/changes');
  await expect(second.locator('main')).toContainText('没做完 17 件，共 17 件。');
  await page.bringToFront();
  await page.getByRole('link', { name: '去看变更清单' }).click();
  const limit = page.getByRole('region', { name: '“最低生活保障申请”承诺时限' });
  const standard = limit.getByRole('listitem').filter({ hasText: 'Q/YTBM 501—2022' });
  await expect(standard).toContainText('照新的时限改');
  await expect(standard.getByRole('link')).toHaveAttribute('href', /^#\/coverage\/standard\/Q\/YTBM%20501/);
  const who = standard.getByLabel('谁来做');
  await who.fill('王芳');
  await who.blur();
  // A year that is half typed is told by the box too.
  for (const day of ['0202-01-31', '2026-01-31']) await standard.getByLabel('什么时候做完').fill(day);
  await expect(main.getByRole('alert')).toHaveCount(0);
  await expect(standard).toContainText('已过期');
  await expect(page.getByLabel('看哪些').locator('option').nth(1)).toHaveText('到期的（1）');
  await page.locator('datalist option[value="王芳"]').waitFor({ state: 'attached' });
  await expect(page.locator('datalist option[value="何立新"]')).toHaveCount(0);
  await page.getByRole('button', { name: '不用改：残疾人证补办' }).click();
  await page.getByLabel('原因').fill('县里办');
  await page.getByRole('button', { name: '不用改', exact: true }).click();
  await expect(main).toContainText('没做完 16 件，共 17 件。');
  await axe(page);
  await page.screenshot({ path: info.outputPath('changes-1366.png'), fullPage: true });
  await page.setViewportSize({ width: 360, height: 780 });
  await page.screenshot({ path: info.outputPath('changes-360.png'), fullPage: true });
  const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await page.evaluate(overflow)).toBe(0);
  await standard.getByRole('button', { name: '做完了' }).click();
  await expect(second.locator('main')).toContainText('没做完 15 件，共 17 件。');

  await page.getByLabel('看哪些').selectOption('all');
  await expect(standard).toContainText(/做完了 \d{4}-\d\d-\d\d/);
  await page.screenshot({ path: info.outputPath('changes-all-360.png'), fullPage: true });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出表格' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^变更清单-\d{4}-\d\d-\d\d\.xlsx$/);
  const [sheet] = await readWorkbook(new Uint8Array(readFileSync(await download.path())));
  const row = sheet?.rows.find((cells) => String(cells[2]).includes('Q/YTBM 501—2022'));
  expect(row?.slice(4, 7)).toEqual(['王芳', '2026-01-31', expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
  expect(sheet?.rows.some((cells) => cells[7] === '不用改：县里办')).toBe(true);
});
