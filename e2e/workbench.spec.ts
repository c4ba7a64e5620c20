import AxeBuilder from '@axe-core/playwright';
import { importUnit } from './journey.ts';
import { checkPage, keep } from './steps.ts';
import { expect, test } from './test.ts';

test('evidence is searched, filtered and shown', async ({ driven, oa, tab }) => {
  for (const path of ['/red/documents/faulty', '/spa/#/documents/pending']) {
    const panel = await checkPage(driven, oa, tab, path);
    await keep(panel);
  }
  const workbench = await driven.open('workbench.html#/ledger');
  const rows = workbench.getByRole('row').filter({ has: workbench.getByRole('link') });
  await expect(rows).toHaveCount(2);

  const words = workbench.getByRole('searchbox', { name: /^搜索标题、文号、内容/ });
  await words.fill('标准化培训');
  await expect(rows).toHaveCount(1);
  await words.fill('没有的词');
  await expect(workbench.getByText('没有找到')).toBeVisible();
  await workbench.getByRole('search').getByRole('button', { name: '清除筛选' }).click();
  await expect(rows).toHaveCount(2);

  await workbench.getByLabel('类别', { exact: true }).selectOption({ label: '自报' });
  await expect(workbench.getByText('没有找到')).toBeVisible();
  await workbench.getByRole('search').getByRole('button', { name: '清除筛选' }).click();
  await workbench.getByLabel('登记日期从').fill('2999-01-01');
  await expect(workbench.getByText('没有找到')).toBeVisible();
  await workbench.getByRole('search').getByRole('button', { name: '清除筛选' }).click();

  await words.fill('标准化培训');
  await expect(rows).toHaveCount(1);
  await rows.first().getByRole('link').click();
  const entry = workbench.locator('main');
  await expect(workbench.getByRole('heading', { level: 1 })).toContainText('关于开展2026年度标准化培训的通知');
  await expect(entry).toContainText('审核人是空的');
  await expect(entry).toContainText('王芳');
});

test('the standards screen tells the status on any day, and searches the unit’s own too', async ({ driven }) => {
  await importUnit(driven);
  const workbench = await driven.open('workbench.html#/standards');
  await workbench.getByLabel('搜索标准').fill('24421.2-2009');
  const row = workbench.getByRole('row').filter({ hasText: 'GB/T 24421.2—2009' });
  await expect(row).toContainText('已被代替');
  await workbench.getByLabel('看哪一天的状态').fill('2022-09-14');
  await expect(row).toContainText('现行');
  await workbench.getByLabel('搜索标准').fill('一次性告知');
  await expect(workbench.getByRole('row').filter({ hasText: 'Q/YTBM 101—2022' })).toBeVisible();
});

test('what is rated is saved as one goes, and an item without its text is an empty slot', async ({ driven }) => {
  const workbench = await driven.open('workbench.html#/evaluation');
  const score = workbench.getByLabel('C1 领导职责 自报分');
  const reason = workbench.getByLabel('C1 领导职责 自报理由');
  await score.fill('1');
  await reason.fill('有正式发文');
  await expect(workbench.getByRole('row').filter({ has: score })).toContainText('已保存');
  await workbench.reload();
  await expect(score).toHaveValue('1');
  await expect(reason).toHaveValue('有正式发文');
  await expect(workbench.locator('main')).toContainText('未获原文');
  await expect(workbench.getByLabel(/^C28 .*自报分$/)).toHaveCount(0);
});

test('each screen opens from the navigation and by its address, with its title, and passes axe', async ({ driven }) => {
  const workbench = await driven.open('workbench.html#/nowhere');
  await expect(workbench).toHaveTitle('证据 · 对标');
  const links = workbench.getByRole('navigation').getByRole('link');
  const titles = await links.allInnerTexts();
  expect(titles.length).toBeGreaterThan(4);
  for (const title of titles) {
    await links.getByText(title, { exact: true }).click();
    await expect(workbench.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(workbench).toHaveTitle(`${title} · 对标`);
    await workbench.reload();
    await expect(workbench.getByRole('heading', { level: 1 })).toHaveText(title);
    const { violations, passes } = await new AxeBuilder({ page: workbench }).setLegacyMode().analyze();
    expect(passes.length).toBeGreaterThan(10);
    expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  }
});

test('all evidence of an item is the list, filtered; the way back keeps it', async ({ driven, oa, tab }) => {
  const panel = await checkPage(driven, oa, tab, '/red/documents/faulty');
  await keep(panel);
  const workbench = await driven.open('workbench.html#/evaluation');
  const item = workbench.getByRole('row').filter({ has: workbench.getByLabel(/^C10 .*自报分$/) });
  await item.getByText('1 条').click();
  await item.getByRole('link', { name: '在证据里看全部' }).click();
  await expect(workbench.getByLabel('指标', { exact: true })).toHaveValue('C10');
  await expect(workbench.getByLabel('类别', { exact: true })).toHaveValue('evidence');
  const rows = workbench.getByRole('row').filter({ has: workbench.getByRole('link') });
  await expect(rows).toHaveCount(1);
  await rows.first().getByRole('link').click();
  await workbench.getByRole('link', { name: '返回列表' }).click();
  await expect(workbench.getByLabel('指标', { exact: true })).toHaveValue('C10');
  await workbench.goBack();
  await workbench.goBack();
  await workbench.goBack();
  await expect(workbench.getByRole('heading', { level: 1 })).toHaveText('自评');
});

test('no screen is wider than a narrow window, in large type either, and the line of the backup covers nothing', async ({
  driven,
}) => {
  test.setTimeout(150_000);
  const page = await driven.open('workbench.html#/add/note');
  await page.getByLabel('一句话标题').fill('县局电话答复');
  await page.getByRole('textbox', { name: '内容' }).fill('以正式文件为准');
  await page.getByRole('button', { name: '留存' }).click();
  const line = page.locator('header').first().getByText('还没有备份，1 条只在这台电脑上');
  await expect(line).toBeVisible({ timeout: 30_000 });
  const links = page.getByRole('navigation').getByRole('link');
  const last = links.last();
  for (const [width, size] of [
    [1366, '150%'],
    [360, '100%'],
    [360, '150%'],
  ] as const) {
    await page.setViewportSize({ width, height: 768 });
    await page.evaluate((given) => {
      document.documentElement.style.fontSize = given;
    }, size);
    for (const title of await links.allInnerTexts()) {
      await links.getByText(title, { exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      const beyond = await page.evaluate(() => {
        const all = [...document.querySelectorAll('body *')];
        const wide = all.filter((one) => one.getBoundingClientRect().right > window.innerWidth);
        return document.documentElement.scrollWidth > window.innerWidth
          ? wide.map((one) => one.outerHTML.slice(0, 80))
          : [];
      });
      expect(beyond, `${title} at ${width}, ${size}`).toEqual([]);
    }
    const [above, below] = [await last.boundingBox(), await line.boundingBox()];
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
  }
  // The navigation has the width to itself.
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '';
  });
  const whole = await page.locator('header').first().boundingBox();
  expect(whole?.height).toBeLessThan(220);
});
