import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { recordWorkbook } from '../core/exports/records/template.ts';
import { readWorkbook } from '../core/exports/xlsx.ts';
import { recordTypeOfId } from '../core/records/index.ts';
import type { RecordType } from '../core/records/record-type.ts';
import { axe } from './steps.ts';
import { expect, test } from './test.ts';

const typeOf = (id: string): RecordType => recordTypeOfId(id) as RecordType;
const DAY = '2026-03-12';

const at = (page: Page, hash: string): Promise<unknown> => page.goto(page.url().replace(/#.*/, hash));
const box = (page: Page, name: string) => page.getByLabel(new RegExp(`^${name}`));
const loops = (page: Page) => page.getByRole('region', { name: /^没闭环的/ });

/** Fills the boxes of a record with its sample, but for some. */
async function fill(page: Page, id: string, but: Record<string, string> = {}): Promise<void> {
  for (const [name, text] of Object.entries({ ...typeOf(id).sample, ...but })) await box(page, name).first().fill(text);
}

async function keep(page: Page, number: number): Promise<void> {
  await page.getByRole('button', { name: '留存', exact: true }).click();
  await expect(page.locator('main strong').filter({ hasText: `已留存，第 ${number} 号` })).toBeVisible();
}

test('a training is planned, held and evaluated: the loop opens and closes', async ({ driven }) => {
  test.setTimeout(150_000);
  const page = await driven.open('workbench.html#/add/record');
  await page.getByRole('searchbox').fill('培训');
  await axe(page);
  await page.getByRole('link', { name: '培训计划' }).click();
  // Nothing stands there that nobody wrote, no day least of all.
  await expect(box(page, '培训时间')).toHaveValue('');
  await expect(page.getByLabel('事实日期')).toHaveValue('');
  await box(page, '培训内容').fill('窗口服务规范宣贯');
  await expect(page.getByRole('region', { name: '按规则看' })).toContainText('“讲师”是空的');
  await fill(page, 'training-plan');
  await expect(page.getByRole('region', { name: '按规则看' })).toContainText('没有要补的');
  await axe(page);
  await keep(page, 1);

  await at(page, '#/records');
  await expect(loops(page)).toContainText('培训计划“窗口服务规范宣贯”还没有培训记录。');
  await expect(loops(page)).toContainText('2026-03-31');
  await axe(page);
  await loops(page).getByRole('link', { name: '培训计划 1' }).click();
  await page.getByRole('link', { name: '接着登记培训记录' }).click();
  await expect(page.getByLabel('接在哪条培训计划后面')).not.toHaveValue('');
  // In other words: the link alone tells that the two belong together.
  await fill(page, 'training-record', { 培训内容: '第一期', 培训主题: '' });
  await expect(page.getByText(/相隔 \d+ 天/)).toBeVisible();
  await keep(page, 2);

  await at(page, '#/records');
  await expect(loops(page)).toContainText('培训记录“第一期”还没有培训效果评价。');
  await expect(loops(page)).not.toContainText('还没有培训记录');
  await at(page, '#/add/record.training-evaluation');
  await fill(page, 'training-evaluation', { 培训名称: '' });
  await page.getByLabel('接在哪条培训记录后面').selectOption({ label: `第 2 号 第一期 ${DAY}` });
  await keep(page, 3);

  await at(page, '#/records');
  await expect(page.getByText('没有没闭环的')).toBeVisible();
  await at(page, '#/ledger/2');
  const main = page.locator('main');
  await expect(main).toContainText('接在它后面 第 1 号 培训计划“窗口服务规范宣贯”');
  await expect(main).toContainText('后面接着 第 3 号 培训效果评价');
  await expect(main).toContainText('二楼会议室');
  await axe(page);

  // A newer version takes the place of the earlier one, and names it.
  await page.getByRole('link', { name: '补一个新版本' }).click();
  await expect(box(page, '培训地点')).toHaveValue('二楼会议室');
  await box(page, '培训地点').fill('三楼会议室');
  await keep(page, 4);
  await at(page, '#/records/training-record');
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('table')).toContainText('三楼会议室');
  await expect(page.getByRole('table')).not.toContainText('没闭环');
});

test('twenty rows of a table are looked at, kept as entries, and handed out again', async ({ driven }) => {
  test.setTimeout(150_000);
  const page = await driven.open('workbench.html#/add/record.training-record');
  const type = typeOf('training-record');
  await page.getByText('一次登记很多条').click();
  const [template] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载模板' }).click(),
  ]);
  expect(template.suggestedFilename()).toBe('培训记录-台账模板.xlsx');
  const [sheet] = await readWorkbook(readFileSync(await template.path()));
  expect(sheet?.rows[2]?.[1]).toBe('培训时间*');

  const rows = Array.from({ length: 20 }, (_, index) => ({
    ...type.sample,
    培训时间: `2026-03-${String(index + 1).padStart(2, '0')}`,
    培训主题: `=第${index + 1}期`,
  }));
  const wrong = { ...type.sample, 培训时间: '三月' };
  const bytes = await recordWorkbook(type, '2026-11-23T02:00:00.000Z', [...rows, wrong]);
  await page.locator('input[type=file]').setInputFiles({
    name: '培训.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  });
  await expect(page.getByText('“培训.xlsx”里有 21 条。')).toBeVisible();
  await expect(page.getByText('第26行“培训时间”：“三月”不是完整的日期，请写成 2026-03-12 这样。')).toBeVisible();
  await axe(page);
  await page.getByRole('button', { name: '留存这 20 条' }).click();
  const kept = page.locator('main').getByText('已留存 20 条，第 1 号到第 20 号');
  await expect(kept).toBeVisible({ timeout: 60_000 });

  await at(page, '#/records/training-record');
  await expect(page.getByRole('row')).toHaveCount(21);
  const [table] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出这一类的表格' }).click(),
  ]);
  const [again] = await readWorkbook(readFileSync(await table.path()));
  expect(again?.rows.slice(5).map((row) => row[7])).toEqual(rows.map(({ 培训主题 }) => 培训主题));

  await at(page, '#/ledger');
  await page.locator('summary', { hasText: /^导出$/ }).click();
  const [index] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出证据目录' }).click(),
  ]);
  const sheets = await readWorkbook(readFileSync(await index.path()));
  expect(sheets.map(({ name }) => name)).toEqual(['证据目录', '没闭环的']);
  // Each of the twenty was held and not evaluated.
  expect(sheets[1]?.rows.filter((row) => String(row[2]).includes('还没有培训效果评价'))).toHaveLength(20);
});
