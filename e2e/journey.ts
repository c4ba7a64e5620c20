import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Download, Page } from '@playwright/test';
import type { Driven } from './browser.ts';
import type { Oa } from './oa.ts';
import { checkPage, findings, group, keep, settled } from './steps.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const UNIT = join(root, 'fixtures', 'packs', 'unit-yuantan.json');

/** What the main job found on its way; the test holds it against what has to be, `npm start` prints it. */
export interface Walked {
  /** The three lines. */
  lines: string[];
  /** Every finding, by word. */
  must: string[];
  look: string[];
  /** The note beside the marked field, by what stands in the field's row. */
  marked: boolean;
  service: string;
  standards: string[];
  kept: string;
  keptAfterReload: string;
  /** Each attachment of the page, with what came of checking it. */
  attachments: string[];
  entries: string[];
  evidenceOf: Record<string, string>;
  rated: string;
  files: string[];
  verified: string;
  commandLine: { exit: number; text: string };
  pictures: string[];
}

/** The side panel is as tall as the window less the browser's own bars: so tall a tab gives it the 768 that a picture shows. */
const TALL = 904;

export interface Places {
  pictures: string;
  files: string;
}

/** Imports the sample unit the way a person does. */
export async function importUnit(driven: Driven): Promise<void> {
  const workbench = await driven.open('workbench.html#/unit');
  await workbench.locator('input[type=file]').setInputFiles(UNIT);
  await workbench.getByText('已导入').first().waitFor();
  await workbench.close();
}

/**
 * The main job once through, as a clerk and then an administrator does it: open a faulty document, check, jump to a
 * finding, see the standards of a service, keep as evidence, reload, look at the self-evaluation sheet, export, verify.
 */
