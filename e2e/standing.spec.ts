import { group, openNarrowWindow, settled } from './steps.ts';
import { expect, test } from './test.ts';

/** 在这个地址常开, as it is after the browser's question was answered with yes. */
test.use({ build: 'standing' });

test('an allowed address is read page after page without a click', async ({ driven, oa, tab }) => {
  await oa.visit(tab, '/red/documents/faulty');
  const panel = await driven.clickToolbar(tab);
  await settled(panel);
  await expect(panel.getByRole('button', { name: '一直开' })).toHaveAttribute('aria-pressed', 'true');
  const other = await driven.context.newPage();
  await oa.visit(other, '/red/documents/clean');
  await other.bringToFront();
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('窗口服务规范');
  await settled(panel);
  await oa.visit(other, '/red/documents/dates');
  await settled(panel);
  await expect(group(panel, '必须改')).toBeVisible();
});

test('a frame of another allowed address is read too', async ({ driven, oa, tab }) => {
  await oa.visit(tab, '/hostile/cross-origin');
  const panel = await driven.clickToolbar(tab);
  await settled(panel);
  await expect(group(panel, '没读到')).toHaveCount(0);
});

test('the narrow window follows the page that was in front', async ({ driven, oa, tab }) => {
  await oa.visit(tab, '/red/documents/faulty');
  const panel = await openNarrowWindow(driven);
  await tab.bringToFront();
  await settled(panel);
  await expect(group(panel, '必须改')).toContainText('审核人');
});

test('the settings list the address', async ({ driven }) => {
  const options = await driven.open('options.html');
  await expect(options.getByText('http://127.0.0.1', { exact: true })).toBeVisible();
});
