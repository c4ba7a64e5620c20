import type { FrameSnapshot, PageSnapshot } from '../../core/page/snapshot.ts';
import { browser } from '../browser.ts';
import { askPage } from '../messages.ts';
import { CONTENT_SCRIPT } from './addresses.ts';

/** Makes sure that the content script answers in the top frame; false when the browser does not let us in. */
export async function injectIfMissing(tabId: number): Promise<boolean> {
  try {
    await askPage(tabId, 0, 'here', {});
    return true;
  } catch {
    return inject(tabId, 0);
  }
}

async function inject(tabId: number, frameId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [CONTENT_SCRIPT] });
    return true;
  } catch {
    return false;
  }
}

/** Reads a frame and the frames inside it, part by part. */
export async function readFrame(tabId: number, frameId: number): Promise<PageSnapshot> {
  let part = await askPage(tabId, frameId, 'capture', {});
  let text = part.text;
  while (part.more !== undefined) {
    part = await askPage(tabId, frameId, 'captureMore', { number: part.more });
    text += part.text;
  }
  return JSON.parse(text) as PageSnapshot;
}

/**
 * Frames of another address read themselves, where the browser lets us in; each is put in the place that has its
 * address. A frame whose address stands there twice stays unread: which is which cannot be told.
 */
export async function readOtherFrames(tabId: number, top: PageSnapshot): Promise<PageSnapshot> {
  const missing = top.frames.filter((frame) => frame.reason === 'other-address');
  const reached = await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, func: () => location.href })
    .catch(() => []);
  let whole = top;
  for (const frame of missing) {
    const matching = reached.filter((one) => one.frameId !== 0 && one.result === frame.url);
    const only = matching[0];
    if (only === undefined || matching.length > 1 || missing.filter((other) => other.url === frame.url).length > 1)
      continue;
    try {
      if (!(await inject(tabId, only.frameId))) continue;
      whole = graft(whole, frame.path, await readFrame(tabId, only.frameId));
    } catch {
      // It went away meanwhile: it stays named as unread.
    }
  }
  return whole;
}

/** Puts a frame's own snapshot in the place of the unreadable frame with that path. */
export function graft(whole: PageSnapshot, path: string, part: PageSnapshot): PageSnapshot {
  const at = whole.frames.findIndex((frame) => frame.path === path);
  const old = whole.frames[at];
  const [root, ...below] = part.frames;
  if (old === undefined || root === undefined) return whole;
  const { reason: _reason, ...kept } = old;
  const place = (inner: string): string => (inner === '' ? path : `${path}.${inner}`);
  const rename = (frame: FrameSnapshot): FrameSnapshot => ({
    ...frame,
    path: place(frame.path),
    nodes: renameFrames(frame.nodes, place),
  });
  const rooted: FrameSnapshot = { ...kept, state: 'read', url: root.url, nodes: renameFrames(root.nodes, place) };
  return {
    ...whole,
    frames: [...whole.frames.slice(0, at), rooted, ...below.map(rename), ...whole.frames.slice(at + 1)],
    gaps: [...whole.gaps, ...part.gaps.map((gap) => ({ ...gap, frame: place(gap.frame) }))],
  };
}

/** Frame nodes inside a grafted part point to their new place. */
function renameFrames<Tree>(tree: Tree, place: (path: string) => string): Tree {
  return JSON.parse(JSON.stringify(tree), (_key, value) =>
    typeof value === 'object' && value !== null && value.type === 'frame' && typeof value.frame === 'string'
      ? { ...value, frame: place(value.frame) }
      : value,
  ) as Tree;
}
