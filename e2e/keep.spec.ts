import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readWorkbook } from '../core/exports/xlsx.ts';
import { checkPage, group, keep, keepButton, settled } from './steps.ts';
import { expect, test } from './test.ts';

async function passesAxe(page: Page): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(passes.length).toBeGreaterThan(10);
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

test('what is kept can be taken back and annotated where it was kept, and everybody sees it', async ({
  driven,
  oa,
  tab,
}, info) => {
  test.setTimeout(240_000);
  const panel = await checkPage(driven, oa, tab, '/red/documents/faulty');
  const foot = panel.locator('footer');

  // Something must be changed: checking again comes first, and keeping says what it would keep.
  const must = await group(panel, '必须改').getByRole('listitem').count();
  await expect(foot.getByRole('button').nth(0)).toHaveText('重新检查');
  await expect(foot.getByRole('button').nth(1)).toHaveText(`留存（有 ${must} 处必须改）`);

  // The seat is asked for once, and nothing is kept before it is answered.
  await keepButton(panel).click();
  const seat = panel.getByRole('form', { name: '这里是哪个窗口？' });
  await expect(seat.getByRole('textbox')).toBeFocused();
  await passesAxe(panel);
  await seat.getByRole('button', { name: '保存并留存' }).click();
  await expect(seat).toContainText('还没有写窗口名');
  await panel.keyboard.press('Escape');
  await expect(seat).toHaveCount(0);
  await expect(keepButton(panel)).toBeFocused();
  await keep(panel, '综合窗口1');
  await expect(foot).toContainText('第 1 号，放在 ');

  // Taken back, with a reason from the list; the page may be kept anew.
  await foot.getByRole('button', { name: '撤回' }).click();
  const withdraw = panel.getByRole('form', { name: '撤回第 1 号' });
  await withdraw.getByRole('button', { name: '撤回' }).click();
  await expect(withdraw).toContainText('请写一句为什么撤回');
  await withdraw.getByRole('button', { name: '内容不全' }).click();
  await withdraw.getByRole('button', { name: '撤回' }).click();
  await expect(foot).toContainText('第 1 号，已撤回');
  await expect(keepButton(panel)).toBeEnabled();
  await tab.reload();
  await settled(panel);
  await expect(foot).toContainText('第 1 号，已撤回');

  // A note, in the seat's name; nobody is asked for the seat again.
  await foot.getByRole('button', { name: '加备注' }).click();
  await panel.getByRole('textbox', { name: '备注' }).fill('附件 2 等村里补交');
  await panel.keyboard.press('Tab');
  await panel.getByRole('form').getByRole('button', { name: '加备注' }).click();
  await expect(foot).toContainText('备注已记下');
  await keep(panel);
  await expect(foot).toContainText('第 4 号，放在 ');

  // The list: struck through, with the state of both; the notes are out of the way.
  const workbench = await driven.open('workbench.html#/ledger');
  await workbench.setViewportSize({ width: 1366, height: 768 });
  const rows = workbench.getByRole('row').filter({ has: workbench.getByRole('link') });
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText('已撤回');
  await expect(rows.nth(0)).not.toContainText('已撤回');
  for (const row of [0, 1]) await expect(rows.nth(row)).toContainText(`有 ${must} 处必须改`);
  await expect(rows.nth(1).locator('a')).toHaveCSS('text-decoration-line', 'line-through');
  await passesAxe(workbench);

  // The entry: a click anywhere in its row opens it.
  await rows.nth(1).getByText('2026-', { exact: false }).first().click();
  const entry = workbench.locator('main');
  await expect(entry).toContainText('已撤回，见第 2 号');
  await expect(entry).toContainText('内容不全');
  await expect(entry).toContainText('附件 2 等村里补交');
  await expect(entry).toContainText('综合窗口1');
  // Both ways.
  await workbench.getByRole('link', { name: '第 3 号', exact: true }).click();
  await expect(entry).toContainText('附件 2 等村里补交');
  await workbench.getByRole('link', { name: '第 1 号', exact: true }).click();

  // Put back, and given other indicators.
  await entry.getByRole('button', { name: '恢复' }).click();
  await workbench.getByRole('textbox', { name: '为什么恢复' }).fill('已补全');
  await workbench.keyboard.press('Enter');
  await expect(entry).not.toContainText('已撤回，见第 2 号');
  await entry.getByRole('button', { name: '更正指标' }).click();
  await passesAxe(workbench);
  await workbench.getByRole('checkbox', { name: /^C10 / }).uncheck();
  await workbench.getByRole('checkbox', { name: /^C4 / }).check();
  await workbench.getByRole('textbox', { name: '为什么更正' }).fill('归错了');
  await workbench.getByRole('form').getByRole('button', { name: '更正' }).click();
  await expect(entry).toContainText('第 6 号改的');
  await entry.getByRole('button', { name: '撤回' }).click();
  await workbench.getByRole('button', { name: '重复' }).click();
  await workbench.getByRole('form').getByRole('button', { name: '撤回' }).click();
  await expect(entry).toContainText('已撤回，见第 7 号');
  // The panel has heard of it: it keeps the newer one, which stands.
  await tab.bringToFront();
  await expect(foot).toContainText('第 4 号，放在 ');
  await workbench.bringToFront();

  // The exported index.
  await workbench.getByRole('link', { name: '返回列表' }).click();
  await workbench.locator('summary', { hasText: '导出' }).click();
  const [download] = await Promise.all([
    workbench.waitForEvent('download'),
    workbench.getByRole('button', { name: '导出证据目录' }).click(),
  ]);
  const path = info.outputPath('index.xlsx');
  await download.saveAs(path);
  const [sheet] = await readWorkbook(readFileSync(path));
  const state = sheet?.rows.find((row) => row[0] === 1);
  expect(state?.join(' ')).toContain('已撤回（第 7 号）；指标改过（第 6 号）；另见第 2 号、第 3 号、第 5 号');
  expect(state?.join(' ')).toContain(`有 ${must} 处必须改`);

  // And the sheet counts what stands.
  const sheetPage = await driven.open('workbench.html#/evaluation');
  const item = (id: string) =>
    sheetPage.getByRole('row').filter({ has: sheetPage.getByLabel(new RegExp(`^${id} .*自报分$`)) });
  await expect(item('C10')).toContainText('1 条');
  await expect(item('C4')).toContainText('无');
});

