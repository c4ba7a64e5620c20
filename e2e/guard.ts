import type { CDPSession, Page } from '@playwright/test';
import { type Driven, waitFor } from './browser.ts';

/** Our one element in a page. */
export const OURS = 'duibiao-marks';

interface Node {
  nodeId: number;
  nodeName: string;
  nodeValue: string;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: Node[];
  contentDocument?: Node;
}

const below = (node: Node): Node[] => [
  node,
  ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(below),
  ...(node.contentDocument ? below(node.contentDocument) : []),
];
const textOf = (node: Node): string =>
  below(node)
    .filter(({ nodeName }) => nodeName === '#text')
    .map(({ nodeValue }) => nodeValue)
    .join('');

async function withTree<Value>(tab: Page, look: (cdp: CDPSession, nodes: Node[]) => Promise<Value>): Promise<Value> {
  const cdp = await tab.context().newCDPSession(tab);
  try {
    const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
    return await look(cdp, below(root as Node));
  } finally {
    await cdp.detach().catch(() => undefined);
  }
}

const questionIn = (nodes: Node[]): Node | undefined =>
  nodes.find(({ nodeName, attributes = [] }) => nodeName === 'DIALOG' && attributes.includes('alertdialog'));

/** What the question of the guard says on a page, in its frames too; undefined where nothing is asked. Its root is closed: the browser itself is asked. */
export const questionOn = (tab: Page): Promise<string | undefined> =>
  withTree(tab, async (_, nodes) => {
    const question = questionIn(nodes);
    return question && textOf(question);
  });

/** Waits for the question, and gives what it says. */
export const question = (tab: Page): Promise<string> =>
  waitFor('the question before submitting', () => questionOn(tab));

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
  // It is told to the page in the same breath.
  await tab.waitForTimeout(500);
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
