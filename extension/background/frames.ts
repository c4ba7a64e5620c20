import { ProblemError } from '../../core/base/problems.ts';
import { graft } from '../../core/page/graft.ts';
import { SNAPSHOT_LIMITS } from '../../core/page/limits.ts';
import type { PageSnapshot } from '../../core/page/snapshot.ts';
import { parseSnapshot } from '../../core/page/snapshot-schema.ts';
import { browser } from '../browser.ts';
import { askPage } from '../messages/ask-page.ts';
import { CONTENT_SCRIPT } from './addresses.ts';
import { inTime } from './in-time.ts';

/** Injections that are under way, by tab and frame: a second content script would end the reading of the first. */
const injections = new Map<string, Promise<boolean>>();

/** Makes sure that the content script answers in the top frame; false when the browser does not let us in. */
export async function injectIfMissing(tabId: number): Promise<boolean> {
  try {
    await askPage(tabId, 0, 'here', {});
    return true;
  } catch {
    return inject(tabId, 0);
  }
}

function inject(tabId: number, frameId: number): Promise<boolean> {
  const place = `${tabId} ${frameId}`;
  const injection =
    injections.get(place) ??
    browser.scripting
      .executeScript({ target: { tabId, frameIds: [frameId] }, files: [CONTENT_SCRIPT] })
      .then(
        () => true,
        () => false,
      )
      .finally(() => injections.delete(place));
  injections.set(place, injection);
  return injection;
}

/** Parts of a snapshot at the most: each has some hundred thousand characters. */
const MOST_PARTS = 2_000;

/**
 * Reads a frame and the frames inside it, part by part, until the signal.
 * Rejects with `page-gone`, or with `page-answer-invalid` for anything that is no snapshot.
 */
export async function readFrame(tabId: number, frameId: number, signal: AbortSignal): Promise<PageSnapshot> {
  let part = await askPage(tabId, frameId, 'capture', {});
  const texts = [part.text];
  let size = part.text.length;
  while (part.more !== undefined) {
    signal.throwIfAborted();
    if (texts.length >= MOST_PARTS || size > SNAPSHOT_LIMITS.characters) break;
    part = await askPage(tabId, frameId, 'captureMore', { number: part.more });
    texts.push(part.text);
    size += part.text.length;
  }
  return parseSnapshot(texts);
}

/** Milliseconds for the frames of other addresses together: one that does not answer must not hold up the page around it. */
const FRAMES_PATIENCE = 8_000;

/**
 * Frames of another address read themselves, where the browser lets us in; each is put in the place that has its
 * address. A frame whose address stands there twice stays unread: which is which cannot be told. So does one that does
 * not answer in time. Never rejects.
 */
export async function readOtherFrames(tabId: number, top: PageSnapshot, signal: AbortSignal): Promise<PageSnapshot> {
  const missing = top.frames.filter((frame) => frame.reason === 'other-address');
  let whole = top;
  const readThem = async (over: AbortSignal): Promise<void> => {
    const reached = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: () => location.href,
    });
    for (const frame of missing) {
      const matching = reached.filter((one) => one.frameId !== 0 && one.result === frame.url);
      const only = matching[0];
      if (only === undefined || matching.length > 1 || missing.filter((other) => other.url === frame.url).length > 1)
        continue;
      try {
        if (!(await inject(tabId, only.frameId))) continue;
        const part = await readFrame(tabId, only.frameId, over);
        if (!over.aborted) whole = graft(whole, frame.path, part);
      } catch {
        // It went away meanwhile: it stays named as unread.
      }
    }
  };
  const late = new ProblemError('page-timeout');
  await inTime(readThem, { patience: FRAMES_PATIENCE, signal, late }).catch(() => undefined);
  return whole;
}
