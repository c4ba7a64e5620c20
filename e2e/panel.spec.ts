import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Driven } from './browser.ts';
import { checkPage, findings, group, keep, settled } from './steps.ts';
import { expect, test } from './test.ts';

test('works at 360 px, with large type and at 200 %: nothing is cut off or scrolls sideways', async ({
  driven,
  oa,
  tab,
}) => {
  const panel = await checkPage(driven, oa, tab, '/red/documents/faulty');
  expect(await panel.evaluate(() => innerWidth)).toBeLessThanOrEqual(360);
  const looks = [
    () => undefined,
    () => document.documentElement.setAttribute('data-large', ''),
    () => {
      document.documentElement.removeAttribute('data-large');
      document.body.style.width = `${innerWidth / 2}px`;
    },
  ];
  for (const look of looks) {
    await panel.evaluate(look);
    for (const name of ['检查', '附件', '标准', '证据']) {
      await panel.getByRole('tab', { name }).click();
      const over = await panel.evaluate(() => {
        const width = document.body.getBoundingClientRect().width;
        return [...document.body.querySelectorAll('*')]
          .filter((one) => one.getBoundingClientRect().right > width + 1 && !one.closest('[role=status]'))
          .map((one) => one.outerHTML.slice(0, 80));
      });
      expect(over).toEqual([]);
    }
  }
});

test('a clock in the page changes nothing: the mark, what was kept and the focus stay', async ({ driven, oa, tab }) => {
  const panel = await checkPage(driven, oa, tab, '/red/documents/faulty');
  await tab.evaluate(() => {
    const clock = document.body.appendChild(document.createElement('div'));
    setInterval(() => {
      clock.textContent = `${performance.now()}`;
    }, 100);
  });
  await group(panel, '必须改').getByRole('button', { name: '在页面上看' }).first().click();
  await keep(panel);
  const kept = panel.getByRole('button', { name: '已留存' });
  await expect(kept).toBeFocused();
  // Two more readings have come by then: a page that never rests is told about every four seconds.
  const times = new Set<string | null>();
  await expect
    .poll(async () => times.add(await panel.locator('time').getAttribute('datetime')).size, { timeout: 30_000 })
    .toBeGreaterThan(2);
  await expect(tab.locator('duibiao-marks')).toHaveCount(1);
  await expect(kept).toBeFocused();
});

test('a mark goes when what it shows is mended', async ({ driven, oa, tab }) => {
  const panel = await checkPage(driven, oa, tab, '/spa/#/documents/faulty-draft');
  await group(panel, '建议看').getByRole('button', { name: '在页面上看' }).first().click();
  await expect(tab.locator('duibiao-marks')).toHaveCount(1);
  await tab.locator('#app .el-form-item', { hasText: '拟稿日期' }).locator('input').fill('2026-03-13');
  await expect(group(panel, '建议看')).toHaveCount(0);
  await expect(tab.locator('duibiao-marks')).toHaveCount(0);
});

test('a mark stands over a dialog, hides with its field, and goes with the extension', async ({ driven, oa, tab }) => {
  const panel = await checkPage(driven, oa, tab, '/red/documents/faulty');
  await group(panel, '必须改').getByRole('button', { name: '在页面上看' }).first().click();
  const marks = tab.locator('duibiao-marks');
  await expect(marks).toHaveCount(1);
  expect(await marks.evaluate((host) => host.matches(':popover-open'))).toBe(true);
  await tab.evaluate(() => {
    const around = document.querySelector('table')?.parentElement;
    if (!around) throw new Error('no table');
    Object.assign(around.style, { position: 'absolute', top: '0', height: '5px', overflow: 'hidden' });
    around.scrollTop = 0;
  });
  await expect(marks).toHaveCSS('visibility', 'hidden');
  const options = await driven.open('options.html');
  await options.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await expect(marks).toHaveCount(0);
});

test('a page that the browser opens to no extension is said to be so', async ({ driven, tab }) => {
  await tab.goto('chrome://version');
  const panel = await driven.clickToolbar(tab);
  await expect(panel.getByRole('tabpanel')).toContainText('浏览器不允许读这个页面');
  await expect(panel.getByRole('button', { name: '重新检查' })).toHaveCount(0);
});

