import { ProblemError } from '../../core/base/problems.ts';
import { graft } from '../../core/page/graft.ts';
import { CAPTURE_LIMITS, SNAPSHOT_LIMITS } from '../../core/page/limits.ts';
import type { PageSnapshot } from '../../core/page/snapshot.ts';
import { parseSnapshot } from '../../core/page/snapshot-schema.ts';
import { browser } from '../browser.ts';
import { askPage } from '../messages/ask-page.ts';
import { CONTENT_SCRIPT } from './addresses.ts';
import { inTime } from './in-time.ts';

/** Injections that are under way, by tab and frame: a second content script would end the reading of the first. */
const injections = new Map<string, Promise<boolean>>();

/** Makes sure that the content script answers in a frame; false when the browser does not let us in. */
export async function injectIfMissing(tabId: number, frameId = 0): Promise<boolean> {
  try {
    await askPage(tabId, frameId, 'here', {});
    return true;
  } catch {
    return inject(tabId, frameId);
  }
}

/** The frames of other addresses that were read, by tab. */
const others = new Map<number, ReadonlySet<number>>();

/** The frames of a tab in which our script stands since its last reading, the top one first. */
export const framesOf = (tabId: number): number[] => [0, ...(others.get(tabId) ?? [])];

/** Forgets the frames of a tab that is gone. */
export const forgetFrames = (tabId: number): void => void others.delete(tabId);

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

interface HowToRead {
  signal: AbortSignal;
  /** Somebody waits for it: the page is read as it stands. */
  hurry?: boolean;
}

/**
 * Reads a frame and the frames inside it, part by part, until the signal.
 * Rejects with `page-gone`, or with `page-answer-invalid` for anything that is no snapshot.
 */
export async function readFrame(
  tabId: number,
  frameId: number,
  { signal, hurry = false }: HowToRead,
): Promise<PageSnapshot> {
  let part = await askPage(tabId, frameId, 'capture', hurry ? { hurry } : {});
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

/** Frames inside one another that read themselves, at the most. */
const MOST_ROUNDS = CAPTURE_LIMITS.frameDepth;

/**
 * Frames of another address read themselves, where the browser lets us in, and those inside them; each is put in its place,
 * which the numbers of the windows around it tell. One that does not answer in time stays unread, and is named so. Never rejects.
 */
export async function readOtherFrames(tabId: number, top: PageSnapshot, how: HowToRead): Promise<PageSnapshot> {
  const found = new Set<number>();
  others.set(tabId, found);
  let whole = top;
  const asked = new Set<string>();
  const readOne = async (path: string, frameId: number, over: AbortSignal): Promise<void> => {
    try {
      if (!(await injectIfMissing(tabId, frameId))) return;
      const part = await readFrame(tabId, frameId, { ...how, signal: over });
      found.add(frameId);
      if (!over.aborted) whole = graft(whole, path, part);
    } catch {
      // It went away meanwhile: it stays named as unread.
    }
  };
  const readThem = async (over: AbortSignal): Promise<void> => {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const missing = whole.frames.filter(({ path, reason }) => reason === 'other-address' && !asked.has(path));
      if (missing.length === 0) return;
      const places = await placesOfFrames(tabId);
      for (const { path } of missing) {
        asked.add(path);
        const frameId = places.get(placeOf(whole, path));
        if (frameId !== undefined) await readOne(path, frameId, over);
      }
    }
  };
  const late = new ProblemError('page-timeout');
  await inTime(readThem, { patience: FRAMES_PATIENCE, signal: how.signal, late }).catch(() => undefined);
  return whole;
}

/** Numbers of windows, from the top window down to a frame's, as one text. */
function placeOf({ frames }: PageSnapshot, path: string): string {
  const steps = path.split('.');
  return steps
    .map((_, at) => frames.find((frame) => frame.path === steps.slice(0, at + 1).join('.'))?.number ?? '?')
    .join(' ');
}

/** Where each frame that lets us in stands, as `placeOf` writes it, with its id. */
async function placesOfFrames(tabId: number): Promise<Map<string, number>> {
  const reached = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => {
      const numbers: number[] = [];
      for (let own: Window = window; own !== own.parent; own = own.parent) {
        const { parent } = own;
        let at = 0;
        while (at < parent.length && parent[at] !== own) at += 1;
        numbers.unshift(at);
      }
      return numbers.join(' ');
    },
  });
  return new Map(reached.map(({ result, frameId }) => [String(result), frameId]));
}

/** The snapshot of a tab, with its frames of other addresses; undefined where the browser does not let us in. */
export async function captureTab(tabId: number, how: HowToRead): Promise<PageSnapshot | undefined> {
  if (!(await injectIfMissing(tabId))) return undefined;
  forgetFrames(tabId);
  how.signal.throwIfAborted();
  const top = await readFrame(tabId, 0, how);
  return top.frames.some((frame) => frame.reason === 'other-address') ? readOtherFrames(tabId, top, how) : top;
}
