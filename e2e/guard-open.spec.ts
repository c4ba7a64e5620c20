import type { Page } from '@playwright/test';
import { type Driven, launch, waitFor } from './browser.ts';
import { behind, postsOf, press, question, questionOn, readAs, trial, waivers } from './guard.ts';
import { type Oa, startOa } from './oa.ts';
import { expect, test } from './test.ts';
import { OURS } from './tree.ts';

/*
 * Whatever of ours is broken, the OA's button works. Each test breaks one part, in the real browser, and submits.
 */
test.use({ build: 'standing' });

const PATH = '/red/documents/faulty-draft';
const submit = (tab: Page) => tab.getByRole('button', { name: '提交', exact: true });

/** A page with something that must be changed, read and guarded. */
async function guarded(driven: Driven, oa: Oa, tab: Page, path = PATH): Promise<{ back: Page; posts: string[] }> {
  const back = await behind(driven);
  await tab.bringToFront();
  const posts = postsOf(tab);
  await oa.visit(tab, path);
  await readAs(back, tab, 'ready');
  return { back, posts };
}

/** Changes the page so that what was found is not fresh any more, and submits at once: the worker has to be asked. */
async function changeAndSubmit(tab: Page): Promise<void> {
  await tab.evaluate(() => {
    const [box] = document.querySelectorAll<HTMLInputElement>('input[name=title]');
    // As a picker does it: no event tells of it.
    if (box) box.value = '关于开展标准化培训的通知';
  });
  await submit(tab).click();
}

async function leaves(posts: string[]): Promise<void> {
  await expect.poll(() => posts.length).toBe(1);
  expect(posts[0]).toContain('action=submit');
}

/** The worker does nothing else for so long. Gives what tells whether it still hangs. */
function hang(driven: Driven, milliseconds: number): { hangs(): boolean } {
  const [worker] = driven.context.serviceWorkers();
  if (worker === undefined) throw new Error('no worker to hang');
  let hanging = true;
  worker
    .evaluate((long) => {
      const end = Date.now() + long;
      while (Date.now() < end);
    }, milliseconds)
    .catch(() => undefined)
    .finally(() => {
      hanging = false;
    });
  return { hangs: () => hanging };
}

/** Runs a script in the world of our content script, as no page can. */
async function inOurWorld(driven: Driven, tab: Page, script: string): Promise<void> {
  const cdp = await tab.context().newCDPSession(tab);
  const worlds: { id: number; origin: string; auxData?: { frameId?: string } }[] = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  const { frameTree } = await cdp.send('Page.getFrameTree');
  await cdp.send('Runtime.enable');
  const ours = await waitFor('our world', () =>
    worlds.find(
      ({ origin, auxData }) =>
        origin === `chrome-extension://${driven.extensionId}` && auxData?.frameId === frameTree.frame.id,
    ),
  );
  const { exceptionDetails } = await cdp.send('Runtime.evaluate', { expression: script, contextId: ours.id });
  expect(exceptionDetails).toBeUndefined();
  await cdp.detach();
}

test('the worker is stopped: what was found is asked without it, and kept when it wakes', async ({
  driven,
  oa,
  tab,
}) => {
  const { back, posts } = await guarded(driven, oa, tab);
  await driven.stopWorker();
  await submit(tab).click();
  expect(await question(tab)).toContain('附件说明');
  await press(tab, '仍要提交');
  await leaves(posts);
  await expect.poll(() => waivers(back)).toEqual(['']);
});

test('the worker is stopped in the moment of the answer: the reason is in the ledger, once, when it is up again', async ({
  driven,
  oa,
  tab,
}) => {
  const { back, posts } = await guarded(driven, oa, tab);
  await submit(tab).click();
  await question(tab);
  await tab.keyboard.press('Shift+Tab');
  await tab.keyboard.type('领导已口头同意');
  // What is told is lost with the worker: the worst that may happen to a message.
  await inOurWorld(driven, tab, 'chrome.runtime.sendMessage = () => new Promise(() => {})');
  await Promise.all([driven.stopWorker(), press(tab, '仍要提交')]);
  await leaves(posts);
  await expect.poll(() => waivers(back)).toEqual(['领导已口头同意']);
  // Nothing of it stays where it was left, and the next worker keeps it no second time.
  await expect
    .poll(() => back.evaluate(async () => JSON.stringify(await chrome.storage.local.get(null))))
    .not.toContain('领导已口头同意');
  await driven.stopWorker();
  await oa.visit(tab, PATH);
  await tab.waitForTimeout(1_000);
  expect(await waivers(back)).toEqual(['领导已口头同意']);
});

