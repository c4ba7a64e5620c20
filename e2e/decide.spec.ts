import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { parseVerdicts } from '../core/check/verdict-file.ts';
import { checkPage, findings, group, settled } from './steps.ts';
import { expect, test } from './test.ts';

test('a verdict on a finding is kept, honoured after a reload, told in the totals, and taken back', async ({
  driven,
  oa,
  tab,
}, info) => {
  test.setTimeout(180_000);
  const panel = await checkPage(driven, oa, tab, '/red/documents/faulty');
  const must = group(panel, '必须改');
  const before = await must.getByRole('listitem').count();
  const item = must.getByRole('listitem').first();
  const sentence = (await item.locator('[data-item]').textContent()) ?? '';

  // Without a reason nothing does not apply.
  await item.getByRole('button', { name: '处理', exact: true }).click();
  const verdicts = item.getByRole('group', { name: '对这一条怎么处理' });
  await verdicts.getByRole('button', { name: '不适用' }).click();
  await expect(item.getByRole('textbox', { name: '为什么不适用' })).toBeFocused();
  await item.getByRole('button', { name: '记下' }).click();
  await expect(item).toContainText('请写一句为什么不适用');
  await panel.screenshot({ path: info.outputPath('verdict-asks.png') });
  const { violations } = await new AxeBuilder({ page: panel }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  await item.getByRole('textbox').fill('本镇由党政办统一审核');
  await panel.keyboard.press('Enter');

  const settledFold = panel.locator('details', { hasText: '处理过 1 条' });
  await expect(must.getByRole('listitem')).toHaveCount(before - 1);
  await expect(settledFold.locator('summary')).toBeFocused();
  await expect(settledFold).toContainText('接受 1');

  // Somebody's task stays in the list, with who and when.
  const task = must.getByRole('listitem').first();
  await task.getByRole('button', { name: '处理', exact: true }).click();
  await task.getByRole('button', { name: '待办' }).click();
  await task.getByRole('textbox', { name: '谁来办' }).fill('周文');
  await task.getByLabel('哪天前办完').fill('2099-12-01');
  await task.getByRole('button', { name: '记下' }).click();
  await expect(task).toContainText('待办：周文，2099-12-01 前');

  // 已改, and it is found all the same.
  const look = group(panel, '建议看').getByRole('listitem').first();
  await look.getByRole('button', { name: '处理', exact: true }).click();
  await look.getByRole('button', { name: '已改' }).click();
  await expect(look).toContainText('说过已改，现在还查得到');
  await panel.screenshot({ path: info.outputPath('verdicts.png'), fullPage: true });

  // It holds after a reload, for a worker that was stopped, and in another tab.
  await driven.stopWorker();
  await tab.reload();
  await settled(panel);
  await expect(must.getByRole('listitem')).toHaveCount(before - 1);
  await expect(task).toContainText('待办：周文');
  await settledFold.locator('summary').click();
  await expect(settledFold).toContainText(`不适用（本镇由党政办统一审核）：${sentence}`);
  await panel.screenshot({ path: info.outputPath('settled.png'), fullPage: true });

  // The ledger has each of them.
  const workbench = await driven.open('/workbench.html#/ledger');
  await workbench.getByRole('combobox').first().waitFor();
  await workbench.goto(workbench.url().replace('#/ledger', '#/ledger/1'));
  await expect(workbench.locator('main')).toContainText('处理意见');
  await expect(workbench.locator('main')).toContainText('本镇由党政办统一审核');
  await workbench.screenshot({ path: info.outputPath('decision.png') });

  // All of them leave as the file that the command line takes.
  await workbench.goto(workbench.url().replace(/#.*/, '#/rules'));
  const [file] = await Promise.all([
    workbench.waitForEvent('download'),
    workbench.getByRole('button', { name: '导出处理意见' }).click(),
  ]);
  const handedOut = parseVerdicts(readFileSync(await file.path(), 'utf8'), '处理意见.json');
  expect(handedOut.map(({ verdict }) => verdict).toSorted()).toEqual(['fixed', 'not-applicable', 'to-do']);
  await workbench.close();

  // One press takes it back.
  await settledFold.getByRole('button', { name: '取消处理意见' }).click();
  await expect(must.getByRole('listitem')).toHaveCount(before);
  expect(await findings(panel, '必须改')).toContain(sentence);
});

const RULES = {
  schema: 'duibiao/rules@1',
  id: 'yuantan',
  name: '源潭镇补充规则',
  version: '1',
  basis: { document: '《源潭镇公文处理办法》' },
  rules: [
    {
      ...{ id: 'contact', type: 'required-role', title: '有联系人', kinds: ['official'], severity: 'error' },
      ...{ clause: '第十条', role: '联系人' },
    },
  ],
};

test("a unit's own rules are imported and judge the page; a wrong pack is refused with a sentence for each row", async ({
  driven,
  oa,
  tab,
}, info) => {
  test.setTimeout(120_000);
  const panel = await checkPage(driven, oa, tab, '/red/documents/clean');
  const clean = await findings(panel);
  const workbench = await driven.open('/workbench.html#/rules');
  const choose = async (name: string, content: unknown): Promise<void> => {
    const chooser = workbench.waitForEvent('filechooser');
    await workbench.getByRole('button', { name: '选择文件' }).click();
    await (await chooser).setFiles({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(content)),
    });
  };
  await expect(workbench.locator('main')).toContainText('自带的规则');

  const wrong = {
    ...RULES,
    rules: [
      { ...RULES.rules[0], role: '星期几' },
      { id: '甲', type: 'x', title: '', kinds: [] },
    ],
  };
  await choose('错的.json', wrong);
  const main = workbench.locator('main');
  await expect(main).toContainText('第 1 条规则“role”：不是认得的栏目');
  await expect(main).toContainText('第 2 条规则“type”：只能是');
  await workbench.screenshot({ path: info.outputPath('rules-refused.png') });

  await choose('规则.json', RULES);
  await expect(main).toContainText('已导入“源潭镇补充规则”，1 条规则');
  await expect(main).toContainText('依据《源潭镇公文处理办法》');
  await workbench.screenshot({ path: info.outputPath('rules.png'), fullPage: true });

  await tab.bringToFront();
  await panel.getByRole('button', { name: '重新检查' }).click();
  await settled(panel);
  const added = (await findings(panel)).filter((one) => !clean.includes(one));
  expect(added).toEqual([expect.stringMatching(/^(?:没有)?联系人/u)]);

  await workbench.bringToFront();
  await workbench.getByRole('button', { name: '移除' }).click();
  await expect(main).toContainText('已移除“源潭镇补充规则”');
  await tab.bringToFront();
  await panel.getByRole('button', { name: '重新检查' }).click();
  await settled(panel);
  expect(await findings(panel)).toEqual(clean);
});
