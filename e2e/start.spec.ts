import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { findings, group, settled } from './steps.ts';
import { expect, test } from './test.ts';

/** The page that a new user begins with, which opened by itself. */
const firstPage = (pages: readonly Page[]): Page => {
  const page = pages.find((one) => one.url().endsWith('#/start'));
  if (!page) throw new Error('no first page');
  return page;
};

test.describe('the first time', () => {
  test.use({ firstRun: true });

  test('one page opens; from it to a first entry that is a sample', async ({ driven }) => {
    test.setTimeout(180_000);
    const start = firstPage(driven.context.pages());
    await start.bringToFront();
    await expect(start).toHaveTitle('开始 · 对标');
    expect(driven.context.pages().filter((page) => page.url().includes('workbench.html'))).toHaveLength(1);
    const step = (name: string) => start.getByRole('listitem').filter({ has: start.getByRole('heading', { name }) });
    await expect(step('座位')).toContainText('还没做');
    await step('座位').getByRole('textbox').fill('综合窗口1');
    await step('座位').getByRole('button', { name: '保存' }).click();
    await expect(step('座位')).toContainText('已做');
    await step('单位资料').getByRole('button', { name: '用示例单位试一试' }).click();
    await expect(step('单位资料')).toContainText('不是真的');
    await expect(step('单位资料')).toContainText('还没做');
    await expect(step('东西放在哪里')).toContainText('有了证据再做');

    const [demo] = await Promise.all([
      driven.context.waitForEvent('page'),
      start.getByRole('link', { name: '打开演示文件' }).click(),
    ]);
    await demo.waitForLoadState();
    const panel = await driven.clickToolbar(demo);
    await settled(panel);
    expect((await findings(panel, '必须改')).join('\n')).toContain('审核人');
    await group(panel, '必须改').getByRole('button', { name: '在页面上看' }).first().click();
    await expect(demo.locator('duibiao-marks')).toHaveCount(1);
    await panel.getByRole('button', { name: /^留存/ }).click();
    await expect(panel.locator('footer')).toContainText('已留存');

    // What is filled in is no longer asked for; and put right, nothing is.
    await demo.getByLabel('审核人').fill('王五');
    await expect.poll(async () => (await findings(panel)).join('\n')).not.toContain('审核人是空的');
    await demo.getByRole('link', { name: '看改好的样子' }).click();
    await expect.poll(() => findings(panel)).toEqual([]);

    const ledger = await driven.open('workbench.html#/ledger/1');
    await expect(ledger.getByRole('heading', { level: 1 })).toHaveText(/^示例/);
    await expect(ledger.locator('main')).toContainText('综合窗口1');
    await expect(ledger.locator('main')).toContainText('未归指标');
    await expect(ledger.locator('main')).toContainText('不算任何指标的证据');
    await ledger.goto(ledger.url().replace(/#.*/, '#/evaluation'));
    await expect(ledger.locator('main')).toContainText('（示例）');
    await expect(ledger.getByText('1 条')).toHaveCount(0);

    await start.bringToFront();
    await expect(step('东西放在哪里')).toContainText('还没做');
    const [download] = await Promise.all([
      start.waitForEvent('download'),
      step('东西放在哪里').getByRole('button', { name: '导出证据包' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^证据包/);
    await expect(step('东西放在哪里')).toContainText('已做');
    await step('单位资料').getByRole('button', { name: '移除示例单位' }).click();
    await expect(step('单位资料').getByRole('button', { name: '用示例单位试一试' })).toBeVisible();
    const { violations } = await new AxeBuilder({ page: start }).setLegacyMode().analyze();
    expect(violations.map((one) => one.id)).toEqual([]);
  });
});

test('the demonstration document passes axe and is read without a click on any OA', async ({ driven }) => {
  const demo = await driven.open('demo.html');
  await expect(demo.getByLabel('审核人')).toHaveValue('');
  const { violations, passes } = await new AxeBuilder({ page: demo }).setLegacyMode().analyze();
  expect(passes.length).toBeGreaterThan(10);
  expect(violations.map((one) => one.id)).toEqual([]);
});

test('the settings open beside the other screens, and are the same', async ({ driven }) => {
  const workbench = await driven.open('workbench.html#/evaluation');
  const navigation = workbench.getByRole('navigation');
  await navigation.getByRole('link', { name: '设置' }).click();
  await expect(workbench.getByRole('heading', { level: 1 })).toHaveText('设置');
  await workbench.getByRole('textbox', { name: '窗口或座位名' }).fill('民政窗口');
  await workbench.keyboard.press('Enter');
  await expect(workbench.getByText('已保存')).toBeVisible();
  await navigation.getByRole('link', { name: '自评' }).click();
  await expect(workbench.getByRole('heading', { level: 1 })).toHaveText('自评');
  const options = await driven.open('options.html');
  await expect(options.getByRole('textbox', { name: '窗口或座位名' })).toHaveValue('民政窗口');
});