test('a PDF in the browser is said to be unread, not to be no document', async ({ driven, tab }) => {
  const file = [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/MediaBox[0 0 300 300]/Parent 2 0 R>>endobj',
    'trailer<</Root 1 0 R>>',
  ].join('\n');
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/pdf');
    response.end(file);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await tab.goto(`http://127.0.0.1:${port}/notice.pdf`);
  const panel = await driven.clickToolbar(tab);
  await expect(panel.getByRole('tabpanel')).toContainText('PDF');
  await expect(panel.getByRole('tabpanel')).toContainText('没有读成');
  server.close();
});

test('the settings: Enter keeps the seat, and large type reaches the panel at once', async ({ driven, oa, tab }) => {
  const panel = await checkPage(driven, oa, tab, '/red/documents/clean');
  const options = await driven.open('options.html');
  await options.getByRole('textbox', { name: '窗口或座位名' }).fill('综合窗口1');
  await options.keyboard.press('Enter');
  await expect(options.getByText('已保存')).toBeVisible();
  await options.reload();
  await expect(options.getByRole('textbox', { name: '窗口或座位名' })).toHaveValue('综合窗口1');
  await options.getByRole('checkbox', { name: '面板和工作台用大字' }).check();
  await expect(panel.locator('html')).toHaveAttribute('data-large', '');
});

test('the settings pass axe', async ({ driven }) => {
  const options = await driven.open('options.html');
  await expect(options.getByRole('heading', { level: 1 })).toBeVisible();
  const { violations, passes } = await new AxeBuilder({ page: options }).setLegacyMode().analyze();
  expect(passes.length).toBeGreaterThan(10);
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
});

