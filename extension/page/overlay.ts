import type { PageSource } from '../../core/base/source.ts';
import { elementAt } from '../../core/page/paths.ts';
import { innerDocument } from './frames.ts';
import { OVERLAY_TAG, rootOf } from './roots.ts';

const COLOUR = '#b42318';
const PAPER = '#fffdfc';
const INK = '#1c1f23';

export interface Overlay {
  /** Scrolls to the element of a source and draws a box with a note beside it; false when it cannot be found. */
  mark(source: PageSource, text: string): boolean;
  clear(): void;
}

/**
 * Marks beside fields. Writes nothing into the host's elements, adds no style to the page and takes no focus.
 * Inline styles through the CSS object model work under a strict content policy. Esc hides everything.
 */
export function createOverlay(root: Document, signal: AbortSignal, isAlive: () => boolean): Overlay {
  let current: AbortController | undefined;

  const clear = (): void => {
    current?.abort();
    current = undefined;
  };
  signal.addEventListener('abort', clear);

  const mark = (source: PageSource, text: string): boolean => {
    clear();
    const target = findTarget(root, source);
    const seen = target && nearestShown(target);
    if (!seen) return false;
    current = new AbortController();
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    seen.scrollIntoView({ block: 'center', inline: 'nearest', behavior: still ? 'auto' : 'smooth' });
    draw(seen, text, current.signal, () => isAlive() || clear());
    for (const document of documentsAbove(seen.ownerDocument)) {
      // The person's own key: a page that makes one up takes no mark away.
      document.addEventListener('keydown', (event) => event.isTrusted && event.key === 'Escape' && clear(), {
        capture: true,
        passive: true,
        signal: current.signal,
      });
    }
    return true;
  };
  return { mark, clear };
}

/** The element itself where it takes room, else what stands around it: a record that is folded up, a picker's inner box. */
function nearestShown(target: Element): Element | null {
  for (let element: Element | null = target; element; element = element.parentElement) {
    const { width, height } = element.getBoundingClientRect();
    if (width > 0 && height > 0) return element;
  }
  return target.ownerDocument.defaultView?.frameElement ?? null;
}

/** The element of a source: frame by frame down the path, then the element; a frame out of reach stands for itself. */
export function findTarget(root: Document, source: PageSource): Element | null {
  let document = root;
  for (const step of source.frame === '' ? [] : source.frame.split('.')) {
    const frame = document.querySelectorAll('iframe, frame')[Number(step)];
    if (frame === undefined) return null;
    const inner = innerDocument(frame);
    if (inner === null) return frame;
    document = inner;
  }
  return elementAt(document, source.path, rootOf);
}

function documentsAbove(document: Document): Document[] {
  const found = [document];
  for (let frame = document.defaultView?.frameElement; frame; frame = frame.ownerDocument.defaultView?.frameElement) {
    found.push(frame.ownerDocument);
  }
  return found;
}

/** @param tick called with every look at the page, so that marks of a stopped extension go by themselves. */
function draw(target: Element, text: string, signal: AbortSignal, tick: () => void): void {
  const document = target.ownerDocument;
  const host = document.createElement(OVERLAY_TAG);
  host.style.cssText =
    'all:initial;position:fixed;inset:0;width:auto;height:auto;pointer-events:none;z-index:2147483647;contain:layout style;';
  const shadow = host.attachShadow({ mode: 'closed' });
  const box = document.createElement('div');
  box.style.cssText = `position:fixed;box-sizing:border-box;border:2px solid ${COLOUR};border-radius:4px;background:rgba(180,35,24,.06);`;
  const note = document.createElement('div');
  note.style.cssText =
    `position:fixed;box-sizing:border-box;max-width:min(300px,calc(100vw - 8px));max-height:calc(100vh - 8px);overflow:hidden;overflow-wrap:anywhere;padding:5px 9px;font:13px/1.5 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;` +
    `color:${INK};background:${PAPER};border:1px solid ${COLOUR};border-left-width:4px;border-radius:3px;box-shadow:0 2px 8px rgba(0,0,0,.18);`;
  note.textContent = text;
  shadow.append(box, note);
  document.documentElement.append(host);
  // Above a modal dialog of the page, where the browser has a layer for that.
  host.popover = 'manual';
  host.showPopover?.();

  const place = (): void => {
    tick();
    if (signal.aborted) return;
    if (!target.isConnected) return void host.remove();
    const area = target.getBoundingClientRect();
    host.style.visibility = isScrolledAway(target, area) ? 'hidden' : 'visible';
    const view = { width: document.documentElement.clientWidth, height: document.defaultView?.innerHeight ?? 0 };
    const gap = 3;
    box.style.left = `${area.left - gap}px`;
    box.style.top = `${area.top - gap}px`;
    box.style.width = `${area.width + 2 * gap}px`;
    box.style.height = `${area.height + 2 * gap}px`;
    // Below the field where there is room, above it otherwise, never outside the window.
    const size = note.getBoundingClientRect();
    const below = area.bottom + gap + 4;
    const top = below + size.height <= view.height ? below : area.top - gap - 4 - size.height;
    note.style.left = `${Math.max(4, Math.min(area.left - gap, view.width - size.width - 4))}px`;
    note.style.top = `${Math.max(4, top)}px`;
  };
  place();
  const view = document.defaultView;
  document.addEventListener('scroll', place, { capture: true, passive: true, signal });
  view?.addEventListener('resize', place, { passive: true, signal });
  // Content that moves without scrolling (late rows, opened tabs) is followed at leisure.
  const timer = setInterval(place, 300);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    host.remove();
  });
}

/** True when a scrolling box around the element shows nothing of it just now. */
function isScrolledAway(target: Element, area: DOMRect): boolean {
  for (let around = target.parentElement; around; around = around.parentElement) {
    const clip = around.getBoundingClientRect();
    const apart =
      area.bottom <= clip.top || area.top >= clip.bottom || area.right <= clip.left || area.left >= clip.right;
    if (apart && getComputedStyle(around).overflow !== 'visible' && around !== target.ownerDocument.body) return true;
  }
  return false;
}
