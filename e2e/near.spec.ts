import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { checkPage, settled } from './steps.ts';
import { expect, test } from './test.ts';

const YUANTAN = join(import.meta.dirname, '..', 'fixtures', 'packs', 'unit-yuantan.json');

test('a service that is written otherwise than in the list is asked about once, and then its standards are shown', async ({
  driven,
  oa,
  tab,
}) => {
  test.setTimeout(90_000);
  const unit = JSON.parse(readFileSync(YUANTAN, 'utf8'));
  // In the list it is called a little otherwise than on the page.
  for (const service of unit.services)
    if (service.name === '最低生活保障申请')
      Object.assign(service, { name: '最低生活保障的申请', aliases: [], code: '' });
  for (const service of unit.services) if (service.code === '') delete service.code;
  for (const window of unit.windows)
    window.services = window.services.map((name: string) =>
      name === '最低生活保障申请' ? '最低生活保障的申请' : name,
    );
  const workbench = await driven.open('workbench.html#/unit');
  await workbench.locator('input[type=file]').setInputFiles({
    ...{ name: '单位.json', mimeType: 'application/json' },
    buffer: Buffer.from(JSON.stringify(unit)),
  });
  await expect(workbench.locator('main')).toContainText('已导入“单位.json”');
  await workbench.close();

  const panel = await checkPage(driven, oa, tab, '/red/cases/complete');
  await panel.getByRole('tab', { name: '标准' }).click();
  await expect(panel.locator('main')).toContainText('单位资料里没有“最低生活保障申请”。是下面这个吗？');
  const { violations } = await new AxeBuilder({ page: panel }).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await panel.getByRole('button', { name: '是“最低生活保障的申请”' }).click();
  await settled(panel);
  await expect(panel.locator('main')).toContainText('这个事项执行的标准');
  await expect(panel.locator('main')).not.toContainText('是下面这个吗');
});
