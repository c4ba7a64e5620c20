import { readFileSync, writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { OWN_SHEETS } from '../fixtures/oa/own/pages.ts';
import { launch } from './browser.ts';
import { startOa } from './oa.ts';
import { checkPage, settled } from './steps.ts';
import { expect, test } from './test.ts';

/** What the panel tells that it read: label → text. */
async function boxes(panel: Page): Promise<Record<string, string>> {
  const title = panel.getByText(/^查了什么/);
  await title.waitFor();
  if ((await panel.getByRole('heading', { name: '读到的栏目' }).count()) === 0) await title.click();
  return panel.getByRole('heading', { name: '读到的栏目' }).evaluate((heading) => {
    const rows = [...(heading.nextElementSibling?.querySelectorAll(':scope > div') ?? [])];
    return Object.fromEntries(
      rows.map((row) => [row.querySelector('dt')?.textContent ?? '', row.querySelector('dd')?.textContent ?? '']),
    );
  });
}

const lesson = (panel: Page): Locator => panel.getByRole('region', { name: '教我认这个表单' });

/** Clicks the middle of something on the page, as a person points at it, through whatever lies over it. */
async function pointAt(tab: Page, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('nothing to point at');
  await tab.mouse.move(box.x + Math.min(20, box.width / 2), box.y + box.height / 2);
  await tab.mouse.click(box.x + Math.min(20, box.width / 2), box.y + box.height / 2);
}

/** Points, waits for the question, and answers it by typing. */
async function teach(tab: Page, panel: Page, target: Locator, typed: string): Promise<void> {
  await pointAt(tab, target);
  const question = lesson(panel).getByRole('combobox', { name: '这是哪一栏' });
  await question.fill(typed);
  await question.press('Enter');
  await expect(question).toHaveCount(0);
}

const [first, second] = OWN_SHEETS;
if (first === undefined || second === undefined) throw new Error('no sheets');

/** Teaches the whole form on the first sheet, by labels and by values, in a frame and in a shadow root. */
async function teachSheet(tab: Page, panel: Page): Promise<void> {
  await panel.getByRole('button', { name: '教我认这个表单' }).click();
  await expect(lesson(panel).getByRole('status')).toContainText('在页面上点一个栏目名');
  await teach(tab, panel, tab.getByText('所为何事'), '标题');
  await teach(tab, panel, tab.locator('input[name="a2"]'), 'ngr');
  await teach(tab, panel, tab.getByText('几时写的'), 'ngrq');
  await teach(tab, panel, tab.locator('input[name="a4"]'), '核稿人');
  await teach(tab, panel, tab.locator('own-person input'), 'qfr');
  await teach(tab, panel, tab.frameLocator('iframe').getByText('归谁收着'), '登记人');
  await teach(tab, panel, tab.locator('.number'), 'fwzh');
}

test('an unknown form is taught by pointing, read right, handed on and read right elsewhere', async ({
  driven,
  oa,
  tab,
}, info) => {
  test.slow();
  const sent: string[] = [];
  tab.on('request', (request) => request.url().includes('/own/sent') && sent.push(request.url()));
  let panel = await checkPage(driven, oa, tab, '/own/sheets/17');
  await tab.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const name of ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointermove', 'mousemove'])
      document.addEventListener(name, () => heard.push(name), true);
  });
  const markup = await tab.evaluate(() => document.body.outerHTML);

  await teachSheet(tab, panel);
  const list = lesson(panel).getByRole('list', { name: '教过的栏目' });
  for (const text of [
    first.title,
    first.writer,
    first.writtenOn,
    first.checker,
    first.signer,
    first.keeper,
    first.number,
  ])
    await expect(list).toContainText(text);
  // Taken back, and taught anew.
  await lesson(panel).getByRole('button', { name: '撤销上一步' }).click();
  await expect(list).not.toContainText(first.number);
  await teach(tab, panel, tab.locator('.number'), 'fwzh');
  await expect(list).toContainText(first.number);
  // A press on the page's own button while pointing is no press.
  await pointAt(tab, tab.getByRole('button', { name: '递上去' }));
  await expect(lesson(panel).getByRole('status')).toContainText('这里没有可以教的栏目或内容');
  expect(await tab.evaluate(() => document.body.outerHTML)).toBe(markup);
  await tab.mouse.move(120, 130);
  await tab.screenshot({ path: info.outputPath('pointing.png') });
  await panel.screenshot({ path: info.outputPath('preview.png'), fullPage: true });
  await tab.bringToFront();
  await tab.keyboard.press('Escape');
  await expect(lesson(panel).getByRole('status')).toContainText('停下了');
  await expect(tab.locator('duibiao-marks')).toHaveCount(0);
  // And on again, to see the list of roles as it is asked.
  await lesson(panel).getByRole('button', { name: '接着指' }).click();
  await pointAt(tab, tab.getByText('执笔'));
  await expect(lesson(panel).getByRole('option', { name: '拟稿人', exact: true })).toBeVisible();
  await lesson(panel).getByRole('combobox').fill('nr');
  await expect(lesson(panel).getByRole('option')).toHaveText(['哪一栏都不是']);
  await lesson(panel).getByRole('combobox').fill('ng');
  await panel.screenshot({ path: info.outputPath('roles.png') });
  await lesson(panel).getByRole('button', { name: '不教这个' }).click();
  expect(await tab.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
  expect(sent).toEqual([]);

  const name = lesson(panel).getByRole('textbox', { name: '给这个表单起个名字' });
  await expect(name).toHaveValue('呈批笺');
  await lesson(panel).getByRole('button', { name: '存下，以后照这样读' }).click();
  await expect(panel.locator('main').getByText('已存下“呈批笺”')).toBeVisible();

  // Another sheet of the same form, after a reload.
  const read = async (page: Page): Promise<void> => {
    const found = await boxes(page);
    expect(found).toMatchObject({
      所为何事: second.title,
      执笔: second.writer,
      几时写的: second.writtenOn,
      把关: '空着',
      拍板: second.signer,
      归谁收着: second.keeper,
      发文字号: second.number,
    });
    await expect(page.locator('main').getByText('通用读法，教过的“呈批笺”')).toBeVisible();
  };
  panel = await checkPage(driven, oa, tab, '/own/sheets/18');
  await read(panel);
  await tab.reload();
  await settled(panel);
  await read(panel);
  await expect(panel.locator('main').getByText('审核人是空的').first()).toBeVisible();

  // Shown, and handed on as a file.
  const screen = await driven.open('workbench.html#/mappings');
  await expect(screen.getByText('7 栏')).toBeVisible();
  await expect(screen.getByText(/还照它读过/)).toBeVisible();
  const downloading = screen.waitForEvent('download');
  await screen.getByRole('button', { name: '导出“呈批笺”' }).click();
  const file = await (await downloading).path();
  const text = readFileSync(file, 'utf8');
  for (const value of [first.title, first.writer, first.signer, first.keeper, first.number])
    expect(text).not.toContain(value);
  await screen.getByText('7 栏').click();
  await screen.screenshot({ path: info.outputPath('screen.png') });

  const other = await launch();
  const fresh = await startOa();
  try {
    const importing = await other.open('workbench.html#/mappings');
    const copy = info.outputPath('呈批笺.json');
    writeFileSync(copy, text);
    await importing.locator('input[type="file"]').setInputFiles(copy);
    await expect(importing.locator('main').getByText('已导入“呈批笺”，7 栏')).toBeVisible();
    const [theirs = await other.context.newPage()] = other.context.pages();
    await read(await checkPage(other, fresh, theirs, '/own/sheets/18'));
  } finally {
    await other.close();
    await fresh.close();
  }
});

