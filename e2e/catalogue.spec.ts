import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { axe, checkPage, findings, keep, settled } from './steps.ts';
import { expect, test } from './test.ts';

const YUANTAN = join(import.meta.dirname, '..', 'fixtures', 'packs', 'unit-yuantan.json');
const OLD = 'GB/T 36112—2018';
const NEW = 'GB/T 36112—2026';
const TITLE = '政务服务中心服务现场管理规范';
const NEWER = [
  '标准号,标准名称,状态,实施日期,废止日期,代替标准号,是否核对过',
  `GB/T 36112-2026,${TITLE},现行,2026-10-01,,GB/T 36112-2018,是`,
  `GB/T 36112-2018,${TITLE},被代替,2018-07-01,2026-10-01,,是`,
  'GB/T 36ll3-2018,政务服务中心服务投诉处置规范,现行,,,,',
].join('\n');

const choose = (page: Page, name: string, content: string | Buffer): Promise<void> =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });

test('a newer catalogue is seen before it is kept, and judges documents and services until it is taken away', async ({
  driven,
  oa,
  tab,
}) => {
  test.setTimeout(120_000);
  const workbench = await driven.open('workbench.html#/unit');
  const main = workbench.locator('main');
  const unit = JSON.parse(readFileSync(YUANTAN, 'utf8'));
  const ours = ['2022', '2024'].map((year) => `Q/YTBM 211—${year}`);
  for (const designation of ours) unit.standards.push({ designation, title: '大厅分区规范', place: '档案室2柜' });
  unit.standards.push({ designation: OLD, title: TITLE, place: '档案室1柜' });
  await choose(workbench, '单位资料.json', JSON.stringify(unit));
  await expect(main).toContainText('已导入“单位资料.json”');

  // The edition that it names was in force on the document's own day.
  const panel = await checkPage(driven, oa, tab, '/red/standards/hall-2022');
  const SINCE = '引用的GB/T 24421.2—2009现已被GB/T 24421.2—2023代替（2023-03-17起），在本文件的日期仍是现行的。';
  expect(await findings(panel)).toEqual([SINCE]);
  await keep(panel);
  await oa.visit(tab, '/red/standards/hall-2024');
  await settled(panel);
  const REPLACED = '引用的GB/T 24421.2—2009已被GB/T 24421.2—2023代替（2023-03-17起）。';
  expect(await findings(panel)).toEqual([REPLACED]);

  await workbench.goto(workbench.url().replace(/#.*/, '#/catalogues'));
  const inUse = workbench.getByRole('row');
  await expect(inUse).toHaveCount(2);
  for (const [name, content, sentence] of [
    ['别的.json', '{"schema":"duibiao/unit@1"}', '目录没有换，仍用原来的。'],
    ['以后的.json', '{"schema":"duibiao/catalogue@2"}', '请先更新“对标”'],
    ['改了名的.xlsx', '\u00d0\u00cf\u0011\u00e0', '“改了名的.xlsx”'],
  ] as const) {
    await choose(workbench, name, Buffer.from(content, 'latin1'));
    await expect(workbench.getByRole('alert')).toContainText(sentence);
  }
  await choose(workbench, '国标.csv', NEWER);
  const preview = workbench.getByRole('region', { name: '导入前看一看' });
  await expect(preview).toContainText('2 条可以导入，1 条不收。');
  await expect(preview).toContainText('第 4 行：标准号“GB/T 36ll3-2018”里有写错的字符');
  await expect(preview).toContainText(`${OLD}《${TITLE}》 现行 → 已被代替，现在用${NEW}`);
  await expect(preview).toContainText('事项“最低生活保障申请”');
  await expect(preview).toContainText(`标准明细表“${TITLE}”`);
  await expect(preview).toContainText(/文件“[^”]*大厅分区规范[^”]*”：/);
  await axe(workbench);
  await workbench.getByLabel('叫什么').fill('国标目录');
  await workbench.getByLabel('从哪里来').click();
  await expect(preview).not.toContainText('按新写的再看一遍');
  await expect(inUse).toHaveCount(2);
  await preview.getByRole('button', { name: '导入', exact: true }).click();
  await expect(main).toContainText('已导入“国标目录”，2 条');
  await expect(main).toContainText('变更清单');
  await expect(inUse).toHaveCount(3);
  await axe(workbench);

  const again = async (): Promise<void> => {
    await tab.bringToFront();
    await panel.getByRole('button', { name: '重新检查' }).click();
    await settled(panel);
  };
  await again();
  const NOW = `引用的${OLD}现已被${NEW}代替（2026-10-01起），在本文件的日期仍是现行的。`;
  expect(await findings(panel)).toEqual([REPLACED, NOW]);
  await panel.getByRole('tab', { name: '标准' }).click();
  await expect(panel.locator(`[data-standard="${OLD}"]`)).toContainText('已被代替');
  await panel.getByRole('tab', { name: '检查' }).click();

  await workbench.goto(workbench.url().replace(/#.*/, '#/changes'));
  await expect(main).toContainText('没做完 3 件');
  await expect(main).toContainText(`${OLD}：现行→已被代替，现在用 ${NEW}`);
  await expect(main).toContainText('大厅分区规范');
  await workbench.goto(workbench.url().replace(/#.*/, '#/catalogues'));
  await workbench.getByRole('button', { name: '移除“国标目录”' }).click();
  await workbench.getByRole('dialog').getByRole('button', { name: '移除' }).click();
  await expect(main).toContainText('已移除“国标目录”');
  await expect(inUse).toHaveCount(2);
  await again();
  expect(await findings(panel)).toEqual([REPLACED]);
  await workbench.goto(workbench.url().replace(/#.*/, '#/changes'));
  await workbench.getByLabel('看哪些').selectOption('all');
  await expect(main.getByText(/变化已撤回/)).toHaveCount(3);
});
