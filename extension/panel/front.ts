import { browser } from '../browser.ts';

/** Chromium takes the types of windows here too, which the polyfill's types do not know. */
const NORMAL: object = { windowTypes: ['normal'] };

/** Which window's page the panel shows, as `tabs.query` takes it. */
type Front = { windowId: number } | { currentWindow: true };

/**
 * The window in front of the person: the panel's own, or one that the OA opened for a document (it has no toolbar and no panel of
 * its own). `apart`: the panel is a narrow window itself, and looks at the last normal one. Gives the function that tells it;
 * `moved` hears when it may be another.
 */
export function followFront(apart: boolean, moved: () => void): () => Promise<Front> {
  /** The window of the OA's that was focused last, as long as no normal one was since. */
  let opened: number | undefined;
  const focused = async (id: number): Promise<void> => {
    const sort = await sortOf(id);
    if (sort === 'opened') opened = id;
    else if (sort === 'normal') opened = undefined;
    moved();
  };
  browser.windows.onFocusChanged.addListener((id) => void focused(id));
  browser.windows.onCreated.addListener(({ id, type }) => {
    if (id !== undefined && type === 'popup') void focused(id);
  });
  browser.windows.onRemoved.addListener((id) => {
    if (id !== opened) return;
    opened = undefined;
    moved();
  });
  return async () => {
    if (opened !== undefined) return { windowId: opened };
    // The narrow window is itself the last one that was focused: what counts is the last normal one.
    const front = apart ? await browser.windows.getLastFocused(NORMAL) : undefined;
    return front?.id === undefined ? { currentWindow: true } : { windowId: front.id };
  };
}

/** What sort of window has the focus: a normal one, one that a page opened, or neither (none at all, or one of ours). */
async function sortOf(id: number): Promise<'normal' | 'opened' | undefined> {
  const found = await browser.windows.get(id, { populate: true }).catch(() => undefined);
  if (found?.type === 'normal') return 'normal';
  const own = browser.runtime.getURL('');
  const ours = found?.tabs?.some(({ url, pendingUrl }) => url?.startsWith(own) || pendingUrl?.startsWith(own));
  return found?.type === 'popup' && !ours ? 'opened' : undefined;
}