test('the worker is stopped and the page has changed: it is asked or let go, and never held', async ({
  driven,
  oa,
  tab,
}) => {
  const { posts } = await guarded(driven, oa, tab);
  await driven.stopWorker();
  await changeAndSubmit(tab);
  const first = await waitFor(
    'an end of the waiting',
    async () => (posts.length > 0 ? 'gone' : undefined) ?? (await questionOn(tab)),
  );
  if (first !== 'gone') await press(tab, '仍要提交');
  await leaves(posts);
});

test('the worker hangs and nothing has changed: the page decides by itself', async ({ driven, oa, tab }) => {
  const { posts } = await guarded(driven, oa, tab);
  const { hangs } = hang(driven, 30_000);
  await submit(tab).click();
  await question(tab);
  await press(tab, '仍要提交');
  await leaves(posts);
  expect(hangs()).toBe(true);
});

test('the worker hangs and the page has changed: it goes without being asked', async ({ driven, oa, tab }) => {
  const { posts } = await guarded(driven, oa, tab);
  const { hangs } = hang(driven, 30_000);
  await changeAndSubmit(tab);
  await leaves(posts);
  expect(hangs()).toBe(true);
  expect(posts[0]).toContain(encodeURIComponent('关于开展标准化培训的通知'));
});

for (const [name, script] of [
  ['throw', 'chrome.runtime.sendMessage = () => { throw new Error("Extension context invalidated."); }'],
  ['are never answered', 'chrome.runtime.sendMessage = () => new Promise(() => {})'],
  ['are answered with anything', 'chrome.runtime.sendMessage = async () => ({ ok: true, value: { guard: 5 } })'],
] as const) {
  test(`messages ${name}: it goes`, async ({ driven, oa, tab }) => {
    const { posts } = await guarded(driven, oa, tab);
    await inOurWorld(driven, tab, script);
    await changeAndSubmit(tab);
    await leaves(posts);
  });
}

test('the extension is reloaded: the old script is out of the way, and the new one guards the next page', async ({
  driven,
  oa,
  tab,
}) => {
  const { back, posts } = await guarded(driven, oa, tab);
  await back.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await waitFor('the pages of the extension to close', () => back.isClosed() || undefined);
  await tab.bringToFront();
  await submit(tab).click();
  await leaves(posts);
  await expect(tab.locator(OURS)).toHaveCount(0);
});

test('the extension is updated while the question stands: the question goes, and the page submits', async ({
  driven,
  oa,
  tab,
}) => {
  const { back, posts } = await guarded(driven, oa, tab);
  await submit(tab).click();
  await question(tab);
  await tab.waitForTimeout(1_500);
  await back.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await tab.bringToFront();
  await expect(tab.locator(OURS)).toHaveCount(0);
  expect(posts).toEqual([]);
  await submit(tab).click();
  await leaves(posts);
});

test('the extension is removed while the question stands: the question goes, and the next press submits', async ({
  driven,
  oa,
  tab,
}) => {
  const { back, posts } = await guarded(driven, oa, tab);
  await submit(tab).click();
  await question(tab);
  // Long enough to have been read: that it goes is no yes.
  await tab.waitForTimeout(4_000);
  await back.evaluate(() => chrome.management.uninstallSelf({ showConfirmDialog: false })).catch(() => undefined);
  await expect(tab.locator(OURS)).toHaveCount(0);
  expect(posts).toEqual([]);
  await submit(tab).click();
  await leaves(posts);
});

