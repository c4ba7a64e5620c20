import { checkPage, EVERYTHING, group } from './steps.ts';
import { expect, test } from './test.ts';

/** Every hostile page carries the same small form: the reviewer's box is empty, the approver's is filled. */
const READABLE = [
  ...['huge', 'mutating', 'frame-never', 'prototypes', 'labels', 'cross-origin', 'object', 'strict-policy'],
  ...['shadow-open', 'shadow-closed', 'everything', 'pdf-frame', 'picture-body'],
];
for (const name of READABLE) {
  test(`${name}: the form is read all the same`, async ({ driven, oa, tab }) => {
    const panel = await checkPage(driven, oa, tab, `/hostile/${name}`);
    await expect(group(panel, '必须改')).toContainText('审核人');
    await expect(group(panel, '必须改')).not.toContainText('签发人是空');
  });
}

test('a frame that never loads and one of another address are named, not taken as fine', async ({
  driven,
  oa,
  tab,
}) => {
  const panel = await checkPage(driven, oa, tab, '/hostile/frame-never');
  await expect(group(panel, '没读到')).toBeVisible();
  await oa.visit(tab, '/hostile/cross-origin');
  await expect(group(panel, '没读到')).toContainText('没读到');
});

const UNREAD = [
  ['object', '控件'],
  ['pdf-frame', '正文在PDF 阅读控件里，没读到'],
  ['picture-body', '正文是图片，没读到'],
] as const;
for (const [name, words] of UNREAD) {
  test(`${name}: what gives no text is named`, async ({ driven, oa, tab }) => {
    const panel = await checkPage(driven, oa, tab, `/hostile/${name}`);
    await expect(group(panel, '没读到')).toContainText(words);
  });
}

/** Twelve million characters each: more than one reading takes. The browser itself is slow with most of them. */
const LONG = [
  ...['paragraph', 'frame', 'only'],
  ...(EVERYTHING ? ['textarea', 'title', 'cell', 'inline', 'editor', 'values'] : []),
];
for (const name of LONG) {
  test(`long-${name}: what was not read is said, and the next tab does not wait for it`, async ({
    driven,
    oa,
    tab,
  }) => {
    await oa.visit(tab, `/hostile/long-${name}`);
    const other = await driven.context.newPage();
    await oa.visit(other, '/hostile/labels');
    await driven.clickToolbar(tab);
    const panel = await driven.clickToolbar(other);
    await expect(group(panel, '必须改')).toContainText('审核人');
    await tab.bringToFront();
    await expect(panel.locator('main')).toContainText('页面内容太多，只读了前面一部分');
  });
}

test('marks work under a strict content policy, and nothing else is added to the page', async ({ driven, oa, tab }) => {
  const panel = await checkPage(driven, oa, tab, '/hostile/strict-policy');
  const before = await tab.evaluate(() => document.documentElement.outerHTML);
  await group(panel, '必须改').getByRole('button', { name: '在页面上看' }).first().click();
  await expect(tab.locator('duibiao-marks')).toHaveCount(1);
  await tab.keyboard.press('Escape');
  await expect(tab.locator('duibiao-marks')).toHaveCount(0);
  expect(await tab.evaluate(() => document.documentElement.outerHTML)).toBe(before);
});
