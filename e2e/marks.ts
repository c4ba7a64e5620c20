import type { CDPSession, Page } from '@playwright/test';
import { type Node, OURS, withBrowser } from './tree.ts';

export interface Drawn {
  part: 'note' | 'tag' | 'box';
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * What our overlay shows on a page, in its frames too, in pixels of the page's window. The shadow root is closed: the browser
 * itself is asked, and only for our element, because there may be many others.
 */
export const drawnOn = (tab: Page): Promise<Drawn[]> => withBrowser(tab, drawnBy);

async function drawnBy(cdp: CDPSession): Promise<Drawn[]> {
  await cdp.send('DOM.getDocument', { depth: 0 });
  const { searchId, resultCount } = await cdp.send('DOM.performSearch', {
    query: `//${OURS}`,
    includeUserAgentShadowDOM: true,
  });
  if (resultCount === 0) return [];
  const { nodeIds } = await cdp.send('DOM.getSearchResults', { searchId, fromIndex: 0, toIndex: resultCount });
  const hosts = await Promise.all(
    nodeIds.map((nodeId) => cdp.send('DOM.describeNode', { nodeId, depth: -1, pierce: true })),
  );
  const parts = hosts.flatMap(({ node }) => node.shadowRoots?.flatMap((shadow) => shadow.children ?? []) ?? []);
  const drawn = await Promise.all(parts.map((node) => partOf(cdp, node as Node)));
  return drawn.filter((one) => one !== undefined);
}

async function partOf(cdp: CDPSession, node: Node): Promise<Drawn | undefined> {
  const { attributes = [] } = node;
  const attribute = (name: string): string => attributes[attributes.indexOf(name) + 1] ?? '';
  if (!/visibility: visible/.test(attribute('style'))) return undefined;
  // One that went in the meantime is seen to be gone at the next look.
  const box = await cdp.send('DOM.getBoxModel', { backendNodeId: node.backendNodeId }).catch(() => undefined);
  if (box === undefined) return undefined;
  const { model } = box;
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
  const text = (node.children ?? []).map(({ nodeValue }) => nodeValue).join('');
  return { part: attribute('data-part') as Drawn['part'], text, left, top, right, bottom };
}

/** What is written, filled in or pressed on a page and lies, seen, under one of these areas: as text, for a message. */
export function coveredBy(tab: Page, areas: readonly Drawn[]): Promise<string[]> {
  return tab.evaluate((covers) => {
    const found: string[] = [];
    const look = (document: Document, x: number, y: number): void => {
      const under = (rect: DOMRect, element: Element, what: string): void => {
        if (rect.width < 1 || rect.height < 1) return;
        for (const cover of covers) {
          const left = Math.max(rect.left, cover.left - x);
          const top = Math.max(rect.top, cover.top - y);
          const right = Math.min(rect.right, cover.right - x);
          const bottom = Math.min(rect.bottom, cover.bottom - y);
          if (right - left < 0.5 || bottom - top < 0.5) continue;
          // What is scrolled away, folded up or hidden behind something else cannot be covered.
          const stack = document.elementsFromPoint((left + right) / 2, (top + bottom) / 2);
          if (stack.some((one) => one === element || element.contains(one)))
            found.push(`${cover.part} “${cover.text}” over ${what}`);
        }
      };
      const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        if (!/\S/.test(node.data) || !node.parentElement) continue;
        range.selectNodeContents(node);
        for (const rect of range.getClientRects())
          under(rect, node.parentElement, `“${node.data.trim().slice(0, 40)}”`);
      }
      for (const control of document.querySelectorAll('input, textarea, select, button, img, canvas, object, embed'))
        under(control.getBoundingClientRect(), control, control.outerHTML.slice(0, 60));
      for (const frame of document.querySelectorAll('iframe, frame')) {
        let inner: Document | null = null;
        try {
          inner = (frame as HTMLIFrameElement).contentDocument;
        } catch {}
        const box = frame.getBoundingClientRect();
        if (inner) look(inner, x + box.left + frame.clientLeft, y + box.top + frame.clientTop);
        else under(box, frame, 'a frame out of reach');
      }
    };
    look(document, 0, 0);
    return [...new Set(found)];
  }, areas);
}

/** How long what is drawn has to stay where it is: longer than from one look of the overlay to the next. */
const STILL = 350;
const PATIENCE = 14_000;

/** Waits until what is drawn stays where it is; gives it. */
export async function drawnAtRest(tab: Page): Promise<Drawn[]> {
  let [last, since] = ['', Date.now()];
  for (const end = since + PATIENCE; Date.now() < end; ) {
    const drawn = await drawnOn(tab);
    const now = JSON.stringify(drawn);
    if (now !== last) [last, since] = [now, Date.now()];
    else if (Date.now() - since > STILL) return drawn;
    await tab.waitForTimeout(40);
  }
  throw new Error('The marks do not come to rest.');
}
