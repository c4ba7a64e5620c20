import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

const WHOLE = join(import.meta.dirname, '..', 'fixtures', 'documents', '通知-窗口值班.docx');

/** The sentence above the form after an entry, with its number. */
const made = (page: Page) => page.locator('main strong').filter({ hasText: '已留存，第' });

async function axe(page: Page): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(passes.length).toBeGreaterThan(10);
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

test('a paper is added from the row that lacks it, its day is nobody’s but the person’s, and it counts there', async ({
  driven,
}) => {
  test.setTimeout(150_000);
  const page = await driven.open('workbench.html#/evaluation');
  await page.getByRole('link', { name: /^给 C1 .*添加证据$/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('添加证据');
  await expect(page.getByText('C1 领导职责')).toBeVisible();
  await expect(page.getByLabel('事实日期')).toHaveValue('');
  await axe(page);
  // Not without a word for what it is, and not without a place.
  await page.getByRole('button', { name: '留存' }).click();
  await page.getByLabel('是什么').fill('标准化领导小组会议签到表');
  await page.getByRole('button', { name: '留存' }).click();
  await expect(made(page)).toHaveCount(0);
  await page.getByLabel('柜').fill('3号柜');
  await page.getByLabel('存根号').fill('0045');
  await page.getByLabel('事实日期').fill('2026-01-12');
  await expect(page.getByText(/^事实日期与登记日期相隔 \d+ 天/)).toBeVisible();
  await page.getByRole('button', { name: '留存' }).click();
  await expect(made(page)).toHaveText('已留存，第 1 号：标准化领导小组会议签到表');
  await expect(page.getByLabel('是什么')).toHaveValue('');
  await page.getByRole('link', { name: '看这一条' }).click();
  const entry = page.locator('main');
  for (const text of ['3号柜', '0045', '2026-01-12', 'C1 领导职责', '相隔']) await expect(entry).toContainText(text);
  await axe(page);
  await page.goto(page.url().replace(/#.*/, '#/evaluation'));
  await expect(page.getByRole('row').filter({ has: page.getByLabel('C1 领导职责 自报分') })).toContainText('1 条');
  await page.goto(page.url().replace(/#.*/, '#/ledger'));
  await page.getByRole('searchbox').fill('3号柜');
  await expect(page.getByRole('row').filter({ hasText: '签到表' })).toBeVisible();
});

/** A picture of one red dot. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

test('a paper has its photograph and its last day; what runs out stands by week, and is renewed by another', async ({
  driven,
}) => {
  test.setTimeout(150_000);
  const page = await driven.open('workbench.html#/add/paper');
  await page.getByLabel('是什么').fill('标准化管理员培训合格证书');
  await page.getByLabel('柜').fill('1号柜');
  const day = (days: number): string =>
    new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('有效期至').fill(day(10));
  const choose = (name: string, buffer: Buffer): Promise<void> =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer });
  await choose('坏的.png', Buffer.from('<svg onload=alert(1)>'));
  await expect(page.getByText('这张照片打不开', { exact: false })).toBeVisible();
  await choose('证书.png', DOT);
  await expect(page.getByAltText('要留存的照片')).toBeVisible();
  // Not before the person said that nobody is shown by it.
  const keep = page.getByRole('button', { name: '留存', exact: true });
  await expect(keep).toBeDisabled();
  await page.getByLabel('我看过了', { exact: false }).check();
  await axe(page);
  await keep.click();
  await expect(made(page)).toHaveText(`已留存，第 1 号：标准化管理员培训合格证书（有效期至${day(10)}）`);
  await page.getByRole('link', { name: '看这一条' }).click();
  const picture = page.getByAltText('留存的照片');
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  await axe(page);

  await page.goto(page.url().replace(/#.*/, '#/records/due'));
  const row = page.getByRole('row').filter({ hasText: '“标准化管理员培训合格证书”有效期到了' });
  await expect(row).toContainText(day(10));
  await axe(page);
  await row.getByRole('link').click();
  await page.getByRole('link', { name: '登记续期后的新一份' }).click();
  await expect(page.getByText('续的是第 1 号：标准化管理员培训合格证书', { exact: false })).toBeVisible();
  await expect(page.getByLabel('是什么')).toHaveValue('标准化管理员培训合格证书');
  await page.getByLabel('柜').fill('1号柜');
  await page.getByLabel('有效期至').fill(day(400));
  await keep.click();
  await expect(made(page)).toContainText('已留存，第 2 号');
  await page.getByRole('link', { name: '看这一条' }).click();
  await expect(page.getByText('续的是').first()).toBeVisible();
  await page.goto(page.url().replace(/#.*/, '#/ledger/1'));
  await expect(page.getByText('已经续期，见')).toBeVisible();
  await page.goto(page.url().replace(/#.*/, '#/records/due'));
  await expect(page.getByText('今后八周没有到期的')).toBeVisible();
});

test('a file is read, and kept whole or by its fingerprint; one that cannot be read by its fingerprint', async ({
  driven,
}) => {
  test.setTimeout(150_000);
  const page = await driven.open('workbench.html#/add/file');
  const choose = (path: string): Promise<void> => page.locator('input[type=file]').setInputFiles(path);
  const whole = page.getByRole('radio', { name: /^连同原件一起存/ });

  await choose(WHOLE);
  await expect(page.getByRole('radio', { name: /^只留指纹/ })).toBeChecked();
  await whole.check();
  await axe(page);
  await page.getByRole('button', { name: '留存' }).click();
  await expect(made(page)).toContainText('第 1 号');
  await page.getByRole('link', { name: '看这一条' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载原件' }).click(),
  ]);
  expect(readFileSync(await download.path())).toEqual(readFileSync(WHOLE));

  await page.goto(page.url().replace(/#.*/, '#/add/file'));
  await choose(WHOLE);
  await page.getByRole('button', { name: '留存' }).click();
  await expect(made(page)).toContainText('第 2 号');
  await page.getByRole('link', { name: '看这一条' }).click();
  await expect(page.locator('main')).toContainText('只留了指纹');

  await page.goto(page.url().replace(/#.*/, '#/add/file'));
  await page.locator('input[type=file]').setInputFiles({
    name: '扫描件.xyz',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from([1, 2, 3, 4]),
  });
  await expect(page.getByText('这个文件没有读成')).toBeVisible();
  await expect(whole).toHaveCount(0);
  await page.getByLabel('是什么').fill('领导小组合影');
  await page.getByRole('button', { name: '留存' }).click();
  await expect(made(page)).toHaveText('已留存，第 3 号：领导小组合影');
});

test('a classified file is not kept, and one with somebody’s number only by its fingerprint', async ({ driven }) => {
  const page = await driven.open('workbench.html#/add/file');
  const choose = (name: string, text: string): Promise<void> =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await choose('通知.txt', '机密★1年\n\n关于开展检查的通知\n\n各窗口：\n请按时参加。\n');
  await expect(page.getByText('已停止，什么也没有存')).toBeVisible();
  await expect(page.getByRole('button', { name: '留存' })).toHaveCount(0);
  await choose('名单.txt', '关于临时救助的说明\n\n申请人：张示例，电话13800000000。\n');
  await expect(page.getByText('只能留指纹')).toBeVisible();
  await page.getByLabel('是什么').fill('临时救助名单');
  await page.getByRole('button', { name: '留存' }).click();
  await expect(made(page)).toContainText('第 1 号');
  await choose('内部.txt', '内部资料 注意保存\n\n关于轮岗的说明\n\n各窗口：\n请按时参加。\n');
  await expect(page.getByRole('button', { name: '留存' })).toBeDisabled();
  await page.getByLabel('是什么').fill('关于轮岗的说明');
  await page.getByLabel('我看过了，可以留存').check();
  await page.getByRole('button', { name: '留存' }).click();
  await expect(made(page)).toContainText('第 2 号');
});

test('a note is kept with its indicator and is no evidence', async ({ driven }) => {
  const page = await driven.open('workbench.html#/add/note');
  await page.getByLabel('一句话标题').fill('县局电话答复');
  await page.getByRole('textbox', { name: '内容' }).fill('计分表以正式文件为准');
  await page.getByLabel('归入指标').selectOption('C2');
  await page.getByRole('button', { name: '留存' }).click();
  await expect(made(page)).toHaveText('已留存，第 1 号：县局电话答复');
  await page.getByRole('link', { name: '看这一条' }).click();
  await expect(page.locator('main')).toContainText('计分表以正式文件为准');
  await page.goto(page.url().replace(/#.*/, '#/evaluation'));
  await expect(page.getByLabel(/^C2 .*自报分$/)).toBeVisible();
  await expect(page.getByText('1 条')).toHaveCount(0);
});

test('an address is kept as one, and never fetched', async ({ driven, oa }) => {
  const page = await driven.open('workbench.html#/add/link');
  await page.getByLabel('是什么').fill('公示页');
  await page.getByLabel('网址').last().fill('共享盘里');
  await page.getByRole('button', { name: '留存' }).click();
  await expect(page.getByRole('alert')).toContainText('网址不对');
  const address = `${oa.url}/never-asked-for`;
  const asked: string[] = [];
  driven.context.on('request', (request) => asked.push(request.url()));
  await page.getByLabel('网址').last().fill(address);
  await page.getByRole('button', { name: '留存' }).click();
  await expect(page.locator('main')).toContainText('公示页');
  await page.goto(page.url().replace(/#.*/, '#/ledger/1'));
  const link = page.getByRole('link', { name: address });
  await expect(link).toHaveAttribute('rel', 'noreferrer');
  await expect(link).toHaveAttribute('href', address);
  expect(asked.filter((url) => url.includes('never-asked-for'))).toEqual([]);
});

test('what was typed is there again after a look at another form and another screen, until it is kept', async ({
  driven,
}) => {
  const page = await driven.open('workbench.html#/add/note');
  const title = page.getByLabel('一句话标题');
  const text = page.getByRole('textbox', { name: '内容' });
  await title.fill('县局电话答复');
  await text.fill('计'.repeat(10_001));
  // The browser cuts off what is too long; the person is told.
  await expect(page.getByText('写满了：最多 10000 个字')).toBeVisible();
  await text.fill('以正式文件为准');
  await expect(page.getByText('写满了', { exact: false })).toHaveCount(0);
  await page.getByRole('radio', { name: '网址' }).check();
  await page.getByLabel('是什么').fill('公示页');
  await page.getByRole('radio', { name: '记事' }).check();
  await expect(text).toHaveValue('以正式文件为准');
  await page.getByRole('link', { name: '台账', exact: true }).click();
  await page.goBack();
  await expect(title).toHaveValue('县局电话答复');
  await page.getByRole('button', { name: '留存' }).click();
  await expect(made(page)).toContainText('第 1 号');
  await expect(title).toHaveValue('');
  await page.getByRole('radio', { name: '网址' }).check();
  await expect(page.getByLabel('是什么')).toHaveValue('公示页');
  // A refusal does not stand beside what was said of the entry before.
  await page.getByLabel('网址').last().fill('共享盘里');
  await page.getByRole('button', { name: '留存' }).click();
  await expect(page.getByRole('alert')).toContainText('网址不对');
  await expect(made(page)).toHaveCount(0);
  // A newer version of a record is gone on with too, and not filled from the earlier one again.
  await page.goto(page.url().replace(/#.*/, '#/add/record.training-plan'));
  await page.getByLabel(/^培训内容/).fill('窗口服务规范宣贯');
  await page.getByLabel(/^讲师/).fill('李明');
  await page.getByRole('button', { name: '留存', exact: true }).click();
  await expect(made(page)).toContainText('第 2 号');
  await page.getByRole('link', { name: '看这一条' }).click();
  await page.getByRole('link', { name: '补一个新版本' }).click();
  await expect(page.getByLabel(/^讲师/)).toHaveValue('李明');
  await page.getByLabel(/^讲师/).fill('王芳');
  await page.goBack();
  await page.goForward();
  await expect(page.getByLabel(/^培训内容/)).toHaveValue('窗口服务规范宣贯');
  await expect(page.getByLabel(/^讲师/)).toHaveValue('王芳');
});
