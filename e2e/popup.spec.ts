import { group, openNarrowWindow, settled } from './steps.ts';
import { expect, test } from './test.ts';

test.use({ build: 'standing' });

test('a document that the OA opens in a window of its own is read there, and the page behind it afterwards', async ({
  driven,
  oa,
  tab,
}) => {
  await oa.visit(tab, '/red/documents/clean');
  const panel = await openNarrowWindow(driven);
  await settled(panel);
  // Such a window has no toolbar and no panel of its own.
  const [popup] = await Promise.all([
    driven.context.waitForEvent('page'),
    tab.evaluate((url) => void window.open(url, '_blank', 'width=900,height=700'), `${oa.url}/red/documents/faulty`),
  ]);
  await popup.waitForLoadState('load');
  await expect(group(panel, '必须改')).toContainText('审核人');
  await popup.close();
  await expect(panel.getByRole('heading', { level: 1 })).toContainText('窗口服务规范');
});