test('a form that changed is not read as it was taught, and says so; what was taught is edited and taken away', async ({
  driven,
  oa,
  tab,
}, info) => {
  test.slow();
  let panel = await checkPage(driven, oa, tab, '/own/sheets/17');
  await teachSheet(tab, panel);
  await lesson(panel).getByRole('button', { name: '存下，以后照这样读' }).click();
  await expect(panel.locator('main').getByText('已存下“呈批笺”')).toBeVisible();

  const screen = await driven.open('workbench.html#/mappings');
  await screen.getByRole('button', { name: '改“呈批笺”的名字和栏目' }).click();
  await screen.getByLabel('表单的名字').fill('呈批笺（2026）');
  await screen.getByLabel(/^网址里/).fill('/own/*');
  await screen.getByLabel('“归谁收着”是哪一栏').selectOption({ label: '哪一栏都不是' });
  await screen.getByRole('button', { name: '保存' }).click();
  await expect(screen.locator('main').getByText('已保存“呈批笺（2026）”')).toBeVisible();

  panel = await checkPage(driven, oa, tab, '/own/changed/17');
  await expect(panel.locator('main').getByText(/这个表单跟教过的“呈批笺（2026）”不一样了/)).toBeVisible();
  await panel.screenshot({ path: info.outputPath('changed.png'), fullPage: true });
  const shown = await panel.locator('main').innerText();
  // 过目 and 画押 are words that nobody taught.
  for (const wrong of [first.checker, first.signer]) expect(shown).not.toContain(wrong);
  await screen.bringToFront();
  await expect(screen.getByText(/发现表单变了/)).toBeVisible();

  await screen.getByRole('button', { name: '移除“呈批笺（2026）”' }).click();
  await screen.getByRole('dialog').getByRole('button', { name: '移除' }).click();
  await expect(screen.getByText('还没有教过，也没有导入过。')).toBeVisible();

  // A wrong file is said where it is wrong.
  const wrong = info.outputPath('wrong.json');
  writeFileSync(wrong, '{"schema":"duibiao/mapping@1","id":"a","fields":[{"role":"boss","locators":[]}]}');
  await screen.locator('input[type="file"]').setInputFiles(wrong);
  await expect(screen.getByRole('alert')).toContainText('第 1 栏“locators”：不能是空的');
});

test('the structure of a page is exported without what it says', async ({ driven, oa, tab }) => {
  const panel = await checkPage(driven, oa, tab, '/own/sheets/17');
  // The second connection, through which the side panel is seen, tells of no download: what is handed to it is kept.
  await panel.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob: Blob) => {
      Object.assign(window, { handed: blob });
      return make(blob);
    };
  });
  await panel.getByRole('button', { name: '导出页面结构，给写读法的人' }).click();
  await expect(panel.locator('main').getByText('已导出页面结构')).toBeVisible();
  const text = await panel.evaluate(() => (window as unknown as { handed: Blob }).handed.text());
  for (const { title, number, writer, signer, keeper } of OWN_SHEETS)
    for (const value of [title, number, writer, signer, keeper, '2026', '17']) expect(text).not.toContain(value);
  const described = JSON.parse(text);
  expect(described.schema).toBe('duibiao/page@2');
  expect(described.frames).toHaveLength(2);
  expect(text).toContain('"name": "a0"');
});
