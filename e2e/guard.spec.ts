import type { Page } from '@playwright/test';
import { behind, postsOf, press, question, questionOn, readAs, trial, waivers } from './guard.ts';
import { EVERYTHING } from './steps.ts';
import { expect, test } from './test.ts';
import { OURS } from './tree.ts';

/** 在这个地址常开: pages are read and guarded by themselves. */
test.use({ build: 'standing' });

/** One form of each family, with something that must be changed: what submits it, and what it sends then. */
const ALL_FORMS = [
  { path: '/red/documents/faulty-draft', button: '提交', sends: 'action=submit', saves: '暂存' },
  { path: '/spa/#/documents/faulty', button: '同意', sends: 'approve', saves: '退回' },
  { path: '/red/documents/faulty', button: '同意', sends: 'action=approve', saves: '退回' },
  { path: '/spa/#/documents/faulty-draft', button: '提交', sends: 'submit', saves: '暂存' },
];
const FORMS = EVERYTHING ? ALL_FORMS : ALL_FORMS.slice(0, 2);

const button = (tab: Page, name: string) =>
  tab.getByRole('button', { name, exact: true }).or(tab.getByRole('link', { name, exact: true }));

for (const { path, button: caption, sends, saves } of FORMS) {
  test(`${path}: warns, goes back, and lets through what is submitted all the same`, async ({ driven, oa, tab }) => {
    const back = await behind(driven);
    await tab.bringToFront();
    const posts = postsOf(tab);
    await oa.visit(tab, path);
    await readAs(back, tab, 'ready');
    await button(tab, caption).click();
    const asked = await question(tab);
    expect(asked).toContain('附件说明列了2件而实际只有1件');
    expect(asked).toMatch(/还有[23]处必须改/);
    // The way back is where the focus is.
    await tab.keyboard.press('Enter');
    await expect(tab.locator(OURS)).toHaveCount(0);
    expect(posts).toEqual([]);
    expect(await waivers(back)).toEqual([]);
    // Once per version: pressed again, it goes.
    await button(tab, caption).click();
    await expect.poll(() => posts.length).toBe(1);
    expect(posts[0]).toContain(sends);
    expect(await questionOn(tab)).toBeUndefined();
    expect(await waivers(back)).toEqual([]);
    expect(saves).not.toBe('');
  });

  test(`${path}: what does not submit is not asked about, and a reason is kept once`, async ({ driven, oa, tab }) => {
    const back = await behind(driven);
    await tab.bringToFront();
    const posts = postsOf(tab);
    await oa.visit(tab, path);
    await readAs(back, tab, 'ready');
    await button(tab, caption).click();
    await question(tab);
    await tab.keyboard.press('Shift+Tab');
    await tab.keyboard.type('领导已口头同意');
    await press(tab, '仍要提交');
    await expect.poll(() => posts.length).toBe(1);
    expect(posts[0]).toContain(sends);
    await expect.poll(() => waivers(back)).toEqual(['领导已口头同意']);
  });

  test(`${path}: ${saves} is no submitting`, async ({ driven, oa, tab }) => {
    const back = await behind(driven);
    await tab.bringToFront();
    const posts = postsOf(tab);
    await oa.visit(tab, path);
    await readAs(back, tab, 'ready');
    await button(tab, saves).click();
    await expect.poll(() => posts.length).toBe(1);
    expect(await questionOn(tab)).toBeUndefined();
  });
}

test('a link that runs a script is pressed in the page itself, where no script of ours may', async ({
  driven,
  oa,
  tab,
}) => {
  const back = await behind(driven);
  await tab.bringToFront();
  const posts = postsOf(tab);
  await trial(tab, oa.url, { submits: '<a href="javascript:document.forms[0].submit()">同 意</a>' });
  await readAs(back, tab, 'ready');
  await tab.getByRole('link', { name: '同 意' }).click();
  expect(await question(tab)).toContain('审核人是空的');
  await press(tab, '仍要提交');
  await expect.poll(() => posts.length).toBe(1);
});

test('Enter in the box of a form that has no button is submitting', async ({ driven, oa, tab }) => {
  const back = await behind(driven);
  await tab.bringToFront();
  const posts = postsOf(tab);
  await trial(tab, oa.url, { submits: '' });
  await readAs(back, tab, 'ready');
  await tab.locator('input').press('Enter');
  await question(tab);
  await tab.keyboard.press('Escape');
  await expect(tab.locator(OURS)).toHaveCount(0);
  expect(posts).toEqual([]);
  await tab.locator('input').press('Enter');
  await expect.poll(() => posts.length).toBe(1);
});

/** Ways in which pages submit. */
const WAYS = {
  'a button whose script sends the form': {
    submits: '<button type="button" onclick="this.form.requestSubmit()">提交</button>',
  },
  'a button in an open shadow root': {
    submits: `<x-bar></x-bar><script>customElements.define('x-bar', class extends HTMLElement {
      connectedCallback() {
        this.attachShadow({ mode: 'open' }).innerHTML = '<div class="bar"><button type="button"><span>提 交</span></button></div>';
        this.shadowRoot.querySelector('button').onclick = () => this.closest('form').submit();
      } })</script>`,
  },
  'a page with a strict policy': {
    submits: '<input type="submit" value="提交">',
    policy: "default-src 'self'; style-src 'self'; script-src 'self'",
  },
  'a frame of another origin': { submits: '<input type="submit" value="提交">', framed: true },
} as const;

test('however a page submits it is asked once, goes back, and goes', async ({ driven, oa, tab }) => {
  const back = await behind(driven);
  await tab.bringToFront();
  for (const [way, page] of Object.entries(WAYS)) {
    await test.step(way, async () => {
      const posts = postsOf(tab);
      await trial(tab, oa.url, { ...page, elsewhere: oa.elsewhere, title: `${way}的通知` });
      await readAs(back, tab, 'ready');
      const place = ('framed' in page && tab.frames()[1]) || tab;
      const press = () => place.getByRole('button', { name: /^提 ?交$/ }).click();
      await press();
      expect(await question(place)).toContain('审核人是空的');
      await tab.keyboard.press('Escape');
      await expect(place.locator(OURS)).toHaveCount(0);
      expect(posts).toEqual([]);
      await press();
      await expect.poll(() => posts.length).toBe(1);
      expect(posts[0]).toContain('/trial-sent');
    });
  }
  await test.step('a script that sends the form by itself is not asked', async () => {
    const posts = postsOf(tab);
    await trial(tab, oa.url, { submits: '<input type="submit" value="提交">' });
    await readAs(back, tab, 'ready');
    await tab.evaluate(() => document.forms[0]?.requestSubmit());
    await expect.poll(() => posts.length).toBe(1);
    expect(await questionOn(tab)).toBeUndefined();
  });
});
