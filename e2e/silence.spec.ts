import { checkPage, findings, group, keepButton } from './steps.ts';
import { expect, test } from './test.ts';

for (const path of ['/red/documents/clean', '/spa/#/documents/clean']) {
  test(`a clean document gives 没问题 and no finding: ${path}`, async ({ driven, oa, tab }) => {
    const panel = await checkPage(driven, oa, tab, path);
    expect(await findings(panel)).toEqual([]);
    await expect(panel.getByRole('tabpanel').getByText('没问题', { exact: true }).first()).toBeVisible();
    // Silence is worth something only when something was read.
    await expect(panel.getByText(/读到\d{2}个栏目|读到[5-9]个栏目/).first()).toBeAttached();
  });
}

for (const path of ['/red/documents/signature', '/spa/#/documents/signature']) {
  test(`a document signed by pictures gives no finding: ${path}`, async ({ driven, oa, tab }) => {
    const panel = await checkPage(driven, oa, tab, path);
    await expect(group(panel, '必须改')).toHaveCount(0);
    await expect(group(panel, '建议看')).toHaveCount(0);
  });
}

const NO_DOCUMENTS = [
  '/red/login',
  '/red/portal',
  '/red/home',
  '/red/search',
  '/red/new',
  '/spa/#/login',
  '/spa/#/home',
  '/spa/#/search',
  '/weaver8/portal',
  '/weaver9/#/main/portal',
  '/seeyon/portal',
  '/cap4/portal',
  '/landray/portal',
];
for (const path of NO_DOCUMENTS) {
  test(`a page that is no document gives no finding: ${path}`, async ({ driven, oa, tab }) => {
    const panel = await checkPage(driven, oa, tab, path);
    expect(await findings(panel)).toEqual([]);
    await expect(panel.getByRole('tabpanel').getByText('这一页不是文件')).toBeVisible();
  });
}

for (const path of ['/red/documents/pending', '/spa/#/documents/pending']) {
  test(`what a later step fills is 待流转 and no error: ${path}`, async ({ driven, oa, tab }) => {
    const panel = await checkPage(driven, oa, tab, path);
    await expect(group(panel, '必须改')).toHaveCount(0);
    await expect(group(panel, '待流转')).toContainText('签发人');
  });
}

test('a classified document is not shown and cannot be kept', async ({ driven, oa, tab }) => {
  const panel = await checkPage(driven, oa, tab, '/red/documents/classified');
  await expect(panel.getByRole('tabpanel').getByText('已停止')).toBeVisible();
  await expect(keepButton(panel)).toHaveCount(0);
  const held = await panel.evaluate(() => chrome.storage.session.get(null).then((all) => JSON.stringify(all)));
  const title = await tab.title();
  expect(title.length).toBeGreaterThan(4);
  expect(held).not.toContain(title.split(' - ')[0]);
});

for (const path of ['/red/documents/internal', '/spa/#/documents/internal']) {
  test(`a document for inside is checked, and kept only after yes: ${path}`, async ({ driven, oa, tab }) => {
    const panel = await checkPage(driven, oa, tab, path);
    expect(await findings(panel)).toEqual([]);
    const keep = keepButton(panel);
    const question = panel.getByRole('region', { name: '留存之前请先看密级' });
    await keep.click();
    await expect(question).toContainText('密级写的是“内部”');
    await question.getByRole('button', { name: '不留存' }).click();
    await expect(question).toHaveCount(0);
    // A message without the yes is refused, whoever sends it.
    const refused = await panel.evaluate(async () => {
      const held = Object.values(await chrome.storage.session.get(null)) as {
        view?: { state: string; tabId: number; run: { runId: string } };
      }[];
      const view = held.find((one) => one.view?.state === 'ready')?.view;
      const body = { tabId: view?.tabId, runId: view?.run.runId };
      return JSON.stringify(await chrome.runtime.sendMessage({ to: 'background', name: 'keep', body }));
    });
    expect(refused).toContain('ledger-asks-first');
    await expect(panel.getByRole('button', { name: '已留存' })).toHaveCount(0);
    await keep.click();
    await question.getByRole('button', { name: '看过了，可以留存' }).click();
    await panel.getByRole('button', { name: '先不写' }).click();
    await expect(panel.getByRole('button', { name: '已留存' })).toBeVisible();
  });
}
