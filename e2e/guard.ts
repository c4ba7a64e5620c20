import type { Frame, Page } from '@playwright/test';
import { type Driven, waitFor } from './browser.ts';
import { below, type Node, withTree } from './tree.ts';

const textOf = (node: Node): string =>
  below(node)
    .filter(({ nodeName }) => nodeName === '#text')
    .map(({ nodeValue }) => nodeValue)
    .join('');

const questionIn = (nodes: Node[]): Node | undefined =>
  nodes.find(({ nodeName, attributes = [] }) => nodeName === 'DIALOG' && attributes.includes('alertdialog'));

/** What the question of the guard says on a page, in its frames of the same site too; undefined where nothing is asked. Its root is closed: the browser itself is asked. */
export const questionOn = (at: Page | Frame): Promise<string | undefined> =>
  withTree(at, async (_, nodes) => {
    const question = questionIn(nodes);
    return question && textOf(question);
  });

/** Waits for the question, and gives what it says. */
export const question = (at: Page | Frame): Promise<string> =>
  waitFor('the question before submitting', () => questionOn(at));

/** Presses a button of the question by the mouse, as a person does. */
export async function press(tab: Page, caption: string, which = 0): Promise<void> {
  const [x, y] = await withTree(tab, async (cdp, nodes) => {
    const button = below(questionIn(nodes) as Node).filter(
      (node) => node.nodeName === 'BUTTON' && textOf(node) === caption,
    )[which];
    const { model } = await cdp.send('DOM.getBoxModel', { nodeId: button?.nodeId ?? 0 });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
    return [(left + right) / 2, (top + bottom) / 2] as const;
  });
  await tab.mouse.click(x, y);
}

/** A page of the extension behind the others, through which its memory is seen. Opened before the page that is looked at. */
export const behind = (driven: Driven): Promise<Page> => driven.open('options.html');

/** Waits until the page that stands in the tab was read by itself and found to be in this state. */
export async function readAs(back: Page, tab: Page, state: 'ready' | 'no-document' | 'stopped'): Promise<void> {
  const address = state === 'stopped' ? new URL(tab.url()).origin : tab.url();
  await waitFor(`${tab.url()} to be read as ${state}`, async () => {
    const views = await back.evaluate(() => chrome.storage.session.get(null));
    return Object.values(views as Record<string, { view?: { url: string; state: string } }>).some(
      ({ view }) => view?.url === address && view.state === state,
    )
      ? true
      : undefined;
  });
  // It is told to the page in the same breath, and to its frames one after another.
  await tab.waitForTimeout(tab.frames().length > 1 ? 1_500 : 500);
}

interface Trial {
  /** What stands below the boxes of the form, and submits it. */
  submits: string;
  /** Runs before everything else. */
  script?: string;
  title?: string;
  /** The page's policy for its content. */
  policy?: string;
  /** The form stands in a frame from this origin. */
  framed?: boolean;
  elsewhere?: string;
}

let trials = 0;

/** A page of our own in the place of one of the demo OA: a document whose reviewer is blank. */
export async function trial(tab: Page, url: string, page: Trial): Promise<void> {
  const { submits, script, title = '关于做好窗口服务工作的通知', policy, framed, elsewhere } = page;
  const form = `<!doctype html><title>发文稿纸</title>${script ? `<script>${script}</script>` : ''}<h1>发文稿纸</h1>
<form method="post" action="/trial-sent"><table><tr><td>标题</td><td><input name="title" value="${title}"></td></tr>
<tr><td>拟稿人</td><td>王芳</td></tr><tr><td>审核人</td><td></td></tr><tr><td>签发人</td><td>周志强</td></tr>
<tr><td>流程状态</td><td>已签发</td></tr></table>${submits}</form>`;
  const around = `<!doctype html><title>办文</title><h1>办文</h1><iframe src="${elsewhere}/trial-form" width="900" height="500"></iframe>`;
  const answer = (body: string) => ({
    contentType: 'text/html; charset=utf-8',
    ...(policy !== undefined && { headers: { 'content-security-policy': policy } }),
    body,
  });
  await tab.route(
    ({ pathname }) => pathname === '/trial',
    (route) => route.fulfill(answer(framed ? around : form)),
  );
  await tab.route('**/trial-form', (route) => route.fulfill(answer(form)));
  // An address of its own each time: what was found on an earlier one, in a tab that goes, is not taken for this one's.
  trials += 1;
  await tab.goto(`${url}/trial?${trials}`);
}

/** What was kept of submitting all the same: the reason of each entry. */
export async function waivers(back: Page): Promise<string[]> {
  const stored = await back.evaluate(async () => {
    const answer = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open('duibiao'));
    if (!database.objectStoreNames.contains('tail')) return [];
    const rows: { entry: Uint8Array; payload: Uint8Array }[] = await answer(
      database.transaction('tail').objectStore('tail').getAll(),
    );
    database.close();
    return rows.map(({ entry, payload }) => [new TextDecoder().decode(entry), new TextDecoder().decode(payload)]);
  });
  return stored.flatMap(([entry = '', payload = '']) =>
    entry.includes('"kind":"waiver"') ? [JSON.parse(payload).reason as string] : [],
  );
}

/** What the browser sent by post, each with its body. */
export function postsOf(tab: Page): string[] {
  const posts: string[] = [];
  tab.on('request', (request) => {
    if (request.method() === 'POST') posts.push(`${new URL(request.url()).pathname} ${request.postData() ?? ''}`);
  });
  return posts;
}