export async function walk(
  driven: Driven,
  oa: Oa,
  tab: Page,
  places: Places,
  say: (line: string) => void = () => {},
): Promise<Walked> {
  mkdirSync(places.pictures, { recursive: true });
  mkdirSync(places.files, { recursive: true });
  const pictures: string[] = [];
  const picture = async (
    page: Page,
    name: string,
    clip?: { x: number; y: number; width: number; height: number },
  ): Promise<void> => {
    const path = join(places.pictures, `${name}.png`);
    await page.screenshot({ path, animations: 'disabled', ...(clip ? { clip } : {}) });
    pictures.push(path);
  };
  /** Page and panel as the person sees them: one beside the other. */
  const together = async (panel: Page, name: string): Promise<void> => {
    const [left, right] = await Promise.all([
      tab.screenshot({ animations: 'disabled' }),
      panel.screenshot({ animations: 'disabled' }),
    ]);
    const frame = await driven.context.newPage();
    // As tall as the tab, or the window shrinks and the panel with it.
    await frame.setViewportSize({ width: 1366, height: TALL });
    const image = (bytes: Buffer): string => `data:image/png;base64,${bytes.toString('base64')}`;
    await frame.setContent(
      `<body style="margin:0;display:flex;align-items:flex-start;background:#fff"><img src="${image(left)}"><img src="${image(right)}" style="border-left:1px solid #c9ced5"></body>`,
    );
    await picture(frame, name, { x: 0, y: 0, width: 1366, height: 768 });
    await frame.close();
    await tab.bringToFront();
  };

  say('导入单位资料样例');
  await importUnit(driven);

  say('打开有问题的文件，点工具栏按钮');
  await tab.setViewportSize({ width: 1005, height: TALL });
  const panel = await checkPage(driven, oa, tab, '/red/documents/faulty');
  const lines = (await panel.getByRole('region', { name: '结论' }).locator('p').allInnerTexts()).map((line) =>
    line.replaceAll('\n', ' '),
  );
  const must = await findings(panel, '必须改');
  const look = await findings(panel, '建议看');
  for (const line of lines) say(`  ${line}`);
  await together(panel, 'panel');

  say('点一条，跳到页面上的栏目');
  await group(panel, '必须改').getByRole('button', { name: '在页面上看' }).first().click();
  await tab.locator('duibiao-marks').waitFor({ state: 'attached' });
  await tab.waitForTimeout(500);
  await together(panel, 'mark');
  const marked = (await tab.locator('duibiao-marks').count()) === 1;
  await tab.keyboard.press('Escape');

  say('留存为证据');
  await keep(panel, '综合窗口1');
  const keptNote = panel.locator('footer p').first();
  const kept = await keptNote.innerText();
  say(`  ${kept}`);
  await tab.reload();
  await settled(panel);
  const keptAfterReload = await keptNote.innerText();

  say('检查页面的附件');
  await panel.getByRole('tab', { name: '附件' }).click();
  const part = panel.getByRole('tabpanel');
  await part.getByRole('button', { name: /^检查附件/ }).click();
  await part.getByText(/^附件查完了/).waitFor({ timeout: 60_000 });
  const attachments = (await part.getByRole('listitem').allInnerTexts()).map((line) => line.replaceAll('\n', ' '));
  for (const line of attachments) say(`  ${line}`);
  await together(panel, 'attachments');
  await panel.getByRole('tab', { name: '检查' }).click();

  say('打开办件页面，看执行的标准');
  await oa.visit(tab, '/red/cases/complete');
  await settled(panel);
  await panel.getByRole('tab', { name: '标准' }).click();
  const service = await panel.getByRole('tabpanel').locator('strong').first().innerText();
  const standards = await panel
    .getByRole('tabpanel')
    .locator('[data-standard]')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).innerText.replaceAll('\n', ' ')));
  say(`  ${service}`);
  for (const standard of standards) say(`  ${standard}`);
  await together(panel, 'standards');
  await panel.getByRole('tab', { name: '检查' }).click();

  say('工作台：证据');
  const workbench = await driven.open('workbench.html#/ledger');
  await workbench.setViewportSize({ width: 1366, height: 768 });
  const rows = workbench.getByRole('row').filter({ has: workbench.getByRole('link') });
  await rows.first().waitFor();
  const entries = (await rows.allInnerTexts()).map((row) => row.replaceAll('\n', ' '));
  await workbench.getByRole('button', { name: '核对链条' }).click();
  const result = workbench.getByRole('region', { name: '核对结果' });
  await result.waitFor();
  const verified = (await result.innerText()).split('\n')[0] ?? '';
  say(`  ${verified}`);
  await picture(workbench, 'ledger');

  say('工作台：自评');
  await workbench.goto(workbench.url().replace(/#.*/, '#/evaluation'));
  const score = workbench.getByLabel('C10 规范性 自报分');
  await score.waitFor();
  await score.fill('1.5');
  await workbench.getByLabel('C10 规范性 自报理由').fill('文件有编制、审核、批准和日期');
  await workbench
    .getByText(/已保存/)
    .first()
    .waitFor();
  const rated = await score.inputValue();
  const evidenceOf: Record<string, string> = {};
  for (const id of ['C1', 'C10']) {
    evidenceOf[id] = (
      await workbench
        .getByRole('row')
        .filter({ has: workbench.getByLabel(new RegExp(`^${id} .* 自报分$`)) })
        .innerText()
    ).replace(/\s+/g, ' ');
  }
  say(`  ${evidenceOf.C10}`);
  await workbench.evaluate(() => scrollTo(0, 0));
  await picture(workbench, 'evaluation');

  say('导出');
  const files: string[] = [];
  const exportBy = async (button: string): Promise<string> => {
    const [download] = await Promise.all([
      workbench.waitForEvent('download'),
      workbench.getByRole('button', { name: button, exact: true }).click(),
    ]);
    const path = await saved(download, places.files);
    files.push(path);
    say(`  ${path}`);
    return path;
  };
  await exportBy('导出计分表');
  await exportBy('导出网页');
  await workbench.goto(workbench.url().replace(/#.*/, '#/ledger'));
  const menu = workbench.locator('summary').filter({ hasText: /^导出$/ });
  await menu.click();
  await exportBy('导出证据目录');
  await menu.click();
  const bundle = await exportBy('导出证据包');
  await workbench.close();

  say('离开浏览器核对证据包：duibiao ledger verify');
  const done = spawnSync(process.execPath, [join(root, 'core', 'cli', 'main.ts'), 'ledger', 'verify', bundle], {
    encoding: 'utf8',
  });
  const text = `${done.stdout}${done.stderr}`.trim();
  say(`  ${text.split('\n')[0] ?? ''}`);

  return {
    lines,
    must,
    look,
    marked,
    service,
    standards,
    kept,
    keptAfterReload,
    attachments,
    entries,
    evidenceOf,
    rated,
    files,
    verified,
    commandLine: { exit: done.status ?? -1, text },
    pictures,
  };
}

async function saved(download: Download, folder: string): Promise<string> {
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  if (readFileSync(path).length === 0) throw new Error(`${path} is empty`);
  return path;
}
