import type { Page } from '@playwright/test';

/** Tells of a page whether it has changed since it is watched, in the frames within reach too. */
export interface Changes {
  /** Address of the page at that time. */
  url: string;
  /** From when on it is watched, in milliseconds of the clock. */
  since: number;
  /** When it last changed, in milliseconds of the clock; 0 when it has not. A page that cannot tell has always just changed. */
  last(): Promise<number>;
}

export async function watchChanges(tab: Page): Promise<Changes> {
  const seen = await tab.evaluateHandle(observe).catch(() => undefined);
  return {
    url: tab.url(),
    since: Date.now(),
    last: async () => (await seen?.evaluate(({ at }) => at).catch(() => undefined)) ?? Date.now(),
  };
}

/** In the page: everything for which the extension reads a page again. */
function observe(): { at: number } {
  const seen = { at: 0 };
  const change = (): void => {
    seen.at = Date.now();
    look(document);
  };
  const observer = new MutationObserver(change);
  const known = new WeakSet<Node>();
  const look = (root: Document | ShadowRoot): void => {
    if (!known.has(root)) {
      known.add(root);
      observer.observe(root, { subtree: true, childList: true, characterData: true });
      for (const event of ['input', 'change', 'load']) root.addEventListener(event, change, true);
    }
    for (const frame of root.querySelectorAll('iframe, frame')) {
      const inner = (frame as HTMLIFrameElement).contentDocument;
      if (inner) look(inner);
    }
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) look(shadowRoot);
  };
  look(document);
  for (const event of ['hashchange', 'popstate']) addEventListener(event, change);
  return seen;
}
