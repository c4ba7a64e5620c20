import { cleanText } from '../base/text.ts';
import { CAPTURE_LIMITS } from './limits.ts';
import { openRoot, type RootOf } from './paths.ts';
import type { CaptureGap, FrameSnapshot, PageSnapshot } from './snapshot.ts';
import { isEditor, native } from './walk/dom.ts';
import type { Budget, CaptureLimits, FoundFrame } from './walk/state.ts';
import { FrameWalk } from './walk/walk.ts';

export interface CaptureOptions {
  /** Stops the capture: what was read until then is given back, with the gap `aborted`. Nothing is thrown. */
  signal?: AbortSignal;
  /** Gives the page its turn between two portions of work. */
  yield?: () => Promise<void>;
  /** Milliseconds of work in one portion. */
  slice?: number;
  limits?: Partial<CaptureLimits>;
  /** Shadow roots that can be read; those that are open without it. */
  rootOf?: RootOf;
}

/** What a change to these would make of the text that was read; class and style change all the time without a meaning. */
const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: ['hidden', 'value', 'contenteditable', 'colspan', 'rowspan', 'src'],
};

/** Gives the page its turn before the work goes on. */
export function giveWay(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  if (typeof scheduler?.yield === 'function') return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * Reads a page and the frames of the same origin inside it. Only reads: nothing is written into the page.
 * Works in portions of `slice` milliseconds, so that the page stays alive; never waits for a frame to load.
 * Never rejects: what could not be read is a frame's `reason` or a gap.
 */
export async function capture(document: Document, options: CaptureOptions = {}): Promise<PageSnapshot> {
  const limits = { ...CAPTURE_LIMITS, ...options.limits };
  const budget: Budget = { limits, elements: 0, text: 0 };
  const snapshot: PageSnapshot = {
    schema: 'duibiao/page@2',
    url: native<string>(document, 'URL'),
    title: titleOfDocument(document),
    frames: [],
    gaps: [],
  };
  const rest = options.yield ?? giveWay;
  const slice = options.slice ?? 8;
  const aborted = () => options.signal?.aborted === true;
  let until = performance.now() + slice;
  const more = () => performance.now() < until;

  const top: FrameSnapshot = { path: '', url: snapshot.url, label: snapshot.title, state: 'read', nodes: [] };
  const queue: { frame: FrameSnapshot; document: Document; depth: number }[] = [{ frame: top, document, depth: 0 }];
  snapshot.frames[0] = top;

  for (let at = 0; at < queue.length; at += 1) {
    const { frame, document: inner, depth } = queue[at] as { frame: FrameSnapshot; document: Document; depth: number };
    const gap = (kind: CaptureGap['kind']) => addGap(snapshot.gaps, kind, frame.path);
    if (aborted()) {
      gap('aborted');
      frame.state = 'unreadable';
      frame.reason = 'failed';
      continue;
    }
    let observer: MutationObserver | undefined;
    let found: readonly FoundFrame[] = [];
    try {
      if (isEditor(inner)) frame.editor = true;
      if (native<string>(inner, 'readyState') === 'loading') gap('loading');
      const walk = new FrameWalk(inner, frame.path, budget, options.rootOf ?? openRoot, frame.hidden === true);
      while (!walk.run(more)) {
        // Only a page that gets its turn can change while it is read.
        observer ??= watch(inner);
        await rest();
        until = performance.now() + slice;
        if (aborted()) {
          gap('aborted');
          break;
        }
      }
      frame.nodes = walk.finish();
      if (walk.signs.length > 0) frame.signs = walk.signs;
      found = walk.found;
      walk.gaps.forEach(gap);
      if (observer && observer.takeRecords().length > 0) gap('changed');
    } catch {
      frame.state = 'unreadable';
      frame.reason = 'failed';
    } finally {
      observer?.disconnect();
    }
    for (let index = 0; index < found.length; index += 1) {
      if (snapshot.frames.length >= limits.frames) {
        gap('too-large');
        break;
      }
      const { child, content } = openFrame(found[index] as FoundFrame, frame, index, depth, limits);
      snapshot.frames[snapshot.frames.length] = child;
      if (content) queue[queue.length] = { frame: child, document: content, depth: depth + 1 };
    }
    if (at + 1 < queue.length && !aborted() && !more()) {
      await rest();
      until = performance.now() + slice;
    }
  }
  return snapshot;
}

const titleOfDocument = (document: Document): string =>
  cleanText((native<string>(document, 'title') ?? '').toWellFormed());

function addGap(gaps: CaptureGap[], kind: CaptureGap['kind'], frame: string): void {
  for (let at = 0; at < gaps.length; at += 1) {
    const known = gaps[at] as CaptureGap;
    if (known.kind === kind && known.frame === frame) return;
  }
  gaps[gaps.length] = { kind, frame };
}

function watch(document: Document): MutationObserver | undefined {
  const Observer = (document.defaultView as { MutationObserver?: typeof MutationObserver } | null)?.MutationObserver;
  if (!Observer) return undefined;
  let seen: MutationRecord[] = [];
  const observer = new Observer((records) => {
    seen = records;
  });
  observer.observe(document, WATCHED);
  const pending = observer.takeRecords.bind(observer);
  observer.takeRecords = () => (seen.length > 0 ? seen : pending());
  return observer;
}

/** What stands behind a frame element: its document, or the reason why there is none to read. Never waits. */
function openFrame(
  found: FoundFrame,
  parent: FrameSnapshot,
  index: number,
  depth: number,
  limits: CaptureLimits,
): { child: FrameSnapshot; content?: Document } {
  const source = found.element.getAttribute('src') ?? '';
  const child: FrameSnapshot = {
    path: parent.path === '' ? String(index) : `${parent.path}.${index}`,
    url: '',
    label: found.label,
    owner: found.owner,
    state: 'unreadable',
    nodes: [],
  };
  if (found.hidden || parent.hidden) child.hidden = true;
  const number = numberOf(found.element);
  if (number >= 0) child.number = number;
  const address = absolute(source, parent.url);
  child.url = address;
  if (depth + 1 > limits.frameDepth) return { child: { ...child, reason: 'too-deep' } };
  let content: Document | null = null;
  try {
    content = found.element.contentDocument;
  } catch {
    content = null;
  }
  if (!content) {
    const elsewhere = /^https?:/.test(address) && !sameOrigin(address, parent.url);
    return { child: { ...child, reason: elsewhere || source === '' ? 'other-address' : 'failed' } };
  }
  const url = native<string>(content, 'URL');
  const root = native<Element | null>(content, 'documentElement');
  const body = native<HTMLElement | null>(content, 'body');
  // A frame that is on its way still shows the empty page that every frame begins with.
  const waiting = url === 'about:blank' && source !== '' && !/^(?:about:|javascript:)/i.test(source);
  const nothing = !root || (!body && native<string>(content, 'readyState') === 'loading');
  if (nothing || (waiting && (body?.childNodes.length ?? 0) === 0)) {
    const elsewhere = /^https?:/.test(address) && !sameOrigin(address, parent.url);
    return { child: { ...child, reason: elsewhere ? 'other-address' : 'not-loaded' } };
  }
  child.url = url;
  // The browser's own viewer shows the file and gives no text.
  if (!/text|xml/.test(native<string>(content, 'contentType'))) return { child: { ...child, reason: 'viewer' } };
  child.state = 'read';
  if (child.label === '') child.label = titleOfDocument(content);
  return { child, content };
}

/** The number of a frame among the windows of the document that it stands in; -1 where it has none there. */
function numberOf(frame: HTMLIFrameElement | HTMLFrameElement): number {
  const own = frame.contentWindow;
  const around = frame.ownerDocument.defaultView;
  if (!own || !around) return -1;
  for (let at = 0; at < around.length; at += 1) if (around[at] === own) return at;
  return -1;
}

function absolute(address: string, base: string): string {
  try {
    return address === '' ? '' : new URL(address, base).href;
  } catch {
    return address;
  }
}

function sameOrigin(left: string, right: string): boolean {
  try {
    return new URL(left).origin === new URL(right).origin;
  } catch {
    return true;
  }
}
