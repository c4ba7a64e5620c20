import type { FromPointing } from '../../messages/teaching.ts';
import { OVERLAY_TAG, reachableDocuments } from '../frames.ts';
import { placeOf, type Target, targetAt } from './target.ts';

const COLOUR = '#1d4f91';
const FONT = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';
const HINT = '点栏目名，或点栏目里的内容。按 Esc 结束';

/** What a page could take for a touch of its own. */
const SWALLOWED = [
  ...['click', 'dblclick', 'auxclick', 'contextmenu', 'mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout'],
  ...['pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointerout', 'touchstart', 'touchend', 'dragstart'],
] as const;

/**
 * Lets a person point at the page until the signal: a pane of glass over it, in our one closed element, takes every touch,
 * so that the page hears of none. The element under the pointer is outlined; a click tells where it stands, Esc ends.
 */
export function point(root: Document, over: AbortSignal, tell: (message: FromPointing) => void): void {
  const host = root.createElement(OVERLAY_TAG);
  host.style.cssText =
    'all:initial;position:fixed;inset:0;width:auto;height:auto;cursor:crosshair;z-index:2147483647;contain:layout style;';
  const shadow = host.attachShadow({ mode: 'closed' });
  const part = (name: string, style: string, text = ''): HTMLElement => {
    const element = root.createElement('div');
    element.dataset.part = name;
    element.style.cssText = `position:fixed;box-sizing:border-box;pointer-events:none;${style}`;
    element.textContent = text;
    shadow.append(element);
    return element;
  };
  const box = part(
    'pointed',
    `visibility:hidden;border:2px solid ${COLOUR};border-radius:3px;background:rgba(29,79,145,.1);`,
  );
  part(
    'hint',
    `left:50%;bottom:16px;transform:translateX(-50%);max-width:90vw;padding:6px 14px;font:14px/1.5 ${FONT};color:#fff;background:${COLOUR};border-radius:4px;box-shadow:0 2px 8px rgba(0,0,0,.25);`,
    HINT,
  );
  root.documentElement.append(host);
  host.popover = 'manual';
  host.showPopover?.();
  over.addEventListener('abort', () => host.remove());

  /** What lies under the glass. */
  const under = (event: MouseEvent): Target | undefined => {
    host.style.pointerEvents = 'none';
    const target = targetAt(root, event.clientX, event.clientY);
    host.style.pointerEvents = 'auto';
    return target?.element === root.documentElement ? undefined : target;
  };
  const outline = (target: Target | undefined): void => {
    box.style.visibility = target ? 'visible' : 'hidden';
    if (target === undefined) return;
    const { left, top, width, height } = target.element.getBoundingClientRect();
    Object.assign(box.style, {
      left: `${target.left + left - 2}px`,
      top: `${target.top + top - 2}px`,
      width: `${width + 4}px`,
      height: `${height + 4}px`,
    });
  };
  const swallow = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    // What the page makes up itself is no person that points.
    if (!event.isTrusted) return;
    if (event.type === 'pointermove') outline(under(event as PointerEvent));
    if (event.type !== 'click') return;
    const target = under(event as MouseEvent);
    outline(target);
    if (target) tell({ pointed: placeOf(target) });
  };
  const view = root.defaultView;
  const held = { capture: true, passive: false, signal: over };
  for (const name of SWALLOWED) view?.addEventListener(name, swallow, held);
  view?.addEventListener('wheel', (event) => scroll(event, under(event)), held);
  view?.addEventListener('scroll', () => outline(undefined), { capture: true, passive: true, signal: over });
  for (const document of reachableDocuments(root))
    document.defaultView?.addEventListener(
      'keydown',
      (event) => {
        if (!event.isTrusted || event.key !== 'Escape') return;
        event.preventDefault();
        event.stopImmediatePropagation();
        tell({ ended: true });
      },
      held,
    );
}

/** Scrolls what lies under the glass, as the wheel would have. */
function scroll(event: WheelEvent, target: Target | undefined): void {
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!event.isTrusted || target === undefined) return;
  const { deltaX, deltaY } = event;
  const by = { left: deltaX, top: deltaY, behavior: 'instant' as const };
  for (let element: Element | null = target.element; element; element = outerOf(element)) {
    const before = [element.scrollLeft, element.scrollTop].join();
    if (element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth) element.scrollBy(by);
    if ([element.scrollLeft, element.scrollTop].join() !== before) return;
  }
}

/** The element around an element; around a frame's document, the frame. */
function outerOf(element: Element): Element | null {
  return element.parentElement ?? element.ownerDocument.defaultView?.frameElement ?? null;
}