/** Pages that fight us, each by a script that runs before everything else. */
const HOSTILE = {
  'takes our element out': `new MutationObserver(() => document.querySelector('${OURS}')?.remove()).observe(document, { subtree: true, childList: true })`,
  'covers our question': `new MutationObserver((_, self) => {
    if (!document.querySelector('${OURS}')) return;
    self.disconnect();
    setTimeout(() => {
      const cover = document.createElement('dialog');
      cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;background:#fff';
      document.body.append(cover);
      cover.showModal();
      setTimeout(() => cover.close(), 4000);
    }, 20);
  }).observe(document, { subtree: true, childList: true })`,
} as const;
for (const [name, script] of Object.entries(HOSTILE)) {
  test(`a page that ${name}: it goes`, async ({ driven, oa, tab }) => {
    await tab.addInitScript(script);
    const { posts } = await guarded(driven, oa, tab);
    await submit(tab).click();
    await leaves(posts);
  });
}

/** What a page may do without keeping the question from being asked and answered. */
const HARMLESS = {
  'hides our element by its styles': `addEventListener('DOMContentLoaded', () => { const style = document.createElement('style');
    style.textContent = '* { opacity: 0.4 !important; pointer-events: none !important } ${OURS}, ${OURS} * { display: none !important; visibility: hidden !important; transform: scale(0) !important }';
    document.head.append(style); })`,
  'broke what scripts are made of': `for (const name of ['attachShadow', 'append', 'matches', 'querySelectorAll', 'getBoundingClientRect', 'setAttribute', 'remove'])
    Element.prototype[name] = () => { throw new Error('taken over'); };
    HTMLDialogElement.prototype.showModal = () => { throw new Error('taken over'); };
    Event.prototype.preventDefault = Event.prototype.stopImmediatePropagation = Event.prototype.composedPath = () => {};
    Document.prototype.createElement = () => { throw new Error('taken over'); };
    Array.prototype.map = Array.prototype.push = () => { throw new Error('taken over'); };
    Promise.prototype.then = () => { throw new Error('taken over'); };`,
} as const;
for (const [name, script] of Object.entries(HARMLESS)) {
  test(`a page that ${name}: it is asked all the same, and goes`, async ({ driven, oa, tab }) => {
    const back = await behind(driven);
    await tab.bringToFront();
    const posts = postsOf(tab);
    await trial(tab, oa.url, { script, submits: '<input type="submit" name="how" value="提 交">' });
    await readAs(back, tab, 'ready');
    // The page takes no mouse; what has the focus is pressed.
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    expect(await question(tab)).toContain('审核人是空的');
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    await expect.poll(() => posts.length).toBe(1);
    expect(posts[0]).toBe(
      `/trial-sent title=${encodeURIComponent('关于做好窗口服务工作的通知')}&how=${encodeURIComponent('提 交').replace('%20', '+')}`,
    );
  });
}

test('what is sent is byte for byte what is sent without the extension', async ({ driven, oa, tab }) => {
  const { posts } = await guarded(driven, oa, tab);
  await submit(tab).click();
  await question(tab);
  await press(tab, '仍要提交');
  await leaves(posts);
  const bare = await launch({ build: 'shipped' });
  const other = await startOa();
  try {
    const [page = await bare.context.newPage()] = bare.context.pages();
    const sent = postsOf(page);
    await other.visit(page, PATH);
    await submit(page).click();
    await expect.poll(() => sent.length).toBe(1);
    expect(posts).toEqual(sent);
  } finally {
    await other.close();
    await bare.close();
  }
});

test('nothing of the page is written to in the whole of a journey', async ({ driven, oa, tab }) => {
  const back = await behind(driven);
  await tab.bringToFront();
  const posts = postsOf(tab);
  await oa.visit(tab, PATH);
  await tab.evaluate((ours) => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    const isOurs = (node: Node): boolean => node.nodeName.toLowerCase() === ours;
    new MutationObserver((records) => {
      for (const { type, target, addedNodes, removedNodes } of records)
        if (!isOurs(target) && ![...addedNodes, ...removedNodes].some(isOurs)) seen.push(`${type} ${target.nodeName}`);
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  }, OURS);
  await readAs(back, tab, 'ready');
  await submit(tab).click();
  await question(tab);
  await press(tab, '看在哪里');
  await expect(tab.locator(OURS)).toHaveCount(2);
  await tab.waitForTimeout(1_000);
  await tab.keyboard.press('Escape');
  await expect(tab.locator(OURS)).toHaveCount(0);
  expect(await tab.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
  await submit(tab).click();
  await leaves(posts);
});