test('works by keyboard: tabs by arrows, a finding by Enter, Esc takes the mark away', async ({ driven, oa, tab }) => {
  const panel = await checkPage(driven, oa, tab, '/red/documents/faulty');
  await panel.getByRole('tab', { name: '检查' }).focus();
  await panel.keyboard.press('ArrowRight');
  await expect(panel.getByRole('tab', { name: '附件' })).toBeFocused();
  await expect(panel.getByRole('tab', { name: '附件' })).toHaveAttribute('aria-selected', 'true');
  await panel.keyboard.press('ArrowLeft');
  await group(panel, '必须改').getByRole('button').first().focus();
  await panel.keyboard.press('Enter');
  await expect(tab.locator('duibiao-marks')).toHaveCount(1);
  // The focus of the page is not touched.
  expect(await tab.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  await panel.keyboard.press('Escape');
  await expect(tab.locator('duibiao-marks')).toHaveCount(0);
});

test('the panel passes axe on each of its parts', async ({ driven, oa, tab }) => {
  const panel = await checkPage(driven, oa, tab, '/red/documents/faulty');
  for (const name of ['检查', '附件', '标准', '证据']) {
    await panel.getByRole('tab', { name }).click();
    const { violations, passes } = await new AxeBuilder({ page: panel }).setLegacyMode().analyze();
    expect(passes.length).toBeGreaterThan(10);
    expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  }
});

test('says a summary to a screen reader, once', async ({ driven, oa, tab }) => {
  const panel = await checkPage(driven, oa, tab, '/red/documents/faulty');
  await expect(panel.locator('[aria-live], [role=status], [role=alert]')).toHaveCount(1);
  await expect(panel.locator('[aria-live=polite]')).toContainText('检查完毕。必须改');
});

test('follows changes of the page: what is filled in is no longer asked for', async ({ driven, oa, tab }) => {
  const panel = await checkPage(driven, oa, tab, '/spa/#/documents/faulty-draft');
  const before = await findings(panel);
  expect(before.join('\n')).toContain('拟稿');
  await tab.locator('#app .el-form-item', { hasText: '拟稿日期' }).locator('input').fill('2026-03-13');
  await expect.poll(async () => (await findings(panel)).join('\n'), { timeout: 10_000 }).not.toContain('拟稿');
});

test('follows the active tab, and a tab that was never clicked is not read', async ({ driven, oa, tab }) => {
  const panel = await checkPage(driven, oa, tab, '/red/documents/faulty');
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('标准化培训');
  const other = await driven.context.newPage();
  await oa.visit(other, '/red/documents/clean');
  await other.bringToFront();
  await expect(panel.getByRole('tabpanel')).toContainText('还没有读这一页');
  await driven.clickToolbar(other);
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('窗口服务规范');
  await tab.bringToFront();
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('标准化培训');
});

test('复制说明 copies a sentence that stands alone', async ({ driven, oa, tab }) => {
  const panel = await checkPage(driven, oa, tab, '/red/documents/faulty');
  const item = group(panel, '必须改').getByRole('listitem').filter({ hasText: '审核人是空的' });
  await panel.evaluate(() => {
    Object.defineProperty(navigator.clipboard, 'writeText', {
      value: async (text: string) => void Object.assign(globalThis, { copied: text }),
    });
  });
  await item.getByRole('button', { name: '复制说明' }).click();
  await expect(item).toContainText('已复制');
  const copied = (): Promise<string> => panel.evaluate(() => (globalThis as unknown as { copied: string }).copied);
  expect(await copied()).toMatch(
    /^《关于开展2026年度标准化培训的通知》（源政办\[2026\]012号）：审核人是空的[^。]*。[^。]*(改|填|处理|找|更正|核实)[^。]*。依据：.*。$/,
  );

  await panel.getByRole('button', { name: '全部复制' }).click();
  await expect(panel.getByRole('group', { name: '整张清单' })).toContainText('已复制');
  const [first, ...lines] = (await copied()).split('\n');
  expect(first).toBe('《关于开展2026年度标准化培训的通知》（源政办[2026]012号）');
  const shown = await findings(panel);
  const later = await findings(panel, '待流转');
  expect(lines).toHaveLength(shown.length - later.length);
  for (const [index, line] of lines.entries())
    expect(line).toMatch(new RegExp(`^${index + 1}\\. (必须改|建议看|没读到)：`));
});

test('下次别提醒: what is muted is counted, folded away and comes back; 必须改 stays in its document', async ({
  driven,
  oa,
  tab,
}) => {
  const panel = await checkPage(driven, oa, tab, '/red/documents/faulty');
  const all = await findings(panel);
  const must = group(panel, '必须改').getByRole('listitem').filter({ hasText: '审核人是空的' });
  await must.getByRole('button', { name: '处理' }).click();
  await expect(must.getByRole('button', { name: /都不再提醒/ })).toHaveCount(0);
  await must.getByRole('button', { name: '这份文件里不再提醒' }).click();
  await expect(group(panel, '必须改')).not.toContainText('审核人是空的');
  const fold = panel.locator('details', { hasText: '已知 1 条' });
  await expect(fold.locator('summary')).toBeFocused();
  await expect(fold).toContainText('必须改 1');

  // It holds when the page is read again, and the run that is kept is as it was.
  await panel.getByRole('button', { name: '重新检查' }).click();
  await settled(panel);
  expect(await findings(panel)).toHaveLength(all.length - 1);
  await fold.locator('summary').click();
  await fold.getByRole('button', { name: '恢复提醒' }).click();
  await expect.poll(() => findings(panel)).toEqual(all);
  await expect(panel.getByText(/^已知 \d+ 条$/)).toHaveCount(0);
});

/** What stands on the toolbar button over a tab. */
const badge = (driven: Driven, path: string): Promise<string> =>
  driven.context.serviceWorkers()[0]?.evaluate(async (end) => {
    const there = (await chrome.tabs.query({})).find((one) => one.url?.includes(end));
    return there?.id === undefined ? '?' : chrome.action.getBadgeText({ tabId: there.id });
  }, path) ?? Promise.resolve('no worker');

test('the toolbar button tells how much must be changed, and is quiet otherwise', async ({ driven, oa, tab }) => {
  const panel = await checkPage(driven, oa, tab, '/red/documents/faulty');
  const must = await findings(panel, '必须改');
  expect(must.length).toBeGreaterThan(0);
  await expect.poll(() => badge(driven, 'faulty')).toBe(String(must.length));
  await oa.visit(tab, '/red/documents/clean');
  await settled(panel);
  expect(await badge(driven, 'clean')).toBe('');
});

test('the panel stands as it was left when it is opened again over the same document', async ({ driven, oa, tab }) => {
  const panel = await checkPage(driven, oa, tab, '/red/documents/faulty');
  await panel.locator('summary', { hasText: '查了什么' }).click();
  await panel.evaluate(() => scrollTo({ top: 150, behavior: 'instant' }));
  await panel.waitForTimeout(600);
  await panel.reload();
  await settled(panel);
  await expect(panel.getByRole('heading', { name: '怎么读的' })).toBeVisible();
  expect(await panel.evaluate(() => scrollY)).toBe(150);
  await panel.getByRole('tab', { name: '标准' }).click();
  await panel.waitForTimeout(600);
  await panel.reload();
  await expect(panel.getByRole('tab', { name: '标准' })).toHaveAttribute('aria-selected', 'true');
});

test('? tells what can be done by keys, and the arrows go from item to item', async ({ driven, oa, tab }) => {
  const panel = await checkPage(driven, oa, tab, '/red/documents/faulty');
  const items = panel.locator('main li [data-item]');
  await items.first().focus();
  await panel.keyboard.press('ArrowDown');
  await expect(items.nth(1)).toBeFocused();
  await panel.keyboard.press('ArrowUp');
  await expect(items.first()).toBeFocused();
  await panel.keyboard.press('?');
  const dialog = panel.getByRole('dialog', { name: '快捷键' });
  await expect(dialog).toContainText('Esc');
  await panel.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(items.first()).toBeFocused();
});

test('a title is never an address, and every target is high enough', async ({ driven, oa, tab }) => {
  const panel = await checkPage(driven, oa, tab, '/red/search');
  const title = panel.getByRole('heading', { level: 1 });
  await expect(title).toHaveText(await tab.title());
  await expect(title).not.toContainText('127.0.0.1');
  await expect(panel.getByRole('img', { name: '没有要检查的' })).toBeVisible();
  await oa.visit(tab, '/red/documents/faulty');
  await settled(panel);
  const low = await panel.evaluate(() =>
    [...document.querySelectorAll('button, a, summary')]
      .filter((one) => one.getBoundingClientRect().height < 28)
      .map((one) => one.outerHTML.slice(0, 80)),
  );
  expect(low).toEqual([]);
});

test('an address that is switched off is not read, even by a press, until it is taken back', async ({
  driven,
  oa,
  tab,
}) => {
  const panel = await checkPage(driven, oa, tab, '/red/documents/faulty');
  await panel.getByRole('button', { name: '关', exact: true }).click();
  await expect(panel.getByRole('tabpanel')).toContainText('这个地址已关');
  await oa.visit(tab, '/red/documents/clean');
  await driven.clickToolbar(tab);
  await expect(panel.getByRole('tabpanel')).toContainText('这个地址已关');
  await expect(panel.getByRole('heading', { level: 1 })).not.toContainText('窗口服务规范');
  const options = await driven.open('options.html');
  await options.getByRole('button', { name: /^收回 .*的关闭$/ }).click();
  await expect(options.getByText('没有关闭的地址')).toBeVisible();
  await options.close();
  await driven.clickToolbar(tab);
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('窗口服务规范');
  await expect(panel.getByRole('button', { name: '点一下才读' })).toHaveAttribute('aria-pressed', 'true');
});

test('在这个地址常开 says what it reads and keeps before the browser asks', async ({ driven, oa, tab }) => {
  const panel = await checkPage(driven, oa, tab, '/red/documents/clean');
  await panel.getByRole('button', { name: '一直开' }).click();
  const dialog = panel.getByRole('dialog');
  await expect(dialog).toContainText('地址：http://127.0.0.1');
  await expect(dialog).toContainText('读什么');
  await expect(dialog).toContainText('存什么');
  await panel.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('the page is left as it was: checks write nothing, marks are one element and go with Esc', async ({
  driven,
  oa,
  tab,
}) => {
  await oa.visit(tab, '/red/documents/faulty');
  const state = (): Promise<string> =>
    tab.evaluate(
      () =>
        document.documentElement.outerHTML + [...document.querySelectorAll('input')].map((one) => one.value).join('|'),
    );
  const before = await state();
  const panel = await driven.clickToolbar(tab);
  await settled(panel);
  expect(await state()).toBe(before);
  await group(panel, '必须改').getByRole('button', { name: '在页面上看' }).first().click();
  const marks = tab.locator('duibiao-marks');
  await expect(marks).toHaveCount(1);
  expect(await marks.evaluate((host) => host.shadowRoot)).toBeNull();
  // A key that the page makes up is not the person's.
  await tab.evaluate(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
  await expect(marks).toHaveCount(1);
  await tab.keyboard.press('Escape');
  await expect(marks).toHaveCount(0);
  expect(await state()).toBe(before);
});

test('a reading that was overtaken answers with the newest one, never with what was there before', async ({
  driven,
  oa,
  tab,
}) => {
  const panel = await checkPage(driven, oa, tab, '/red/documents/faulty');
  await oa.visit(tab, '/red/documents/clean');
  await settled(panel);
  const answers = await panel.evaluate(async () => {
    const [active] = await chrome.tabs.query({ active: true, currentWindow: true });
    const ask = () => chrome.runtime.sendMessage({ to: 'background', name: 'check', body: { tabId: active?.id } });
    const replies = await Promise.all([ask(), ask(), ask()]);
    return replies.map((reply) => reply.value.run.runId as string);
  });
  expect(new Set(answers).size).toBe(1);
});

test('a second check while one is under way, and a worker that was stopped, lose nothing', async ({
  driven,
  oa,
  tab,
}) => {
  const panel = await checkPage(driven, oa, tab, '/red/documents/faulty');
  const before = await findings(panel);
  const again = panel.getByRole('button', { name: '重新检查' });
  await Promise.all([again.click(), again.click({ force: true })]);
  await settled(panel);
  expect(await findings(panel)).toEqual(before);
  await driven.stopWorker();
  await keep(panel);
});

/** Keeps the page busy, so that a reading does not come to its end. */
const occupy = (tab: Page, milliseconds: number): Promise<void> =>
  tab.evaluate((time) => {
    setTimeout(() => {
      for (const end = Date.now() + time; Date.now() < end; );
    });
  }, milliseconds);

test('a reading whose worker is stopped in the middle ends with a sentence, and the next one reads', async ({
  driven,
  oa,
  tab,
}) => {
  const panel = await checkPage(driven, oa, tab, '/red/documents/faulty');
  const again = panel.getByRole('button', { name: '重新检查' });
  await occupy(tab, 6_000);
  await again.click();
  await expect(again).toBeDisabled();
  await driven.stopWorker();
  await expect(panel.getByRole('tabpanel')).toContainText('没有读成');
  await expect(again).toBeEnabled();
  await again.click();
  await settled(panel);
  await expect(group(panel, '必须改')).toBeVisible();
});

test('a page that is left in the middle of a reading is no hindrance to the next', async ({ driven, oa, tab }) => {
  const panel = await checkPage(driven, oa, tab, '/red/documents/faulty');
  await occupy(tab, 3_000);
  await panel.getByRole('button', { name: '重新检查' }).click();
  await oa.visit(tab, '/red/documents/clean');
  await settled(panel);
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('窗口服务规范');
  expect(await findings(panel)).toEqual([]);
});

test('a unit profile with wrong types is refused with a sentence, and the old one stays', async ({ driven }) => {
  const workbench = await driven.open('workbench.html#/unit');
  const input = workbench.locator('input[type=file]');
  const packs = join(import.meta.dirname, '..', 'fixtures', 'packs');
  await input.setInputFiles(join(packs, 'unit-yuantan.json'));
  await expect(workbench.getByText('已导入').first()).toBeVisible();
  await input.setInputFiles({
    name: 'wrong.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"schema":"duibiao/unit@1","name":"甲","people":"张三","services":[],"standards":[]}'),
  });
  await expect(workbench.getByRole('alert')).toContainText('人员：应该是一个列表');
  await expect(workbench.getByRole('alert')).toContainText('原来的资料没有变');
  await input.setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{') });
  await expect(workbench.getByRole('alert')).toContainText('不是有效的 JSON');
  await expect(workbench.locator('main')).toContainText('源潭镇便民服务中心');
});