test('a clean document is kept first, and no seat is asked for again once it was left', async ({ driven, oa, tab }) => {
  const panel = await checkPage(driven, oa, tab, '/red/cases/complete');
  const foot = panel.locator('footer');
  await expect(foot.getByRole('button').nth(0)).toHaveText('留存为证据');
  await keep(panel);
  await expect(panel.getByRole('button', { name: '已留存' })).toBeFocused();
  await oa.visit(tab, '/red/documents/clean');
  await settled(panel);
  await keepButton(panel).click();
  await expect(foot).toContainText('第 2 号');
  await panel.getByRole('tab', { name: '证据' }).click();
  // A case is called by its service and its number, and by nobody's name.
  await expect(panel.getByRole('tabpanel')).toContainText('最低生活保障申请 YT20260302-0001');
});

test('the ledger: evidence first, everything one press away, and empty screens that help', async ({
  driven,
  oa,
  tab,
}) => {
  const workbench = await driven.open('workbench.html#/ledger');
  await expect(workbench.getByText('还没有证据')).toBeVisible();
  await expect(workbench.getByRole('link', { name: '第一次用要做的三件事' })).toHaveAttribute('href', '#/start');
  await passesAxe(workbench);

  const panel = await checkPage(driven, oa, tab, '/red/documents/faulty');
  await keep(panel);
  const rows = workbench.getByRole('row').filter({ has: workbench.getByRole('link') });
  await expect(rows).toHaveCount(1);
  await workbench.locator('summary', { hasText: '导出' }).click();
  await Promise.all([
    workbench.waitForEvent('download'),
    workbench.getByRole('button', { name: '导出证据目录' }).click(),
  ]);
  await expect(workbench.getByRole('button', { name: '看全部类别（2 条）' })).toBeVisible();
  await expect(workbench.getByLabel('类别', { exact: true })).toHaveValue('evidence');
  await expect(rows).toHaveCount(1);
  await workbench.getByRole('button', { name: '看全部类别（2 条）' }).click();
  await expect(rows).toHaveCount(2);
  await workbench.getByRole('button', { name: '只看证据' }).click();
  await expect(rows).toHaveCount(1);
  await workbench.getByRole('searchbox').fill('没有的词');
  await expect(workbench.getByText('没有找到')).toBeVisible();
  await workbench.locator('main').getByRole('button', { name: '清除筛选' }).last().click();
  await expect(rows).toHaveCount(1);
  await expect(workbench.getByRole('searchbox')).toHaveValue('');
  // By keyboard: Enter opens the row.
  await workbench.getByRole('grid').focus();
  await workbench.keyboard.press('Enter');
  await expect(workbench).toHaveURL(/#\/ledger\/1$/);
});

test('the print is the list and the lines to sign, not the filters and buttons', async ({ driven, oa, tab }) => {
  const panel = await checkPage(driven, oa, tab, '/red/documents/faulty');
  await keep(panel);
  const workbench = await driven.open('workbench.html#/ledger');
  await expect(workbench.getByRole('row').filter({ has: workbench.getByRole('link') })).toHaveCount(1);
  await workbench.emulateMedia({ media: 'print' });
  await workbench.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const visible = workbench.locator('main');
  await expect(visible.getByRole('cell', { name: /^关于开展2026年度标准化培训的通知/ })).toBeVisible();
  await expect(visible.getByText(/^证据链到第 1 号为止，末条指纹：[0-9a-f]{64}$/)).toBeVisible();
  await expect(visible.getByText(/^签字：/)).toBeVisible();
  for (const control of ['button', 'searchbox', 'combobox', 'grid'] as const)
    await expect(visible.getByRole(control)).toHaveCount(0);
  await workbench.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(visible.getByText(/^签字：/)).toHaveCount(0);

  await workbench.emulateMedia({ media: 'screen' });
  await workbench.goto(workbench.url().replace(/#.*/, '#/ledger/1'));
  await expect(workbench.getByRole('heading', { level: 1 })).toBeVisible();
  await workbench.emulateMedia({ media: 'print' });
  await workbench.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(visible.getByText(/^签字：/)).toBeVisible();
  await expect(visible.getByText('审核人是空的', { exact: false }).first()).toBeVisible();
  await expect(visible.getByRole('button')).toHaveCount(0);

  await workbench.emulateMedia({ media: 'screen' });
  await workbench.goto(workbench.url().replace(/#.*/, '#/evaluation'));
  await expect(workbench.getByLabel('C10 规范性 自报分')).toBeVisible();
  await workbench.emulateMedia({ media: 'print' });
  await workbench.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(visible.getByText(/^签字：/)).toBeVisible();
  await expect(visible.getByRole('rowheader', { name: /^C10 规范性/ })).toBeVisible();
  for (const control of ['button', 'textbox', 'spinbutton', 'combobox'] as const)
    await expect(visible.getByRole(control)).toHaveCount(0);
  await expect(visible.getByText('＋ 添加证据').filter({ visible: true })).toHaveCount(0);
});
